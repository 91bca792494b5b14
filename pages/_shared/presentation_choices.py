"""What a presentation shows and in which order, chosen on a desk before the meeting; all of it is in the address."""

from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from jasc_data.documents.presentation.sets import FULL, SETS, VIEWS, views_named
from jasc_data.wording.markdown_text import plain
from jasc_data.wording.numbers import long_date
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
_OWN = "Own choice"
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
    sets = {name: list(views) for name, views in SETS.items()}
    begin = next((name for name, views in sets.items() if tuple(views) == asked), _OWN if asked else FULL)
    name = st.selectbox("Views", [*sets, _OWN], index=[*sets, _OWN].index(begin))
    given = list(asked) if name == _OWN and asked else sets.get(name or FULL, list(VIEWS))
    chosen = st.multiselect(
        "In this order", list(VIEWS), default=given, format_func=VIEWS.__getitem__, key=f"views-of-{name}"
    )
    st.query_params[IN_ADDRESS] = ",".join(chosen)
    return chosen
