"""Links within the dashboard: ordinary ones, with the date shown, so that the browser's way back works.

Streamlit's own link to a page takes the choices out of the address that is left, and the way back has lost them.
"""

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from jasc_data.wording.numbers import long_date
from pages._shared.filters import AS_OF
from pages._shared.session import Session


def link(session: Session, page: str, **choices: str) -> str:
    """The address of a page with the date shown and these choices."""
    return address(session.as_of, page, **choices)


def address(day: date | None, page: str, **choices: str) -> str:
    """The address of a page as of a day (None: the latest, whichever it is) with these choices."""
    written = ({AS_OF: long_date(day)} if day else {}) | choices
    return f"{page}?{urlencode(written)}" if written else page


def show_onward(links: Mapping[str, str], before: str = "") -> None:
    """Links in a row, each with its address by its words; ``before`` are words that lead in."""
    anchor = Markup('<a href="{}">{}</a>')
    anchors = Markup(" ").join(anchor.format(address, words) for words, address in links.items())
    st.html(Markup('<div class="jasc-onward">{} {}</div>').format(before, anchors))
