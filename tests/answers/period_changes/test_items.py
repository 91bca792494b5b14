"""What became of one item between two dates, in words."""

from dataclasses import replace
from datetime import date

from jasc_data.answers.figures.item_states import Change, ItemState
from jasc_data.answers.period_changes.answer import flows
from jasc_data.answers.period_changes.items import period_item
from jasc_data.domain.vocabulary import Grade, Kind, Status

OPEN = ItemState(
    "k",
    "West Mercia",
    Kind.RECOMMENDATION,
    1,
    "Vetting",
    None,
    "T2",
    True,
    True,
    False,
    Status.OPEN,
    "Open",
    False,
    Grade.TWO,
    None,
    "",
    "",
)
GONE = replace(OPEN, counts=False)


def test_an_unchanged_item_is_in_no_list() -> None:
    assert period_item((OPEN, OPEN), 0) is None
    assert period_item((GONE, GONE), 0) is None


def test_opened_reopened_closed_and_left() -> None:
    cases = {
        (None, OPEN): (Change.OPENED, None, "open", False),
        (GONE, OPEN): (Change.OPENED, "closed", "open", True),
        (OPEN, GONE): (Change.CLOSED, "open", "closed", False),
        (OPEN, replace(OPEN, counts=False, left_otherwise=True, status=Status.SUPERSEDED)): (
            Change.LEFT,
            "open",
            "superseded",
            False,
        ),
        (OPEN, replace(OPEN, counts=False, left_otherwise=True, addressed_elsewhere=True)): (
            Change.LEFT,
            "open",
            "addressed to another body",
            False,
        ),
    }
    for pair, (change, before, after, reopened) in cases.items():
        found = period_item(pair, 0)
        assert found is not None
        assert (found.change, found.before, found.after, found.reopened) == (change, before, after, reopened)


def test_a_regraded_item_says_both_grades_and_is_in_that_list_alone() -> None:
    found = period_item((OPEN, replace(OPEN, grade=Grade.THREE, status=Status.IN_PROGRESS)), 0)
    assert found is not None
    assert (found.change, found.before, found.after) == (Change.REGRADED, "2", "3")


def test_a_report_whose_title_says_to_is_told_whole() -> None:
    before = replace(OPEN, report="From paper to screen")
    found = period_item((before, replace(OPEN, report_id=2, report="Road to court")), 0)
    assert found is not None
    assert (found.before, found.after) == ("report From paper to screen", "report Road to court")


def test_an_item_that_only_changes_its_kind_is_changed_and_moves() -> None:
    pair = (OPEN, replace(OPEN, kind=Kind.AFI))
    found = period_item(pair, 0)
    assert found is not None
    assert (found.change, found.before, found.after) == (Change.CHANGED, "kind recommendation", "kind AFI")
    by_kind = flows([pair], lambda item: item.kind)
    assert (by_kind[Kind.AFI].moved_in, by_kind[Kind.RECOMMENDATION].moved_out) == (1, 1)
    assert all(flow.adds_up for flow in by_kind.values())


def test_a_target_date_slips_only_when_put_off() -> None:
    early, late = date(2023, 7, 1), date(2023, 7, 31)
    for before, after, days in ((early, late, 30), (late, early, 0), (None, late, 0), (early, None, 0)):
        found = period_item((replace(OPEN, target_date=before), replace(OPEN, target_date=after)), 1)
        assert found is not None
        assert found.days_slipped == days


def test_references_in_their_natural_order() -> None:
    places = [period_item((None, replace(OPEN, name=name)), 0) for name in ("T10", "T2", "A1", "")]
    assert [i.reference for i in sorted((p for p in places if p), key=lambda i: i.place)] == ["", "A1", "T2", "T10"]
