"""One visit: who is here and what is held, the navigation, the frame of every page, and the page itself."""

import logging
import secrets

import streamlit as st

from jasc_data.domain.failures import UserFailure
from pages._shared.door import is_admitted, may_open
from pages._shared.frame import show_frame
from pages._shared.navigation import PRESENT, PRODUCT, page_asked_for, pages
from pages._shared.panels import apply_style
from pages._shared.presentation_address import presentation_asked_for
from pages._shared.session import opened_session
from pages._shared.turns import begin_run


def show_page() -> None:
    """The frame and the page, or one sentence that says why not."""
    known = pages()
    here, page = page_asked_for(known)
    st.set_page_config(page_title=f"{here.title}, {PRODUCT}", layout="wide")
    apply_style()
    begin_run()
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
