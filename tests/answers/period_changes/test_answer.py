"""What counts between two dates: the kinds and the force that can be compared, by the day and by class."""

from datetime import date, timedelta

import pytest

from jasc_data.answers.figures.item_states import Change
from jasc_data.answers.period_changes.answer import Flow, PeriodChanges, period_changes
from jasc_data.answers.period_changes.tables import list_table
from jasc_data.domain.vocabulary import Grade, Kind
from jasc_data.store.connection import Store
from tests.builders import AFI, HOME, PAPER_DAY, REC, empty_store, imported, item, items_csv, numbered
from tests.tables import as_read

JUNE = date(2023, 6, 5)


def between(store: Store, first: date = JUNE, last: date = PAPER_DAY) -> PeriodChanges:
    with store.snapshot() as snapshot:
        return period_changes(snapshot, HOME, first, last)


@pytest.mark.parametrize(("days", "slipped"), [(-1, []), (0, []), (1, [("R1", 1)]), (2, [("R1", 2)])])
def test_a_target_date_put_off_by_a_single_day_is_put_off(days: int, slipped: list[tuple[str, int]]) -> None:
    store = empty_store()
    for export, target in ((JUNE, date(2023, 10, 1)), (PAPER_DAY, date(2023, 10, 1) + timedelta(days=days))):
        imported(store, items_csv(item("R1", target_date=f"{target:%d/%m/%Y}")), export)
    found = between(store)
    assert [(entry.reference, entry.days_slipped) for entry in found.slipped] == slipped
    listed = list_table(found, "Slipped target dates")
    assert listed.words == f"{len(slipped)} {'item' if slipped else 'items'} with the force's own target date put off."


def test_a_kind_held_at_the_second_date_only_has_no_flow_and_no_item_in_any_list() -> None:
    """Of the AFIs nothing is known at the first date: none of them is told as opened."""
    store = empty_store()
    imported(store, items_csv(*numbered(2, grade="2")), JUNE)
    imported(store, items_csv(*numbered(3, grade="2"), item("A1", "AFI", report="Custody", grade="3")))
    found = between(store)
    assert found.compared == (REC,)
    assert found.kinds[AFI].flow is None
    assert [entry.reference for entry in found.items] == ["R3"]
    assert found.by_grade == {"2": Flow(2, 1, 0, 0, 0, 0, 3)}
    assert found.by_report == {"Vetting": Flow(2, 1, 0, 0, 0, 0, 3)}


def test_a_kind_held_at_both_dates_of_which_there_is_nothing_has_a_flow_of_noughts() -> None:
    store = empty_store()
    for day in (JUNE, PAPER_DAY):
        imported(store, items_csv(*numbered(2)), day, kinds=(REC, AFI))
    found = between(store)
    assert found.compared == (REC, AFI)
    assert found.kinds[AFI].flow == Flow(0, 0, 0, 0, 0, 0, 0)
    assert found.kinds[REC].flow == Flow(2, 0, 0, 0, 0, 0, 2)


def test_items_of_other_forces_are_in_no_list_and_no_sum() -> None:
    store = empty_store()
    imported(store, items_csv(*numbered(2)), JUNE)
    imported(store, items_csv(*numbered(2)), PAPER_DAY)
    theirs = [cells | {"force": "Suffolk"} for cells in numbered(3, prefix="S")]
    imported(store, items_csv(*theirs), PAPER_DAY, forces=("Suffolk",))
    found = between(store)
    assert found.items == ()
    assert found.by_report == {"Vetting": Flow(2, 0, 0, 0, 0, 0, 2)}


def test_causes_of_concern_are_a_class_beside_the_grades() -> None:
    store = empty_store()
    graded = [item("R1", grade="2"), item("R2"), item("A1", "AFI", grade="4"), item("C1", "Cause of concern")]
    imported(store, items_csv(*graded), JUNE)
    imported(store, items_csv(*graded[:3], item("C2", "Cause of concern"), item("C1", "Cause of concern")), PAPER_DAY)
    found = between(store)
    assert found.by_grade == {
        Grade.TWO: Flow(1, 0, 0, 0, 0, 0, 1),
        Grade.NOT_GRADED: Flow(1, 0, 0, 0, 0, 0, 1),
        Grade.FOUR: Flow(1, 0, 0, 0, 0, 0, 1),
        Kind.CAUSE_OF_CONCERN.heading: Flow(1, 1, 0, 0, 0, 0, 2),
    }


def test_an_item_that_moves_to_or_from_a_kind_not_compared_counts_on_the_other_side_alone() -> None:
    """R2 becomes a cause of concern, of which no export is held in June; A1 was an AFI of a single report then."""
    store = empty_store()
    imported(store, items_csv(*numbered(2, grade="2")), JUNE)
    imported(store, items_csv(item("A1", "AFI", grade="3")), JUNE, reports="reports")
    imported(store, items_csv(item("R1", grade="2"), item("R2", "Cause of concern"), item("A1", grade="3")))
    found = between(store)
    assert found.compared == (REC,)
    assert found.by_grade == {"2": Flow(2, 0, 1, 0, 0, 0, 1), "3": Flow(0, 1, 0, 0, 0, 0, 1)}


def test_a_changed_text_and_another_detail_are_told_apart() -> None:
    store = empty_store()
    imported(store, items_csv(item("R1", text="Train all"), item("R2", lead="A. Smith")), JUNE)
    imported(store, items_csv(item("R1", text="Train every officer"), item("R2", lead="B. Jones")), PAPER_DAY)
    found = between(store)
    assert [(entry.reference, entry.before, entry.after) for entry in found.of(Change.CHANGED)] == [
        ("R1", "text", "text changed"),
        ("R2", "other details", "other details changed"),
    ]
    assert list(as_read(list_table(found, "Changed").table)["Then"]) == ["text changed", "other details changed"]
