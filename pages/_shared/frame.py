"""The identity band on every page (whose position, as of when, how old, how protected), and the way around below it."""

from datetime import date

import streamlit as st
from markupsafe import Markup
from streamlit.navigation.page import Page

from jasc_data.drawing.chart import INVENTED
from jasc_data.wording.numbers import long_date, short_date
from jasc_data.wording.staleness import how_old, is_stale
from pages._shared.door import offer_sign_out
from pages._shared.filters import AS_OF, as_of_choice, check_url, keep_as_of
from pages._shared.links import tell
from pages._shared.navigation import PRESENT, Place, show_navigation
from pages._shared.paper_margin import write_margin
from pages._shared.session import Session

_WHOSE = Markup('<div class="jasc-whose"><strong>{}</strong><span>HMICFRS position</span></div>')
_PLAIN, _LOUD = Markup('<span class="jasc-told">{}</span>'), Markup('<strong class="jasc-loud">{}</strong>')
_DEMONSTRATION = Markup(
    '<strong class="jasc-loud" role="note" title="Real are only the eight forces’ totals and the national averages '
    'of 4 September 2023. The first import replaces it.">Demonstration data, invented.</strong>'
)
_MARKING = Markup('<strong class="jasc-marking">{}</strong>')


def show_frame(session: Session, here: Place, known: dict[Place, Page]) -> date | None:
    """The band and the way around, above the page's own content. Returns the date chosen, None for the latest."""
    problems = check_url(session) if here.dated else []
    with st.container(key="band", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(_WHOSE.format(session.home), width="content")
        chosen = None
        if here.dated:
            st.html('<span class="jasc-label">As of</span>', width="content")
            chosen = as_of_choice(session)
        else:
            keep_as_of()
        st.html(_told(session, chosen, dated=here.dated), width="content")
        with st.container(key="to-meeting", width="content", horizontal=True, vertical_alignment="center"):
            choices = {"from": here.at} | ({AS_OF: long_date(chosen)} if chosen else {})
            st.page_link(known[PRESENT], label="Present", icon=":material/slideshow:", query_params=choices)
            offer_sign_out(session.settings)
    show_navigation(known, here, session.actor)
    if session.store.log.notice:
        st.warning(session.store.log.notice, icon=":material/cloud_off:")
    _write_margin(session, chosen)
    tell(problems)
    return chosen


def _write_margin(session: Session, chosen: date | None) -> None:
    shown = chosen or session.latest
    when = f"As of {long_date(shown)}" if shown else "No figures held"
    write_margin(
        f"{session.home}, HMICFRS position", when, INVENTED if session.demonstration else "", session.settings.marking
    )


def _told(session: Session, chosen: date | None, *, dated: bool) -> Markup:
    """What must be known of the figures before any of them is read."""
    said = [_age(session, chosen)] if dated or session.latest is None else []
    if session.demonstration:
        said.append(_DEMONSTRATION)
    if session.settings.marking:
        said.append(_MARKING.format(session.settings.marking))
    return Markup('<div class="jasc-known">{}</div>').format(Markup("").join(said))


def _age(session: Session, chosen: date | None) -> Markup:
    latest = session.latest
    shown = chosen or latest
    if shown is None:
        return _LOUD.format("No figures held")
    if latest and shown != latest:
        return _LOUD.format(f"Not the latest, which is {long_date(latest)}")
    age = (_LOUD if is_stale(shown, session.today) else _PLAIN).format(how_old(shown, session.today))
    return _PLAIN.format(short_date(shown)) + age if chosen is None else age
