"""Whatever happens to the store's file: what is said to be committed is in it, and what is not in it is said."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from threading import Event, Thread

import duckdb
import pytest

from jasc_data.answers.comparison.answer import compare
from jasc_data.domain.failures import StoreBehind, StoreGone, StoreReplaced
from jasc_data.store.backup_files import backup_name
from jasc_data.store.connection import BACKUPS, Store, open_store
from jasc_data.store.counter import counter_of
from jasc_data.uploads.acting import withdraw
from jasc_data.uploads.commit import commit, rehearse
from tests.builders import (
    TODAY,
    VIEW,
    by,
    checked,
    dump,
    filled_once,
    imported,
    items_csv,
    numbered,
    open_of,
)
from tests.editorial.everything import write_everything

BACKUP = backup_name("v1")
Misfortune = Callable[[Path], object]


def deleted(path: Path) -> None:
    path.unlink()


def replaced(path: Path) -> None:
    shutil.copyfile(path.parent / BACKUPS / BACKUP, path.with_name("new"))
    path.with_name("new").replace(path)


def written_over(path: Path) -> None:
    shutil.copyfile(path.parent / BACKUPS / BACKUP, path)


def folder_moved(path: Path) -> None:
    path.parent.rename(path.parent.with_name("elsewhere"))


MISFORTUNES = {"deleted": deleted, "replaced": replaced, "written over by a copy": written_over, "moved": folder_moved}
ACTIONS: dict[str, Callable[[Store], object]] = {
    "commit": lambda store: commit(store, checked(items_csv(*numbered(4))), by(), acknowledged=["all"]),
    "rehearse": lambda store: rehearse(store, checked(items_csv(*numbered(4)))),
    "withdraw": lambda store: withdraw(store, 1, by()),
    "write": lambda store: write_everything(store),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The place of a store that holds three items, and a backup of it."""
    place = tmp_path / "held" / "jasc.duckdb"
    filled_once("three items", lambda store: imported(store, items_csv(*numbered(3))), place)
    (place.parent / BACKUPS).mkdir(exist_ok=True)
    shutil.copyfile(place, place.parent / BACKUPS / BACKUP)
    return place


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    opened = open_store(path, create=False)
    yield opened
    with suppress(duckdb.Error):
        opened.close()


# The file at the path is the one that is open


@pytest.mark.parametrize("action", ACTIONS.values(), ids=ACTIONS)
@pytest.mark.parametrize("misfortune", MISFORTUNES.values(), ids=MISFORTUNES)
def test_nothing_is_committed_to_a_file_that_is_not_at_its_place(
    path: Path, store: Store, misfortune: Misfortune, action: Callable[[Store], object]
) -> None:
    before = dump(store)
    misfortune(path)
    with pytest.raises(StoreReplaced) as caught:
        action(store)
    sentence = str(caught.value)
    assert "Nothing was committed" in sentence
    assert (BACKUP in sentence) == (misfortune is not folder_moved)
    assert "restore-backup" in sentence
    assert "/" not in sentence
    if misfortune is not written_over:
        assert dump(store) == before


def _commit_while(store: Store, happens: Callable[[], object]) -> None:
    with store.writing(keep=True) as snapshot:
        snapshot.raise_version()
        happens()


@pytest.mark.parametrize("misfortune", [deleted, replaced])
def test_a_file_that_goes_amid_a_commit_is_noticed_before_it_is_kept(
    path: Path, store: Store, misfortune: Misfortune
) -> None:
    before = dump(store)
    with pytest.raises(StoreReplaced, match="Nothing was committed"):
        _commit_while(store, lambda: misfortune(path))
    assert dump(store) == before


def test_a_file_that_goes_as_a_commit_ends_is_not_said_to_hold_it(
    path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_checkpoint", lambda: deleted(path))
    with pytest.raises(StoreReplaced, match="What was just sent is not in the file at the store's place"):
        imported(store, items_csv(*numbered(4)))


def test_reading_rehearsing_and_committing_are_nobody_elses_writing(path: Path, store: Store) -> None:
    for number in (4, 5, 6):
        rehearse(store, checked(items_csv(*numbered(3000))), VIEW)
        with store.snapshot() as snapshot:
            compare(snapshot, VIEW)
        imported(store, items_csv(*numbered(number)), TODAY)
    assert open_of(store) == 6


# A commit is in the main file when it is said to be done


def copied_without_log(path: Path) -> Path:
    """The main file alone, as a copy of it takes it."""
    copy = path.with_name("copy.duckdb")
    shutil.copyfile(path, copy)
    return copy


def test_a_commit_is_in_the_main_file_while_others_read(path: Path, store: Store) -> None:
    """Readers hold snapshots of before, with what they found in temporary tables, in other threads and in this one."""
    looked, ended = Event(), Event()

    def read() -> None:
        with store.snapshot() as snapshot:
            compare(snapshot, VIEW)
            looked.set()
            ended.wait(60)

    reader = Thread(target=read)
    reader.start()
    assert looked.wait(60)
    with store.snapshot() as own:
        compare(own, VIEW)
        for number in (4, 5, 6):
            imported(store, items_csv(*numbered(number)), TODAY)
            assert not path.with_name(f"{path.name}.wal").exists()
            if number == 5:
                copy = copied_without_log(path)
        assert own.data_version == 1
    ended.set()
    reader.join()
    store.close()
    with closing(open_store(copy, create=False)) as copied:
        assert open_of(copied) == 5


@pytest.mark.parametrize("write", [lambda store: withdraw(store, 1, by()), lambda store: write_everything(store)])
def test_whatever_is_written_is_in_the_main_file(path: Path, store: Store, write: Callable[[Store], object]) -> None:
    with store.snapshot() as snapshot:
        compare(snapshot, VIEW)
        write(store)
        assert not path.with_name(f"{path.name}.wal").exists()


def test_opening_leaves_no_snapshot_open_that_keeps_a_change_out_of_the_main_file(path: Path, store: Store) -> None:
    with store.writing(keep=True) as snapshot:
        snapshot.set_data_version(7)  # by an UPDATE, which an open snapshot of before would hold up
    assert not path.with_name(f"{path.name}.wal").exists()


# A counter beside the store says how far it had come


def test_a_store_that_holds_less_than_was_committed_is_said(path: Path) -> None:
    older = path.read_bytes()
    with closing(open_store(path, create=False)) as store:
        imported(store, items_csv(*numbered(4)), TODAY)
    path.write_bytes(older)
    with pytest.raises(StoreBehind) as caught:
        open_store(path, create=True)
    sentence = str(caught.value)
    assert "1 committed change is missing" in sentence
    assert BACKUP in sentence
    assert "jasc.duckdb.counter" in sentence
    assert path.read_bytes() == older
    counter_of(path).unlink()  # the earlier state is meant
    with closing(open_store(path, create=False)) as store:
        assert open_of(store) == 3


def test_a_store_whose_log_file_is_missing_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As when a checkpoint did not come to pass, the process was killed, and a copy took the main file alone."""
    store = open_store(path, create=False)
    monkeypatch.setattr(store, "_checkpoint", lambda: None)
    imported(store, items_csv(*numbered(4)), TODAY)
    copy = copied_without_log(path)
    shutil.copyfile(counter_of(path), counter_of(copy))
    store.close()
    with pytest.raises(StoreBehind):
        open_store(copy, create=False)


def test_a_counter_that_lags_or_cannot_be_read_is_written_anew(path: Path) -> None:
    for content in ('{"data_version": 0}', "", "{", "[]", '{"data_version": "many"}', '{"data_version": -1}', "\x00"):
        counter_of(path).write_text(content)
        open_store(path, create=False).close()
        assert json.loads(counter_of(path).read_text())["data_version"] == 1


def test_a_counter_that_cannot_be_written_loses_no_commit(
    path: Path, store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert imported(store, items_csv(*numbered(4)), TODAY) == 2
    assert "counter" in caplog.text


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize("left", ["counter", "log"])
def test_a_store_missing_where_one_was_is_never_made_anew(path: Path, create: bool, left: str) -> None:
    log = path.with_name(f"{path.name}.wal")
    path.unlink()
    if left == "log":
        counter_of(path).unlink()
        log.write_bytes(b"what the last commits left")
    with pytest.raises(StoreGone) as caught:
        open_store(path, create=create)
    assert BACKUP in str(caught.value)
    assert not path.exists()
    assert left == "counter" or log.read_bytes() == b"what the last commits left"


def test_a_store_is_made_where_none_ever_was(tmp_path: Path) -> None:
    place = tmp_path / "jasc.duckdb"
    open_store(place, create=True).close()
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["jasc.duckdb", "jasc.duckdb.counter"]
