"""What the words mean, who may close what, and where each figure comes from."""

import streamlit as st

from jasc_data.answers.comparison.provenance import full_source
from jasc_data.answers.comparison.text import FEWER_IS_BETTER
from jasc_data.domain.settings import who_closes
from jasc_data.domain.vocabulary import Grade
from jasc_data.wording.definitions import DEFINITIONS
from jasc_data.wording.numbers import listed, long_date
from pages._shared.answers import comparison_of
from pages._shared.panels import show_source
from pages._shared.session import current
from pages._shared.text import plain

session = current()
comparison = comparison_of(session.grounds)
st.title("About the figures", anchor=False)
st.markdown(
    f"This dashboard shows the causes of concern, recommendations and areas for improvement that are open for "
    f"**{plain(session.home)}** on HMICFRS's monitoring portal, against its most similar group and the nation. "
    f"It knows what the uploaded exports say, and nothing else. {FEWER_IS_BETTER}"
)

st.subheader("Where each figure comes from", anchor=False)
if comparison.headlines:
    own = [headline for headline in comparison.headlines if headline.force == session.home]
    st.table(
        {
            "Figure": [f"{headline.kind.heading}, {plain(headline.force)}" for headline in own],
            "Open": [f"{headline.open:,}" for headline in own],
            "As of": [long_date(headline.as_of) for headline in own],
            "From": [f"{headline.source} export" for headline in own],
            "File": [plain(headline.file_name) for headline in own],
        },
        alt=f"Where the figures of {session.home} come from",
    )
show_source(full_source(comparison))
if comparison.group:
    st.markdown(f"**The group:** {plain(listed(comparison.group))}.")
else:
    st.markdown(
        f"**The group:** none is held for {plain(session.home)}. "
        "Name a file of groups in the setting JASC_PEER_GROUPS (columns force, member, valid_from)."
    )

st.subheader("Who may close an item", anchor=False)
st.table(
    {
        "Grade": [grade.capitalize() if grade is Grade.NOT_GRADED else f"Level {grade}" for grade in Grade],
        "Who closes it": [who_closes()[grade][0].upper() + who_closes()[grade][1:] for grade in Grade],
    },
    alt="Who may close an item of each grade",
)
st.markdown("Levels 2 and 3 as in the committee paper of September 2023, which does not state the others.")

st.subheader("What the words mean", anchor=False)
st.table(
    {"Word": [word for word, _ in DEFINITIONS], "Meaning": [plain(meaning) for _, meaning in DEFINITIONS]},
    alt="Definitions",
)
