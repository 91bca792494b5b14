"""A choice whose address carries an issued id: names change with what is held, ids do not.

Streamlit's own binding writes the words that are shown into the address, so the address is kept here: it is followed
when it is not what was last written (a link, the browser's way back), and written after the choice was made. Links of
earlier releases carry the name under the choice's own key; they still lead where the name is found.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from jasc_data.answers.links.answer import Lead
from pages._shared.links import tell, unhonoured
from pages._shared.streamlit_insides import led_by_history

_EVERY = -1  # no id: nothing is chosen of what the choice offers


def id_key(key: str) -> str:
    """Under which key of the address the id of a choice stands."""
    return f"{key}_id"


@dataclass(frozen=True)
class Offered:
    """What there is to choose from. names: by id, each once. leads_to: where the id in a link leads. instead: what
    happens with a link that leads nowhere, the end of the sentence that says so. every: the word for all of them."""

    names: Mapping[int, str]
    leads_to: Callable[[int], Lead]
    instead: str
    every: str | None = None


def id_choice(words: str, key: str, offered: Offered, told_in: DeltaGenerator, **shown: Any) -> int | None:
    """The id that is chosen; None for none, or for all of them. The address carries it.

    told_in: where it is said that a link leads nowhere. shown: what else the select box is given.
    """
    with told_in:
        _follow(key, offered)
    choices = {_EVERY: offered.every, **offered.names} if offered.every else dict(offered.names)
    chosen: int | None = st.selectbox(
        words,
        list(choices),
        key=key,
        index=0 if offered.every else None,
        format_func=choices.__getitem__,
        **shown,
    )
    number = None if chosen == _EVERY else chosen
    _write(key, number)
    return number


def choose(key: str, number: int) -> None:
    """Chooses before the choice is drawn, as a click elsewhere on the page does."""
    st.session_state[key] = number


def _follow(key: str, offered: Offered) -> None:
    """Takes the choice from the address when it was changed from outside, or is not to be had any more."""
    by_name, told = st.query_params.get(key), st.query_params.get(id_key(key))
    written_at, written = st.session_state.get(_written(key), (_place(), None))
    if by_name is None and told is None and written_at != _place():
        if written is None or led_by_history():  # a view in which nothing was chosen
            return
        told = written  # on another page of the dashboard: it goes along
    elif by_name is None and told == written and written_at == _place():
        forgotten = told is not None and key not in st.session_state  # the browser led back to a page that was left
        chosen = st.session_state.get(key)
        if not forgotten and (not isinstance(chosen, int) or chosen == _EVERY or chosen in offered.names):
            return
        told = told if forgotten else str(chosen)
    found = _of_id(key, told or "", offered) if by_name is None else _of_name(key, by_name, offered)
    st.session_state.pop(key, None)
    if found is not None:
        st.session_state[key] = found


def _of_name(key: str, name: str, offered: Offered) -> int | None:
    """What a link of an earlier release means; it is then one with an id."""
    known = [*offered.names.values(), offered.every or ""]
    tell(unhonoured(key, known, f"The {key} in this link ({{}}) is not among those held; {offered.instead}."))
    del st.query_params[key]
    return next((number for number, offered_name in offered.names.items() if offered_name == name), None)


def _of_id(key: str, told: str, offered: Offered) -> int | None:
    """Where an id leads, as it is written in the address."""
    if not (told.isascii() and told.isdigit()):
        tell(unhonoured(id_key(key), (), f"The id of the {key} in this link ({{}}) is no number; {offered.instead}."))
        return None
    lead = offered.leads_to(int(told))
    if lead.shown_id is None:
        tell([f"{lead.why_not}; {offered.instead}."])
    return lead.shown_id


def _write(key: str, number: int | None) -> None:
    value = None if number is None else str(number)
    if value is None:
        st.query_params.pop(id_key(key), None)
    elif st.query_params.get(id_key(key)) != value:
        st.query_params[id_key(key)] = value
    st.session_state[_written(key)] = (_place(), value)


def _written(key: str) -> str:
    return f"{key}_id_written"


def _place() -> str:
    """The page's own address: a choice goes along from page to page, though the address of another page lacks it."""
    return (st.context.url or "").split("?")[0]
