"""What did we say about it? Every version of every commentary, searched by words."""

import streamlit as st

from jasc_data.answers.commentary.search import said_about, told_of
from jasc_data.answers.commentary.tables import versions_table
from jasc_data.answers.commentary.text import commentary_headline, commentary_sentence, commentary_source
from jasc_data.wording.markdown_text import plain
from pages._shared.answers import comparison_of, register_at
from pages._shared.filters import copy_link
from pages._shared.panels import show_lines, show_source
from pages._shared.register_filters import AT_ONCE
from pages._shared.register_table import show_versions
from pages._shared.session import current
from pages._shared.written_answers import commentary_to

SAID = "said"  # not the register's own search: what is looked for there would go along

session = current()
if comparison_of(session.grounds).as_of is None:
    st.title("No figures are held", anchor=False)
    st.markdown("Every upload is withdrawn. Restore one on the Uploads page, or upload an export on the Upload page.")
    st.stop()

commentary = commentary_to(session.grounds, session.until)
told = told_of(register_at(session.grounds, session.grounds.held_at), commentary)
heading, asking = st.container(), st.container(width=480)  # the heading in one line, and it says what was asked
with asking:
    words = st.text_input("What did we say about", key=SAID, bind="query-params", placeholder="custody") or ""
found = said_about(told, words)
heading.title(plain(commentary_headline(session.home, found, words.strip())), anchor=False)
show_lines([commentary_sentence(commentary)])
if found:
    many = f"; the first {AT_ONCE} are shown" if len(found) > AT_ONCE else ""
    show_versions(
        session, versions_table(commentary, found[:AT_ONCE], f"The latest position first, every version kept{many}")
    )
else:
    st.markdown("Positions are written on the Item page and, for a report that is chosen, on the Reports page.")
show_source(commentary_source(commentary), "What is for the desk only is in no paper and in no text to copy.")
copy_link(session, **({SAID: words} if words else {}))
