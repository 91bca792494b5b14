"""The rule by hand: which quarters count, their two halves, what comes of them, and how it did."""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasc_data.answers.pace.back_test import BackTest, back_test
from jasc_data.answers.pace.quarters import is_whole, net, recent, together
from jasc_data.answers.pace.rule import FARTHEST, Expected, Rate, Reached, expected, halves, rate_of, reached
from jasc_data.answers.trend.periods import Period

FIRST = date(2021, 3, 1)
QUARTER = timedelta(days=91)


def quarters(open_: int, *changes: int, first: date = FIRST) -> tuple[Period, ...]:
    """Quarters of 91 days from so many open, each with that change and nothing else, latest first."""
    found = []
    for place, change in enumerate(changes):
        since = first + place * QUARTER
        opened, closed = max(change, 0), max(-change, 0)
        found.append(Period(f"Q{place}", since, since + QUARTER, open_, opened, closed, 0, 0, open_ + change))
        open_ += change
    return tuple(reversed(found))


def rate(better: Fraction | int, worse: Fraction | int) -> Rate:
    return Rate(Fraction(better), Fraction(worse), Fraction(better + worse) / 2)


def lasting(days: int) -> Period:
    return Period("Q", FIRST, FIRST + timedelta(days=days), 5, 0, 0, 0, 0, 5)


@pytest.mark.parametrize(("days", "whole"), [(74, False), (75, True), (91, True), (123, True), (124, False)])
def test_a_quarter_is_whole_where_its_exports_lie_about_three_months_apart(days: int, whole: bool) -> None:
    assert is_whole(lasting(days)) is whole


def test_the_last_eight_quarters_count_and_older_ones_do_not() -> None:
    ten = quarters(100, *range(1, 11))
    assert [net(each) for each in recent(ten, ten[0].last)] == [10, 9, 8, 7, 6, 5, 4, 3]


def test_a_quarter_that_has_only_begun_does_not_take_the_place_of_a_whole_one() -> None:
    *_, last = reversed(nine := quarters(100, *range(1, 10)))
    begun = Period("begun", last.last, last.last + timedelta(days=28), 145, 3, 0, 0, 0, 148)
    assert [net(each) for each in recent((begun, *nine), begun.last)] == [9, 8, 7, 6, 5, 4, 3, 2]


def test_quarters_of_three_years_ago_are_not_the_last_two_years() -> None:
    old = quarters(100, -1, -1, -1, -1)
    long = Period("long", old[0].last, old[0].last + timedelta(days=800), 96, 0, 1, 0, 0, 95)
    assert recent((long, *old), long.last) == ()


def test_a_quarter_of_all_kinds_is_one_that_is_whole_for_each() -> None:
    one, other = quarters(10, 1, 2, 3), quarters(20, -4, -5)
    added = together([one, other])
    assert [(each.label, each.before, each.opened, each.closed, each.after) for each in added] == [
        ("Q1", 27, 2, 5, 24),
        ("Q0", 30, 1, 4, 27),
    ]


def test_the_halves_are_the_means_of_the_better_and_of_the_worse_quarters() -> None:
    """-8, -4 | +2, +10: 6 fewer a quarter or 6 more; a report that lands in one quarter is not left out."""
    assert rate_of(quarters(100, -4, 10, -8, 2)) == Rate(Fraction(-6), Fraction(6), Fraction(0))


def test_of_an_odd_number_the_middle_one_is_in_neither_half() -> None:
    better, worse = halves(quarters(100, -4, 10, -8, 2, 1))
    assert ([net(each) for each in better], [net(each) for each in worse]) == ([-8, -4], [2, 10])


def test_three_quarters_are_too_few() -> None:
    assert rate_of(quarters(100, -4, 10, -8)) is None


def test_what_is_open_later_is_rounded_outwards_and_never_below_none() -> None:
    assert expected(100, rate(Fraction(-7, 3), Fraction(4, 3)), 4) == Expected(90, 106)  # 90.67 to 105.33
    assert expected(5, rate(-2, -1), 4) == Expected(0, 1)
    assert expected(3, rate(-2, -1), 4) == Expected(0, 0)
    assert Expected(90, 105).middle == 97.5


@pytest.mark.parametrize(
    ("better", "worse", "expected_"),
    [
        (-10, -5, Reached(3, 5)),  # 25 at 10 a quarter are gone within the third, at 5 with the fifth
        (-25, -5, Reached(1, 5)),
        (-5, -5, Reached(5, 5)),
        (-10, 0, Reached(3, None)),
        (-10, 3, Reached(3, None)),
        (-10, -1, Reached(3, None)),  # 25 quarters are more than five years
        (0, 4, Reached(None, None)),
        (-1, 0, Reached(None, None)),
    ],
)
def test_below_80_from_104_takes_25(better: int, worse: int, expected_: Reached) -> None:
    assert reached(104, rate(better, worse), 80) == expected_


def test_a_target_that_is_met_already_has_no_quarter() -> None:
    assert reached(79, rate(-1, 1), 80) is None
    assert reached(80, rate(-1, -1), 80) == Reached(1, 1)


def test_the_rule_is_held_against_the_figure_four_quarters_later() -> None:
    """From 100: -4, 10, -8, 2 to 100; then 5 fewer a quarter to 80.

    After the 4th quarter the halves are -6 and 6: 76 to 124 four quarters later, where 80 came: held, 20 off.
    After the 5th (95 open; -8, -5 and 2, 10): three quarters later 75.5 and 113: 75 to 113, where 80 came: 14 off.
    After the 6th (90; -8, -5, -5 are -6; -4, 2, 10 are 8/3): two later 78 to 96, where 80 came: held, 7 off.
    After the 7th (85; -8, -5, -5 are -6; -4, 2, 10 are 8/3; a -5 in neither): 79 to 88, where 80 came: held, 3.5 off.
    """
    found = back_test(quarters(100, -4, 10, -8, 2, -5, -5, -5, -5))
    assert found == BackTest(4, 4, (20 + 14 + 7 + 3.5) / 4)


def test_a_rule_that_did_badly_says_so() -> None:
    """After four quarters of 1 fewer: 95 expected in the next one, 126 came."""
    assert back_test(quarters(100, -1, -1, -1, -1, 30)) == BackTest(1, 0, 31.0)


def test_four_quarters_alone_test_nothing() -> None:
    assert back_test(quarters(100, -1, -1, -1, -1)) == BackTest(0, 0, None)


changes = st.lists(st.integers(-40, 60), min_size=4, max_size=12)


@given(changes)
def test_the_mean_of_all_lies_between_the_halves_and_no_quarter_beyond_the_extremes(given_: Sequence[int]) -> None:
    found = rate_of(recent(every := quarters(1_000, *given_), every[0].last))
    of_two_years = given_[-8:]
    assert found is not None
    assert min(of_two_years) <= found.better <= found.mean <= found.worse <= max(of_two_years)
    assert found.mean == Fraction(sum(of_two_years), len(of_two_years))


@given(changes, st.integers(0, 500), st.integers(1, 200))
def test_a_target_is_reached_in_the_very_quarter_in_which_the_expected_number_comes_below_it(
    given_: Sequence[int], open_: int, below: int
) -> None:
    """The range of when is the range of how many, read the other way."""
    found = rate_of(quarters(1_000, *given_))
    assert found is not None
    when = reached(open_, found, below)
    if when is None:
        assert open_ < below
        return
    for quarter, change in ((when.earliest, found.better), (when.latest, found.worse)):
        within = [ahead for ahead in range(1, FARTHEST + 1) if open_ + ahead * change <= below - 1]
        assert quarter == (within[0] if within else None)
    assert when.latest is None or (when.earliest is not None and when.earliest <= when.latest)


@given(changes)
def test_the_test_is_what_a_plain_walk_through_the_past_gives(given_: Sequence[int]) -> None:
    """An oracle with floats and lists alone: at each quarter's end it looks at nothing that came later but the figure."""
    opens = [1_000 + sum(given_[:place]) for place in range(len(given_) + 1)]
    held, off = 0, []
    for end in range(4, len(given_)):
        past = sorted(given_[max(0, end - 8) : end])
        half, ahead = len(past) // 2, min(4, len(given_) - end)
        least = floor(opens[end] + ahead * sum(past[:half]) / half + 1e-9)
        most = ceil(opens[end] + ahead * sum(past[-half:]) / half - 1e-9)
        held += least <= opens[end + ahead] <= most
        off.append(abs(opens[end + ahead] - (least + most) / 2))
    assert back_test(quarters(1_000, *given_)) == BackTest(len(off), held, sum(off) / len(off) if off else None)


@given(st.integers(-40, 60), st.integers(5, 12))
def test_a_steady_pace_is_always_told_right(change: int, many: int) -> None:
    assert back_test(quarters(1_000, *[change] * many)) == BackTest(many - 4, many - 4, 0.0)
