"""Nothing is written on somebody's behalf but through ``audit.acting``, which asks whether they may."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CODE = sorted([*(ROOT / "jasc_data").rglob("*.py"), *(ROOT / "pages").rglob("*.py")])
WRITE_FOR_NOBODY = {  # a store that is being made, or the store's own: nobody acts in it
    "jasc_data/audit/acting.py",
    "jasc_data/uploads/rebuild.py",
}


def kept_transactions(path: Path) -> list[int]:
    """The lines on which a transaction begins that may be kept."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "writing"
        and not any(
            word.arg == "keep" and isinstance(word.value, ast.Constant) and word.value.value is False
            for word in node.keywords
        )
    ]


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_writing_use_case_forgets_to_ask(path: Path) -> None:
    name = path.relative_to(ROOT).as_posix()
    if name in WRITE_FOR_NOBODY or name.startswith("jasc_data/store/"):
        return
    assert kept_transactions(path) == []


def test_no_page_looks_after_the_system_by_itself() -> None:
    pages = [path.read_text(encoding="utf-8") for path in CODE if path.is_relative_to(ROOT / "pages")]
    assert not [page for page in pages if "uploads.soundness" in page or "backups.now" in page]


def test_those_that_may_do_so() -> None:
    assert all(kept_transactions(ROOT / name) for name in WRITE_FOR_NOBODY)


def test_a_snapshot_is_written_to_only_where_an_actor_is_known_or_nothing_is_kept() -> None:
    """Each module that writes and opens no transaction is handed one by a module that asks."""
    asks = {path for path in CODE if "acting(store, actor, Action." in path.read_text(encoding="utf-8")}
    assert {path.parent.name for path in asks} == {"uploads", "editorial"}
    assert len(asks) >= 11
