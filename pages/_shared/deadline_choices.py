"""The choices of the Deadlines page, in the URL: whose items, and which of them."""

import streamlit as st

from jasc_data.answers.deadlines.answer import HORIZONS, Ageing
from jasc_data.answers.register.answer import RegisterItem
from pages._shared.leads import EVERY_LEAD, LEAD, is_name
from pages._shared.links import tell, unhonoured

WHICH = "due"
SOON = f"Overdue, or due in {HORIZONS[-1]} days"
OVERDUE, REVISED, ALL = "Overdue", "Target date revised more than once", "All open items"


def within(days: int) -> str:
    """The word in the URL for what is due in so many days."""
    return f"Due in {days} days"


_WITHIN = {within(days): days for days in HORIZONS}
# Those overdue have a list of their own
_WHICH = [within(HORIZONS[-1]), OVERDUE, *list(_WITHIN)[:-1], SOON, REVISED, ALL]


def check_deadlines_url(ageing: Ageing) -> None:
    """Says which choices in the URL cannot be honoured; must run before the widgets erase them."""
    for key, options, words in (
        (LEAD, _leads(ageing), "No open item has the lead in this link ({}); every lead is shown."),
        (WHICH, _WHICH, "The items in this link ({}) are not known; those due soon are shown."),
    ):
        tell(unhonoured(key, options, words))


def deadline_choices(ageing: Ageing) -> dict[str, str]:
    """Whose items, and which of them, by the key and the words of the URL."""
    with st.container(key="choices", horizontal=True):
        chosen = st.selectbox("Show", _WHICH, key=WHICH, bind="query-params")
        whose = st.selectbox("Whose are these?", _leads(ageing), key=LEAD, bind="query-params")
    return {WHICH: chosen or _WHICH[0], LEAD: whose or EVERY_LEAD}


def chosen_items(ageing: Ageing, choices: dict[str, str]) -> list[RegisterItem]:
    """The items that the choices leave."""
    which = choices[WHICH]
    found = {
        SOON: ageing.overdue + ageing.due_within(HORIZONS[-1]),
        OVERDUE: ageing.overdue,
        REVISED: ageing.revised_often,
        ALL: ageing.items,
    }.get(which)
    if found is None:
        found = ageing.due_within(_WITHIN[which])
    line = next((line for line in ageing.leads if line.name == choices[LEAD]), None)
    return [item for item in found if line is None or item in line.items]


def items_sentence(ageing: Ageing, choices: dict[str, str], shown: list[RegisterItem], *, named: bool) -> str:
    """Which items are listed, of how many; named: with the lead's name, else without."""
    lead = choices[LEAD]
    whose = "of every lead" if lead == EVERY_LEAD else lead if named or not is_name(lead) else "of one lead"
    return f"{choices[WHICH]}, {whose}: {len(shown):,} of {len(ageing.items):,} open items."


def _leads(ageing: Ageing) -> list[str]:
    return [EVERY_LEAD, *(line.name for line in ageing.leads)]
