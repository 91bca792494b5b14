"""The activity register as files: out as CSV and as a calendar, in as CSV with a look at what it would change."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from jasc_data.answers.activity.answer import ActivityHeld
from jasc_data.answers.activity.text import activity_source
from jasc_data.answers.agenda.answer import Event
from jasc_data.documents.activity_file import activity_csv, activity_file_name
from jasc_data.documents.calendar_file import calendar_ics, calendar_name
from jasc_data.domain.access import Action
from jasc_data.editorial.activity_actions import save_activity
from jasc_data.editorial.activity_return import returned_rows
from jasc_data.intake.activity_file import ReadActivity, read_activity
from jasc_data.intake.readers import FileTooMuch
from jasc_data.wording.markdown_text import plain
from pages._shared.invented import may_write
from pages._shared.leads import leads_named
from pages._shared.panels import folded, show_problems
from pages._shared.session import Session
from pages._shared.upload.apart import read_apart
from pages._shared.writing import kept

_READ = "activity-file-read"


def offer_files(session: Session, held: ActivityHeld, events: Sequence[Event], source: str) -> None:
    """The two files. source: where the events of the calendar come from."""
    st.download_button(
        "The register (CSV)",
        partial(activity_csv, held, session.grounds.provenance(activity_source(held)), with_leads=leads_named()),
        activity_file_name(held),
        "text/csv",
        on_click="ignore",
        icon=":material/download:",
        help="To be filled in and sent back. Leads are in it only when they are named, by the switch below.",
    )
    st.download_button(
        "The calendar (.ics)",
        partial(_calendar, session.home, tuple(events), session, source),
        calendar_name(session.home),
        "text/calendar",
        on_click="ignore",
        icon=":material/event:",
        help="Deadlines, replies, activity, boards and meetings, for any calendar. No lead is in it.",
    )


def offer_return(session: Session, held: ActivityHeld) -> None:
    """A file that came back: what it would change, and the button that keeps that."""
    part = folded("Take in the register as a CSV file", "activity-file")
    if not part.open:
        return
    with part:
        if not may_write(session, Action.KEEP_ACTIVITY):
            return
        given = st.file_uploader("The register, filled in (CSV)", key=f"activity-file-{len(held.entries)}")
        if given is None:
            return
        try:
            returned = returned_rows(_read(given.getvalue()), held)
        except FileTooMuch as failure:
            st.error(str(failure), icon=":material/error:")
            return
        if returned.problems:
            st.markdown("Nothing can be taken from this file until these are mended.")
            show_problems(returned.problems)
            return
        st.markdown(plain(returned.sentence))
        if returned.changes and st.button("Keep these changes", type="primary"):
            kept(partial(save_activity, session.store, session.home, returned.changes, session.actor))


def _read(content: bytes) -> ReadActivity:
    """What the file says, read once: what is chosen stays chosen from run to run."""
    digest = hashlib.sha256(content).hexdigest()
    kept: tuple[str, ReadActivity | FileTooMuch] | None = st.session_state.get(_READ)
    if kept is None or kept[0] != digest:
        try:
            kept = (digest, read_apart(read_activity, content))
        except FileTooMuch as failure:
            kept = (digest, failure)
        st.session_state[_READ] = kept
    if isinstance(kept[1], FileTooMuch):
        raise kept[1]
    return kept[1]


def _calendar(home: str, events: tuple[Event, ...], session: Session, source: str) -> bytes:
    return calendar_ics(home, events, session.grounds.provenance(source), datetime.now(UTC))
