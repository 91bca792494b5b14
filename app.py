"""The entry, for ``streamlit run app.py``: the server imports it once, then runs it for every visit.

As a script it is only the router: who is here and what is held, the navigation, and the frame of every page.
"""

import logging
import secrets
from pathlib import Path

import streamlit as st

from jasc_data.domain.failures import UserFailure
from pages._shared.cache_warming import a_page_stands, import_ahead
from pages._shared.door import is_admitted, may_open
from pages._shared.frame import show_frame
from pages._shared.navigation import PRESENT, PRODUCT, page_asked_for, pages
from pages._shared.operations.health import health_route
from pages._shared.operations.interpreter import take_turns_often
from pages._shared.operations.log_lines import start_log
from pages._shared.operations.running import running
from pages._shared.panels import apply_style
from pages._shared.presentation_address import presentation_asked_for
from pages._shared.session import opened_session
from pages._shared.streamlit_insides import end_quietly, is_a_visit, keep_to_visitors, take_pages_from_navigation
from pages._shared.surface.layers import layers
from pages._shared.surface.visitors import COOKIE

ICON = Path(__file__).parent / "pages" / "_shared" / "icon.png"  # a named icon would be fetched from the internet


def show_page() -> None:
    """One visit: the frame and the page, or one sentence that says why not."""
    known = pages()
    here, page = page_asked_for(known)
    st.set_page_config(page_title=f"{here.title}, {PRODUCT}", page_icon=str(ICON), layout="wide")
    apply_style()
    try:
        if not is_admitted():
            return
        presentation = presentation_asked_for() if here is PRESENT else None
        with opened_session(presentation.entry if presentation else None) as session:
            if presentation is None:
                session.as_of = show_frame(session, here, known)
            if may_open(session, here):
                page.run()
    except UserFailure as failure:
        st.title("The figures cannot be shown", anchor=False)
        st.error(str(failure), icon=":material/error:")
    except Exception:
        st.title("This page cannot be shown", anchor=False)
        reference = secrets.token_hex(4)
        logging.getLogger("jasc").exception(
            "Reference %s on page %s", reference, page.title, extra={"reference": reference}
        )
        st.error(
            f"Something went wrong, and no figure was changed. Quote the reference {reference} to whoever looks after "
            "the dashboard; the details are in its log.",
            icon=":material/error:",
        )


if is_a_visit():
    show_page()
    a_page_stands()
else:
    start_log()
    keep_to_visitors(COOKIE)
    end_quietly()
    base = st.get_option("server.baseUrlPath")
    app = st.App(__file__, lifespan=running, routes=[health_route(base)], middleware=layers(base))
    take_pages_from_navigation()
    take_turns_often()
    import_ahead()
