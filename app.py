"""The entry, for ``streamlit run app.py``: the server imports it once, then runs it for every visit.

As a script it is only the router: who is here and what is held, the navigation, and the frame of every page.
"""

import logging
import secrets
from pathlib import Path

import streamlit as st

from jasc_data.domain.failures import UserFailure
from pages._shared.frame import show_frame
from pages._shared.panels import apply_style
from pages._shared.session import opened_session
from pages._shared.streamlit_insides import is_a_visit, take_pages_from_navigation

ICON = Path(__file__).parent / "pages" / "_shared" / "icon.png"  # a named icon would be fetched from the internet


def navigation() -> st.Page:
    """The pages, along the top; returns the one that is asked for."""
    return st.navigation(
        [
            st.Page("pages/figures/position.py", title="Position", default=True),
            st.Page("pages/figures/comparison.py", title="Comparison", url_path="comparison"),
            st.Page("pages/breakdowns/grades.py", title="Grades", url_path="grades"),
            st.Page("pages/breakdowns/causes.py", title="Causes of concern", url_path="causes"),
            st.Page("pages/breakdowns/reports.py", title="Reports", url_path="reports"),
            st.Page("pages/breakdowns/register.py", title="Register", url_path="register"),
            st.Page("pages/breakdowns/deadlines.py", title="Deadlines", url_path="deadlines"),
            st.Page("pages/time/trend.py", title="Trend", url_path="trend"),
            st.Page("pages/time/changes.py", title="Changes", url_path="changes"),
            st.Page("pages/time/target.py", title="Path to target", url_path="target"),
            st.Page("pages/breakdowns/item.py", title="Item", url_path="item", visibility="hidden"),
            st.Page("pages/exports/upload.py", title="Upload", url_path="upload"),
            st.Page("pages/exports/uploads.py", title="Uploads", url_path="uploads"),
            st.Page("pages/about/about.py", title="About", url_path="about"),
        ],
        position="top",
    )


def show_page() -> None:
    """One visit: the frame and the page, or one sentence that says why not."""
    st.set_page_config(page_title="JASC inspection dashboard", page_icon=str(ICON), layout="wide")
    apply_style()
    page = navigation()
    try:
        with opened_session() as session:
            session.as_of = show_frame(session)
            page.run()
    except UserFailure as failure:
        st.error(str(failure), icon=":material/error:")
    except Exception:
        reference = secrets.token_hex(4)
        logging.getLogger("jasc").exception("Reference %s on page %s", reference, page.title)
        st.error(
            f"Something went wrong, and no figure was changed. Quote the reference {reference} to whoever looks after "
            "the dashboard; the details are in its log.",
            icon=":material/error:",
        )


if is_a_visit():
    show_page()
else:
    app = st.App(__file__)
    take_pages_from_navigation()
