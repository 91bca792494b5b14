"""Backups are made beside those who work, proved, kept in number, and a commit is refused only where none can be made."""

import errno
import logging
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread

import duckdb
import pytest
import time_machine

from jasc_data.domain.failures import BackupFailed, StoreDamaged
from jasc_data.editorial.meeting_actions import add_meeting
from jasc_data.store import backup, backup_keeper
from jasc_data.store.backup import prove
from jasc_data.store.backup_files import BACKUPS, KEPT, Backup, backup_name, backups_in, superseded
from jasc_data.store.connection import Store, open_store
from jasc_data.store.integrity import examine
from jasc_data.uploads.soundness import proofs
from tests.builders import BY_FORCE, GROUPS, TODAY, by, dump, filled_once, imported, items_csv, new_store, numbered

pytestmark = pytest.mark.backups


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The place of a store that holds three items; it has no backup yet."""
    return filled_once(
        "three items", lambda store: imported(store, items_csv(*numbered(3))), tmp_path / "held" / "jasc.duckdb"
    )


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with closing(open_store(path, create=False)) as opened:
        yield opened


def backups(path: Path) -> list[Backup]:
    return backups_in(path.parent / BACKUPS)


def held_in(copy: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(open_store(copy, create=False)) as store:
        return dump(store)


def test_what_is_held_is_backed_up_when_the_store_is_opened_and_after_each_commit(path: Path, store: Store) -> None:
    keeper = store.keep_backups(None)
    keeper.wait()
    assert [kept.version for kept in backups(path)] == [1]
    imported(store, items_csv(*numbered(4)), TODAY)
    keeper.wait()
    assert [kept.version for kept in backups(path)] == [1, 2]
    assert keeper.state.last == backups(path)[-1]
    assert held_in(backups(path)[-1].path) == dump(store)


@pytest.mark.parametrize("what_comes", ["a commit", "the end"])
def test_what_did_not_change_is_backed_up_later_but_a_commit_and_at_the_end_at_once(
    what_comes: str, path: Path, store: Store
) -> None:
    keeper = store.keep_backups(None, 600)
    assert backups(path) == []
    if what_comes == "a commit":
        imported(store, items_csv(*numbered(4)), TODAY)
        keeper.wait()
    else:
        keeper.end()
    assert [kept.version for kept in backups(path)] == [2 if what_comes == "a commit" else 1]


def test_a_store_that_never_held_anything_has_no_backup(tmp_path: Path) -> None:
    with closing(new_store(tmp_path / "jasc.duckdb")) as store:
        keeper = store.keep_backups(None)
        keeper.wait()
        assert keeper.state.last is None
        assert keeper.state.failure == ""
    assert not (tmp_path / BACKUPS).exists()


def test_what_people_wrote_before_any_upload_is_backed_up_and_checked(tmp_path: Path) -> None:
    with closing(new_store(tmp_path / "jasc.duckdb")) as store:
        keeper = store.keep_backups(None)
        add_meeting(store, TODAY, by())
        keeper.wait()
        assert keeper.state.failure == ""
        assert keeper.state.last is not None
        store.read_indexes()
        with store.snapshot() as snapshot:
            assert all(not found for found in examine(snapshot).values())


def test_a_backup_is_of_one_state_whatever_is_committed_meanwhile(path: Path, store: Store) -> None:
    keeper = store.keep_backups(None)
    commits = Thread(target=lambda: [imported(store, items_csv(*numbered(4 + n)), TODAY) for n in range(3)])
    commits.start()
    copies = [keeper.now() for _ in range(3)]
    commits.join()
    for copy in copies:
        assert prove(copy.path) == copy.version


def test_closing_waits_for_the_backup_of_the_last_commit(path: Path) -> None:
    with closing(open_store(path, create=False)) as store:
        store.keep_backups(None)
        imported(store, items_csv(*numbered(4)), TODAY)
    assert backups(path)[-1].version == 2


def test_without_a_change_the_last_backup_is_read_again_and_none_is_made(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        with closing(open_store(path, create=False)) as store:
            store.keep_backups(None).wait()
    (kept,) = backups(path)
    content = bytearray(kept.path.read_bytes())
    content[len(content) // 2 :] = bytes(len(content) - len(content) // 2)  # it rots
    kept.path.write_bytes(content)
    with closing(open_store(path, create=False)) as store:
        store.keep_backups(None).wait()
    assert prove(backups(path)[-1].path) == 1


def test_it_is_looked_at_every_day(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup_keeper, "_LOOK", 0.02)
    keeper = store.keep_backups(None)
    keeper.wait()
    first = keeper.state.proved_at
    assert first is not None
    with time_machine.travel(datetime.now(UTC) + timedelta(days=1, minutes=1)):
        for _ in range(500):
            if keeper.state.proved_at != first:
                break
            keeper._thread.join(0.02)
        assert keeper.state.proved_at is not None
        assert keeper.state.proved_at - first >= timedelta(days=1)


def test_a_copy_that_is_not_sound_is_no_backup(
    path: Path, store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def unsound(copy: Path) -> int:
        raise StoreDamaged(f"The copy {copy.name} is not sound: rows_lost.")

    monkeypatch.setattr(backup, "prove", unsound)
    keeper = store.keep_backups(None)
    keeper.wait()
    assert backups(path) == []
    assert list((path.parent / BACKUPS).iterdir()) == []
    assert "not sound: rows_lost" in keeper.state.failure
    assert "No backup could be made" in caplog.text


def test_a_commit_is_refused_only_where_the_last_backup_and_another_try_fail(
    path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = OSError(errno.ENOSPC, "No space left on device")
    keeper = store.keep_backups(None)
    keeper.wait()

    def refused(*_: object) -> None:
        raise full

    with monkeypatch.context() as patch:
        patch.setattr(backup_keeper, "back_up", refused)
        imported(store, items_csv(*numbered(4)), TODAY)  # its own backup fails, in the background
        keeper.wait()
        assert keeper.state.failure == "the disk is full"
        before = dump(store)
        with pytest.raises(BackupFailed, match="the disk is full"):
            imported(store, items_csv(*numbered(5)), TODAY)
        assert dump(store) == before
    assert imported(store, items_csv(*numbered(5)), TODAY) == 3  # there is room again
    keeper.wait()
    assert [kept.version for kept in backups(path)] == [1, 2, 3]


def test_the_second_place_holds_the_same_and_its_failing_refuses_no_commit(
    path: Path, store: Store, tmp_path: Path
) -> None:
    second = tmp_path / "other disk" / "jasc"
    keeper = store.keep_backups(second)
    keeper.wait()
    assert [kept.path.name for kept in backups_in(second)] == [kept.path.name for kept in backups(path)]
    assert prove(backups_in(second)[0].path) == 1
    shutil.rmtree(second)
    second.write_text("the disk is away")
    imported(store, items_csv(*numbered(4)), TODAY)
    keeper.wait()
    assert keeper.state.second_failure
    assert keeper.state.failure == ""
    assert imported(store, BY_FORCE.read_bytes()) == 3


def test_what_a_backup_that_was_cut_off_left_is_no_backup_and_goes(path: Path, store: Store) -> None:
    folder = path.parent / BACKUPS
    folder.mkdir()
    left = [folder / f"{backup_name('v')}.part", folder / f"{backup_name('v')}.part.wal"]
    for file in left:
        file.write_bytes(b"half of it")
    assert backups_in(folder) == []
    store.keep_backups(None).wait()
    assert not any(file.exists() for file in left)


def test_the_newest_thirty_and_the_last_of_each_month_are_kept() -> None:
    start = datetime(2026, 1, 1)
    made = [start + timedelta(days=2 * n) for n in range(60)]  # to the end of April
    kept = [Backup(Path(backup_name(f"v{n}", day)), day, f"v{n}") for n, day in enumerate(made)]
    by_hand = Backup(Path(backup_name("before-schema-0008", start)), start, "before-schema-0008")
    gone = superseded([by_hand, *kept])
    left = [entry for entry in kept if entry not in gone]
    assert by_hand not in gone
    assert left[-KEPT:] == kept[-KEPT:]
    assert [(entry.made_at.month, entry.made_at.day) for entry in left[:-KEPT]] == [(1, 31), (2, 28)]
    assert superseded(kept[:KEPT]) == []


def test_files_of_others_are_no_backups_and_stay(path: Path) -> None:
    folder = path.parent / BACKUPS
    folder.mkdir()
    for name in ("notes.txt", "jasc.duckdb", "jasc-20261301T000000000000-v1.duckdb", "jasc-x-v1.duckdb"):
        (folder / name).touch()
    assert backups_in(folder) == []


def test_a_failure_that_nobody_thought_of_ends_no_thread(
    store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    caplog.set_level(logging.WARNING)
    with monkeypatch.context() as patch:
        patch.setattr(backup_keeper, "back_up", broken)
        keeper = store.keep_backups(None)
        keeper.wait()
        assert keeper.state.failure
    assert keeper.now().version == 1
    assert keeper.state.failure == ""


def test_what_cannot_be_opened_is_not_proved(tmp_path: Path) -> None:
    for content in (b"", b"no store", bytes(50000)):
        copy = tmp_path / "copy.duckdb"
        copy.write_bytes(content)
        with pytest.raises(StoreDamaged):
            prove(copy)
    with duckdb.connect(str(tmp_path / "other.duckdb")) as raw:
        raw.execute("CREATE TABLE sheep (name VARCHAR)")
    with pytest.raises(StoreDamaged):
        prove(tmp_path / "other.duckdb")


def test_a_store_is_checked_while_backups_are_made(store: Store) -> None:
    keeper = store.keep_backups(None)
    keeper.wait()
    failed: list[str] = []

    def back_up_again_and_again() -> None:
        for _ in range(4):
            try:
                keeper.now()
            except BackupFailed as failure:
                failed.append(str(failure))

    beside = Thread(target=back_up_again_and_again)
    beside.start()
    while beside.is_alive():
        assert not any(proofs(store, GROUPS, every=False).values())
    assert failed == []
