"""The choices of the pages about time: how long a period is, between which two dates. All live in the URL."""

from datetime import date
from typing import NamedTuple

import streamlit as st

from jasc_data.answers.figures.headlines import HeldDate
from jasc_data.answers.trend.periods import Every
from jasc_data.domain.markings import UNMARKED, markings
from jasc_data.editorial.meetings import Meeting
from jasc_data.editorial.periods import Beginnings, Since, beginnings
from jasc_data.store.connection import Store
from jasc_data.wording.definitions import LEFT
from jasc_data.wording.numbers import long_date
from pages._shared.links import binding, let_go, tell, unhonoured
from pages._shared.session import Session
from pages._shared.single_flight import SingleFlight

EVERY, OVER, SINCE, UNTIL, LIST, MEETING, MARKING = "every", "over", "since", "until", "list", "meeting", "marking"
ALL_DATES = "All dates held"
TWO_YEARS = "The last 24 months"
_MONTHS = {"The last 12 months": 12, TWO_YEARS: 24}
USUALLY_OVER = _MONTHS[TWO_YEARS]  # they tell where a force is going; all dates are one choice away
USUAL = (Since.LAST_MEETING, Since.LAST_PAPER, Since.EXPORT_BEFORE)  # what stands first, where there is one
AS_SHOWN = "The date shown above"
_beginnings: SingleFlight[Beginnings] = SingleFlight(8)  # by the state of the store
NO_MEETING = "None on the list"
_LIST_ONCE_NAMED = "Left otherwise"  # in links of earlier releases
_TOLD = {
    EVERY: "The length of period in this link ({}) is not known; quarters are shown.",
    OVER: "The time in this link ({}) is not known; the last 24 months are shown.",
    SINCE: "The first date in this link ({}) is not one to compare from; the one below is taken.",
    UNTIL: "The second date in this link ({}) is not held; the date shown above is taken.",
    MEETING: "The meeting in this link ({}) is not on the list, or was before these figures; none is taken.",
    MARKING: "The marking in this link ({}) is none that can be chosen; the one of every page is taken.",
    LIST: "The list in this link ({}) is not known; the fullest one is shown.",
}


def every_choice() -> Every:
    """How long a period is."""
    options = [every.value for every in Every]
    tell(unhonoured(EVERY, options, _TOLD[EVERY]))
    return Every(st.selectbox("Count by", options, key=EVERY, bind="query-params") or Every.QUARTER)


def over_choice(session: Session) -> tuple[str, int | date | None]:
    """Over which time, as a link writes it: how many of the last months, since which day, or None for all dates held.

    Two years unless something else is chosen, which is all where less is held. Since the last meeting or paper only
    where there is one.
    """
    held, shown = beginnings_of(session), session.as_of or session.latest
    days = {f"Since the {since}": held.day(since, shown) for since in (Since.LAST_MEETING, Since.LAST_PAPER) if shown}
    meant = {ALL_DATES: None} | _MONTHS | {words: day for words, day in days.items() if day}
    tell(unhonoured(OVER, meant, _TOLD[OVER]))
    options = list(meant)
    chosen = st.selectbox("Over", options, options.index(TWO_YEARS), key=OVER, bind="query-params") or TWO_YEARS
    return chosen, meant[chosen]


def until_choice(session: Session) -> date | None:
    """The second date; None when nothing is held."""
    days = [held.as_of for held in session.dates]
    options = [AS_SHOWN, *(long_date(day) for day in days)]
    tell(unhonoured(UNTIL, options, _TOLD[UNTIL]))
    chosen = st.selectbox("To", options, key=UNTIL, bind="query-params")
    shown = session.as_of or session.latest
    return next((day for day in days if long_date(day) == chosen), shown)


class Begun(NamedTuple):
    """What a period begins with: its words in the address, its day (None: there is none), and what is to be said.

    counted: to whoever reads what changed since. notices: to whoever chooses.
    """

    words: str
    day: date | None
    counted: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


def since_choice(session: Session, until: date, label: str = "From", first: Since = Since.LAST_MEETING) -> Begun:
    """The first date: since the last meeting or paper, the export before, any meeting, or any earlier date held.

    first: which stands first where there is one. The last meeting and the last paper stand there only where there is
    one; with the export before the day is None where nothing earlier is held.
    """
    held = beginnings_of(session)
    named = sorted(USUAL, key=lambda since: (since is Since.EXPORT_BEFORE, since is not first))
    days = {since: held.day(since, until) for since in named}
    meant = {_words(since): day for since, day in days.items() if day or since is Since.EXPORT_BEFORE}
    meant |= {f"Meeting of {long_date(m.meeting_on)}": m.meeting_on for m in held.meetings if m.meeting_on < until}
    meant |= {long_date(one.as_of): one.as_of for one in session.dates if one.as_of < until}
    tell(unhonoured(SINCE, meant, _TOLD[SINCE]))
    if st.query_params.get(SINCE) == _words(Since.LAST_PAPER) and not days[Since.LAST_PAPER]:
        tell([held.no_paper(until)])
    words = st.selectbox(label, list(meant), key=SINCE, bind="query-params") or next(iter(meant))
    if words != _words(Since.LAST_PAPER):
        return Begun(words, meant[words])
    return Begun(words, meant[words], held.counted_from_paper(until), held.not_counted_from(until))


def beginnings_of(session: Session) -> Beginnings:
    """What periods can begin with; meetings and papers of the real store also while the demonstration is shown."""
    shown = session.demonstration
    version = session.store_version if shown else session.snapshot.data_version
    key = (str(session.store.path), version, shown)
    return _beginnings.get(key, lambda: _found(session.store, session.dates))


def _found(store: Store, dates: tuple[HeldDate, ...]) -> Beginnings:
    with store.snapshot() as snapshot:
        return beginnings(snapshot, dates)


def _words(since: Since) -> str:
    return f"The {since}"


def meeting_choice(as_of: date, meetings: tuple[Meeting, ...]) -> date | None:
    """The meeting that a document is for, of those that were not before its figures; None for none on the list."""
    days = {long_date(one.meeting_on): one.meeting_on for one in reversed(meetings) if one.meeting_on >= as_of}
    options = [NO_MEETING, *days]
    tell(unhonoured(MEETING, options, _TOLD[MEETING]))
    chosen = st.selectbox("For meeting of", options, key=MEETING, bind="query-params")
    return days.get(chosen or NO_MEETING)


def marking_choice(session: Session) -> str:
    """The protective marking of a document, at first that of every page; blank for none."""
    offered = {marking or UNMARKED: marking for marking in markings(session.settings)}
    tell(unhonoured(MARKING, offered, _TOLD[MARKING]))
    chosen = st.selectbox("Marking", list(offered), key=MARKING, bind="query-params")
    return offered[chosen or next(iter(offered))]


def list_choice(options: list[str], fullest: str) -> str:
    """Which list of items is shown; the fullest until one is chosen."""
    if st.query_params.get_all(LIST) == [_LIST_ONCE_NAMED]:
        let_go(LIST, LEFT)
        st.session_state[LIST] = LEFT
    else:
        tell(unhonoured(LIST, options, _TOLD[LIST], once=True))
    chosen = st.segmented_control(
        "Items", options, default=fullest, key=LIST, bind=binding(LIST), required=True, label_visibility="collapsed"
    )
    return chosen or fullest
