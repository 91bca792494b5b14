"""What a paper holds, chosen on the page: parts and their order, since when, leads, peers; parts are in the address."""

import streamlit as st

from jasc_data.documents.paper import PARTS
from jasc_data.editorial.meetings import repeated_period
from jasc_data.editorial.periods import Since
from pages._shared.links import tell
from pages._shared.meeting_list import meetings_of
from pages._shared.panels import show_lines
from pages._shared.papers import Chosen
from pages._shared.session import Session
from pages._shared.time_choices import marking_choice, meeting_choice, since_choice

_PARTS = "parts"
_LONGEST, _TOLD = 40, 5  # letters of a word in a link that names no part, and how many such words are told


def choose_paper(session: Session) -> Chosen:
    """The choices, in the order in which they are made."""
    parts = _parts_chosen()
    meetings, _ = meetings_of(session)
    with st.container(key="choices", horizontal=True, vertical_alignment="bottom"):
        meeting = meeting_choice(session.grounds.held_at, meetings)
        since = since_choice(session, session.grounds.held_at, "Changes since", first=Since.LAST_PAPER)
        marking = marking_choice(session)
    with st.container(key="choices-of-names", horizontal=True):
        leads = st.toggle("Name leads (they can be people)", key="paper-leads")
        anonymised = st.toggle("Anonymised copy, peers as Force A, Force B …", key="paper-anonymised")
    if meeting and (notice := repeated_period(meetings, meeting, session.grounds.held_at)):
        show_lines([notice])
    show_lines(since.notices)
    return Chosen(parts, since.day, leads, anonymised, marking, meeting)


def _parts_chosen() -> tuple[str, ...]:
    """The parts in the order in which they were chosen; all of them until some are."""
    words = [word.strip() for word in st.query_params.get(_PARTS, "").split(",") if word.strip()]
    unknown = [word[:_LONGEST] for word in words if word not in PARTS][:_TOLD]
    tell(f"No part is called “{word}”; it is left out." for word in unknown)
    asked = list(dict.fromkeys(word for word in words if word in PARTS))
    chosen = st.multiselect(
        "Parts, in this order", list(PARTS), default=asked or list(PARTS), format_func=_heading, key="paper-parts"
    )
    if chosen == list(PARTS):
        st.query_params.pop(_PARTS, None)  # what is there is what a link without a choice shows
    else:
        st.query_params[_PARTS] = ",".join(chosen)
    return tuple(chosen)


def _heading(name: str) -> str:
    return PARTS[name].heading
