"""Answers kept between page runs. Their key holds the data version, so no page can show a stale one."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from jasc_data.answers.attention.answer import Attention, needs_attention
from jasc_data.answers.comparison.answer import Comparison, compare
from jasc_data.answers.comparison.provenance import short_source
from jasc_data.answers.movement.answer import Movement, since_the_export_before
from jasc_data.answers.report_breakdown.answer import Behind, behind_the_figure
from jasc_data.domain.vocabulary import AverageBasis, Kind
from jasc_data.drawing.chart import Provenance
from pages._shared.session import Session

_KEPT = 64


@dataclass(frozen=True)
class Position:
    """The answer behind the Position page."""

    comparison: Comparison
    attention: Attention | None
    movements: dict[Kind, Movement]


def comparison_of(session: Session, basis: AverageBasis = AverageBasis.WITH_US) -> Comparison:
    """The home force against its group and the nation, at the date chosen."""
    return _comparison(session.cache_key, session.as_of, basis, session)


def position_of(session: Session) -> Position:
    """The same with what needs attention and how the figures moved."""
    return _position(session.cache_key, session.as_of, session)


def behind_of(session: Session, comparison: Comparison, kind: Kind) -> Behind:
    """What lies behind the home force's figure of one kind."""
    assert comparison.as_of is not None
    return _behind(session.cache_key, comparison.as_of, kind, session)


def provenance_of(session: Session, comparison: Comparison) -> Provenance:
    """What every picture of this answer carries."""
    return Provenance(short_source(comparison), session.settings.marking, session.demonstration)


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _comparison(key: tuple[object, ...], as_of: date | None, basis: AverageBasis, _session: Session) -> Comparison:
    return compare(
        _session.snapshot, _session.home, _session.groups, _session.directory.names, as_of=as_of, basis=basis
    )


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _position(key: tuple[object, ...], as_of: date | None, _session: Session) -> Position:
    comparison = comparison_of(_session)
    if comparison.as_of is None:
        return Position(comparison, None, {})
    figures = {kind: entry.home for kind, entry in comparison.kinds.items()}
    return Position(
        comparison,
        needs_attention(_session.snapshot, _session.home, comparison.as_of),
        since_the_export_before(_session.snapshot, _session.home, figures),
    )


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _behind(key: tuple[object, ...], as_of: date, kind: Kind, _session: Session) -> Behind:
    return behind_the_figure(_session.snapshot, _session.home, kind, as_of)
