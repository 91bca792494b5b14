"""Small exports: what changed between them, what a sign-off would bring, and the command line that says the same."""

import json
from datetime import date
from pathlib import Path

import pytest

from jasc_data.answers.figures.item_states import Change
from jasc_data.answers.period_changes.answer import period_changes
from jasc_data.answers.period_changes.text import changes_headline, changes_notices, changes_sentences
from jasc_data.answers.projection.answer import Choices, open_now, projected
from jasc_data.answers.projection.charts import projection_chart
from jasc_data.answers.projection.lists import target
from jasc_data.answers.projection.text import projection_headline, projection_notices, projection_sentences
from jasc_data.command_line.run import main
from jasc_data.domain.vocabulary import Kind, Status
from jasc_data.drawing.chart import ALT_LIMIT, Provenance
from jasc_data.store.connection import Store
from tests.builders import (
    BY_FORCE,
    HOME,
    PAPER_DAY,
    REC,
    answer,
    empty_store,
    imported,
    item,
    items_csv,
    new_store,
    numbered,
    positions_csv,
)
from tests.figures import drawn

JUNE = date(2023, 6, 5)
FIRST = (
    item("R1", grade="2", status="Open"),
    item("R2", grade="2", status="In progress", target_date="01/07/2023"),
    item("R3", status="Awaiting sign-off"),
    item("R10", status="Open"),
)
SECOND = (
    item("R1", grade="3", status="Open"),
    item("R2", grade="2", status="In progress", target_date="01/10/2023"),
    item("R10", status="Superseded"),
    item("R11", status="Open"),
)


def both_dates(store: Store) -> Store:
    imported(store, items_csv(*FIRST, headings=["target_date", "grade"]), JUNE)
    imported(store, items_csv(*SECOND, headings=["target_date", "grade"]), PAPER_DAY)
    return store


def test_each_item_stands_in_the_first_list_that_fits() -> None:
    with both_dates(empty_store()).snapshot() as snapshot:
        found = period_changes(snapshot, HOME, JUNE, PAPER_DAY)
    lists = {change: [entry.reference for entry in found.of(change)] for change in Change}
    assert lists == {
        Change.OPENED: ["R11"],
        Change.CLOSED: ["R3"],
        Change.LEFT: ["R10"],
        Change.REGRADED: ["R1"],
        Change.CHANGED: ["R2"],
        Change.UNCHANGED: [],
    }
    assert [(entry.reference, entry.days_slipped, entry.revisions) for entry in found.slipped] == [("R2", 92, 1)]
    assert changes_headline(found) == "1 opened and 1 closed, 1 left without closing, 5 June 2023 to 4 September 2023"
    assert (
        "Recommendations: 4 on 5 June 2023, 3 on 4 September 2023; 1 opened, 1 closed and 1 left without closing."
        in (changes_sentences(found))
    )


def test_lists_that_differ_from_the_headline_say_both() -> None:
    store = both_dates(empty_store())
    imported(store, positions_csv({HOME: (6, 103, 34)}), date(2023, 9, 8))
    with store.snapshot() as snapshot:
        told = changes_notices(period_changes(snapshot, HOME, JUNE, date(2023, 9, 8)))
    assert any(
        "sum to 3 (items, 4 September 2023); the headline is 103 (positions, 8 September 2023)" in t for t in told
    )


def test_with_counts_alone_only_the_counts_are_said() -> None:
    store = empty_store()
    imported(store, positions_csv({HOME: (7, 119, 42)}), JUNE)
    imported(store, BY_FORCE.read_bytes())
    with store.snapshot() as snapshot:
        found = period_changes(snapshot, HOME, JUNE, PAPER_DAY)
    assert found.items == ()
    assert found.compared == ()
    assert "Recommendations: 119 on 5 June 2023, 104 on 4 September 2023 (counts only)." in changes_sentences(found)
    assert "upload an items export" in changes_notices(found)[0]


def paper_with_items() -> Store:
    """The paper's positions, and 104 items of the home force: 34 of one report (11 awaiting sign-off), 70 of seven."""
    store = empty_store()
    imported(store, BY_FORCE.read_bytes())
    rest = [row for place in range(7) for row in numbered(10, prefix=f"S{place}-", report=f"Report {place}")]
    waiting = numbered(11, prefix="W", status="Awaiting sign-off")
    imported(store, items_csv(*waiting, *numbered(23), *rest))
    return store


def test_below_80_takes_25_and_the_largest_report_is_enough() -> None:
    store = paper_with_items()
    comparison = answer(store)
    with store.snapshot() as snapshot:
        now = open_now(snapshot, comparison)
    projection = projected(comparison, now, Choices())
    goal = target(projection, REC, 80)
    assert goal is not None
    assert goal.needed == 25
    assert [(step.what, step.needed, step.left) for step in goal.by_report.steps] == [("Vetting", 25, 79)]
    assert [step.what for step in goal.awaiting_first.steps] == ["Awaiting sign-off, all reports", "Vetting"]
    assert projection_headline(projection, goal) == "Projection: below 80 recommendations takes at least 25 signed off"


def test_signing_off_a_report_projects_count_rank_and_averages_and_leaves_the_others() -> None:
    store = paper_with_items()
    comparison = answer(store)
    with store.snapshot() as snapshot:
        now = open_now(snapshot, comparison)
    projection = projected(comparison, now, Choices(reports=frozenset({"Vetting"})))
    then = projection.then.kinds[REC]
    assert then.home is not None
    assert then.rank is not None
    assert (then.home.open, then.rank.place, then.rank.of) == (70, 1, 8)
    assert then.group_average == pytest.approx((106.625 * 8 - 34) / 8)
    assert then.national == comparison.kinds[REC].national
    others = {member.force: member.open for member in then.members if member.force != HOME}
    assert others == {m.force: m.open for m in comparison.kinds[REC].members if m.force != HOME}
    assert projection.then.kinds[Kind.AFI] == comparison.kinds[Kind.AFI]
    assert all(sentence.startswith("Projection: ") for sentence in projection_sentences(projection))
    assert "Of causes of concern and AFIs only counts are held" in projection_notices(projection)[0]
    chart = projection_chart(projection, REC, Provenance("Source: a test"))
    assert chart is not None
    assert chart.message.startswith("Projection: ")
    assert len(chart.message.split()) <= 12
    assert len(chart.alt) <= ALT_LIMIT
    assert "PROJECTION, not a figure held" in str(drawn(chart).layout.annotations[-1].text)
    waiting = projected(comparison, now, Choices(statuses=frozenset({Status.AWAITING_SIGN_OFF})))
    assert waiting.signed_off[REC] == 11


def test_with_counts_alone_nothing_is_projected() -> None:
    store = empty_store()
    imported(store, BY_FORCE.read_bytes())
    comparison = answer(store)
    with store.snapshot() as snapshot:
        projection = projected(comparison, open_now(snapshot, comparison), Choices(reports=frozenset({"Vetting"})))
    assert not projection.projects
    assert target(projection, REC, 80) is None
    assert projection.then.kinds == comparison.kinds


def test_the_command_line_says_what_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "jasc.duckdb"
    both_dates(new_store(path)).close()
    asked = ["show", "changes", "--from", "2023-06-05", "--to", "2023-09-04", "--store", str(path)]
    assert main([*asked, "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["force"], said["as_of"]) == (HOME, "2023-09-04")
    assert {"reference", "kind", "report", "change", "before", "after"} == set(said["rows"][0])
    rows = {row["reference"]: (row["change"], row["before"], row["after"]) for row in said["rows"]}
    assert rows == {
        "R1": ("regraded", "2", "3"),
        "R2": ("changed", "target date 1 Jul 2023", "target date 1 Oct 2023"),
        "R3": ("closed", "awaiting sign-off", "closed"),
        "R10": ("left", "open", "superseded"),
        "R11": ("opened", None, "open"),
    }
    assert main(asked) == 0
    assert "1 opened and 1 closed" in capsys.readouterr().out


def test_the_command_line_refuses_what_it_cannot_compare(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "jasc.duckdb"
    both_dates(new_store(path)).close()
    for first, last in (("2023-09-04", "2023-06-05"), ("2023-01-01", "2023-09-04")):
        assert main(["show", "changes", "--from", first, "--to", last, "--store", str(path)]) == 1
    assert main(["show", "changes", "--from", "June", "--to", "2023-09-04", "--store", str(path)]) == 2
    assert capsys.readouterr().out == ""
