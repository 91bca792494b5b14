"""What stands on every page, whatever the page: the banner, the marking, the date shown and how to change it."""

from datetime import date

import streamlit as st
from markupsafe import Markup

from jasc_data.wording.numbers import long_date
from pages._shared.filters import as_of_choice, check_url
from pages._shared.links import tell
from pages._shared.session import Session

_DEMONSTRATION = (
    '<div class="jasc-banner" role="note"><strong>Demonstration data, invented.</strong> Real: only the eight forces’ '
    "totals and the national averages of 4 September 2023. The first import replaces it.</div>"
)
_MARKING = Markup('<span class="jasc-marking">{}</span> ')
_EARLIER = Markup('<span class="jasc-earlier"><strong>Not the latest: as of {}.</strong>{}</span>')
_LATEST = Markup("As of <strong>{}</strong>, the latest held for {}")
_NOTHING = Markup("<strong>No figures held</strong>")


def show_frame(session: Session) -> date | None:
    """The banner, the marking and the as-of choice, above the page's own content. Returns the date chosen."""
    problems = check_url(session)
    if session.demonstration:
        st.html(_DEMONSTRATION)
    told, label, choice = st.columns([7, 1, 2], vertical_alignment="center")
    label.html('<div class="jasc-label">View as of</div>')
    with choice:
        chosen = as_of_choice(session)
    latest = session.latest
    with told:
        marking = session.settings.marking
        mark = _MARKING.format(marking) if marking else ""
        if chosen is not None and chosen != latest:
            end = f" The latest is {long_date(latest)}." if latest else ""
            words = _EARLIER.format(long_date(chosen), end)
        elif latest is not None:
            words = _LATEST.format(long_date(latest), session.home)
        else:
            words = _NOTHING
        st.html(Markup('<div class="jasc-as-of">{}{}</div>').format(mark, words))
    tell(problems)
    return chosen
