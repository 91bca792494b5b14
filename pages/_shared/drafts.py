"""What was typed and is not saved: there again, for the browser session that typed it, when its page is come back to.

Streamlit forgets what the boxes of a page hold as soon as the page is left, and of a form it learns nothing before its
button is pressed. So these boxes stand in no form and are kept by their keys. Nothing of them goes into the store until
their button is pressed, and no other session is shown them.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

import streamlit as st
from streamlit.elements.lib.mutable_expander_container import ExpanderContainer

from jasc_data.wording.numbers import counted
from pages._shared.panels import folded
from pages._shared.session import current

_KEY = "drafts"
_UNSAVED = '<p class="jasc-unsaved" role="status">{}</p>'
_KEPT = "Not saved yet: what you typed stays in this window, and nobody else sees it."
_CHANGED = " What is held was changed meanwhile, so it cannot be saved as it is."
Said = TypeVar("Said")


@dataclass
class Draft:
    """The boxes about one thing. part: the folded part of a page that they stand in, if in one.

    held: what is held of that thing. rests_on, since: what was held when the boxes were begun, and filled in with it,
    and the day. begun: by box, what it said then. round: gives boxes and buttons keys of their own when all is begun
    again.
    """

    name: str
    part: str
    held: Any
    rests_on: Any
    since: date
    round: int = 0
    begun: dict[str, object] = field(default_factory=dict)

    def asked(self, box: Callable[..., Said], label: str, name: str, **shown: Any) -> Said:
        """Draws a box, and gives what it holds. name: its own among those of the draft. shown: what it is given."""
        said = box(label, key=self.key(name), persist_state="session", **shown)
        self.begun.setdefault(name, said)
        return said

    @property
    def unsaved(self) -> bool:
        """Whether a box holds something else than it began with."""
        return any(st.session_state.get(self.key(name), first) != first for name, first in self.begun.items())

    def begin(self) -> None:
        """Again, with what is held. In place: to write to the session would end a run whose button was pressed again
        meanwhile."""
        self.rests_on, self.since = self.held, current().today
        self.round, self.begun = self.round + 1, {}

    @contextmanager
    def boxes(self, discard: str = "Discard what is typed") -> Iterator[None]:
        """Where the boxes and their buttons stand; below them that something is not saved yet, and a button to discard
        it."""
        with st.container(border=True, key=f"draft-{self.name}"):
            yield
            if self.unsaved:
                with st.container(horizontal=True, vertical_alignment="center"):
                    changed = "" if self.held == self.rests_on else _CHANGED
                    st.html(_UNSAVED.format(f"{_KEPT}{changed}"), width="content")
                    if st.button(discard, key=self.key("discard")):
                        self.begin()
                        st.rerun()

    def key(self, name: str) -> str:
        """Of a box or a button of the draft, for as long as it is not begun again."""
        return f"{self.name}-{self.round}-{name}"


def draft_of(name: str, part: str = "", held: Any = None) -> Draft:
    """The draft of that name. Where nothing is typed it begins again, once something else is held or on another day."""
    today = current().today
    found = _drafts().setdefault(name, Draft(name, part, held, held, today))
    found.held = held
    if (found.rests_on, found.since) != (held, today) and not found.unsaved:
        found.begin()
    return found


def folded_for(label: str, part: str) -> ExpanderContainer:
    """A folded part with drafts in it; open where the page was left with one that is not saved."""
    if _unsaved_in(part) and f"folded-{part}" not in st.session_state:
        st.session_state[f"folded-{part}"] = True
    return folded(label, part)


def tell_of_others(shown: Draft) -> None:
    """That more is not saved in the same part, of what is not chosen now."""
    others = [one for one in _unsaved_in(shown.part) if one is not shown]
    if others:
        st.html(_UNSAVED.format(f"Not saved yet: what you typed about {counted(len(others), 'other')} of this list."))


def _unsaved_in(part: str) -> list[Draft]:
    return [one for one in _drafts().values() if one.part == part and one.unsaved]


def _drafts() -> dict[str, Draft]:
    drafts: dict[str, Draft] = st.session_state.setdefault(_KEY, {})
    return drafts
