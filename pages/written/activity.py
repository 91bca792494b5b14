"""What is going on, and what is due next: inspections, super-complaints, boards, replies, deadlines and meetings."""

import streamlit as st

from jasc_data.answers.activity.tables import activity_table
from jasc_data.answers.activity.text import activity_headline, activity_sentences, activity_source
from jasc_data.answers.agenda.answer import due_from
from jasc_data.answers.agenda.tables import agenda_table
from jasc_data.answers.figures.item_sources import full_item_source
from jasc_data.answers.replies.tables import replies_table
from jasc_data.answers.replies.text import replies_sentences
from jasc_data.wording.markdown_text import plain
from jasc_data.wording.numbers import long_date
from pages._shared.activity_files import offer_files, offer_return
from pages._shared.activity_register import offer_activity
from pages._shared.answers import comparison_of, register_at
from pages._shared.filters import copy_link
from pages._shared.leads import leads_named, leads_switch
from pages._shared.meeting_list import meetings_of
from pages._shared.panels import show_chart, show_lines, show_source, text_to_copy
from pages._shared.register_table import show_activity, show_agenda, show_reports
from pages._shared.session import current
from pages._shared.written_answers import activity_of, agenda_of, replies_of, timeline_of

_NEXT = 8
_CHARACTERS = 72  # that fit a line of the chart

session = current()
if comparison_of(session.grounds).as_of is None:
    st.title("No figures are held", anchor=False)
    st.markdown("Every upload is withdrawn. Restore one on the Uploads page, or upload an export on the Upload page.")
    st.stop()

held, replies = activity_of(session.grounds, session.until), replies_of(session.grounds, session.until)
meetings = tuple(sorted(meeting.meeting_on for meeting in meetings_of(session)[0]))
events = agenda_of(session.grounds, session.until, meetings)
to_come = due_from(events, session.until)
st.title(plain(activity_headline(held)), anchor=False)
chart = timeline_of(session.grounds, session.until)
drawn, due = st.columns([7, 5])
with drawn:
    if chart:
        show_chart(chart, characters=_CHARACTERS)
    else:
        st.markdown("The register holds no entry with a day. Entries are written below, or taken in as a CSV file.")
with due:
    if to_come:
        told = f"Due next: the first {_NEXT} of {len(to_come):,}" if len(to_come) > _NEXT else "Due next"
        show_agenda(session, agenda_table(to_come[:_NEXT], told))
    else:
        st.markdown(f"Nothing is known to be due from {long_date(session.until)} on.")
show_lines(replies_sentences(replies))
if held.entries:
    show_activity(session, activity_table(held))
with st.container(horizontal=True, vertical_alignment="center"):
    source = full_item_source(register_at(session.grounds, session.grounds.held_at).sources)
    offer_files(session, held, events, source)
    copy_link(session)
offer_activity(session, held)
offer_return(session, held)
if replies.lines:
    with st.expander("The commissioner’s reply to each report"):
        show_reports(session, replies_table(replies))
leads_switch()
copied = (*activity_sentences(held.for_audience(leads=leads_named())), *replies_sentences(replies))
text_to_copy(copied, "activity")
show_source(source, f"{activity_source(held)}.")
