"""Choices in a link that cannot be honoured: each is told in a sentence, in which the link's words are only text."""

from collections.abc import Container, Iterable
from typing import Literal

import streamlit as st
from streamlit.errors import StreamlitAPIException

from jasc_data.wording.markdown_text import plain

_LONGEST = 40  # characters of a value
_TOLD = 5  # values of one choice
YES_OR_NO = ("true", "false", "TRUE", "FALSE", "True", "False")  # how a link writes a switch


def unhonoured(
    key: str, options: Container[str], sentence: str, *, once: bool = False, each: bool = False
) -> list[str]:
    """The sentence, with ``{}`` for a value in the link that is none of the options; a blank value is no choice.

    Must be asked before the widget of the key runs, which erases such a value. once: for a widget that takes the first
    of several values, where ``binding`` takes none of them. each: for one that takes all values, of which the first few
    unknown ones are told.
    """
    values = st.query_params.get_all(key)
    if once and len(values) > 1:
        return [f"This link gives one choice more than once ({', '.join(map(_short, values))}); none of them is taken."]
    wrong = [value for value in (values if each else values[-1:]) if value and value not in options]
    return [sentence.format(_short(value)) for value in wrong[:_TOLD]]


def binding(key: str) -> Literal["query-params"] | None:
    """How a widget takes its choice from the link: not at all from one that gives it more than once."""
    return None if len(st.query_params.get_all(key)) > 1 else "query-params"


def let_go(key: str, instead: object) -> None:
    """Takes a choice out of the address before its widget runs. instead: the choice that the widget then has.

    Of a widget that stands already Streamlit lets nobody write the address, but its choice, which is then written.
    """
    try:
        st.query_params.pop(key, None)
    except StreamlitAPIException:
        st.session_state[key] = instead


def tell(sentences: Iterable[str]) -> None:
    """Says what of a link is not honoured."""
    for sentence in sentences:
        st.warning(plain(sentence), icon=":material/link_off:")


def _short(value: str) -> str:
    return value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"
