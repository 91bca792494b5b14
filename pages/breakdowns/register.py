"""Every item: its text, deadline, target dates, how it stands, what it repeats; filtered, searched, downloaded."""

import streamlit as st

from jasc_data.answers.comparison.totals import totals_sentences
from jasc_data.answers.figures.item_sources import full_item_source, nothing_held
from jasc_data.answers.register.filter import filtered
from jasc_data.answers.register.text import found_sentence, register_headline, register_sentences
from jasc_data.wording.markdown_text import plain
from pages._shared.answers import comparison_of, register_now, repeats_of
from pages._shared.filters import copy_link
from pages._shared.leads import leads_switch
from pages._shared.panels import show_lines, show_source, text_to_copy
from pages._shared.register_filters import ROWS_OF_A_PAGE, choices_written, page_choice, register_choice
from pages._shared.register_table import offer_items, show_items
from pages._shared.repeat_findings import repeats_line, show_repeat_findings
from pages._shared.session import current

session = current()
comparison, register = comparison_of(session.grounds), register_now(session.grounds)
if register is None:
    st.title("Register of items", anchor=False)
    st.markdown(plain(nothing_held(session.home, comparison.as_of)))
    st.page_link("pages/exports/upload.py", label="Go to Upload", icon=":material/arrow_forward:")
    st.stop()

st.title(plain(register_headline(register)), anchor=False)
choice = register_choice(session, register, repeats_of(session.grounds).repeating)
found = filtered(register, choice)
sentence = found_sentence(register, found, choice.search)
told, paging = st.columns([3, 2], vertical_alignment="center")
told.markdown(f"**{plain(sentence)}**")
with paging:
    first = page_choice(len(found.own)) * ROWS_OF_A_PAGE
shown = found.own[first : first + ROWS_OF_A_PAGE]
if shown:
    show_items(session, register.as_of, shown, f"Items {first + 1:,} to {first + len(shown):,} of {len(found.own):,}")
if found.elsewhere:
    st.header(f"Addressed to other bodies: {len(found.elsewhere):,}, in none of the counts", anchor=False)
    show_items(session, register.as_of, found.elsewhere, "In the order of their references")

with st.container(horizontal=True, vertical_alignment="center"):
    leads_switch()
    offer_items(session, register, found.own, sentence)
    copy_link(session, **choices_written())
show_repeat_findings(session, register)
with st.expander("In words", expanded=not shown):
    show_lines(register_sentences(register))
text_to_copy((*register_sentences(register), repeats_line(session, register)), "register")
show_lines(totals_sentences(comparison, register.held, register.partial, session.today, partial_counted=True))
show_source(full_item_source(register.sources))
