"""What a presentation shows and in which order, chosen on a desk before the meeting; all of it is in the address."""

from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from jasc_data.documents.presentation.sets import SETS, VIEWS, views_named
from jasc_data.wording.markdown_text import plain
from jasc_data.wording.numbers import long_date
from pages._shared.chosen_in_order import choose_in_order
from pages._shared.links import tell
from pages._shared.panels import show_lines
from pages._shared.presentation_address import VIEWS as IN_ADDRESS
from pages._shared.presentation_address import Presentation, page_come_from
from pages._shared.session import Session
from pages._shared.time_choices import since_choice

_BEGIN = Markup(
    '<p class="jasc-begin"><a href="{}">Begin</a> '
    '<a href="{}" target="jasc-notes">Speaker’s page, in a window of its own</a></p>'
)
_OWN = "Own choice"  # said of what is none of the sets
_CHOSEN, _SET = "views-chosen", "views-set"
KEYS = (
    "Next: →, Page Down or Space. Back: ← or Page Up. First and last: Home and End. A number goes to that view. "
    "Leave: Esc. Whole screen: F."
)


def choose_presentation(session: Session) -> None:
    """The choices, and the link that begins."""
    st.title("Present to a meeting", anchor=False)
    as_of = session.as_of or session.latest
    if as_of is None:
        st.markdown("No figures are held. Upload an export on the Upload page, or restore one on the Uploads page.")
        return
    views = _views_chosen()
    leads = st.toggle("Name leads in this presentation (they can be people)")
    since = since_choice(session, as_of, "Changes since")
    counted = (
        f"changes are counted from {long_date(since.day)}"
        if since.day
        else "there is no earlier date to count changes from"
    )
    st.markdown(plain(f"The figures of {long_date(as_of)} hold still from the moment you begin; {counted}."))
    show_lines((*since.counted, *since.notices))
    if not views:
        st.markdown("Choose at least one view.")
        return
    begun = Presentation(
        tuple(views),
        views[0],
        as_of,
        since.day,
        session.snapshot.last_entry,
        session.demonstration,
        page_come_from(),
        leads=leads,
    )
    st.html(_BEGIN.format(begun.address, begun.speakers_page.address))
    st.caption(KEYS)


def afresh(session: Session, presentation: Presentation) -> Presentation:
    """The same presentation of what is known now."""
    with session.store.snapshot() as snapshot:
        real, entry = snapshot.has_ever_held_an_upload, snapshot.last_entry
    if session.demonstration and not real:
        return presentation
    return replace(presentation, entry=entry, invented=False)


def _views_chosen() -> list[str]:
    asked, unknown = views_named(st.query_params.get(IN_ADDRESS, ""))
    tell(f"No view is called “{word}”; it is left out." for word in unknown)
    kept_ready, order = st.container(), st.container()
    with order:  # made before what stands above it, which says whether it is the order of a set
        chosen = choose_in_order("In this order", "view", VIEWS, asked or list(VIEWS), key=_CHOSEN)
    with kept_ready:
        _choose_set(chosen)
    st.query_params[IN_ADDRESS] = ",".join(chosen)
    return chosen


def _choose_set(chosen: list[str]) -> None:
    """The set that is chosen; another one takes the place of all that is."""
    named = next((name for name, views in SETS.items() if list(views) == chosen), _OWN)
    st.session_state[_SET] = named
    st.selectbox("Views", [*SETS] if named in SETS else [*SETS, _OWN], key=_SET, on_change=_take_set)


def _take_set() -> None:
    if taken := SETS.get(st.session_state[_SET]):
        st.session_state[_CHOSEN] = list(taken)
