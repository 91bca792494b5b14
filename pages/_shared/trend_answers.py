"""The answers of the pages about time, kept between page runs; their key holds the data version.

Years of exports make large answers that nothing changes, so they are shared as they are and not copied for each run.
"""

from datetime import date

import streamlit as st

from jasc_data.answers.period_changes.answer import Between, between
from jasc_data.answers.period_changes.text import between_source
from jasc_data.answers.trend.answer import Trend, trend
from jasc_data.answers.trend.charts import trend_chart
from jasc_data.answers.trend.periods import Every, periods
from jasc_data.answers.trend.tables import periods_table
from jasc_data.domain.vocabulary import AverageBasis, Kind
from jasc_data.drawing.chart import Chart, Provenance, Table
from jasc_data.wording.numbers import short_date
from pages._shared.session import Session

WIDE, NARROW = 110, 40  # characters that fit a line of a chart, one alone or three side by side
_KEPT = 32


def trend_of(session: Session, basis: AverageBasis) -> Trend:
    """The home force's figures at every date up to the one chosen."""
    return _trend(session.cache_key, session.as_of, basis, session)


def trend_chart_of(session: Session, basis: AverageBasis, kind: Kind, characters: int) -> Chart | None:
    """The chart of one kind up to the date chosen."""
    return _chart(session.cache_key, session.as_of, basis, kind, characters, session)


def periods_of(session: Session, day: date, every: Every) -> dict[Kind, Table | None]:
    """What opened and closed in each period up to the day, of the kinds that are held; None where it cannot be told."""
    return _periods(session.cache_key, day, every, session)


def between_of(session: Session, first: date, last: date) -> Between:
    """What changed between two dates."""
    return _between(session.cache_key, first, last, session)


def changes_provenance(session: Session, answer: Between) -> Provenance:
    """What every file of the changes carries."""
    return Provenance(between_source(answer), session.settings.marking, session.demonstration)


def _provenance(session: Session, trend: Trend) -> Provenance:
    days = trend.home_days
    dates = f"exports of {len(days):,} dates to" if len(days) > 1 else "export of"
    source = f"Source: {dates} {short_date(days[-1])}" if days else "Source: none held"
    return Provenance(source, session.settings.marking, session.demonstration)


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _trend(
    key: tuple[object, ...],  # noqa: ARG001
    as_of: date | None,
    basis: AverageBasis,
    _session: Session,
) -> Trend:
    return trend(_session.snapshot, _session.home, _session.groups, _session.directory.names, as_of=as_of, basis=basis)


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _chart(
    key: tuple[object, ...],  # noqa: ARG001
    as_of: date | None,  # noqa: ARG001
    basis: AverageBasis,
    kind: Kind,
    characters: int,
    _session: Session,
) -> Chart | None:
    trend = trend_of(_session, basis)
    return trend_chart(trend, kind, _provenance(_session, trend), characters=characters)


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _periods(
    key: tuple[object, ...],  # noqa: ARG001
    day: date,
    every: Every,
    _session: Session,
) -> dict[Kind, Table | None]:
    found = periods(_session.snapshot, _session.home, day, every)
    return {kind: periods_table(told, kind) if told else None for kind, told in found.items()}


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _between(
    key: tuple[object, ...],  # noqa: ARG001
    first: date,
    last: date,
    _session: Session,
) -> Between:
    return between(_session.snapshot, _session.home, first, last)
