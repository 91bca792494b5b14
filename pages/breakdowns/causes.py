"""Which causes of concern are open, since when, and what belongs to each?"""

import streamlit as st

from jasc_data.answers.causes.tables import causes_table
from jasc_data.answers.causes.text import (
    belonging_words,
    causes_headline,
    causes_sentences,
    due_words,
    since_words,
    stray_words,
)
from jasc_data.answers.comparison.totals import totals_sentences
from jasc_data.answers.figures.item_sources import full_item_source, kind_not_held, nothing_held
from jasc_data.domain.vocabulary import Kind
from jasc_data.wording.markdown_text import plain
from pages._shared.answers import causes_of, comparison_of
from pages._shared.filters import copy_link
from pages._shared.panels import show_lines, show_source, text_to_copy
from pages._shared.register_table import show_causes, show_items
from pages._shared.session import current

COC = Kind.CAUSE_OF_CONCERN

session = current()
comparison = comparison_of(session.grounds)
if comparison.as_of is None:
    st.title("No figures are held", anchor=False)
    st.markdown("Every upload is withdrawn. Restore one on the Uploads page, or upload an export on the Upload page.")
    st.stop()

causes = causes_of(session.grounds)
register = causes.register
st.title(plain(causes_headline(causes)), anchor=False)
if not causes.held and not causes.causes:
    known = register.items
    show_lines([kind_not_held(session.home, COC) if known else nothing_held(session.home, comparison.as_of)])
elif causes.causes:
    show_causes(session, causes_table(causes))
for cause in causes.causes:
    if cause.open:
        label = f"{register.labels[cause.item.item_key]}: {belonging_words(cause)}"
        with st.expander(plain(label)):
            show_lines([f"{since_words(causes, cause)}.", f"{due_words(causes, cause)}."])
            show_items(session, register.as_of, cause.open, belonging_words(cause))

if causes.strays:
    st.header("Open items whose cause of concern is not open or not held", anchor=False)
    for stray in causes.strays:
        with st.expander(plain(stray_words(causes, stray))):
            show_items(session, register.as_of, stray.items, stray_words(causes, stray))
said = causes_sentences(causes)
show_lines(said + totals_sentences(comparison, register.held, register.partial, session.today))
if said:
    text_to_copy(said, "causes")
show_source(full_item_source(register.sources))
copy_link(session)
