"""Answers about the home force's items, kept between page runs; their key holds the data version."""

from datetime import date

import streamlit as st

from jasc_data.answers.item.answer import ItemHistory, item_history
from jasc_data.answers.register.answer import Register, RegisterItem, register_of
from pages._shared.answers import comparison_of
from pages._shared.session import Session

_KEPT = 32


def register_now(session: Session) -> Register | None:
    """The home force's register at the date chosen; None when no figures are held or no items are."""
    day = comparison_of(session).as_of
    register = register_at(session, day) if day else None
    return register if register and (register.items or register.held) else None


def register_at(session: Session, day: date) -> Register:
    """The home force's register at a date, with or without items."""
    return _register(session.cache_key, day, session)


def history_now(session: Session, register: Register, item: RegisterItem) -> ItemHistory:
    """One item across the exports up to that date."""
    return _history(session.cache_key, register.as_of, item.item_key, session)


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _register(key: tuple[object, ...], day: date, _session: Session) -> Register:  # noqa: ARG001 - a cache key
    return register_of(_session.snapshot, _session.home, day)


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _history(
    key: tuple[object, ...],  # noqa: ARG001 - a cache key
    day: date,
    item_key: str,
    _session: Session,
) -> ItemHistory:
    return item_history(_session.snapshot, item_key, day)
