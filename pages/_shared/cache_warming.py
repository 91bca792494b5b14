"""Answers found ahead: those of the first page, and those that grow with the years of exports held.

The latter are found anew after every commit. Whoever commits waits for them, behind the page that says what was
committed, so that nobody waits who looks: in a committee least of all.
"""

import logging

from jasc_data.answers.trend.periods import Every
from jasc_data.domain.failures import UserFailure
from jasc_data.domain.vocabulary import AverageBasis, Kind
from pages._shared.answers import (
    ageing_of,
    causes_of,
    pace_of,
    period_changes_of,
    periods_of,
    position_of,
    repeats_of,
    reports_now,
    trend_chart_of,
    trend_of,
)
from pages._shared.kept_charts import group_strip_of
from pages._shared.panels import NARROW
from pages._shared.pictures import card_picture, picture
from pages._shared.session import Session, opened_session
from pages._shared.time_choices import USUAL, USUALLY_OVER, beginnings_of
from pages._shared.turns import once_written


def first_page_ahead() -> None:
    """Opens the store, and finds what the first page shows of it: while the first browser still fetches what it draws
    with. What cannot be opened or found is the visit's to tell."""
    try:
        with opened_session() as session:
            position_of(session.grounds)
            for kind in Kind:
                strip = group_strip_of(session.grounds, kind)
                if strip:
                    card_picture(strip)
    except UserFailure:
        return
    except Exception:
        logging.getLogger("jasc").exception("The first page could not be found ahead")


def answer_ahead(session: Session) -> None:
    """Finds what the pages show first at the date chosen, once after each writing of this visit; to be called when the
    page itself stands.

    A failure here is the other pages' to tell: uploads must be there to be withdrawn, whatever becomes of a figure.
    """
    once_written(lambda: _find(session))


def _find(session: Session) -> None:
    try:
        _ask(session)
    except Exception:
        logging.getLogger("jasc").exception("Answers could not be found ahead")


def _ask(session: Session) -> None:
    comparison = position_of(session.grounds).comparison
    trend = trend_of(session.grounds, AverageBasis.WITH_US, USUALLY_OVER)
    if comparison.as_of is None or trend.as_of is None:
        return
    causes_of(session.grounds)
    ageing_of(session.grounds)
    reports_now(session.grounds)
    repeats_of(session.grounds)
    for kind in Kind:
        chart = trend_chart_of(session.grounds, AverageBasis.WITH_US, kind, USUALLY_OVER)
        if chart:
            picture(chart, NARROW)
    periods_of(session.grounds, Every.QUARTER)
    pace_of(session.grounds)
    before = beginnings_of(session).first(trend.as_of, *USUAL)
    if before:
        period_changes_of(session.grounds, before, trend.as_of)
