"""A projection and the shortest lists to a target: pure functions over open items."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from jasc_data.answers.figures.open_items import OpenItems
from jasc_data.answers.projection.answer import Choices
from jasc_data.answers.projection.lists import _largest_first, _path
from jasc_data.domain.vocabulary import Grade, Kind, Status

ITEMS = OpenItems(Kind.RECOMMENDATION, Status.OPEN, True, Grade.TWO, 1, "Vetting", False, False, False, 5)


def test_nothing_chosen_signs_off_nothing() -> None:
    assert not Choices().fits(ITEMS)


def test_items_must_fit_every_choice() -> None:
    vetting_at_two = Choices(frozenset({"Vetting", "Custody"}), frozenset({Grade.TWO}))
    assert vetting_at_two.fits(ITEMS)
    assert not vetting_at_two.fits(replace(ITEMS, grade=Grade.THREE))
    assert not vetting_at_two.fits(replace(ITEMS, report="PEEL"))
    assert Choices(statuses=frozenset({Status.OPEN})).fits(ITEMS)
    assert not Choices(statuses=frozenset({Status.AWAITING_SIGN_OFF})).fits(ITEMS)


def test_below_80_from_104_takes_25() -> None:
    groups = [("Vetting", 1, 34), ("Custody", 2, 8)]
    path = _path(groups, 104 - 79, 104)
    assert [(step.what, step.needed, step.open, step.left) for step in path.steps] == [("Vetting", 25, 34, 79)]
    assert path.reaches


def test_a_list_that_cannot_reach_says_so() -> None:
    path = _path([("Custody", 2, 8)], 25, 104)
    assert not path.reaches
    assert path.steps[-1].left == 96


@given(st.dictionaries(st.text(min_size=1), st.integers(1, 40), min_size=1, max_size=9), st.integers(1, 200))
def test_the_list_is_the_shortest(sizes: dict[str, int], needed: int) -> None:
    items = [replace(ITEMS, report=report, open=number) for report, number in sizes.items()]
    path = _path(_largest_first(items), needed, sum(sizes.values()))
    assert path.reaches == (sum(sizes.values()) >= needed)
    if path.reaches:
        assert sum(step.needed for step in path.steps) == needed
        one_fewer = sum(sorted(sizes.values(), reverse=True)[: len(path.steps) - 1])
        assert one_fewer < needed
