"""The one place that reaches behind Streamlit's public face, and why; tests notice when a release changes it.

Streamlit takes a folder named pages/ for an older kind of app until the first visit has called ``st.navigation``, and
greets that visit, when it is to a page's address, with "Page not found". No setting says otherwise: it decides by the
folder's existence alone. The folder's name is fixed for this project, so it is told once, before the first visit.
"""

from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import get_script_run_ctx


def is_a_visit() -> bool:
    """True when a visit runs the script, False when the server imports it before any visit."""
    return get_script_run_ctx(suppress_warning=True) is not None


def take_pages_from_navigation() -> None:
    """Tells Streamlit that the pages are those of ``st.navigation``, whatever the folder is called."""
    PagesManager.uses_pages_directory = False
