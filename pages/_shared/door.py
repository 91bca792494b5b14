"""The door: who is let in sees the pages; who is not, one sentence that says why, and what to do about it."""

import streamlit as st

from jasc_data.audit.log import Event, log_of
from jasc_data.domain.access import NotAllowed, require
from jasc_data.domain.reached import ReachedFromElsewhere
from jasc_data.domain.settings import Settings, read_settings
from jasc_data.domain.sign_in import NotSignedIn, WithoutRole
from jasc_data.wording.markdown_text import plain
from pages._shared.navigation import Place
from pages._shared.session import Session
from pages._shared.visitor import sign_out, signs_in, visitor

_HOW = """
No figure is shown, because nobody is asked who they are. Whoever looks after the dashboard chooses one of two ways:

1. **With sign-in**: name an identity provider in the file of secrets. docs/sign-in.md says how, for Microsoft Entra ID
   step by step.
2. **At this machine only**: let the server listen on 127.0.0.1, as it does unless it is told otherwise, with no proxy
   before it, and open it as http://localhost:8501.
"""
_REFUSED = "pages_refused"


def is_admitted() -> bool:
    """True for somebody who may see figures; else the page is the door. Raises SettingsWrong."""
    settings = read_settings()
    try:
        visitor(settings)
    except ReachedFromElsewhere as failure:
        st.title("This dashboard is not set up for visitors", anchor=False)
        st.markdown(plain(failure))
        st.markdown(_HOW)
    except WithoutRole as failure:
        st.title("You have no role yet", anchor=False)
        st.markdown(plain(failure))
        if st.button("Sign out"):
            sign_out(settings)
    except NotSignedIn as failure:
        st.title("Sign in", anchor=False)
        st.markdown(plain(failure))
        if st.button("Sign in", type="primary"):
            st.login()
    else:
        return True
    return False


def may_open(session: Session, here: Place) -> bool:
    """True where the page is the person's to open; else it says why not, and the audit log keeps it once a visit."""
    try:
        require(session.actor, here.needs, own=True)
    except NotAllowed as refusal:
        st.title("This page is not yours to open", anchor=False)
        st.markdown(plain(refusal.why))
        refused = st.session_state.setdefault(_REFUSED, set())
        if here.at not in refused:
            refused.add(here.at)
            log_of(session.settings.store).add(Event.REFUSED, session.actor, f"open the page {here.title}")
        return False
    return True


def offer_sign_out(settings: Settings) -> None:
    """The button in the band, for who signed in."""
    if signs_in() and st.button("Sign out", type="tertiary", help=plain(visitor(settings).name)):
        sign_out(settings)
