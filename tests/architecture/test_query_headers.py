"""What a query's header declares, held against its text: what it builds on, and what must be found before it is asked."""

import re

import duckdb
import pytest

from jasc_data.store.query_files import QUERIES, needs, query, view_definitions, writes
from tests.builders import PAPER_DAY, empty_store, imported, item, items_csv

VIEWS = {path.stem for path in (QUERIES / "views").glob("*.sql")}
QUESTIONS = sorted(
    f"{path.parent.name}/{path.stem}"
    for path in QUERIES.rglob("*.sql")
    if path.parent.name not in ("views", "schema", "memory", "checks")
)
READ_ONCE_WHILE_WRITING = {"uploads/reports_held"}  # what is found for it would be forgotten by the next write


def without_comments(text: str) -> str:
    return re.sub(r"--.*", "", text)


def mentions(text: str) -> dict[str, set[str]]:
    """The views that a query speaks of, with what stands in the brackets of those that are of a date."""
    found: dict[str, set[str]] = {}
    for name, within in re.findall(r"\b(\w+)\b(?:\(([^()]*)\))?", without_comments(text)):
        if name in VIEWS:
            found.setdefault(name, set()).add(within)
    return found


def all_below(view: str) -> set[str]:
    direct = mentions(query(f"views/{view}")).keys() - {view}
    return {view}.union(*(all_below(name) for name in direct))


@pytest.mark.parametrize("view", sorted(VIEWS))
def test_a_view_says_what_it_builds_on(view: str) -> None:
    said = re.search(r"^-- Builds on: (.+)\.$", query(f"views/{view}"), re.MULTILINE)
    assert said, "no header says it"
    direct = mentions(query(f"views/{view}")).keys() - {view}
    assert said[1] == (", ".join(sorted(direct)) or "tables alone")


def test_each_view_is_created_after_those_it_builds_on() -> None:
    created: set[str] = set()
    for text in view_definitions():
        view = re.search(r"CREATE OR REPLACE (?:VIEW|MACRO) (\w+)", text)
        assert view
        assert mentions(text).keys() - {view[1]} <= created
        created.add(view[1])
    assert created == VIEWS


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_declares_what_must_be_found_first(name: str) -> None:
    expected = set()
    for view, within in mentions(query(name)).items():
        below = all_below(view)
        expected |= {("cell_at", day.removeprefix("$")) for day in within if "cell_at" in below}
        expected |= {("live_upload", None)} if "live_upload" in below else set()
    if len(expected) > 1 or name in READ_ONCE_WHILE_WRITING:
        expected -= {("live_upload", None)}  # found before the other
    assert {(need.name, need.day) for need in needs(name)} == expected


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_query_that_writes_is_known_as_one(name: str) -> None:
    itself = re.sub(r"'[^']*'", "''", without_comments(query(name)))  # a statement that it tells is run by who asked
    assert writes(name) == bool(re.search(r"\b(INSERT INTO|UPDATE|DELETE FROM)\b", itself))


def test_a_date_that_was_not_prepared_is_an_error_not_an_empty_answer() -> None:
    store = empty_store()
    imported(store, items_csv(item("R1")), PAPER_DAY)
    with store.snapshot() as snapshot:
        assert snapshot.raw("reports/counts", force="West Mercia", day=PAPER_DAY)
        cursor = snapshot._cursor
        assert cursor.execute("SELECT count(*) FROM item_at(DATE '2023-09-04')").fetchone() == (1,)
        with pytest.raises(duckdb.Error, match="a date that it does not declare"):
            cursor.execute("SELECT count(*) FROM item_at(DATE '2023-09-05')").fetchone()
    store.close()


def test_what_was_found_is_found_again_after_a_write() -> None:
    store = empty_store()
    with store.writing(keep=False) as snapshot:
        assert snapshot.raw("figures/dates", home="West Mercia") == []
        before = snapshot.raw("store/state")
        snapshot.raise_version()
        assert snapshot.raw("figures/dates", home="West Mercia") == []
        assert before != snapshot.raw("store/state")
    imported(store, items_csv(item("R1")), PAPER_DAY)
    imported(store, items_csv(item("R1"), item("R2")), PAPER_DAY)
    with store.snapshot() as snapshot:
        assert len(snapshot.raw("figures/item_states", day=PAPER_DAY, force=None)) == 2
    store.close()
