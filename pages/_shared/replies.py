"""The commissioner's reply on the page of a report: its note, and the form that records it."""

from datetime import date
from functools import partial

import streamlit as st

from jasc_data.answers.replies.answer import ReplyLine
from jasc_data.answers.reports.answer import ReportLine
from jasc_data.domain.access import Action
from jasc_data.editorial.replies import Reply
from jasc_data.editorial.reply_actions import record_reply, take_back_reply
from pages._shared.invented import may_write
from pages._shared.panels import folded, show_lines
from pages._shared.session import Session
from pages._shared.writing import kept
from pages._shared.written_answers import replies_of


def show_reply(session: Session, report: ReportLine) -> None:
    """What may be recorded of the reply to a report; nothing for one without a publication date."""
    line = replies_of(session.grounds, session.until).of_report(report.report_id)
    if line is None:
        return
    note = [f"Link or note: {line.sent.note}"] if line.sent and line.sent.note else []
    show_lines(note)
    part = folded("Record the commissioner’s reply", f"reply-{report.report_id}")
    if not part.open:
        return
    with part:
        if may_write(session, Action.RECORD_REPLIES):
            _offer_recording(session, line)


def _offer_recording(session: Session, line: ReplyLine) -> None:
    """The form, filled in with what is recorded; another one of another record, so that a button pressed twice records
    once."""
    recorded = f"{line.sent.sent_on}-{line.sent.note}" if line.sent else "none"
    with st.form(f"reply-{line.report.report_id}-{recorded}"):
        when, what = st.columns([1, 3])
        day = line.sent.sent_on if line.sent else session.today
        sent_on = when.date_input("Sent on", value=day, max_value=session.today, format="DD/MM/YYYY")
        note = what.text_input("Link or note", value=line.sent.note if line.sent else "")
        keeping, taking = st.columns([1, 3])
        if keeping.form_submit_button("Record this reply") and isinstance(sent_on, date):
            reply = Reply(session.home, line.report.report_id, sent_on, note or "")
            kept(partial(record_reply, session.store, reply, session.actor))
        if line.sent and taking.form_submit_button("Take the record back"):
            kept(partial(take_back_reply, session.store, session.home, line.report.report_id, session.actor))
