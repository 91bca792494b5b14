"""Sentences written from the data: they always state both numbers and never disagree with them (rule 13)."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasc_data.answers.comparison.messages import group_headline, headline
from jasc_data.answers.comparison.text import kind_sentence, sentences
from jasc_data.domain.rank import Rank
from jasc_data.domain.vocabulary import AverageBasis
from jasc_data.wording.standing import against, against_average, rank_words
from tests.builders import (
    AFI,
    BY_FORCE,
    COC,
    GROUP,
    HOME,
    PAPER_DAY,
    REC,
    answer,
    empty_store,
    imported,
    positions_csv,
)


@pytest.mark.parametrize(
    ("open_", "mean", "words"),
    [
        (6, 6.0, "the same as"),
        (0, 0.0, "the same as"),
        (104, 106.625, "close to"),
        (104, 129.0, "19% below"),
        (34, 27.8, "22% above"),
        (34, 33.125, "close to"),
        (6, 4.0, "50% above"),
        (105, 100.0, "5% above"),
        (95, 100.0, "5% below"),
        (10499, 10000.0, "close to"),
        (9501, 10000.0, "close to"),
        (9500, 10000.0, "5% below"),
        (0, 12.0, "none against"),
        (257, 200.0, "29% above"),  # 28.5 exactly
    ],
)
def test_words_for_a_figure_and_an_average(open_: int, mean: float, words: str) -> None:
    assert against(open_, mean) == words


@given(counts=st.lists(st.integers(0, 200), min_size=1, max_size=8), open_=st.integers(0, 200))
def test_the_words_are_right_in_exact_arithmetic(counts: list[int], open_: int) -> None:
    figures = [*counts, open_]
    exact = Fraction(sum(figures), len(figures))
    words = against(open_, sum(figures) / len(figures))
    if open_ == exact:
        assert words == "the same as"
    elif open_ == 0:
        assert words == "none against"
    elif abs(open_ - exact) / exact < Fraction(1, 20):
        assert words == "close to"
    else:
        percent = int(100 * abs(open_ - exact) / exact + Fraction(1, 2))
        shown = "over 99%" if open_ < exact and percent == 100 else f"{percent:,}%"
        assert words == f"{shown} {'above' if open_ > exact else 'below'}"


def test_exactly_5_per_cent_apart_is_not_close_to_whatever_the_group() -> None:
    """Every group of up to eight whose home figure lies exactly 5% from the mean: the words must not call it close."""
    wrong = {}
    for size in range(2, 9):
        for total in range(size, 8 * 150):
            for sign in (1, -1):
                exact = Fraction(total, size) * (1 + Fraction(sign, 20))
                if exact.denominator == 1 and exact <= total and against(int(exact), total / size) == "close to":
                    wrong[int(exact), total, size] = total / size
    assert wrong == {}


def test_an_average_of_0_gives_no_percentage_but_both_numbers() -> None:
    assert against_average(3, 0.0, "the MSG average") == "3 against the MSG average of 0"
    assert against_average(0, 0.0, "the MSG average") == "the same as the MSG average (0.0)"


def test_an_average_is_always_named_with_its_figure() -> None:
    assert against_average(34, 27.8, "the national average") == "22% above the national average (27.8)"


@pytest.mark.parametrize(
    ("rank", "words"),
    [
        (Rank(1, 8, ()), "the fewest of 8"),
        (Rank(1, 8, ("Norfolk",)), "joint fewest of 8"),
        (Rank(4, 8, ("Suffolk", "Warwickshire")), "joint 4th fewest of 8"),
        (Rank(3, 8, ()), "3rd fewest of 8"),
    ],
)
def test_words_for_a_rank(rank: Rank, words: str) -> None:
    assert rank_words(rank) == words


def test_the_papers_position_in_words_says_what_its_table_says() -> None:
    store = empty_store()
    imported(store, BY_FORCE.read_bytes())
    comparison = answer(store)
    assert sentences(comparison) == (
        "On 4 September 2023 West Mercia had 6 open causes of concern, the same as the MSG average (6.0) and "
        "50% above the national average (4.0); in the MSG Devon & Cornwall, Norfolk and North Yorkshire had fewer "
        "and Suffolk and Warwickshire as many.",
        "On 4 September 2023 West Mercia had 104 open recommendations, close to the MSG average (106.6) and "
        "19% below the national average (129.0); in the MSG only Devon & Cornwall and Norfolk had fewer.",
        "On 4 September 2023 West Mercia had 34 open AFIs, close to the MSG average (33.1) and "
        "22% above the national average (27.8); in the MSG Suffolk, Norfolk and Devon & Cornwall had fewer.",
    )
    assert headline(comparison) == (
        "Recommendations 19% below the national average, causes of concern 50% and AFIs 22% above it"
    )


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        (AverageBasis.WITH_US, "the MSG average (106.6)"),
        (AverageBasis.WITHOUT_US, "the MSG average without West Mercia (107.0)"),
        (AverageBasis.MEDIAN, "the MSG median (107.0)"),
    ],
)
def test_a_sentence_says_whose_average_it_uses(basis: AverageBasis, words: str) -> None:
    store = empty_store()
    imported(store, BY_FORCE.read_bytes())
    assert words in kind_sentence(answer(store, basis=basis), REC)


def test_a_sentence_says_when_the_average_is_of_7_of_8() -> None:
    store = empty_store()
    rows = BY_FORCE.read_text().replace("Wiltshire,9,146,36\n", "")
    imported(store, rows.encode())
    assert "the MSG average of the 7 of 8 forces held (101.0)" in kind_sentence(answer(store), REC)


def test_nothing_held_is_said_and_not_shown_as_0() -> None:
    empty = empty_store()
    assert sentences(answer(empty)) == ("No figures are held.",)
    assert headline(answer(empty)) == "No figures of West Mercia are held"
    imported(empty, positions_csv({HOME: (6, None, 34)}))
    said = sentences(answer(empty))
    assert said[1] == "On 4 September 2023 no figure for the recommendations of West Mercia is held."
    assert "6 open causes of concern" in said[0]


def test_one_is_written_in_the_singular() -> None:
    store = empty_store()
    imported(store, positions_csv({HOME: (1, 1, 1)}))
    said = " ".join(kind_sentence(answer(store), kind) for kind in (COC, REC, AFI))
    for words in ("1 open cause of concern", "1 open recommendation", "1 open AFI"):
        assert words in said
    assert "1 open causes" not in said
    assert "1 open recommendations" not in said


def test_without_any_average_the_headline_still_counts() -> None:
    store = empty_store()
    imported(store, positions_csv({"Kent": (1, 104, 34)}), home="Kent")
    assert headline(answer(store, home="Kent")) == "Kent: 1 cause of concern, 104 recommendations and 34 AFIs open"


def test_a_sentence_carries_the_figures_own_date() -> None:
    store = empty_store()
    imported(store, positions_csv({HOME: (6, 104, 34)}), date(2023, 6, 5))
    imported(store, positions_csv({HOME: (None, 103, None)}), PAPER_DAY)
    comparison = answer(store)
    assert "On 4 September 2023 West Mercia had 103" in kind_sentence(comparison, REC)
    assert "On 5 June 2023 West Mercia had 34" in kind_sentence(comparison, AFI)


def test_no_force_with_fewer_is_said_with_those_that_have_as_many() -> None:
    store = empty_store()
    imported(store, positions_csv({HOME: (3, 10, 1), "Suffolk": (3, 12, 0), "Norfolk": (9, 11, 0)}))
    comparison = answer(store)
    assert kind_sentence(comparison, COC).endswith("; no force in the MSG had fewer and Suffolk as many.")
    assert kind_sentence(comparison, REC).endswith("; no force in the MSG had fewer.")


def test_when_many_have_fewer_the_rank_is_said() -> None:
    store = empty_store()
    rows = BY_FORCE.read_text().replace("West Mercia,6,104,34", "West Mercia,12,140,34")
    imported(store, rows.encode())
    comparison = answer(store)
    assert kind_sentence(comparison, REC).endswith("; 2nd most of 8 forces in the MSG.")
    assert kind_sentence(comparison, COC).endswith("; joint most of 8 forces in the MSG.")


def test_the_groups_message_tells_each_place_in_the_same_words() -> None:
    store = empty_store()
    rows = BY_FORCE.read_text().replace("West Mercia,6,104,34", "West Mercia,13,140,34")
    imported(store, rows.encode())
    assert group_headline(answer(store)) == (
        "MSG of 8: causes of concern the most, recommendations 2nd most, AFIs 4th fewest"
    )


def test_none_open_stands_against_both_averages_without_a_percentage() -> None:
    store = empty_store()
    rows = BY_FORCE.read_text().replace("West Mercia,6,104,34", "West Mercia,0,104,34")
    imported(store, rows.encode())
    comparison = answer(store)
    assert kind_sentence(comparison, COC) == (
        "On 4 September 2023 West Mercia had no open causes of concern, against the MSG average of 5.3 and the "
        "national average of 4.0; no force in the MSG had fewer."
    )
    assert headline(comparison) == (
        "Recommendations 19% below the national average, AFIs 22% above it, "
        "no causes of concern against the national average of 4.0"
    )


def test_an_average_of_0_is_said_as_one_in_the_headline() -> None:
    store = empty_store()
    imported(store, positions_csv({HOME: (1, 104, 0)}, national=(0, 129, 0)))
    assert headline(answer(store)) == (
        "Recommendations 19% below the national average, AFIs the same as it, "
        "1 cause of concern against the national average of 0"
    )


def test_many_with_as_many_are_counted() -> None:
    store = empty_store()
    imported(store, positions_csv(dict.fromkeys(GROUP, (3, 10, 1))))
    assert kind_sentence(answer(store), COC).endswith("; no force in the MSG had fewer and 7 others as many.")


def test_a_half_per_cent_is_rounded_up_whatever_the_group() -> None:
    """A home figure exactly n.5% from the mean of up to eight forces: binary fractions must not turn it down."""
    wrong = {}
    for size in range(2, 9):
        for total in range(size, 500):
            for half in range(11, 200, 2):
                exact = Fraction(total, size) * (1 + Fraction(half, 200))
                words = f"{(half + 1) // 2}% above"
                if exact.denominator == 1 and exact <= total and against(int(exact), total / size) != words:
                    wrong[int(exact), total, size] = words
    assert wrong == {}
