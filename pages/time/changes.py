"""What moved between two dates? What opened, closed, left, was regraded or slipped, and the sum that proves it."""

import streamlit as st

from jasc_data.answers.period_changes.tables import (
    LISTS,
    changes_file_name,
    classes_table,
    fullest_list,
    kinds_table,
    list_table,
)
from jasc_data.answers.period_changes.text import (
    by_report_sentences,
    changes_headline,
    changes_notices,
    changes_sentences,
    changes_source,
)
from jasc_data.wording.definitions import LEFT_MEANS
from jasc_data.wording.markdown_text import plain
from jasc_data.wording.numbers import long_date
from pages._shared.answers import period_changes_of
from pages._shared.filters import copy_link
from pages._shared.meeting_list import keep_meetings, meetings_of
from pages._shared.panels import folded, offer_table, show_lines, show_source, show_table, text_to_copy
from pages._shared.register_table import show_changes
from pages._shared.session import current
from pages._shared.time_choices import LIST, SINCE, UNTIL, list_choice, since_choice, until_choice

session = current()
meetings, log = meetings_of(session)
heading = st.container()
with st.container(key="choices", horizontal=True):
    first_date = st.container()
    until = until_choice(session)
with first_date:
    begun = since_choice(session, until) if until else None
since = begun.day if begun else None
if until is None or begun is None or since is None:
    heading.title(f"No two dates of {plain(session.home)} to compare", anchor=False)
    st.markdown(
        "Changes show between two exports. Upload one of another date on the Upload page, or restore one on the "
        "Uploads page."
    )
    if until is not None and until != session.dates[0].as_of:
        st.markdown(f"Nothing is held before {long_date(until)}; later dates are: choose one above, or under “To”.")
    with st.expander("Meeting dates"):
        keep_meetings(session, meetings, log)
    st.stop()

answer = period_changes_of(session.grounds, since, until)
heading.title(plain(changes_headline(answer)), anchor=False)
show_table(kinds_table(answer), "kinds")
said = (*changes_sentences(answer), *by_report_sentences(answer))
show_lines((*begun.counted, *begun.notices, *said, *changes_notices(answer)))
chosen = list_choice(list(LISTS), fullest_list(answer))
if answer.compared:
    listed = list_table(answer, chosen)
    st.markdown(plain(listed.words))
    if listed.keys:
        show_changes(session, since, until, chosen)
        title = f"{changes_headline(answer)}. {listed.words}"
        offer_table(
            title, listed.table, session.grounds.provenance(changes_source(answer)), changes_file_name(answer, chosen)
        )
    for part, flows in (("Grade", answer.by_grade), ("Report", answer.by_report)):
        by_part = folded(f"The same sum by {part.lower()}", part)
        if by_part.open:
            with by_part:
                show_table(classes_table(answer, part, flows), part)
text_to_copy((changes_headline(answer), *begun.counted, *said), "changes")
with st.expander("Meeting dates"):
    keep_meetings(session, meetings, log)
show_source(changes_source(answer), LEFT_MEANS)
copy_link(session, **{SINCE: begun.words, UNTIL: long_date(until), LIST: chosen})
