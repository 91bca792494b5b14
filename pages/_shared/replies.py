"""The commissioner's reply on the page of a report: its note, and the form that records it."""

from datetime import date
from functools import partial

import streamlit as st

from jasc_data.answers.replies.answer import ReplyLine
from jasc_data.answers.reports.answer import ReportLine
from jasc_data.domain.access import Action
from jasc_data.editorial.replies import Reply
from jasc_data.editorial.reply_actions import record_reply, take_back_reply
from pages._shared.drafts import draft_of, folded_for
from pages._shared.invented import may_write
from pages._shared.panels import show_lines
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
    part = folded_for("Record the commissioner’s reply", f"reply-{report.report_id}")
    if not part.open:
        return
    with part:
        if may_write(session, Action.RECORD_REPLIES):
            _offer_recording(session, line)


def _offer_recording(session: Session, line: ReplyLine) -> None:
    """The boxes, filled in with what is recorded."""
    about = f"reply-{line.report.report_id}"
    recorded = (line.sent.sent_on, line.sent.note) if line.sent else None
    draft = draft_of(about, about, recorded)
    with draft.boxes():
        when, what = st.columns([1, 3])
        day = line.sent.sent_on if line.sent else session.today
        sent_on = draft.asked(
            when.date_input, "Sent on", "day", value=day, max_value=session.today, format="DD/MM/YYYY"
        )
        note = draft.asked(what.text_input, "Link or note", "note", value=line.sent.note if line.sent else "")
        keeping, taking = st.columns([1, 3])
        if keeping.button("Record this reply", key=draft.key("keep")) and isinstance(sent_on, date):
            reply = Reply(session.home, line.report.report_id, sent_on, note or "")
            kept(partial(record_reply, session.store, reply, session.actor), draft)
        if line.sent and taking.button("Take the record back", key=draft.key("take-back")):
            kept(partial(take_back_reply, session.store, session.home, line.report.report_id, session.actor), draft)
