"""Answers found ahead: those that grow with the years of exports held, found anew after every commit.

Whoever commits waits for them, behind the page that says what was committed, so that nobody waits who looks: in a
committee least of all.
"""

import logging
import time
from importlib import import_module
from pkgutil import iter_modules
from threading import Event, Thread

from jasc_data.answers.trend.periods import Every
from jasc_data.domain.vocabulary import AverageBasis, Kind
from pages import _shared
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
from pages._shared.operations.interpreter import set_aside_what_stays
from pages._shared.panels import NARROW
from pages._shared.pictures import picture
from pages._shared.session import Session
from pages._shared.time_choices import USUAL, beginnings_of
from pages._shared.upload.apart import READERS

_AT_THE_LATEST = 60.0  # seconds after the start
_DRAWN_WITHIN = 3.0  # seconds in which a browser on the same machine draws what it was sent
_a_page_stands = Event()


def import_ahead() -> None:
    """To be called when the server starts. Once a first page stands and is drawn, which wants all the processors, it
    imports what would hold up the next ones, and has the process that reads uploaded files wait for the first.
    """
    Thread(target=_import, daemon=True).start()


def a_page_stands() -> None:
    """To be called when a visit's page has been shown."""
    _a_page_stands.set()


def _import() -> None:
    if _a_page_stands.wait(_AT_THE_LATEST):
        time.sleep(_DRAWN_WITHIN)
    READERS.start_ahead()
    import_module("sklearn.feature_extraction.text")
    for module in iter_modules(_shared.__path__, f"{_shared.__name__}."):
        import_module(module.name)  # what pages import, and the libraries of the files that they offer
    set_aside_what_stays()


def answer_ahead(session: Session) -> None:
    """Finds what the pages show first at the date chosen; to be called when the page itself stands.

    A failure here is the other pages' to tell: uploads must be there to be withdrawn, whatever becomes of a figure.
    """
    try:
        _find(session)
    except Exception:
        logging.getLogger("jasc").exception("Answers could not be found ahead")


def _find(session: Session) -> None:
    comparison = position_of(session.grounds).comparison
    trend = trend_of(session.grounds, AverageBasis.WITH_US)
    if comparison.as_of is None or trend.as_of is None:
        return
    causes_of(session.grounds)
    ageing_of(session.grounds)
    reports_now(session.grounds)
    repeats_of(session.grounds)
    for kind in Kind:
        chart = trend_chart_of(session.grounds, AverageBasis.WITH_US, kind)
        if chart:
            picture(chart, NARROW)
    periods_of(session.grounds, Every.QUARTER)
    pace_of(session.grounds)
    before = beginnings_of(session).first(trend.as_of, *USUAL)
    if before:
        period_changes_of(session.grounds, before, trend.as_of)
