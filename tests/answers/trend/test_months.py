"""The trend over the last months begins at the figure nearest to their beginning."""

from collections.abc import Iterable
from datetime import date

import pytest

from jasc_data.answers.trend.answer import Trend, trend
from jasc_data.domain.perspective import Viewpoint
from jasc_data.domain.vocabulary import Kind
from tests.builders import AFI, COC, GROUPS, HOME, NATION, PAPER_DAY, REC, empty_store, imported, positions_csv

YEAR_AGO = date(2022, 9, 5)  # a day less than 12 months before the paper's day


def held(days: Iterable[date]) -> Trend:
    store = empty_store()
    for number, day in enumerate(days):
        imported(store, positions_csv({HOME: (6, 100 + number, None if day == YEAR_AGO else 34)}), day)
    with store.snapshot() as snapshot:
        return trend(snapshot, Viewpoint(HOME, GROUPS, NATION), as_of=PAPER_DAY)


def first_days(found: Trend) -> dict[Kind, date]:
    return {kind: found.figures(kind)[0].as_of for kind in Kind}


@pytest.mark.parametrize(
    ("days", "first"),
    [
        ((date(2022, 3, 7), date(2022, 8, 20), date(2022, 9, 20), PAPER_DAY), date(2022, 8, 20)),  # 15 days, not 16
        ((date(2022, 3, 7), date(2022, 10, 4), PAPER_DAY), date(2022, 10, 4)),  # within 31 days
        ((date(2022, 3, 7), date(2022, 7, 7), date(2022, 10, 6), PAPER_DAY), date(2022, 7, 7)),  # the last before
        ((date(2023, 3, 7), PAPER_DAY), date(2023, 3, 7)),  # none so early: all
    ],
)
def test_the_beginning_of_the_last_months(days: tuple[date, ...], first: date) -> None:
    assert set(first_days(held(days).over(12)).values()) == {first}


def test_each_kind_begins_at_a_figure_of_its_own() -> None:
    found = held((date(2022, 3, 7), YEAR_AGO, PAPER_DAY)).over(12)
    assert first_days(found) == {COC: YEAR_AGO, REC: YEAR_AGO, AFI: date(2022, 3, 7)}


def test_nothing_held_has_no_last_months() -> None:
    with empty_store().snapshot() as snapshot:
        found = trend(snapshot, Viewpoint(HOME, GROUPS, NATION))
    assert found.over(12) is found


def test_since_a_day_is_from_the_figure_of_that_day() -> None:
    found = held((date(2022, 3, 7), YEAR_AGO, PAPER_DAY))
    assert found.since(YEAR_AGO) == found.over(12)
