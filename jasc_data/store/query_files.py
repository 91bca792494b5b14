"""SQL lives in queries/, one question a file. This module is the only door to it.

A file's header says what it needs: ``-- Builds on: ...`` of a view names the views that must be created before it;
``-- Needs: ...`` of a question names what a snapshot finds first (queries/memory/), with the parameter that
holds the date where it is of one.
"""

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

REMEMBERED = frozenset(  # the tables of which queries/memory finds something in a transaction that writes
    {"action_log", "coverage", "item_row", "item_said", "position_cell", "report", "upload"}
)
QUERIES = Path(__file__).parent.parent.parent / "queries"


@dataclass(frozen=True)
class Need:
    """What is found once for all questions of a snapshot; ``day`` names the parameter that holds its date, if any."""

    name: str
    day: str | None = None


@cache
def query(name: str) -> str:
    """The SQL of ``queries/<name>.sql``; name is ``folder/question``."""
    return (QUERIES / f"{name}.sql").read_text(encoding="utf-8")


@cache
def needs(name: str) -> tuple[Need, ...]:
    """What the query's header says must be found first."""
    return tuple(
        Need(found["name"], found["day"])
        for entry in _declared(query(name), "Needs")
        if (found := re.fullmatch(r"(?P<name>\w+)(\(\$(?P<day>\w+)\))?", entry))
    )


@cache
def writes(name: str) -> bool:
    """True for a query that changes what is held."""
    return re.search(r"^(INSERT|UPDATE|DELETE)\b", query(name), re.MULTILINE) is not None


@cache
def only_reads(name: str) -> bool:
    """True for a query after which all that was answered before holds; not for one that makes a table for others."""
    return not writes(name) and re.search(r"^(CREATE|DROP)\b", query(name), re.MULTILINE) is None


@cache
def turns(name: str) -> bool:
    """True for a query that writes to what a snapshot remembers something of, which must then be found again."""
    written = re.findall(r"^(?:[A-Z]+ (?:INTO|FROM)|UPDATE) (\w+)", query(name), re.MULTILINE)
    return writes(name) and not REMEMBERED.isdisjoint(written)


@cache
def view_definitions() -> tuple[str, ...]:
    """The statements that define the views, each after those that it builds on."""
    views = {path.stem: path.read_text(encoding="utf-8") for path in sorted((QUERIES / "views").glob("*.sql"))}
    builds_on = {name: [of for of in _declared(text, "Builds on") if of in views] for name, text in views.items()}
    return tuple(views[name] for name in TopologicalSorter(builds_on).static_order())


@cache
def views_key() -> str:
    """Changes whenever a view's definition does."""
    return hashlib.sha256("\n".join(view_definitions()).encode()).hexdigest()


def checks() -> tuple[str, ...]:
    """The names of the checks; each returns no rows on a sound store."""
    return tuple(f"checks/{path.stem}" for path in sorted((QUERIES / "checks").glob("*.sql")))


def migrations(folder: Path = QUERIES / "schema") -> dict[int, str]:
    """The schema's steps by number, in order; never edited once released."""
    return {int(path.name[:4]): path.read_text(encoding="utf-8") for path in sorted(folder.glob("[0-9]*.sql"))}


def _declared(text: str, what: str) -> list[str]:
    found = re.search(rf"^-- {what}: (.+)\.$", text, re.MULTILINE)
    return found[1].split(", ") if found else []
