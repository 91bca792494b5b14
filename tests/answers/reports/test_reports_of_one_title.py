"""Two reports of one title and two publication dates are two reports everywhere, told apart by their dates (rule 6)."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from jasc_data.answers.attention.answer import needs_attention
from jasc_data.answers.attention.text import attention_sentences
from jasc_data.answers.causes.answer import causes_in
from jasc_data.answers.item.answer import item_history
from jasc_data.answers.item.tables import facts_table
from jasc_data.answers.period_changes.answer import period_changes
from jasc_data.answers.period_changes.tables import classes_table
from jasc_data.answers.projection.answer import Choices, open_now, projected
from jasc_data.answers.projection.lists import target
from jasc_data.answers.projection.text import target_text
from jasc_data.answers.register.answer import register_of
from jasc_data.answers.register.filter import Choice, filtered
from jasc_data.answers.report_breakdown.answer import report_breakdown
from jasc_data.answers.reports.answer import reports_of
from jasc_data.answers.reports.charts import report_bars
from jasc_data.answers.reports.text import reports_headline
from jasc_data.command_line.run import main
from jasc_data.drawing.chart import Provenance
from jasc_data.store.connection import Store
from jasc_data.uploads.commit import rehearse
from jasc_data.uploads.impact_tables import counts_table
from tests.builders import (
    HOME,
    PAPER_DAY,
    REC,
    ItemCells,
    answer,
    checked,
    empty_store,
    imported,
    item,
    items_csv,
    new_store,
    numbered,
)
from tests.tables import as_read

AUGUST = date(2023, 8, 7)
OLD, NEW = "PEEL (10 March 2021)", "PEEL (2 February 2023)"
PEELS = (
    *numbered(5, "A", report="PEEL", report_published="10/03/2021"),
    *numbered(5, "B", report="PEEL", report_published="02/02/2023"),
)
CUSTODY = tuple(numbered(7, "C", report="Custody", report_published="20/04/2022"))


@pytest.fixture
def store() -> Iterator[Store]:
    held = empty_store()
    imported(held, items_csv(*PEELS, *CUSTODY))
    yield held
    held.close()


def moved(number: int) -> list[ItemCells]:
    """The items once that many of the older report were published again under the newer."""
    return [
        cells | {"report_published": "02/02/2023"} if place < number else cells for place, cells in enumerate(PEELS)
    ]


def test_the_largest_report_is_custody(store: Store) -> None:
    comparison = answer(store)
    with store.snapshot() as snapshot:
        attention = needs_attention(snapshot, HOME, PAPER_DAY)
        reports = reports_of(snapshot, HOME, PAPER_DAY)
    assert (attention.largest_reports, attention.largest_report_open) == (("Custody",), 7)
    assert "Largest report: Custody, with 41%, 7 of 17 open items." in attention_sentences(comparison, attention)
    assert reports_headline(reports) == "Custody is the largest of 3 reports: 41%, 7 of 17 open items"
    assert [(line.label, line.open) for line in reports.lines] == [("Custody", 7), (OLD, 5), (NEW, 5)]


def test_behind_the_figure_each_has_its_line(store: Store) -> None:
    with store.snapshot() as snapshot:
        breakdown = report_breakdown(snapshot, HOME, REC, PAPER_DAY)
    assert [(line.report, line.open) for line in breakdown.reports] == [("Custody", 7), (OLD, 5), (NEW, 5)]


def test_the_path_to_a_target_takes_each_on_its_own(store: Store) -> None:
    comparison = answer(store)
    with store.snapshot() as snapshot:
        now = open_now(snapshot, comparison)
    projection = projected(comparison, now, Choices())
    assert projection.reports == ("Custody", OLD, NEW)
    goal = target(projection, REC, 11)
    assert goal is not None
    assert [(step.what, step.needed, step.left) for step in goal.by_report.steps] == [("Custody", 7, 10)]
    goal = target(projection, REC, 8)
    assert goal is not None
    assert any(f"4 September 2023: Custody (7); {OLD} (3 of its 5)." in line for line in target_text(projection, goal))
    assert projected(comparison, now, Choices(reports=frozenset({NEW}))).signed_off == {REC: 5}


def test_moves_between_them_are_moves_and_never_from_a_title_to_itself(store: Store) -> None:
    imported(store, items_csv(*PEELS, *CUSTODY), AUGUST)
    imported(store, items_csv(*moved(2), *CUSTODY))
    with store.snapshot() as snapshot:
        found = period_changes(snapshot, HOME, AUGUST, PAPER_DAY)
        register = register_of(snapshot, HOME, PAPER_DAY)
        history = item_history(snapshot, register.by_label["A1"].item_key, PAPER_DAY)
    flows = {name: (flow.before, flow.moved_in, flow.moved_out, flow.after) for name, flow in found.by_report.items()}
    assert flows == {OLD: (5, 0, 2, 3), NEW: (5, 2, 0, 7), "Custody": (7, 0, 0, 7)}
    assert [(entry.reference, entry.before, entry.after) for entry in found.items] == [
        ("A1", f"report {OLD}", f"report {NEW}"),
        ("A2", f"report {OLD}", f"report {NEW}"),
    ]
    assert list(as_read(classes_table(found, "Report", found.by_report)).index) == ["Custody", OLD, NEW, "All reports"]
    assert "PEEL to PEEL" not in " ".join(change for entry in history.entries for change in entry.changes)


def test_a_report_has_one_name_on_both_sides_though_its_namesake_came_between() -> None:
    store = empty_store()
    imported(store, items_csv(*PEELS[:5], *CUSTODY), AUGUST)
    imported(store, items_csv(*PEELS, *CUSTODY))
    with store.snapshot() as snapshot:
        found = period_changes(snapshot, HOME, AUGUST, PAPER_DAY)
    assert {name: (flow.before, flow.after) for name, flow in found.by_report.items()} == {
        OLD: (5, 5),
        NEW: (0, 5),
        "Custody": (7, 7),
    }


def test_the_preview_of_an_upload_tells_them_apart(store: Store) -> None:
    preview = rehearse(store, checked(items_csv(*moved(2)[:9], *CUSTODY)))
    assert [(entry.name, entry.report, entry.parts) for entry in preview.effect.items] == [
        ("A1", NEW, (f"report {OLD} to {NEW}",)),
        ("A2", NEW, (f"report {OLD} to {NEW}",)),
        ("B5", NEW, ()),
    ]
    assert list(as_read(counts_table(preview.effect, "report")).index) == [NEW]


def test_the_register_the_item_and_the_causes_name_them_apart(store: Store) -> None:
    imported(store, items_csv(*PEELS, *CUSTODY, item("K1", "CoC", "PEEL", report_published="02/02/2023")))
    with store.snapshot() as snapshot:
        register = register_of(snapshot, HOME, PAPER_DAY)
    numbers = {name: number for number, name in register.report_labels.items()}
    assert set(numbers) == {"Custody", OLD, NEW}
    chosen = filtered(register, Choice(report_id=numbers[OLD])).own
    assert [(entry.name, entry.report) for entry in chosen] == [(f"A{number}", OLD) for number in range(1, 6)]
    facts = as_read(facts_table(chosen[0], "R1", "not stated", PAPER_DAY)).set_index("What")["Known"]
    assert facts["Report"] == OLD
    assert [cause.item.report for cause in causes_in(register).causes] == [NEW]


def test_the_bars_carry_both_names(store: Store) -> None:
    with store.snapshot() as snapshot:
        chart = report_bars(reports_of(snapshot, HOME, PAPER_DAY), Provenance("Source: a test"))
    assert chart is not None
    assert {OLD, NEW, "Custody"} <= set(as_read(chart.table).index)


def test_the_command_line_tells_them_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "jasc.duckdb"
    held = new_store(path)
    imported(held, items_csv(*PEELS, *CUSTODY), AUGUST)
    imported(held, items_csv(*moved(1), *CUSTODY))
    held.close()
    assert main(["show", "reports", "--json", "--store", str(path)]) == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    assert [(row["report"], row["published"], row["open"]) for row in rows] == [
        ("Custody", "2022-04-20", 7),
        (NEW, "2023-02-02", 6),
        (OLD, "2021-03-10", 4),
    ]
    asked = ["show", "changes", "--from", "2023-08-07", "--to", "2023-09-04", "--store", str(path)]
    assert main([*asked, "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["rows"]
    assert (row["report"], row["before"], row["after"]) == (NEW, f"report {OLD}", f"report {NEW}")
