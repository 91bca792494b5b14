"""The table of settings in docs/operations.md, made of the model itself: ``python -m maintenance.settings_table``."""

import ast
import inspect
import sys
from itertools import pairwise
from pathlib import Path

from pydantic import SecretStr

from jasc_data.domain.settings import PROJECT, Settings

PLACE = PROJECT / "docs" / "operations.md"
BEGIN, END = "<!-- settings: made by make docs -->\n", "<!-- end of settings -->\n"


def settings_table() -> str:
    """A row a setting: its variable, what it means, what holds without it."""
    lines = _lines_below_fields()
    rows = (
        f"| `JASC_{name.upper()}` | {lines.get(name, '')} | {_in_words(field.default)} |\n"
        for name, field in Settings.model_fields.items()
    )
    return "".join(["| name | meaning | default |\n|---|---|---|\n", *rows])


def with_table(document: str) -> str:
    """The document with the table as it is to be. Raises ValueError where its place is not marked."""
    before, _, rest = document.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise ValueError("the place of the table is not marked")
    return f"{before}{BEGIN}{settings_table()}{end}{after}"


def _lines_below_fields() -> dict[str, str]:
    """By the field, what stands below it. Read here alone: pydantic would read the source at each start (0.03 s)."""
    (model,) = ast.parse(inspect.getsource(Settings)).body
    assert isinstance(model, ast.ClassDef)
    return {
        field.target.id: " ".join(line.value.value.split())
        for field, line in pairwise(model.body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant) and isinstance(line.value.value, str)
    }


def _in_words(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Path):
        return f"`{value.relative_to(PROJECT).as_posix()}`"
    assert not isinstance(value, SecretStr)
    return "none" if value in (None, "", ()) else str(value)


if __name__ == "__main__":
    PLACE.write_text(with_table(PLACE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    sys.exit(0)
