"""The choices of the pages about time: how long a period is, between which two dates. All live in the URL."""

from datetime import date

import streamlit as st

from jasc_data.analysis.headlines import default_date
from jasc_data.analysis.meetings import Meeting, last_meeting
from jasc_data.analysis.trend_periods import Every
from jasc_data.figures import long_date
from pages._shared.session import Session

EVERY, SINCE, UNTIL, LIST = "every", "since", "until", "list"
AS_SHOWN = "The date shown above"
EXPORT_BEFORE = "The export before"
LAST_MEETING = "The last meeting"
_TOLD = {
    EVERY: "The length of period in this link ({value}) is not known; quarters are shown.",
    SINCE: "The first date in this link ({value}) is not one to compare from; the export before is taken.",
    UNTIL: "The second date in this link ({value}) is not held; the date shown above is taken.",
    LIST: "The list in this link ({value}) is not known; what opened is shown.",
}


def unknown_choice(key: str, options: list[str]) -> None:
    """A sentence about a value in the URL that cannot be honoured; must run before its widget erases it."""
    value = st.query_params.get(key)
    if value is not None and value not in options:
        shown = value if len(value) <= 40 else f"{value[:40]}…"
        st.warning(_TOLD[key].format(value=shown), icon=":material/link_off:")


def every_choice() -> Every:
    """How long a period is."""
    options = [every.value for every in Every]
    unknown_choice(EVERY, options)
    return Every(st.selectbox("Count by", options, key=EVERY, bind="query-params") or Every.QUARTER)


def until_choice(session: Session) -> date | None:
    """The second date; None when nothing is held."""
    days = [held.as_of for held in session.dates]
    options = [AS_SHOWN, *(long_date(day) for day in days)]
    unknown_choice(UNTIL, options)
    chosen = st.selectbox("To", options, key=UNTIL, bind="query-params")
    shown = session.as_of or default_date(session.dates)
    return next((day for day in days if long_date(day) == chosen), shown)


def since_choice(session: Session, until: date, meetings: tuple[Meeting, ...]) -> date | None:
    """The first date: the export before, a meeting, or any earlier date held; None when there is no earlier one."""
    days = {long_date(held.as_of): held.as_of for held in session.dates if held.as_of < until}
    own = [held.as_of for held in session.dates if held.as_of < until and held.about_home]
    meant = {EXPORT_BEFORE: max(own, default=max(days.values(), default=None))}
    last = last_meeting(meetings, until)
    if last:
        meant[LAST_MEETING] = last
    meant |= {f"Meeting of {long_date(m.meeting_on)}": m.meeting_on for m in meetings if m.meeting_on < until}
    meant |= days
    unknown_choice(SINCE, list(meant))
    return meant[st.selectbox("From", list(meant), key=SINCE, bind="query-params") or EXPORT_BEFORE]


def list_choice(options: list[str]) -> str:
    """Which list of items is shown."""
    unknown_choice(LIST, options)
    chosen = st.segmented_control(
        "Items", options, default=options[0], key=LIST, bind="query-params", required=True, label_visibility="collapsed"
    )
    return chosen or options[0]
