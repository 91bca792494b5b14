"""A snapshot finds once what is asked of it alike, and finds it again after it has written."""

from dataclasses import asdict, dataclass

import duckdb
import pytest

from jasc_data.answers.figures.headlines import HeldDate
from jasc_data.store.connection import Store, store_in_memory
from jasc_data.store.snapshot import Snapshot

DATES = "figures/dates"


@dataclass(frozen=True)
class _Version:
    data_version: int


@dataclass(frozen=True)
class _Forwards:
    """The fields in the order of the query's columns."""

    product: str
    schema_version: int
    data_version: int
    views_key: str | None
    uploads_ever: int


@dataclass(frozen=True)
class _Backwards:
    """The same fields in another order."""

    uploads_ever: int
    views_key: str | None
    data_version: int
    schema_version: int
    product: str


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


def test_columns_go_to_the_fields_of_their_names_in_whatever_order(empty: Store) -> None:
    with empty.writing(keep=True) as snapshot:
        snapshot.set_data_version(7)
        (forwards,) = snapshot.rows("store/state", _Forwards)
        (backwards,) = snapshot.rows("store/state", _Backwards)
    assert asdict(forwards) == asdict(backwards)
    assert forwards.data_version == 7


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
