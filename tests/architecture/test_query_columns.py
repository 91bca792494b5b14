"""Every query gives the columns that its dataclass names, no fewer and no more: a column nobody reads is a question."""

import ast
import importlib
from dataclasses import MISSING, fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jasc_data.store.snapshot import Snapshot
from jasc_data.uploads.turned import keep_states, turned_states
from tests.builders import HOME, PAPER_DAY, empty_store, imported, items_csv, numbered

PROJECT = Path(__file__).parents[2]
VALUES: dict[str, Any] = {
    "home": HOME,
    "force": HOME,
    "kind": "recommendation",
    "item_key": "a key",
    "kinds": ["afi"],
    "forces": [HOME],
    "nation": [HOME],
    "part": "year",
    "upload_ids": [1],
    "keys": ["a key"],
    "current_for": 92,
    "item_ids": [1],
    "sha256": "0",
}


def asked() -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Every place that reads rows: the query, the module, the name of the dataclass, the parameters."""
    found = []
    for path in (PROJECT / "jasc_data").rglob("*.py"):
        module = ".".join(path.relative_to(PROJECT).with_suffix("").parts)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "rows" and len(node.args) == 2:
                name, row_type = node.args
                if isinstance(name, ast.Constant) and isinstance(row_type, ast.Name):
                    given = tuple(keyword.arg for keyword in node.keywords if keyword.arg)
                    found.append((str(name.value), module, row_type.id, given))
    return sorted(set(found))


def value_of(parameter: str) -> Any:
    """Something of the parameter's type: days but for those named here, and numbers."""
    if parameter.endswith("_id"):
        return 1
    return VALUES.get(parameter, PAPER_DAY)


@pytest.fixture(scope="module")
def snapshot() -> Any:
    store = empty_store()
    imported(store, items_csv(*numbered(2)), date(2023, 6, 5))
    with store.snapshot() as snapshot:
        keep_states(snapshot, [PAPER_DAY])
        turned_states(snapshot, PAPER_DAY)
        yield snapshot


def test_the_places_that_read_rows_are_found() -> None:
    assert len(asked()) >= 25


@pytest.mark.parametrize(("name", "module", "row_type", "given"), asked())
def test_a_query_gives_what_its_dataclass_names(
    snapshot: Snapshot, name: str, module: str, row_type: str, given: tuple[str, ...]
) -> None:
    snapshot.raw(name, **{parameter: value_of(parameter) for parameter in given})
    columns = [column[0] for column in snapshot._cursor.description or ()]
    named = fields(getattr(importlib.import_module(module), row_type))
    optional = {field.name for field in named if field.default is not MISSING or field.default_factory is not MISSING}
    assert len(columns) == len(set(columns))
    assert set(columns) <= {field.name for field in named}
    assert {field.name for field in named} - optional <= set(columns)
