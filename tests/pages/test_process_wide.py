"""What is kept for the process outlives whatever a visitor can clear, and is made once however many ask at once."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import sleep

import pytest
import streamlit as st

from pages._shared import session
from pages._shared.process_wide import ProcessWide


def test_the_store_stays_open_when_the_caches_are_cleared(place: Path) -> None:
    """Which Streamlit does for everybody when any visitor's browser says so."""
    store = session.opened_store(place)
    st.cache_resource.clear()
    st.cache_data.clear()
    assert session.opened_store(place) is store
    with store.snapshot() as snapshot:
        assert snapshot.data_version == 0


def test_it_is_made_once_however_many_ask_at_once() -> None:
    made: list[int] = []

    @ProcessWide
    def slow(number: int) -> list[int]:
        sleep(0.02)
        made.append(number)
        return [number]

    with ThreadPoolExecutor(8) as visitors:
        got = list(visitors.map(slow, [1, 1, 1, 1, 2, 2, 2, 2]))
    assert sorted(made) == [1, 2]
    assert got[0] is got[3]


def test_a_failure_is_not_kept() -> None:
    outcomes = iter([OSError("busy"), "open"])

    @ProcessWide
    def opened() -> str:
        outcome = next(outcomes)
        if isinstance(outcome, OSError):
            raise outcome
        return outcome

    with pytest.raises(OSError, match="busy"):
        opened()
    assert opened() == "open"
