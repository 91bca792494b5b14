"""Opening the store: one read-write connection per process, a cursor in a transaction for every reader and writer.

The file itself is never opened, hashed or copied by Python while it is connected: on POSIX systems that drops the lock
which keeps a second process from destroying data.
"""

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from datetime import datetime
from pathlib import Path

import duckdb

from jasc_data.domain.failures import StoreReadOnly, StoreUnusable
from jasc_data.store.backup_files import BACKUPS, backups_of
from jasc_data.store.backup_keeper import BackupKeeper
from jasc_data.store.checkpoint import write_to_main_file
from jasc_data.store.counter import count, prove_not_behind
from jasc_data.store.damage import told
from jasc_data.store.log_of_record import Alone, LogOfRecord
from jasc_data.store.place import ALONE, connected, is_there, make_room, may_be_written
from jasc_data.store.query_files import query
from jasc_data.store.schema import prepare
from jasc_data.store.snapshot import Snapshot
from jasc_data.store.store_file import StoreFile

_CONFIG = {
    **ALONE,
    "default_block_size": "16384",  # of a new file: each commit takes blocks of its own, of 256 KB if nothing is said
}


class Store:
    """An open store. ``path`` is None for one that lives in memory. log: where the record lies."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, path: Path | None, *, read_only: bool = False):
        self._connection = connection
        self.path = path
        self.read_only = read_only
        self.write_lock = threading.Lock()
        self.log: LogOfRecord = Alone()
        self._file = StoreFile(path) if path else None
        self._ended = False
        self.backups: BackupKeeper | None = None

    @contextmanager
    def snapshot(self, known_at: int | None = None, written_by: datetime | None = None) -> Iterator[Snapshot]:
        """One consistent state to read from; later commits are not seen.

        known_at: the entry of the log up to which what happened is known; None for all of it. written_by: the moment
        up to which what people wrote is known, which the entry alone tells from one upload to the next only.
        Raises StoreDamaged when a part of the file cannot be read.
        """
        self.log.catch_up(self)
        cursor = self._connection.cursor()
        try:
            cursor.execute("BEGIN TRANSACTION")
            yield Snapshot(cursor, known_at, written_by)
        except duckdb.Error as failure:
            _tell(failure, self.path)
            raise
        finally:
            with suppress(duckdb.Error):
                cursor.execute("ROLLBACK")
            cursor.close()

    @contextmanager
    def writing(self, *, keep: bool) -> Iterator[Snapshot]:
        """One transaction that writes; kept as a whole when the block ends well, otherwise as if it never was.

        keep=False rehearses: what the block sees is exactly what a commit would give, and nothing is kept.
        When the block has ended, what it kept is in the main file, and the counter beside it says so.
        Raises StoreReadOnly, StoreReplaced, or StoreUnusable when the disk refuses the write.
        """
        if self.read_only:
            raise StoreReadOnly(
                "The store can be read but not written: its file or its folder is read-only. Nothing was changed."
            )
        with (
            self.write_lock,
            self.log.turn(self, keep=keep) as turn,
            self.transaction(keep=keep, backed_up=keep) as snapshot,
        ):
            turn.begin(snapshot)
            yield snapshot
            turn.keep(snapshot)

    @contextmanager
    def transaction(self, *, keep: bool, backed_up: bool = False) -> Iterator[Snapshot]:
        """The transaction itself, for who holds the write lock: ``writing``, and what brings in entries of a log.

        backed_up: refused when no backup can be made.
        """
        if self._ended:
            raise StoreUnusable("The dashboard is being stopped. Nothing was committed: do it again afterwards.")
        if self._file:
            self._file.prove_untouched()
        if self.backups and backed_up:
            self.backups.before_commit()
        cursor = self._connection.cursor()
        try:
            cursor.execute("BEGIN TRANSACTION")
            yield Snapshot(cursor)
            version = _data_version(cursor)
            if self._file and keep:
                self._file.prove_same()
            cursor.execute("COMMIT" if keep else "ROLLBACK")
        except BaseException as failure:
            with suppress(duckdb.Error):
                cursor.execute("ROLLBACK")
            _tell(failure, self.path)
            raise
        else:
            if self._file and keep:
                self._settle(self._file, version)
        finally:
            cursor.close()
            if self._file:
                self._file.remember()

    def _settle(self, file: StoreFile, version: int) -> None:
        """Brings a commit into the main file, proves that it is the one at the store's place, and counts it."""
        self._checkpoint()
        file.prove_same("What was just sent is not in the file at the store's place.")
        count(file.path, version)
        if self.backups:
            self.backups.ask(changed=True)

    def _checkpoint(self) -> None:
        write_to_main_file(self._connection)

    def keep_backups(self, second: Path | None, quiet: float = 0) -> BackupKeeper:
        """From now on each state of the store is backed up, in time of its own. second: a further place for backups.

        quiet: for how many seconds what stands unchanged is left for later.
        """
        assert self.path
        self.backups = BackupKeeper(self._connection.cursor, backups_of(self.path), second, quiet)
        self.backups.ask(changed=False)
        return self.backups

    def prove_in_place(self) -> None:
        """Raises StoreReplaced when the file at the store's place is not the one that is open."""
        if self._file:
            self._file.prove_same()

    def no_copy_attached(self) -> AbstractContextManager[None]:
        """For who asks what the database holds: a backup's copy is attached to it, and asked it could not be proved."""
        return self.backups.none_made() if self.backups else nullcontext()

    def set_data_version(self, version: int) -> None:
        """Counts on from that version, in a store that is restored."""
        with self.writing(keep=True) as snapshot:
            snapshot.set_data_version(version)

    def read_indexes(self) -> None:
        """Reads what no question reads, but the next commit will: the index of every key. Raises StoreDamaged."""
        with self.writing(keep=False) as trial, self.no_copy_attached():
            trial.run_told("store/key_trials")

    def close(self) -> None:
        """Gives the file free for other processes, when the commit under way and the last backup are done."""
        with self.write_lock:
            self._ended = True
        if self.backups:
            self.backups.end()
        self.log.close()
        with suppress(duckdb.Error):  # of a damaged file; every commit is in it already
            self._connection.close()


def open_store(path: Path, *, create: bool, migrate: bool = True) -> Store:
    """The store at that path. ``create`` makes a new one where there is none, ``migrate`` raises an older one's schema.

    Raises StoreMissing, StoreLocked, StoreReadOnly, StoreDamaged, StoreNewer or StoreOlder; the file is then as it was.
    """
    if not is_there(path):
        make_room(path, create=create)
    read_only = path.exists() and not may_be_written(path)
    connection = connected(path, _CONFIG, read_only=read_only)
    try:
        _fence(connection, path)
        prove_not_behind(path, _held_version(connection))
        prepare(connection, path.parent / BACKUPS, read_only=read_only, migrate=migrate)
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        if not read_only:
            connection.execute("CHECKPOINT")  # a new store's schema, and what a killed process left in the log file
            count(path, _data_version(connection))
        return Store(connection, path, read_only=read_only)
    except BaseException as failure:
        with suppress(duckdb.Error):
            connection.close()
        _tell(failure, path)
        raise


def store_in_memory() -> Store:
    """An empty store that lives as long as the process: for the demonstration and for tests."""
    connection = duckdb.connect(":memory:", config=_CONFIG)
    prepare(connection, None, read_only=False)
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return Store(connection, None)


def _tell(failure: BaseException, store: Path | None) -> None:
    """Raises the failure as a sentence, where it is the disk's or the file's."""
    sentence = told(failure, store)
    if sentence:
        raise sentence from failure


def _data_version(connection: duckdb.DuckDBPyConnection) -> int:
    (row,) = connection.execute(query("store/state")).fetchall()  # all of it: what is half read stays open
    return int(row[2])


def _held_version(connection: duckdb.DuckDBPyConnection) -> int:
    """The data version of a file that may be nobody's store; 0 then, for ``prepare`` to tell."""
    try:
        return _data_version(connection)
    except (duckdb.CatalogException, duckdb.BinderException, ValueError):
        return 0


def _fence(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Once external access is off, only the folder of the backups can still be written."""
    folder = str((path.parent / BACKUPS).resolve()).replace("'", "''")
    connection.execute(f"SET allowed_directories = ['{folder}']")
