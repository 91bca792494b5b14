"""What a button writes, written once. Streamlit begins a run beside the one that it ends: who presses twice has two,
and the second knows nothing yet of what the first is about to write."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from threading import RLock
from typing import Any

import streamlit as st

_KEY = "turns"
_begun: ContextVar[int] = ContextVar("begun")


@dataclass
class Turns:
    """Of one page that is open: whose turn it is, how often something was written, and after how many of these what
    follows was done."""

    lock: Any = field(default_factory=RLock)
    written: int = 0
    followed: int = 0


def begin_run() -> None:
    """To be called as a run begins: what is written from now on, it does not know of."""
    _begun.set(_turns().written)


@contextmanager
def taking_turns() -> Iterator[None]:
    """A part of a page that waits until the run before has ended.

    Where that wrote, the page begins again: what was read for this run was held before.
    """
    turns = _turns()
    with turns.lock:
        _must_know_all(turns)
        yield


@contextmanager
def writing_once() -> Iterator[None]:
    """What a button writes. Where another run wrote since this one began, the page begins again instead: the button was
    pressed on what was shown before. Within it no word to the browser or the session, which could end the run."""
    turns = _turns()
    with turns.lock:
        _must_know_all(turns)
        yield
        turns.written += 1


def once_written(follow: Callable[[], None]) -> None:
    """Does once what follows after something was written; where another press ends this run, the next one goes on."""
    turns = _turns()
    written = turns.written
    if turns.followed != written:
        follow()
        turns.followed = written


def _must_know_all(turns: Turns) -> None:
    if turns.written != _begun.get():
        st.rerun()


def _turns() -> Turns:
    turns: Turns = st.session_state.setdefault(_KEY, Turns())
    return turns
