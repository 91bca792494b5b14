"""The choices of the pages about time: how long a period is, between which two dates. All live in the URL."""

from datetime import date

import streamlit as st

from jasc_data.answers.figures.headlines import date_before
from jasc_data.answers.trend.periods import Every
from jasc_data.editorial.meetings import Meeting, last_meeting
from jasc_data.wording.definitions import LEFT
from jasc_data.wording.numbers import long_date
from pages._shared.links import binding, tell, unhonoured
from pages._shared.session import Session

EVERY, OVER, SINCE, UNTIL, LIST, MEETING = "every", "over", "since", "until", "list", "meeting"
ALL_DATES = "All dates held"
_MONTHS = {"The last 12 months": 12, "The last 24 months": 24}
AS_SHOWN = "The date shown above"
EXPORT_BEFORE = "The export before"
LAST_MEETING = "The last meeting"
NO_MEETING = "No meeting, or none on the list"
_LIST_ONCE_NAMED = "Left otherwise"  # in links of earlier releases
_TOLD = {
    EVERY: "The length of period in this link ({}) is not known; quarters are shown.",
    OVER: "The time in this link ({}) is not known; all dates held are shown.",
    SINCE: "The first date in this link ({}) is not one to compare from; the export before is taken.",
    UNTIL: "The second date in this link ({}) is not held; the date shown above is taken.",
    MEETING: "The meeting in this link ({}) is not on the list, or was before these figures; none is taken.",
    LIST: "The list in this link ({}) is not known; the fullest one is shown.",
}


def every_choice() -> Every:
    """How long a period is."""
    options = [every.value for every in Every]
    tell(unhonoured(EVERY, options, _TOLD[EVERY]))
    return Every(st.selectbox("Count by", options, key=EVERY, bind="query-params") or Every.QUARTER)


def months_choice() -> int | None:
    """Over how many of the last months; None for all dates held."""
    options = [ALL_DATES, *_MONTHS]
    tell(unhonoured(OVER, options, _TOLD[OVER]))
    chosen = st.selectbox("Over", options, key=OVER, bind="query-params")
    return _MONTHS.get(chosen or "")


def months_label(months: int | None) -> str:
    """The words in the URL for so many months, or for all dates."""
    return next((label for label, number in _MONTHS.items() if number == months), ALL_DATES)


def until_choice(session: Session) -> date | None:
    """The second date; None when nothing is held."""
    days = [held.as_of for held in session.dates]
    options = [AS_SHOWN, *(long_date(day) for day in days)]
    tell(unhonoured(UNTIL, options, _TOLD[UNTIL]))
    chosen = st.selectbox("To", options, key=UNTIL, bind="query-params")
    shown = session.as_of or session.latest
    return next((day for day in days if long_date(day) == chosen), shown)


def since_choice(session: Session, until: date, meetings: tuple[Meeting, ...], label: str = "From") -> date | None:
    """The first date: the last meeting, the export before, or any earlier date held; None when there is none earlier.

    The last meeting stands first where one is on the list: what changed since then is what a committee asks.
    """
    days = {long_date(held.as_of): held.as_of for held in session.dates if held.as_of < until}
    last = last_meeting(meetings, until)
    meant = ({LAST_MEETING: last} if last else {}) | {EXPORT_BEFORE: export_before(session, until)}
    meant |= {f"Meeting of {long_date(m.meeting_on)}": m.meeting_on for m in meetings if m.meeting_on < until}
    meant |= days
    tell(unhonoured(SINCE, meant, _TOLD[SINCE]))
    return meant[st.selectbox(label, list(meant), key=SINCE, bind="query-params") or next(iter(meant))]


def meeting_choice(as_of: date, meetings: tuple[Meeting, ...]) -> date | None:
    """The meeting that a document is for, of those that were not before its figures; None for none on the list."""
    days = {long_date(one.meeting_on): one.meeting_on for one in reversed(meetings) if one.meeting_on >= as_of}
    options = [NO_MEETING, *days]
    tell(unhonoured(MEETING, options, _TOLD[MEETING]))
    chosen = st.selectbox("For the meeting of", options, key=MEETING, bind="query-params")
    return days.get(chosen or NO_MEETING)


def export_before(session: Session, until: date) -> date | None:
    """The home force's date before that one, else any force's; None when nothing earlier is held."""
    return date_before(session.dates, until)


def list_choice(options: list[str], fullest: str) -> str:
    """Which list of items is shown; the fullest until one is chosen."""
    if st.query_params.get_all(LIST) == [_LIST_ONCE_NAMED]:
        del st.query_params[LIST]
        st.session_state[LIST] = LEFT
    tell(unhonoured(LIST, options, _TOLD[LIST], once=True))
    chosen = st.segmented_control(
        "Items", options, default=fullest, key=LIST, bind=binding(LIST), required=True, label_visibility="collapsed"
    )
    return chosen or fullest
