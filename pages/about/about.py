"""What the words mean, who may close what, and where each figure comes from."""

import streamlit as st

from jasc_data.answers.comparison.provenance import full_source
from jasc_data.answers.comparison.tables import sources_table
from jasc_data.answers.grades.tables import who_closes_table
from jasc_data.domain.access import can
from jasc_data.domain.settings import who_closes
from jasc_data.drawing.table_spec import Column, TableSpec, rows_of
from jasc_data.wording.definitions import DEFINITIONS
from jasc_data.wording.markdown_text import plain
from jasc_data.wording.numbers import listed
from jasc_data.wording.standing import FEWER_IS_BETTER
from pages._shared.answers import comparison_of
from pages._shared.navigation import AUDIT, SYSTEM
from pages._shared.panels import show_source, show_table
from pages._shared.session import current

session = current()
comparison = comparison_of(session.grounds)
st.title("About the figures", anchor=False)
st.markdown(
    f"This dashboard shows the causes of concern, recommendations and areas for improvement that are open for "
    f"**{plain(session.home)}** on HMICFRS's monitoring portal, against its most similar group and the nation. "
    f"It knows what the uploaded exports say, and nothing else. {FEWER_IS_BETTER}"
)

_LED_TO = {AUDIT: "who came, who was refused, who wrote what", SYSTEM: "the store, its backups, the settings in force"}
for place, about in _LED_TO.items():
    if can(session.actor, place.needs):
        st.page_link(f"pages/{place.script}.py", label=f"{place.title}: {about}")

if session.demonstration:
    st.markdown(
        "**What is shown now is a demonstration, invented.** Real are only the eight forces’ totals and the national "
        "averages of 4 September 2023. The first import replaces it."
    )

st.header("Where each figure comes from", anchor=False)
if comparison.headlines:
    show_table(sources_table(comparison))
show_source(full_source(comparison))
if comparison.group:
    st.markdown(f"**The group:** {plain(listed(comparison.group))}.")
else:
    st.markdown(
        f"**The group:** none is held for {plain(session.home)}. "
        "Name a file of groups in the setting JASC_PEER_GROUPS (columns force, member, valid_from)."
    )

st.header("Who may close an item", anchor=False)
show_table(who_closes_table(who_closes()))
st.markdown("Levels 2 and 3 as in the committee paper of September 2023, which does not state the others.")

st.header("What the words mean", anchor=False)
words = (Column("Word"), Column("Meaning"))
show_table(TableSpec(words, rows_of(DEFINITIONS), "Definitions", headed_rows=False))
