"""Figures that make poor arithmetic and need plain words: none, one, all, next to nothing, an average of 0, ties."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasc_data.answers.projection.tables import apart_words
from jasc_data.domain.rank import Rank, rank_of
from jasc_data.wording.numbers import counted, leading, share_of
from jasc_data.wording.standing import Beside, against, against_average, rank_words, with_both
from tests.builders import GROUP, HOME

ODD = re.compile(r"(?<![\d,])0% |(?<![\d,])100% below|-\d|\b0\.0 (above|below)|\bnone (above|below)")


@pytest.mark.parametrize(
    ("open_", "mean", "words"),
    [
        (0, 3.6, "none against the MSG average of 3.6"),
        (3, 0.0, "3 against the MSG average of 0"),
        (0, 0.0, "the same as the MSG average (0.0)"),
        (1, 300.0, "over 99% below the MSG average (300.0)"),
        (2, 300.0, "99% below the MSG average (300.0)"),
        (250, 1.0, "24,900% above the MSG average (1.0)"),
    ],
)
def test_none_and_next_to_none_are_no_percentage(open_: int, mean: float, words: str) -> None:
    assert against_average(open_, mean, "the MSG average") == words


@pytest.mark.parametrize(
    ("open_", "mean", "words"), [(0, 3.6, "none against"), (3, 0.0, "3 against"), (6, 4.0, "50% above")]
)
def test_the_words_beside_an_average_that_is_named_apart(open_: int, mean: float, words: str) -> None:
    assert against(open_, mean) == words


@pytest.mark.parametrize(
    ("open_", "mean", "words"),
    [
        (0, 3.6, "none against 3.6"),
        (3, 0.0, "3 against 0"),
        (4, 4.0, "the same as 4.0"),
        (104, 104.02, "close to 104.0"),
        (104, 106.625, "2.6 below 106.6"),
        (34, 27.8, "6.2 above 27.8"),
    ],
)
def test_differences_from_an_average(open_: int, mean: float, words: str) -> None:
    assert apart_words(open_, mean) == words


@given(st.integers(0, 400), st.one_of(st.integers(0, 400).map(float), st.floats(0.01, 5_000)))
def test_no_figure_and_average_make_odd_words(open_: int, mean: float) -> None:
    said = (against(open_, mean), against_average(open_, mean, "the average"), apart_words(open_, mean))
    assert [words for words in said if ODD.search(words)] == []


def test_a_figure_of_none_stands_beside_both_averages_once() -> None:
    beside = with_both(0, [Beside(3.6, "the MSG average"), Beside(4.0, "the national average")])
    assert beside == "against the MSG average of 3.6 and the national average of 4.0"
    assert with_both(0, [Beside(0.0, "the MSG average"), Beside(4.0, "the national average")]) == (
        "the same as the MSG average (0.0) and against the national average of 4.0"
    )
    assert with_both(6, [Beside(6.0, "the MSG average"), Beside(4.0, "the national average")]) == (
        "the same as the MSG average (6.0) and 50% above the national average (4.0)"
    )


def test_the_span_of_an_averages_dates_stands_beside_its_figure() -> None:
    nation = Beside(4.0, "the national average", "of figures of 12 January to 13 April 2023")
    assert with_both(0, [Beside(3.6, "the MSG average"), nation]) == (
        "against the MSG average of 3.6 and the national average of 4.0 (of figures of 12 January to 13 April 2023)"
    )
    assert with_both(6, [nation]) == ("50% above the national average (4.0, of figures of 12 January to 13 April 2023)")


@pytest.mark.parametrize(
    ("rank", "words"),
    [
        (Rank(1, 5, ()), "the fewest of 5"),
        (Rank(1, 5, ("Norfolk",)), "joint fewest of 5"),
        (Rank(3, 5, ()), "3rd fewest of 5"),  # the middle
        (Rank(4, 5, ()), "2nd most of 5"),
        (Rank(5, 5, ()), "the most of 5"),
        (Rank(4, 5, ("Norfolk",)), "joint most of 5"),
        (Rank(3, 5, ("Norfolk",)), "joint 3rd fewest of 5"),
        (Rank(1, 2, ("Norfolk",)), "joint fewest of 2"),  # all alike
        (Rank(2, 2, ()), "the most of 2"),
        (Rank(4, 8, ("Norfolk", "Suffolk")), "joint 4th fewest of 8"),
        (Rank(5, 8, ()), "4th most of 8"),
        (Rank(5, 8, ("Norfolk",)), "joint 3rd most of 8"),
        (Rank(7, 8, ()), "2nd most of 8"),
        (Rank(8, 8, ()), "the most of 8"),
        (Rank(41, 43, ()), "3rd most of 43"),
    ],
)
def test_a_place_is_told_from_the_end_that_it_is_nearer_to(rank: Rank, words: str) -> None:
    assert rank_words(rank) == words


@given(st.lists(st.integers(0, 3), min_size=1, max_size=7))
def test_a_rank_in_words_is_true_and_never_the_last_fewest_or_the_last_most(counts: list[int]) -> None:
    held = dict(zip([HOME, *(force for force in GROUP if force != HOME)], [2, *counts], strict=False))
    rank = rank_of(HOME, held)
    assert rank is not None
    said = re.fullmatch(r"(joint |the |)(?:(\d)\w\w )?(fewest|most) of (\d)", rank_words(rank))
    assert said, rank_words(rank)
    before = sum(open_ < 2 if said[3] == "fewest" else open_ > 2 for open_ in held.values())
    assert before == int(said[2] or 1) - 1
    assert said[2] != "1"
    assert said[1] == ("joint " if rank.tied else "" if said[2] else "the ")
    assert before <= len(held) / 2
    assert int(said[4]) == len(held)


def test_one_is_written_in_the_singular() -> None:
    assert share_of(1, 1) == "100%, 1 of 1 open item"
    assert share_of(1, 2) == "50%, 1 of 2 open items"
    assert [counted(number, "lead") for number in (0, 1, 1_204)] == ["0 leads", "1 lead", "1,204 leads"]


@pytest.mark.parametrize(
    ("numbers", "named"),
    [([5], [5]), ([5, 4, 4], [5, 4, 4]), ([5, 4, 3, 2], [5, 4, 3]), ([5, 4, 3, 3], [5, 4]), ([3, 3, 3, 3], [])],
)
def test_of_equal_ones_all_are_named_or_none(numbers: list[int], named: list[int]) -> None:
    found = leading([(str(place), number) for place, number in enumerate(numbers)])
    assert [number for _, number in found] == named
