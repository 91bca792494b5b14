"""Where do we stand? The three headline figures, and the four facts that are asked for first."""

import streamlit as st

from jasc_data.answers.attention.text import attention_sentences
from jasc_data.answers.comparison.messages import headline
from jasc_data.answers.comparison.notices import notices
from jasc_data.answers.comparison.provenance import full_source
from jasc_data.answers.comparison.tables import paper_table
from jasc_data.answers.comparison.text import position_sentences
from jasc_data.domain.vocabulary import Kind
from jasc_data.wording.markdown_text import plain
from jasc_data.wording.numbers import long_date
from jasc_data.wording.standing import FEWER_IS_BETTER
from pages._shared.answers import position_of
from pages._shared.cards import show_card
from pages._shared.fact_row import show_facts
from pages._shared.filters import copy_link
from pages._shared.panels import (
    folded,
    show_lines,
    show_source,
    show_table,
    text_to_copy,
    warn_of_contradictions,
)
from pages._shared.session import current

session = current()
position = position_of(session.grounds)
comparison, attention = position.comparison, position.attention
st.title(plain(headline(comparison)), anchor=False)
if comparison.as_of is None or attention is None:
    st.markdown("Every upload is withdrawn. Restore one on the Uploads page, or upload an export on the Upload page.")
    st.page_link("pages/exports/upload.py", label="Go to Upload", icon=":material/arrow_forward:")
    st.stop()

differing = warn_of_contradictions(comparison)
for column, kind in zip(st.columns(3), Kind, strict=True):
    with column:
        show_card(session, comparison, kind, position.movements.get(kind))
show_facts(session, attention)

said, attend = position_sentences(comparison), attention_sentences(comparison, attention)
words, needed = st.columns(2)
with words:
    st.header("In words", anchor=False)
    show_lines(said)
with needed:
    when = f" (items of {long_date(attention.as_of)})" if attention.as_of else ""
    st.header(f"Needs attention{when}", anchor=False)
    show_lines((*attend, *(line for line in notices(comparison, session.today) if line not in differing)))
text_to_copy((*said, *attend), "position")
figures = folded("The figures as a table", "figures")
if figures.open:
    with figures:
        show_table(paper_table(comparison), "paper")
show_source(full_source(comparison), FEWER_IS_BETTER)
copy_link(session)
