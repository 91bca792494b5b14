"""What a paper holds, chosen on the page: parts and their order, since when, leads, peers; parts are in the address."""

import streamlit as st

from jasc_data.documents.paper import PARTS
from jasc_data.domain.markings import UNMARKED
from jasc_data.editorial.meetings import repeated_period
from jasc_data.editorial.periods import Since
from jasc_data.wording.numbers import long_date
from pages._shared.chosen_in_order import choose_in_order
from pages._shared.links import YES_OR_NO, tell, unhonoured
from pages._shared.meeting_list import meetings_of
from pages._shared.panels import show_lines
from pages._shared.papers import Chosen
from pages._shared.session import Session
from pages._shared.time_choices import (
    MARKING,
    MEETING,
    NO_MEETING,
    SINCE,
    marking_choice,
    meeting_choice,
    since_choice,
)

_PARTS, _ANONYMISED = "parts", "anonymised"
_NOT_KNOWN = "This link does not say whether peers go by letters ({}); the switch decides."
_LONGEST, _TOLD = 40, 5  # letters of a word in a link that names no part, and how many such words are told


def choose_paper(session: Session) -> tuple[Chosen, dict[str, str]]:
    """The choices, in the order in which they are made, and as a link has them: all but the leads' names."""
    parts = _parts_chosen()
    meetings, _ = meetings_of(session)
    with st.container(key="choices", horizontal=True, vertical_alignment="bottom"):
        meeting = meeting_choice(session.grounds.held_at, meetings)
        since = since_choice(session, session.grounds.held_at, "Changes since", first=Since.LAST_PAPER)
        marking = marking_choice(session)
    tell(unhonoured(_ANONYMISED, YES_OR_NO, _NOT_KNOWN))
    with st.container(key="choices-of-names", horizontal=True):
        leads = st.toggle("Name leads (they can be people)", key="paper-leads")
        anonymised = st.toggle("Anonymised copy, peers as Force A, Force B …", key=_ANONYMISED, bind="query-params")
    if not meetings:
        show_lines(["No meeting date has been added yet: they are kept on the Changes page, below its figures."])
    if meeting and (notice := repeated_period(meetings, meeting, session.grounds.held_at)):
        show_lines([notice])
    show_lines((*since.counted, *since.notices))
    in_link = {
        _PARTS: ",".join(parts),
        MEETING: long_date(meeting) if meeting else NO_MEETING,
        SINCE: since.words,
        MARKING: marking or UNMARKED,
        _ANONYMISED: str(anonymised).lower(),
    }
    return Chosen(parts, since.day, leads, anonymised, marking, meeting, since.counted), in_link


def _parts_chosen() -> tuple[str, ...]:
    """The parts in the order chosen; all of them until some are."""
    words = [word.strip() for word in st.query_params.get(_PARTS, "").split(",") if word.strip()]
    unknown = [word[:_LONGEST] for word in words if word not in PARTS][:_TOLD]
    tell(f"No part is called “{word}”; it is left out." for word in unknown)
    asked = list(dict.fromkeys(word for word in words if word in PARTS))
    headings = {name: part.heading for name, part in PARTS.items()}
    chosen = choose_in_order("Parts, in this order", "part", headings, asked or list(PARTS), key="paper-parts")
    if chosen == list(PARTS):
        st.query_params.pop(_PARTS, None)  # what is there is what a link without a choice shows
    else:
        st.query_params[_PARTS] = ",".join(chosen)
    return tuple(chosen)
