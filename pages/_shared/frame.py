"""What stands on every page, whatever the page: the banner, the marking, the date shown and how to change it."""

from datetime import date
from html import escape

import streamlit as st

from jasc_data.wording.numbers import long_date
from pages._shared.filters import as_of_choice, check_url
from pages._shared.links import tell
from pages._shared.session import Session

_DEMONSTRATION = (
    "<strong>Demonstration data, invented.</strong> Real: only the eight forces’ totals and the national averages "
    "of 4 September 2023. The first import replaces it."
)


def show_frame(session: Session) -> date | None:
    """The banner, the marking and the as-of choice, above the page's own content. Returns the date chosen."""
    problems = check_url(session)
    if session.demonstration:
        st.html(f'<div class="jasc-banner" role="note">{_DEMONSTRATION}</div>')
    told, label, choice = st.columns([7, 1, 2], vertical_alignment="center")
    label.html('<div class="jasc-label">View as of</div>')
    with choice:
        chosen = as_of_choice(session)
    latest = session.latest
    with told:
        marking = session.settings.marking
        mark = f'<span class="jasc-marking">{escape(marking)}</span> ' if marking else ""
        if chosen is not None and chosen != latest:
            end = f" The latest is {long_date(latest)}." if latest else ""
            words = (
                f'<span class="jasc-earlier"><strong>Not the latest: as of {long_date(chosen)}.</strong>{end}</span>'
            )
        elif latest is not None:
            words = f"As of <strong>{long_date(latest)}</strong>, the latest held for {escape(session.home)}"
        else:
            words = "<strong>No figures held</strong>"
        st.html(f'<div class="jasc-as-of">{mark}{words}</div>')
    tell(problems)
    return chosen
