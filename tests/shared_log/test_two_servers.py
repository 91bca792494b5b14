"""Two servers on one log: each has what the other committed, whatever dies when; and what does not go together is said."""

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread

import pytest
from pydantic import SecretStr

from jasc_data.answers.system.health import health_of
from jasc_data.domain.failures import FileRefused, LogRefused, LogUnreachable, SettingsWrong
from jasc_data.editorial.paper_actions import write_standing_text
from jasc_data.shared_log import opening
from jasc_data.shared_log.entry import Entry
from jasc_data.shared_log.joining import hand_over, join, standing
from jasc_data.shared_log.opening import open_kept
from jasc_data.store.connection import Store, open_store
from jasc_data.store.integrity import examine
from jasc_data.store.restoring import restore_backup
from jasc_data.uploads.acting import restore, withdraw
from jasc_data.uploads.commit import PreviewOutOfDate, commit, rehearse
from tests.builders import HOME, by, checked, dump, imported, items_csv, new_store, numbered, open_of
from tests.editorial.everything import write_everything
from tests.shared_log.memory_log import MemoryLog

LATER = date(2023, 9, 9)
OF_ONE_STORE = {"store_state", "log_held"}


def server(log: MemoryLog, path: Path) -> Store:
    """A server's store at that place, following the log; it must be closed."""
    store = new_store(path) if not path.exists() else open_kept_alone(path)
    try:
        join(store, log)
    except BaseException:
        store.close()
        raise
    return store


def open_kept_alone(path: Path) -> Store:
    return open_store(path, create=False)


@contextmanager
def servers(log: MemoryLog, folder: Path, *names: str) -> Iterator[list[Store]]:
    stores = [server(log, folder / name / "jasc.duckdb") for name in names]
    try:
        yield stores
    finally:
        for store in stores:
            store.close()


@cache
def _begun() -> tuple[tuple[Entry, ...], bytes]:
    """A log of two exports, and the file of the server that committed them: made once."""
    log = MemoryLog()
    with TemporaryDirectory() as folder, servers(log, Path(folder), "a") as (a,):
        imported(a, items_csv(*numbered(3)))
        imported(a, items_csv(*numbered(2)), LATER)
        assert a.path
        a.close()
        return tuple(log.entries), a.path.read_bytes()


def begun(log: MemoryLog, folder: Path, name: str = "a") -> Path:
    """Three items, then two, as that server committed them to the log; its store's place."""
    place = folder / name / "jasc.duckdb"
    place.parent.mkdir()
    log.entries[:], content = _begun()
    place.write_bytes(content)
    return place


def record(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row but what says how this one store stands."""
    return {name: rows for name, rows in dump(store).items() if name not in OF_ONE_STORE}


def sound(store: Store) -> bool:
    with store.snapshot() as snapshot:
        return not any(examine(snapshot).values())


@pytest.fixture
def log() -> MemoryLog:
    return MemoryLog()


def test_each_server_has_what_the_other_committed(log: MemoryLog, tmp_path: Path) -> None:
    with servers(log, tmp_path, "a", "b") as (a, b):
        imported(a, items_csv(*numbered(3)))
        imported(b, items_csv(*numbered(2), *numbered(2, "S")), LATER)
        withdraw(a, 2, by())
        assert [open_of(store, day=LATER) for store in (a, b)] == [3, 3]
        restore(b, 2, by())
        write_standing_text(a, "about", "What it is", by("flo"))
        assert len(record(b)["standing_text"]) == 1
        assert open_of(b, day=LATER) == 4
        assert sound(b)
        with servers(log, tmp_path, "late") as (late,):
            assert record(late) == record(b) == record(a)
            assert standing(late) == standing(a) == standing(b)
        assert [entry.number for entry in log.entries] == list(range(1, len(log.entries) + 1))


def test_what_is_rehearsed_or_refused_is_no_entry(log: MemoryLog, tmp_path: Path) -> None:
    with servers(log, tmp_path, "a", "b") as (a, b):
        imported(a, items_csv(*numbered(3)))
        assert rehearse(b, checked(items_csv(*numbered(2)), LATER)).changes.closed == 1
        seen = _version(b)
        imported(a, items_csv(*numbered(2)), LATER)
        with pytest.raises(PreviewOutOfDate):
            commit(b, checked(items_csv(*numbered(1)), LATER), by(), acknowledged=["all"], seen_version=seen)
        assert len(log.entries) == 2
        assert record(a) == record(b)


def _version(store: Store) -> int:
    with store.snapshot() as snapshot:
        return snapshot.data_version


def test_a_server_that_dies_after_the_log_has_kept_takes_it_in_from_there(log: MemoryLog, tmp_path: Path) -> None:
    begun(log, tmp_path)
    with servers(log, tmp_path, "a", "b") as (a, b):
        log.breaks = "after"
        with pytest.raises(LogRefused, match="Nobody knows"):
            withdraw(a, 2, by())
        log.breaks = ""
        assert [open_of(store, day=LATER) for store in (a, b)] == [3, 3]
        assert record(a) == record(b)


def test_what_the_log_did_not_keep_no_server_has(log: MemoryLog, tmp_path: Path) -> None:
    begun(log, tmp_path)
    with servers(log, tmp_path, "a", "b") as (a, b):
        log.breaks = "before"
        with pytest.raises(LogUnreachable):
            withdraw(a, 2, by())
        log.breaks = ""
        assert [open_of(store, day=LATER) for store in (a, b)] == [2, 2]
        withdraw(b, 2, by())
        assert record(a) == record(b)


def test_a_log_that_goes_away_while_entries_are_taken_in_is_followed_from_there(log: MemoryLog, tmp_path: Path) -> None:
    begun(log, tmp_path)
    with servers(log, tmp_path, "a", "b") as (a, b):
        withdraw(a, 2, by())
        log.reads = 1  # the entries, but not that there are no more
        assert open_of(b) == 3
        assert "cannot be reached" in b.log.notice
        log.reads = 1_000_000
        restore(a, 2, by())
        assert open_of(b) == 2


def test_a_disk_that_refuses_what_the_log_has_kept_is_told_as_that(
    log: MemoryLog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(log, tmp_path)
    with servers(log, tmp_path, "a") as (a,):
        with monkeypatch.context() as patch:
            patch.setattr(Store, "_settle", lambda *_: (_ for _ in ()).throw(RuntimeError("The disk.")))
            with pytest.raises(LogRefused, match=r"is in the shared log and stands.*Do not send it again.*The disk\."):
                withdraw(a, 2, by())
        assert open_of(a) == 3
        restore(a, 2, by())
        assert [entry.number for entry in log.entries] == [1, 2, 3, 4]


def test_who_interrupts_a_commit_that_the_log_has_kept_leaves_a_store_that_goes_on(
    log: MemoryLog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(log, tmp_path)
    with servers(log, tmp_path, "a") as (a,):
        with monkeypatch.context() as patch:
            patch.setattr(Store, "_settle", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
            with pytest.raises(KeyboardInterrupt):
                withdraw(a, 2, by())
        assert open_of(a) == 3


def test_while_the_log_is_away_pages_show_what_is_held_and_say_so(log: MemoryLog, tmp_path: Path) -> None:
    begun(log, tmp_path)
    log.away = True
    with pytest.raises(LogUnreachable):
        server(log, tmp_path / "new" / "jasc.duckdb")
    with servers(log, tmp_path, "a") as (a,):
        assert open_of(a) == 2
        assert "cannot be reached" in a.log.notice
        assert health_of(a, HOME, LATER).log_followed is False
        with pytest.raises(LogUnreachable):
            withdraw(a, 2, by())
        assert rehearse(a, checked(items_csv(*numbered(1)), LATER)).changes.closed == 1
        log.away = False
        assert open_of(a) == 2
        assert a.log.notice == ""
        assert health_of(a, HOME, LATER).log_followed is True
        withdraw(a, 2, by())
        assert open_of(a) == 3


def test_who_looks_does_not_wait_long_for_who_writes(
    log: MemoryLog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jasc_data.shared_log.following._PATIENCE", 0.01)
    begun(log, tmp_path)
    with servers(log, tmp_path, "a", "b") as (a, b):
        inside, end = Event(), Event()

        def rehearsal() -> None:
            with b.writing(keep=False):
                inside.set()
                end.wait(20)

        thread = Thread(target=rehearsal)
        thread.start()
        assert inside.wait(20)
        withdraw(a, 2, by())
        assert open_of(b) == 2
        assert "has not taken it in yet" in b.log.notice
        end.set()
        thread.join()
        assert open_of(b) == 3
        assert b.log.notice == ""


def test_records_are_handed_over_when_that_is_asked_for_and_only_then(log: MemoryLog, tmp_path: Path) -> None:
    place = tmp_path / "a" / "jasc.duckdb"
    with closing(new_store(place)) as first:
        imported(first, items_csv(*numbered(3)))
        write_everything(first)
    with pytest.raises(LogRefused, match="log --begin"):
        server(log, place)
    assert log.entries == []
    with closing(open_kept_alone(place)) as first:
        log.breaks = "after"
        with pytest.raises(LogRefused, match="Nobody knows"):
            hand_over(first, log)
        log.breaks = ""
        assert hand_over(first, log).number == 1  # it is finished, not done twice
        with pytest.raises(FileRefused, match="belongs to this log already"):
            hand_over(first, log)
    with servers(log, tmp_path, "a", "b") as (a, b):
        assert record(a) == record(b)
        imported(b, items_csv(*numbered(2)), LATER)
        assert record(a) == record(b)
        assert sound(b)
    assert len(log.entries) == 2


def test_what_a_server_holds_of_a_log_that_is_lost_can_begin_a_new_one(log: MemoryLog, tmp_path: Path) -> None:
    place, new_log = begun(log, tmp_path), MemoryLog("a new log")
    with pytest.raises(LogRefused, match="another log"):
        server(new_log, place)
    with closing(open_kept_alone(place)) as alone:
        assert hand_over(alone, new_log).number == 1
    with servers(new_log, tmp_path, "a", "b") as (a, b):
        withdraw(a, 1, by())
        assert record(a) == record(b)


def test_nothing_can_be_handed_over_to_a_log_that_holds_records_or_from_an_empty_store(
    log: MemoryLog, tmp_path: Path
) -> None:
    with closing(new_store(tmp_path / "empty.duckdb")) as empty, pytest.raises(FileRefused, match="holds nothing"):
        hand_over(empty, log)
    begun(log, tmp_path)
    with closing(new_store(tmp_path / "other.duckdb")) as other:
        imported(other, items_csv(*numbered(2)))
        with pytest.raises(LogRefused, match="new place"):
            hand_over(other, log)
    with pytest.raises(LogRefused, match="holds records of its own"):
        server(log, tmp_path / "other.duckdb")


def another_log(log: MemoryLog) -> None:
    log.log_id = "another"


def put_back(log: MemoryLog) -> None:
    log.entries.pop()


def gone_another_way(log: MemoryLog) -> None:
    log.entries[-1] = replace(log.entries[-1], sha256="0" * 64)


def changed(log: MemoryLog) -> None:
    log.entries.append(replace(log.entries[-1], number=3))


def newer(log: MemoryLog) -> None:
    log.entries.append(replace(log.entries[-1], number=3, schema_version=10_000))


@pytest.mark.parametrize(
    ("misfortune", "said"),
    [
        (another_log, "another log"),
        (put_back, "holds less"),
        (gone_another_way, "holds less"),
        (changed, "not as it was written"),
        (newer, "newer release"),
    ],
)
def test_a_log_that_a_store_cannot_follow_is_refused(
    log: MemoryLog, tmp_path: Path, misfortune: object, said: str
) -> None:
    begun(log, tmp_path)
    with servers(log, tmp_path, "a") as (a,):
        misfortune(log)  # type: ignore[operator]
        with pytest.raises(LogRefused, match=said):
            open_of(a)
        with pytest.raises(LogRefused, match=said):
            withdraw(a, 1, by())
    with pytest.raises(LogRefused, match=said):
        server(log, tmp_path / "a" / "jasc.duckdb")


def test_a_store_that_was_written_without_its_log_is_refused(log: MemoryLog, tmp_path: Path) -> None:
    place = begun(log, tmp_path)
    with pytest.raises(LogRefused, match="no log is set"):
        open_kept(place, None, create=False)
    with closing(open_kept_alone(place)) as alone:
        withdraw(alone, 1, by())
    with pytest.raises(LogRefused, match="written to it without the log"):
        server(log, place)


def test_a_backup_that_is_restored_takes_in_what_came_since(log: MemoryLog, tmp_path: Path) -> None:
    place = begun(log, tmp_path)
    backup = tmp_path / "backup.duckdb"
    backup.write_bytes(place.read_bytes())
    with servers(log, tmp_path, "a") as (a,):
        withdraw(a, 2, by())
        as_it_was = record(a)
    restore_backup(backup, place)
    with servers(log, tmp_path, "a") as (a,):
        assert record(a) == as_it_was


def test_a_new_schema_goes_on_from_a_whole_content(log: MemoryLog, tmp_path: Path) -> None:
    """As if the entries so far were of an earlier schema, of which one server holds all and another does not."""
    place = begun(log, tmp_path)
    earlier = [replace(entry, schema_version=1) for entry in log.entries]
    log.entries = earlier
    with closing(open_kept_alone(place)) as alone:
        assert hand_over(alone, log).number == 3
    with servers(log, tmp_path, "a", "new") as (a, new):
        assert record(a) == record(new)
        imported(new, items_csv(*numbered(1)), date(2023, 9, 10))
        assert record(a) == record(new)
    log.entries = earlier[:1]
    with pytest.raises(LogRefused, match="new place for the store"):
        server(log, tmp_path / "old" / "jasc.duckdb")


def test_a_driver_that_is_not_installed_and_an_address_that_is_none_are_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(SettingsWrong) as wrong:
        opening.log_at(SecretStr("postgresql://me:s3cret@[no-end/base"))
    assert "s3cret" not in str(wrong.value)
    assert "no-end" not in str(wrong.value)
    monkeypatch.setitem(sys.modules, "psycopg", None)
    monkeypatch.delitem(sys.modules, "jasc_data.shared_log.postgres", raising=False)
    with pytest.raises(SettingsWrong, match=r"requirements-postgres\.txt"):
        open_kept(tmp_path / "jasc.duckdb", SecretStr("postgresql://me:s3cret@host/base"), create=True)
    assert list(tmp_path.iterdir()) == []
