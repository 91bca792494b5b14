"""SQL lives in queries/, one question a file. This module is the only door to it."""

import hashlib
from functools import cache
from pathlib import Path

QUERIES = Path(__file__).parent.parent.parent / "queries"


@cache
def query(name: str) -> str:
    """The SQL of ``queries/<name>.sql``; name is ``folder/question``."""
    return (QUERIES / f"{name}.sql").read_text(encoding="utf-8")


def view_definitions() -> tuple[str, ...]:
    """The statements that define the views, in the order in which they build on each other."""
    return tuple(path.read_text(encoding="utf-8") for path in sorted((QUERIES / "views").glob("*.sql")))


def views_key() -> str:
    """Changes whenever a view's definition does."""
    return hashlib.sha256("\n".join(view_definitions()).encode()).hexdigest()


def checks() -> tuple[str, ...]:
    """The names of the checks; each returns no rows on a sound store."""
    return tuple(f"checks/{path.stem}" for path in sorted((QUERIES / "checks").glob("*.sql")))


def migrations(folder: Path = QUERIES / "schema") -> dict[int, str]:
    """The schema's steps by number, in order; never edited once released."""
    return {int(path.name[:4]): path.read_text(encoding="utf-8") for path in sorted(folder.glob("[0-9]*.sql"))}
