"""A snapshot finds once what is asked of it alike, and finds it again after it has written."""

from dataclasses import dataclass

import duckdb
import pytest

from jasc_data.answers.figures.headlines import HeldDate
from jasc_data.store.connection import Store, store_in_memory
from jasc_data.store.snapshot import Snapshot

DATES = "figures/dates"


@dataclass(frozen=True)
class _Version:
    data_version: int


@pytest.fixture
def empty() -> Store:
    return store_in_memory()


def test_what_is_asked_alike_is_found_once(empty: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    run = Snapshot._run

    def counted(snapshot: Snapshot, name: str, parameters: dict[str, object]) -> None:
        asked.append(name)
        run(snapshot, name, parameters)

    monkeypatch.setattr(Snapshot, "_run", counted)
    with empty.snapshot() as snapshot:
        asked.clear()
        for home in ("West Mercia", "West Mercia", "Cheshire"):
            assert snapshot.rows(DATES, HeldDate, home=home) == []
    assert asked == [DATES, DATES]  # of two forces


def test_a_list_that_was_changed_changes_no_other(empty: Store) -> None:
    with empty.snapshot() as snapshot:
        first = snapshot.rows("store/state", _Version)
        held = list(first)
        first.clear()
        second = snapshot.rows("store/state", _Version)
        second.clear()
        assert snapshot.rows("store/state", _Version) == held != []


def test_what_was_written_is_found(empty: Store) -> None:
    with empty.writing(keep=True) as snapshot:
        (before,) = snapshot.rows("store/state", _Version)
        snapshot.raise_version()
        (after,) = snapshot.rows("store/state", _Version)
    assert after.data_version == before.data_version + 1


def test_a_fault_is_no_answer(empty: Store) -> None:
    with empty.snapshot() as snapshot:
        for _ in range(2):
            with pytest.raises(duckdb.Error):
                snapshot.rows(DATES, HeldDate)
