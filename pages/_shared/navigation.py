"""Every page of the dashboard, in the five groups that lead to them, each one click away.

Streamlit's own row of pages hides a group in a menu, and a flat row of all of them does not fit a shared screen.
"""

from contextlib import nullcontext
from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup
from streamlit.navigation.page import Page

from jasc_data.domain.access import Action, can
from jasc_data.domain.actor import Actor

PRODUCT = "JASC inspection dashboard"


@dataclass(frozen=True)
class Place:
    """A page. script: below pages/. at: its address, and what the navigation calls it by; blank is the first page.

    dated: False for a page about the data themselves, which has no as-of choice. needs: what one must be allowed to do,
    were it with own items only, to open it.
    """

    script: str
    title: str
    at: str
    dated: bool = True
    needs: Action = Action.SEE


PRESENT = Place("meeting/present", "Present", "present")
GROUPS: dict[str, tuple[Place, ...]] = {
    "Where we stand": (
        Place("figures/position", "Position", ""),
        Place("figures/comparison", "Comparison", "comparison"),
        Place("time/trend", "Trend", "trend"),
    ),
    "What is open": (
        Place("breakdowns/reports", "Reports", "reports"),
        Place("breakdowns/causes", "Causes of concern", "causes"),
        Place("breakdowns/grades", "Grades", "grades"),
        Place("breakdowns/register", "Register", "register"),
        Place("written/commentary", "Commentary", "commentary"),
    ),
    "What to do": (
        Place("breakdowns/deadlines", "Deadlines", "deadlines"),
        Place("time/target", "Path to target", "target"),
        Place("written/ready", "Ready to close", "ready"),
        Place("written/activity", "Activity", "activity"),
    ),
    "Meeting": (
        Place("time/changes", "Changes", "changes"),
        PRESENT,
        Place("meeting/paper", "Paper", "paper"),
    ),
    "Data": (
        Place("exports/upload", "Upload", "upload", dated=False, needs=Action.RETURN_TRACKING),
        Place("exports/uploads", "Uploads", "uploads", dated=False, needs=Action.WITHDRAW),
        Place("about/about", "About", "about", dated=False),
        Place("about/accessibility", "Accessibility", "accessibility", dated=False),
    ),
}
AUDIT = Place("about/audit", "Audit log", "audit", dated=False, needs=Action.READ_AUDIT)
SYSTEM = Place("about/system", "System", "system", dated=False, needs=Action.LOOK_AFTER_SYSTEM)
OUT_OF_SIGHT = (Place("breakdowns/item", "Item", "item"), AUDIT, SYSTEM)  # reached from what they belong to


def pages() -> dict[Place, Page]:
    """Every page as Streamlit knows it."""
    shown = [place for group in GROUPS.values() for place in group]
    return {
        place: st.Page(f"pages/{place.script}.py", title=place.title, url_path=place.at or None, default=not place.at)
        for place in (*shown, *OUT_OF_SIGHT)
    }


def page_asked_for(known: dict[Place, Page]) -> tuple[Place, Page]:
    """The page of this visit, with its own title in the browser's tab."""
    page = st.navigation(list(known.values()), position="hidden")
    return next((place, page) for place in known if place.title == page.title)


def show_navigation(known: dict[Place, Page], here: Place, actor: Actor) -> None:
    """The groups in rows, of each the pages that the actor may open; on a phone all of them behind one word."""
    with st.container(key="navigation", gap="xxsmall", horizontal=True):
        summary = Markup('<details class="jasc-menu"><summary>Menu<span>{}</span></summary></details>')
        st.html(summary.format(f": {here.title}"), width="content")
        for name, places in GROUPS.items():
            key = f"group-{name.lower().replace(' ', '-')}"
            with st.container(key=key, horizontal=True, gap="xxsmall", width="content", vertical_alignment="center"):
                st.html(Markup('<span class="jasc-group">{}</span>').format(name), width="content")
                for place in places:
                    if not can(actor, place.needs, own=True):
                        continue
                    marked = st.container(key="here-it-is", width="content") if place is here else nullcontext()
                    with marked:
                        st.page_link(known[place], label=place.title)
