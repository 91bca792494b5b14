"""The trend over the last months begins at the figure nearest to their beginning."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta

from jasc_data.answers.trend.answer import Trend, trend
from jasc_data.domain.perspective import Viewpoint
from jasc_data.domain.vocabulary import Kind
from jasc_data.store.snapshot import Snapshot
from tests.builders import AFI, COC, GROUPS, HOME, NATION, PAPER_DAY, REC, empty_store, imported, positions_csv

YEAR_AGO = date(2022, 9, 5)  # a day less than 12 months before the paper's day


def held(days: Iterable[date], over: int | date) -> Trend:
    """Over that time, which must be what the whole says of it."""
    store = empty_store()
    for number, day in enumerate(days):
        figures = {HOME: (6, 100 + number, None if day == YEAR_AGO else 34), "Suffolk": (5, 90 - number, 14)}
        imported(store, positions_csv(figures), day)
    with store.snapshot() as snapshot:
        view = Viewpoint(HOME, GROUPS, NATION)
        found = trend(snapshot, view, as_of=PAPER_DAY, over=over)
        whole = trend(snapshot, view, as_of=PAPER_DAY)
    assert found == whole.since(PAPER_DAY - relativedelta(months=over) if isinstance(over, int) else over)
    return found


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
    assert set(first_days(held(days, over=12)).values()) == {first}


def test_each_kind_begins_at_a_figure_of_its_own() -> None:
    found = held((date(2022, 3, 7), YEAR_AGO, PAPER_DAY), over=12)
    assert first_days(found) == {COC: YEAR_AGO, REC: YEAR_AGO, AFI: date(2022, 3, 7)}


def test_nothing_held_has_no_last_months() -> None:
    with empty_store().snapshot() as snapshot:
        view = Viewpoint(HOME, GROUPS, NATION)
        assert trend(snapshot, view, over=12) == trend(snapshot, view)


def test_since_a_day_is_from_the_figure_of_that_day() -> None:
    assert first_days(held((date(2022, 3, 7), YEAR_AGO, PAPER_DAY), over=YEAR_AGO))[REC] == YEAR_AGO


def test_of_the_last_months_no_earlier_figures_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[date] = []
    run = Snapshot._run

    def noted(snapshot: Snapshot, name: str, given: dict[str, Any]) -> None:
        asked.extend([given["first"]] if name == "trend/standing" else [])
        run(snapshot, name, given)

    monkeypatch.setattr(Snapshot, "_run", noted)
    held((date(2022, 3, 7), date(2022, 9, 12), PAPER_DAY), over=12)
    assert asked == [date(2022, 9, 12), date(2022, 3, 7)]  # the latter for the whole
