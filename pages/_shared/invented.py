"""What is said in place of a form while the demonstration is shown: nothing is ever kept about invented items."""

import streamlit as st

from pages._shared.session import Session

_INVENTED = "While the demonstration is shown nothing can be written: what it shows is invented."


def may_write(session: Session) -> bool:
    """True for real figures; else the sentence that says why not is shown."""
    if session.demonstration:
        st.markdown(_INVENTED)
    return not session.demonstration
