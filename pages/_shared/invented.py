"""What is said in place of a form: while the demonstration is shown, and to who may not do what it is for."""

import streamlit as st

from jasc_data.audit.own_items import are_own
from jasc_data.domain.access import Action, NotAllowed, can, require
from jasc_data.wording.markdown_text import plain
from pages._shared.session import Session

_INVENTED = "While the demonstration is shown nothing can be written: what it shows is invented."


def may_write(session: Session, action: Action, item_id: int | None = None) -> bool:
    """True for real figures and who may do this (of an item: also as its own); else the sentence that says why not."""
    if session.demonstration:
        st.markdown(_INVENTED)
        return False
    return is_allowed(session, action, item_id)


def is_allowed(session: Session, action: Action, item_id: int | None = None) -> bool:
    """The same whatever is shown. The use case asks again when it writes."""
    actor = session.actor
    try:
        own = not can(actor, action) and are_own(session.snapshot, [item_id], actor.names)
        require(actor, action, own=own)
    except NotAllowed as refusal:
        st.markdown(plain(refusal.why))
        return False
    return True


def may_take_in(session: Session) -> bool:
    """The same of a tracking workbook: whose its items are is found when it is taken in."""
    if session.demonstration:
        st.markdown(_INVENTED)
    return not session.demonstration and can(session.actor, Action.RETURN_TRACKING, own=True)
