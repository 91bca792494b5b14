"""Answers about the reports behind the home force's items, kept between page runs; their key holds the data version."""

from datetime import date

import streamlit as st

from jasc_data.answers.figures.item_sources import short_item_source
from jasc_data.answers.reports.answer import ReportLine, Reports, reports_of
from jasc_data.answers.reports.history import HistoryPoint, report_history
from jasc_data.answers.reports.history_chart import report_history_chart
from jasc_data.answers.reports.other_forces import Spread, spreads
from jasc_data.domain.vocabulary import Kind
from jasc_data.drawing.chart import Provenance
from jasc_data.drawing.chart_spec import ChartSpec
from pages._shared.answers import comparison_of
from pages._shared.session import Session

_KEPT = 32


def reports_now(session: Session) -> Reports | None:
    """The home force's reports at the date chosen; None when no figures are held or no items are."""
    day = comparison_of(session).as_of
    reports = _reports(session.cache_key, day, session) if day else None
    return reports if reports and (reports.held or reports.partial) else None


def spread_now(session: Session, reports: Reports, line: ReportLine) -> Spread | None:
    """How one report stands across the forces held; None for one that no force's items speak of."""
    return _spreads(session.cache_key, reports.as_of, comparison_of(session).group, session).get(line.report_id)


def history_points(session: Session, reports: Reports, line: ReportLine) -> tuple[HistoryPoint, ...]:
    """One report at every date held up to that date."""
    return _points(session.cache_key, reports.as_of, line.report_id, line.kinds, session)


def history_chart_of(session: Session, reports: Reports, line: ReportLine) -> ChartSpec | None:
    """The same as a chart; None when no date holds all of the report's kinds."""
    return _history_chart(session.cache_key, reports.as_of, line.report_id, reports, line, session)


def report_provenance(session: Session, reports: Reports) -> Provenance:
    """What every picture of the reports carries."""
    return Provenance(short_item_source(reports.sources), session.settings.marking, session.demonstration)


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _reports(key: tuple[object, ...], day: date, _session: Session) -> Reports:  # noqa: ARG001 - a cache key
    return reports_of(_session.snapshot, _session.home, day)


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _spreads(
    key: tuple[object, ...],  # noqa: ARG001 - a cache key
    day: date,
    group: tuple[str, ...],
    _session: Session,
) -> dict[int, Spread]:
    return spreads(_session.snapshot, _session.home, group, day)


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _points(
    key: tuple[object, ...],  # noqa: ARG001 - a cache key
    day: date,
    report_id: int,
    kinds: frozenset[Kind],
    _session: Session,
) -> tuple[HistoryPoint, ...]:
    return report_history(_session.snapshot, _session.home, report_id, kinds, day)


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _history_chart(
    key: tuple[object, ...],  # noqa: ARG001 - a cache key
    day: date,  # noqa: ARG001 - a cache key
    report_id: int,  # noqa: ARG001 - a cache key
    _reports: Reports,
    _line: ReportLine,
    _session: Session,
) -> ChartSpec | None:
    points = history_points(_session, _reports, _line)
    return report_history_chart(_line, points, report_provenance(_session, _reports))
