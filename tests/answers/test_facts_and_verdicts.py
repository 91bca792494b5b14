"""The facts that are asked for first, verdicts on reports, messages, and how old figures are."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasc_data.answers.attention.answer import Attention
from jasc_data.answers.attention.facts import About, facts
from jasc_data.answers.figures.open_items import ItemsHeld
from jasc_data.answers.reports.answer import ReportCount, ReportLine
from jasc_data.answers.reports.other_forces import ForceOpen, Spread
from jasc_data.answers.reports.verdicts import verdict
from jasc_data.domain.vocabulary import Grade, Kind
from jasc_data.wording.staleness import how_old, is_stale
from tests.builders import HOME, PAPER_DAY, REC

OTHERS = ("Norfolk", "Suffolk", "Wiltshire")
HELD = {REC: ItemsHeld(REC, 104, PAPER_DAY, PAPER_DAY)}


def attention(**changed: object) -> Attention:
    told: dict[str, object] = {
        "held": HELD,
        "overdue": {REC: 3},
        "overdue_worked_out": 0,
        "overdue_awaiting": 0,
        "overdue_with_reason": 2,
        "awaiting": {REC: 16},
        "level_3": 50,
        "level_4": 0,
        "graded_total": 104,
        "largest_reports": ("Vetting",),
        "largest_report_open": 34,
        "largest_report_id": 7,
        "open_total": 104,
    }
    return Attention(**(told | changed))  # type: ignore[arg-type]


def test_the_four_facts() -> None:
    told = [(fact.about, fact.figure, fact.words, fact.more) for fact in facts(attention())]
    assert told == [
        (About.OVERDUE, 3, "overdue", "2 with a reason given"),
        (About.AWAITING, 16, "awaiting sign-off", ""),
        (About.LEVEL_4, 0, "at level 4, the most severe", ""),
        (About.LARGEST, 34, "in Vetting", "33%, 34 of 104 open items"),
    ]


def test_several_reports_that_are_the_largest_are_counted_and_none_is_singled_out() -> None:
    found = facts(attention(largest_reports=("Custody", "Vetting"), largest_report_id=None))[-1]
    assert found.words == "in each of the 2 largest reports"


def test_nothing_overdue_and_nothing_held() -> None:
    assert facts(attention(overdue={}, overdue_with_reason=0))[0].more == "by the HMICFRS deadline"
    assert facts(attention(overdue_with_reason=0))[0].more == "none with a reason given"
    assert facts(attention(held={})) == ()


def line(open_: int, *, shared: bool = True) -> ReportLine:
    count = ReportCount(1, "Vetting", shared, None, Kind.RECOMMENDATION, Grade.TWO, open_, 0, 0, 0, open_, 0, None)
    return ReportLine(1, "Vetting", shared, None, (count,))


def spread(home: int, *others: int) -> Spread:
    held = [ForceOpen(1, HOME, home, PAPER_DAY)]
    held += [ForceOpen(1, force, open_, PAPER_DAY) for force, open_ in zip(OTHERS, others, strict=False)]
    return Spread(HOME, (HOME, *OTHERS), tuple(held))


@pytest.mark.parametrize(
    ("home", "others", "words"),
    [
        (
            8,
            (4, 0, 10),
            "open in 2 of 3 other MSG forces; we have the 2nd most of 4; 71% above the others' mean of 4.7. "
            "An outlier? No: the others have 0 to 10",
        ),
        (
            9,
            (4, 5, 3),
            "open in 3 of 3 other MSG forces; we have the most of 4; 125% above the others' mean of 4.0. "
            "An outlier? Yes, above: the others have 3 to 5",
        ),
        (
            4,
            (4, 1, 1),
            "open in 3 of 3 other MSG forces; we have the joint most of 4; 100% above the others' mean of 2.0. "
            "An outlier? No: the others have 1 to 4",
        ),
        (
            2,
            (5, 2),
            "open in 2 of 2 other MSG forces; we have the joint fewest of 3; 43% below the others' mean of 3.5",
        ),
        (
            2,
            (0, 1, 0),
            "open in 1 of 3 other MSG forces; we have the most of 4; 2 against the others' mean of 0.3. "
            "An outlier? Yes, above: the others have 0 to 1",
        ),
        (
            1,
            (4, 5, 3),
            "open in 3 of 3 other MSG forces; we have the fewest of 4; 75% below the others' mean of 4.0. "
            "An outlier? Yes, below: the others have 3 to 5",
        ),
        (0, (5,), "open in 1 of 1 other MSG force; we have none; none against the others' mean of 5.0"),
    ],
)
def test_a_verdict_in_words(home: int, others: tuple[int, ...], words: str) -> None:
    found = verdict(line(home), spread(home, *others))
    assert found is not None
    assert found.words == words


def test_of_two_others_a_range_says_nothing() -> None:
    found = verdict(line(9), spread(9, 4, 5))
    assert found is not None
    assert found.outlier == ""


@given(st.integers(0, 9), st.lists(st.integers(0, 9), min_size=3, max_size=3))
def test_an_outlier_is_outside_the_range_of_the_others(home: int, others: list[int]) -> None:
    found = verdict(line(home), spread(home, *others))
    assert found is not None
    assert found.outlier.startswith("Yes") == (home > max(others) or home < min(others))


@given(st.integers(0, 30), st.lists(st.integers(0, 30), min_size=1, max_size=3))
def test_a_verdict_counts_the_others_alone(home: int, others: list[int]) -> None:
    found = verdict(line(home), spread(home, *others))
    assert found is not None
    assert sorted(found.others) == sorted(others)
    assert found.mean == sum(others) / len(others)


def test_no_verdict_without_other_forces_or_on_a_report_of_ours_alone() -> None:
    assert verdict(line(3), None) is None
    assert verdict(line(3), spread(3)) is None
    assert verdict(line(3, shared=False), spread(3, 4)) is None


@pytest.mark.parametrize(
    ("days", "words", "stale"),
    [
        (-1, "of today", False),
        (0, "of today", False),
        (1, "1 day old", False),
        (31, "31 days old", False),
        (32, "32 days old", True),
        (1180, "1,180 days old", True),
    ],
)
def test_how_old_figures_are(days: int, words: str, stale: bool) -> None:
    today = date(2026, 6, 1)
    assert how_old(today - timedelta(days), today) == words
    assert is_stale(today - timedelta(days), today) is stale
