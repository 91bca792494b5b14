"""What a file did not say of the status is not said for it, and the word that it used is kept and shown."""

import json
from datetime import date
from pathlib import Path

import pytest

from jasc_data.answers.item.answer import item_history
from jasc_data.answers.item.tables import facts_table
from jasc_data.answers.period_changes.answer import period_changes
from jasc_data.answers.register.answer import Register, register_of
from jasc_data.answers.register.filter import Choice, filtered
from jasc_data.answers.register.text import item_sentence, item_standing_words, register_sentences
from jasc_data.answers.report_breakdown.answer import report_breakdown
from jasc_data.answers.report_breakdown.tables import breakdown_table
from jasc_data.command_line.run import main
from jasc_data.documents.register_file import register_csv
from jasc_data.domain.vocabulary import Status
from jasc_data.drawing.chart import Provenance
from jasc_data.store.connection import Store
from tests.builders import HOME, PAPER_DAY, REC, empty_store, imported, item, items_csv, new_store, numbered
from tests.tables import as_read

AUGUST = date(2023, 8, 7)
WORDS = {
    "R1": ("", "Open (status not given)"),
    "R2": ("Open", "Open"),
    "R3": ("OPEN", "Open"),
    "R4": ("Not started", "Open (the file says “Not started”)"),
    "R5": ("Under way", "In progress (the file says “Under way”)"),
    "R6": ("in-progress", "In progress"),
    "R7": ("Awaiting sign off", "Awaiting sign-off"),
    "R8": ("Superseded", "Superseded"),
    "R9": ("Not for the force", "For another body"),
}


def register(store: Store, day: date = PAPER_DAY) -> Register:
    with store.snapshot() as snapshot:
        return register_of(snapshot, HOME, day)


def with_words() -> Store:
    store = empty_store()
    imported(store, items_csv(*(item(name, status=word) for name, (word, _) in WORDS.items())))
    return store


def test_every_item_says_how_it_stands_and_in_whose_words() -> None:
    held = register(with_words())
    assert {found.name: item_standing_words(found) for found in held.items} == {
        name: said for name, (_, said) in WORDS.items()
    }


def test_a_file_without_a_status_column_says_nothing_of_a_beginning() -> None:
    store = empty_store()
    imported(store, items_csv(*numbered(2, status="")))
    held = register(store)
    first = held.items[0]
    facts = as_read(facts_table(first, "R1", "not stated", PAPER_DAY)).set_index("What")["Known"]
    assert facts["Status"] == "Open (status not given)"
    assert item_sentence(first, "R1", PAPER_DAY) == "R1: recommendation, not graded, open (status not given)"
    assert (
        "On 4 September 2023 the exports gave no status of 100%, 2 of 2 open items; they count as open."
    ) in register_sentences(held)
    content = register_csv(held, held.items, "All", Provenance("Source: a test"), with_leads=False).decode("utf-8-sig")
    assert "Open (status not given)" in content
    assert "begun" not in content


def test_the_files_word_stands_in_the_register_file_and_on_the_items_page() -> None:
    held = register(with_words())
    track = held.by_label["R5"]
    facts = as_read(facts_table(track, "R1", "not stated", PAPER_DAY)).set_index("What")["Known"]
    assert facts["Status"] == "In progress (the file says “Under way”)"
    assert item_sentence(track, "R5", PAPER_DAY) == "R5: recommendation, not graded, in progress"
    content = register_csv(held, held.items, "All", Provenance("Source: a test"), with_leads=False).decode("utf-8-sig")
    assert "In progress (the file says “Under way”)" in content
    assert (
        "On 4 September 2023 the exports gave no status of 14%, 1 of 7 open items; it counts as open."
    ) in register_sentences(held)


def test_what_no_export_lists_any_more_is_closed_whatever_the_last_one_said() -> None:
    store = empty_store()
    imported(store, items_csv(item("R1"), item("R2", status="Under way"), item("R3")), AUGUST)
    imported(store, items_csv(item("R3")))
    assert [item_standing_words(found) for found in register(store).items[:2]] == ["Closed", "Closed"]


def test_the_register_can_be_asked_for_what_has_no_status() -> None:
    held = register(with_words())
    silent = filtered(held, Choice(statuses=(Status.OPEN,), status_given=False)).own
    marked = filtered(held, Choice(statuses=(Status.OPEN,), status_given=True)).own
    assert ([i.name for i in silent], [i.name for i in marked]) == (["R1"], ["R2", "R3", "R4"])


def test_behind_a_figure_the_silent_stand_in_a_column_of_their_own() -> None:
    with with_words().snapshot() as snapshot:
        table = as_read(breakdown_table(report_breakdown(snapshot, HOME, REC, PAPER_DAY)))
    assert dict(table.iloc[-1]) == {
        "All open": "7",
        "Marked open": "3",
        "Status not given": "1",
        "In progress": "2",
        "Awaiting sign-off": "1",
        "Past the HMICFRS deadline": "0",
    }
    store = empty_store()
    imported(store, items_csv(*numbered(2, status="Open")))
    with store.snapshot() as snapshot:
        assert "Status not given" not in as_read(breakdown_table(report_breakdown(snapshot, HOME, REC, PAPER_DAY)))


def test_the_history_and_the_changes_keep_the_words() -> None:
    store = empty_store()
    imported(store, items_csv(*numbered(2, status="")), AUGUST)
    imported(store, items_csv(item("R1", status="Under way"), item("R2", status="Open")))
    with store.snapshot() as snapshot:
        found = period_changes(snapshot, HOME, AUGUST, PAPER_DAY)
        key = register_of(snapshot, HOME, PAPER_DAY).by_label["R1"].item_key
        history = item_history(snapshot, key, PAPER_DAY)
    assert [entry.changes for entry in history.entries] == [
        ("First in an export: open (status not given), not graded",),
        ("Status: open (status not given) to in progress (the file says “Under way”)",),
    ]
    assert [(entry.reference, entry.before, entry.after) for entry in found.items] == [
        ("R1", "status open (status not given)", "status in progress")
    ]


def test_the_command_line_says_it_of_what_is_overdue(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "jasc.duckdb"
    held = new_store(path)
    imported(held, items_csv(item("R1", deadline="01/06/2023"), item("R2", deadline="01/06/2023", status="Under way")))
    held.close()
    assert main(["show", "overdue", "--store", str(path)]) == 0
    said = capsys.readouterr().out
    assert "Open (status not given)" in said
    assert "In progress (the file says “Under way”)" in said
    assert main(["show", "overdue", "--json", "--store", str(path)]) == 0
    assert [row["reference"] for row in json.loads(capsys.readouterr().out)["rows"]] == ["R1", "R2"]
