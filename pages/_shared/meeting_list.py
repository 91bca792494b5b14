"""The list of meeting dates, and the small form with which the liaison officer keeps it."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import streamlit as st

from jasc_data.domain.access import Action
from jasc_data.drawing.table_spec import Column, TableSpec, rows_of
from jasc_data.editorial.meeting_actions import add_meeting, remove_meeting
from jasc_data.editorial.meetings import Meeting, MeetingAction, meeting_log, meetings_held
from jasc_data.wording.markdown_text import plain
from jasc_data.wording.numbers import local_time, long_date
from pages._shared.invented import is_allowed
from pages._shared.panels import show_table
from pages._shared.session import Session
from pages._shared.writing import kept

_LOG = (Column("When"), Column("What"), Column("Who"))
_WHAT_LOG = "Everything that was done to the list of meetings, in order"


def meetings_of(session: Session) -> tuple[tuple[Meeting, ...], tuple[MeetingAction, ...]]:
    """The list and its log, from the real store also while the demonstration is shown."""
    with session.store.snapshot() as snapshot:
        return meetings_held(snapshot), meeting_log(snapshot)


def keep_meetings(session: Session, meetings: tuple[Meeting, ...], log: tuple[MeetingAction, ...]) -> None:
    """The form: add a date, remove one, and see who did what when."""
    held = [meeting.meeting_on for meeting in meetings]
    st.markdown(
        "“Since the last meeting” goes by this list. "
        + (plain(f"Held: {'; '.join(long_date(day) for day in held)}.") if held else "No meeting date is held yet.")
    )
    if is_allowed(session, Action.KEEP_MEETINGS):
        _offer_changing(session, held, len(log))
    if log:
        rows = rows_of((local_time(entry.happened_at), entry.words, entry.actor.words) for entry in log)
        show_table(TableSpec(_LOG, rows, _WHAT_LOG, headed_rows=False))


def _offer_changing(session: Session, held: Sequence[date], number: int) -> None:
    """The two forms; number: of actions so far, so that a button pressed twice is not that of the next date as well."""
    adding, removing = st.columns(2)
    with adding.form(f"add-meeting-{number}", clear_on_submit=True):
        day = st.date_input("Date of a meeting", value=None, format="DD/MM/YYYY")
        if st.form_submit_button("Add this date"):
            if day is None:
                st.markdown("Choose a date first.")
            else:
                kept(partial(add_meeting, session.store, day, session.actor))
    if held:
        with removing.form(f"remove-meeting-{number}"):
            gone = st.selectbox("A date on the list", held, format_func=long_date)
            if st.form_submit_button("Remove this date"):
                kept(partial(remove_meeting, session.store, gone, session.actor))
