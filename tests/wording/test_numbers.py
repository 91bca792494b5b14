"""How numbers and dates are written: rounded half up, once, at display."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasc_data.wording.numbers import (
    age_words,
    average,
    gained,
    listed,
    long_date,
    long_month,
    lost,
    more_or_fewer,
    ordinal,
    round_half_up,
    share,
    share_or_means,
    short_date,
    signed,
    times,
    whole_percent,
)


def half_up(exact: Fraction, places: int) -> Decimal:
    """Rounding half up by whole numbers alone."""
    scaled = abs(exact) * 10**places
    return Decimal(int(scaled + Fraction(1, 2))).scaleb(-places)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (106.625, "106.6"),
        (33.125, "33.1"),
        (106.65, "106.7"),  # nearest double lies below .65
        (0.25, "0.3"),
        (2.75, "2.8"),
        (6, "6.0"),
        (0, "0.0"),
        (27.8, "27.8"),
        (129.0, "129.0"),
        (1234.55, "1,234.6"),
        (99.95, "100.0"),
    ],
)
def test_an_average_has_one_decimal_rounded_half_up(value: float, shown: str) -> None:
    assert average(value) == shown


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        (71, 138, "51%, 71 of 138"),
        (1, 8, "13%, 1 of 8"),
        (1, 200, "1%, 1 of 200"),
        (0, 138, "0%, 0 of 138"),
        (138, 138, "100%, 138 of 138"),
        (1000, 4000, "25%, 1,000 of 4,000"),
        (57, 200, "29%, 57 of 200"),  # 28.5 exactly; 0.285 * 100 as doubles is 28.499999999999996
        (0, 0, "0 of 0"),
    ],
)
def test_a_share_is_whole_per_cent_with_its_count(part: int, whole: int, shown: str) -> None:
    assert share(part, whole) == shown


@pytest.mark.parametrize("whole", [8, 40, 104, 138, 200, 400, 1000])
def test_every_share_of_a_total_is_rounded_half_up(whole: int) -> None:
    shown = {part: share(part, whole).partition("%")[0] for part in range(whole + 1)}
    wanted = {part: f"{half_up(Fraction(100 * part, whole), 0)}" for part in range(whole + 1)}
    assert {part: text for part, text in shown.items() if text != wanted[part]} == {}


@given(counts=st.lists(st.integers(0, 300), min_size=1, max_size=8))
def test_a_mean_is_rounded_half_up_whatever_the_counts(counts: list[int]) -> None:
    mean = Fraction(sum(counts), len(counts))
    assert average(sum(counts) / len(counts)) == f"{half_up(mean, 1):,}"


@given(number=st.integers(0, 99999), places=st.integers(0, 3))
def test_rounding_agrees_with_decimal_arithmetic_on_what_is_written(number: int, places: int) -> None:
    written = Decimal(number).scaleb(-4)
    wanted = written.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    assert round_half_up(float(written), places) == wanted


@pytest.mark.parametrize(
    ("fraction", "shown"), [(0.2230, "22%"), (-0.1938, "19%"), (0.5, "50%"), (0.125, "13%"), (0.0049, "0%")]
)
def test_a_per_cent_is_written_without_its_sign(fraction: float, shown: str) -> None:
    assert whole_percent(fraction) == shown


def test_ordinals() -> None:
    numbers = (1, 2, 3, 4, 8, 11, 12, 13, 21, 22, 23, 24, 43, 101, 111, 112)
    shown = "1st 2nd 3rd 4th 8th 11th 12th 13th 21st 22nd 23rd 24th 43rd 101st 111th 112th"
    assert " ".join(map(ordinal, numbers)) == shown


def test_dates_have_no_leading_zero_and_the_month_in_words() -> None:
    assert long_date(date(2023, 9, 4)) == "4 September 2023"
    assert short_date(date(2023, 9, 4)) == "4 Sep 2023"


@pytest.mark.parametrize(
    ("words", "shown"), [((), ""), (("A",), "A"), (("A", "B"), "A and B"), (("A", "B", "C"), "A, B and C")]
)
def test_words_are_listed_as_in_a_sentence(words: tuple[str, ...], shown: str) -> None:
    assert listed(words) == shown


@pytest.mark.parametrize(("change", "words"), [(-1204, "−1,204"), (-1, "−1"), (0, "0"), (1, "+1"), (9, "+9")])
def test_what_comes_and_goes_in_a_sum_carries_its_sign_and_nothing_has_none(change: int, words: str) -> None:
    assert signed(change) == words
    assert (gained if change > 0 else lost)(abs(change)) == words
    assert gained(0) == "0"


def test_once_is_a_word_and_more_is_counted() -> None:
    assert [times(number) for number in (0, 1, 2, 1204)] == ["0 times", "once", "2 times", "1,204 times"]


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [(71, 138, "51%, 71 of 138"), (98.5, 156.75, "63%, 98.5 of 156.8 a force"), (0.0, 0.0, "0 of 0")],
)
def test_a_share_of_averages_says_a_force_and_one_of_nothing_is_none(part: float, whole: float, shown: str) -> None:
    assert share_or_means(part, whole) == shown


def test_what_is_published_tomorrow_is_no_days_old_and_never_less() -> None:
    assert age_words(date(2023, 9, 5), date(2023, 9, 4)) == "0 days"
    assert age_words(date(2023, 9, 3), date(2023, 9, 4)) == "1 day"


@pytest.mark.parametrize(
    ("change", "shown"),
    [(3.5, "3.5 more"), (-2.0, "2.0 fewer"), (0.0, "no change"), (-0.04, "no change"), (0.05, "0.1 more")],
)
def test_a_change_of_a_count_is_more_fewer_or_none(change: float, shown: str) -> None:
    assert more_or_fewer(change) == shown


def test_a_month_is_written_with_its_year() -> None:
    assert long_month(date(2023, 9, 4)) == "September 2023"
