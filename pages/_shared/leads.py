"""The one switch for leads, who can be people (rule 20): off, none is named in what leaves the dashboard."""

from collections.abc import Mapping

import streamlit as st

from jasc_data.answers.deadlines.answer import NO_LEAD

LEAD = "lead"
EVERY_LEAD, ALL_LEADS, WITHOUT_LEAD = "Every lead", "All leads", "No lead"
_NO_NAMES = ("", EVERY_LEAD, ALL_LEADS, WITHOUT_LEAD, NO_LEAD)
_KEPT, _WIDGET = "leads-named", "leads-named-switch"


def leads_switch() -> None:
    """The switch, for a page that shows leads; what is chosen holds on every page, and is never in the address."""
    st.toggle(
        "Leads named in texts, pictures, files and links (they can be people)",
        value=leads_named(),
        key=_WIDGET,
        on_change=_keep,
        help="Off: “Lead 1” stands for the lead with most items. The tables on this page name the leads all the same.",
    )


def explain_numbered_leads() -> None:
    """Why a picture says "Lead 1": under it, while leads are not named."""
    if not leads_named():
        st.markdown("In pictures “Lead 1” stands for the lead with most items; the table and the switch below name it.")


def leads_named() -> bool:
    """True when leads are named in what leaves the dashboard."""
    return bool(st.session_state.get(_KEPT, False))


def is_name(choice: str) -> bool:
    """True when what is chosen is a lead, and not every one or none."""
    return choice not in _NO_NAMES


def may_leave(choices: Mapping[str, str]) -> dict[str, str]:
    """The choices that a copied link may hold: a lead's name only when leads are named."""
    return {key: value for key, value in choices.items() if key != LEAD or leads_named() or not is_name(value)}


def _keep() -> None:
    st.session_state[_KEPT] = bool(st.session_state[_WIDGET])
