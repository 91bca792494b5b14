"""The pace at which items open and close, and what comes of it: near the end of the pages about time."""

import streamlit as st

from jasc_data.answers.pace.tables import quarters_table, scopes_table
from jasc_data.answers.pace.text import AS_HELD, RULE, pace_heading, pace_lines, pace_notices, pace_sentences
from jasc_data.domain.vocabulary import Kind
from jasc_data.wording.markdown_text import plain
from pages._shared.answers import pace_of
from pages._shared.panels import folded, show_lines, show_table, text_to_copy
from pages._shared.session import Session


def show_pace(session: Session, kind: Kind | None, below: int | None = None) -> None:
    """The pace of a kind, or of all together and of each; below: the target of that kind, where the page has one."""
    pace = pace_of(session.grounds)
    st.header(plain(pace_heading(pace, kind, below)), anchor=False)
    show_lines((*pace_sentences(pace, kind, below), *pace_notices(pace, kind)))
    if not any(map(pace.told, (kind,) if kind else (None, *Kind))):
        return
    if below is not None:
        st.caption(AS_HELD)
    if kind is None:
        show_table(scopes_table(pace), "pace")
    if pace.told(kind):
        quarters = folded("The quarters that the pace is taken from", "quarters")
        if quarters.open:
            with quarters:
                show_table(quarters_table(pace, kind), "pace-quarters")
                st.caption(RULE)
    text_to_copy(pace_lines(pace, kind, below), "pace", "The pace as text to copy")
