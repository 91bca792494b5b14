"""Averages, ranks and the national average, from figures alone: no file, no store."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasc_data.answers.comparison.answer import group_average
from jasc_data.answers.figures.headlines import Headline, HeldDate, default_date
from jasc_data.answers.figures.national import Published, computed_average, national_average
from jasc_data.domain.rank import Rank, rank_of
from jasc_data.domain.vocabulary import AverageBasis, ExportType, NationalSource
from tests.builders import AFI, COC, HOME, NATION, REC

DAY = date(2023, 9, 4)
FORCES = (
    "Devon & Cornwall",
    "Gloucestershire",
    "Norfolk",
    "North Yorkshire",
    "Suffolk",
    "Warwickshire",
    HOME,
    "Wiltshire",
)
PAPER = {
    COC: dict(zip(FORCES, (3, 12, 3, 3, 6, 6, 6, 9), strict=True)),
    REC: dict(zip(FORCES, (71, 110, 93, 106, 115, 108, 104, 146), strict=True)),
    AFI: dict(zip(FORCES, (32, 36, 22, 42, 14, 49, 34, 36), strict=True)),
}
COUNTS = st.dictionaries(st.sampled_from(FORCES), st.integers(0, 20), min_size=1)


def figure(force: str, open_: int, as_of: date = DAY) -> Headline:
    when = datetime(2023, 9, 5)
    return Headline(force, REC, open_, as_of, as_of, ExportType.POSITIONS, 1, None, None, "export.csv", when)


def nation(open_: int = 100, oldest: date = DAY) -> list[Headline]:
    return [figure(NATION[0], open_, oldest), *(figure(force, open_) for force in NATION[1:])]


def published(average: float, as_of: date = DAY) -> Published:
    return Published(REC, as_of, average, "export.csv")


@pytest.mark.parametrize(
    ("kind", "mean", "without_us", "middle"),
    [(COC, 6.0, 6.0, 6.0), (REC, 106.625, 107.0, 107.0), (AFI, 33.125, 33.0, 35.0)],
)
def test_the_papers_averages(kind: str, mean: float, without_us: float, middle: float) -> None:
    figures = PAPER[kind]  # type: ignore[index]
    assert group_average(figures, HOME, AverageBasis.WITH_US) == mean
    assert group_average(figures, HOME, AverageBasis.WITHOUT_US) == without_us
    assert group_average(figures, HOME, AverageBasis.MEDIAN) == middle


@pytest.mark.parametrize(
    ("kind", "rank"),
    [
        (COC, Rank(4, 8, ("Suffolk", "Warwickshire"))),
        (REC, Rank(3, 8, ())),
        (AFI, Rank(4, 8, ())),
    ],
)
def test_the_papers_ranks(kind: str, rank: Rank) -> None:
    assert rank_of(HOME, PAPER[kind]) == rank  # type: ignore[index]
    assert rank.joint == (kind == COC)


def test_an_average_of_no_figures_is_none_and_never_0() -> None:
    for basis in AverageBasis:
        assert group_average({}, HOME, basis) is None
    assert group_average({HOME: 5}, HOME, AverageBasis.WITHOUT_US) is None
    assert group_average({"Suffolk": 5}, HOME, AverageBasis.WITHOUT_US) == 5


def test_a_force_not_held_has_no_rank() -> None:
    assert rank_of(HOME, {"Suffolk": 3}) is None


@pytest.mark.parametrize("basis", AverageBasis)
def test_a_force_is_never_compared_with_itself_alone(basis: AverageBasis) -> None:
    assert group_average({HOME: 6}, HOME, basis) is None
    assert rank_of(HOME, {HOME: 6}) is None
    assert group_average({HOME: 6, "Suffolk": 4}, HOME, basis) in (5, 4)


@given(COUNTS)
def test_ranks_are_those_of_a_sorted_list(counts: dict[str, int]) -> None:
    in_order = sorted(counts.values())
    for force, open_ in counts.items():
        rank = rank_of(force, counts)
        if len(counts) == 1:
            assert rank is None
            continue
        assert rank is not None
        assert rank.place == in_order.index(open_) + 1
        assert rank.of == len(counts)
        assert len(rank.tied) == in_order.count(open_) - 1
        assert force not in rank.tied


@given(COUNTS)
def test_an_average_lies_between_the_lowest_and_the_highest(counts: dict[str, int]) -> None:
    for basis in AverageBasis:
        mean = group_average(counts, "Kent", basis)
        assert mean is not None
        assert min(counts.values()) <= mean <= max(counts.values())


def test_the_default_date_is_the_home_forces_latest() -> None:
    dates = (HeldDate(date(2023, 9, 9), False), HeldDate(DAY, True), HeldDate(date(2023, 6, 5), True))
    assert default_date(dates) == DAY
    others = (*dates[:1], HeldDate(date(2023, 9, 8), False))
    assert default_date(others) == default_date(others[::-1]) == date(2023, 9, 9)
    assert default_date(()) is None


def test_the_published_average_is_used_while_no_nation_is_held() -> None:
    used, last = national_average([published(129.0)], None, DAY)
    assert used is not None
    assert (used.value, used.source, used.as_of, used.other, last) == (129.0, NationalSource.PUBLISHED, DAY, None, None)


def test_the_latest_published_average_is_the_one_used() -> None:
    used, _ = national_average([published(130.0), published(129.0, DAY - timedelta(days=30))], None, DAY)
    assert used is not None
    assert used.value == 130.0


@pytest.mark.parametrize(("days", "current"), [(0, True), (92, True), (93, False)])
def test_a_published_average_is_current_for_92_days(days: int, current: bool) -> None:
    given_ = published(129.0, DAY - timedelta(days=days))
    used, last = national_average([given_], None, DAY)
    assert (used is not None, last) == (current, None if current else given_)


def test_the_last_published_average_is_the_latest_of_those_that_are_too_old() -> None:
    older = [published(130.0, DAY - timedelta(days=93)), published(129.0, DAY - timedelta(days=200))]
    assert national_average(older, None, DAY) == (None, older[0])


def test_without_any_nothing_is_said() -> None:
    assert national_average([], None, DAY) == (None, None)


def test_the_mean_of_the_nation_is_used_when_nothing_was_published() -> None:
    figures = nation(100)
    figures[0] = figure(NATION[0], 143)
    used, _ = national_average([], computed_average(figures), DAY)
    assert used is not None
    assert (used.value, used.source) == (101.0, NationalSource.COMPUTED)


@pytest.mark.parametrize(
    ("published_on", "oldest", "source"),
    [
        (DAY, DAY, NationalSource.COMPUTED),  # equally new
        (DAY - timedelta(days=1), DAY, NationalSource.COMPUTED),
        (DAY, DAY - timedelta(days=1), NationalSource.PUBLISHED),  # as old as its oldest figure
    ],
)
def test_the_newer_of_computed_and_published_is_used(published_on: date, oldest: date, source: NationalSource) -> None:
    used, _ = national_average([published(129.0, published_on)], computed_average(nation(100, oldest)), DAY)
    assert used is not None
    assert used.source is source
    assert used.other is not None
    assert {used.value, used.other.value} == {100.0, 129.0}
    assert used.other.source is not source


@pytest.mark.parametrize(("value", "both"), [(100.04, False), (100.05, True), (99.95, False), (99.94, True)])
def test_both_are_told_only_when_they_differ_at_one_decimal(value: float, both: bool) -> None:
    used, _ = national_average([published(value)], computed_average(nation(100)), DAY)
    assert used is not None
    assert (used.other is not None) == both


def test_a_published_average_too_old_is_not_told_beside_a_computed_one() -> None:
    used, last = national_average([published(129.0, DAY - timedelta(days=93))], computed_average(nation(100)), DAY)
    assert used is not None
    assert (used.source, used.other, last) == (NationalSource.COMPUTED, None, None)
