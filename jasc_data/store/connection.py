"""Opening the store: one read-write connection per process, a cursor in a transaction for every reader and writer.

The file itself is never opened, hashed or copied by Python while it is connected: on POSIX systems that drops the lock
which keeps a second process from destroying data.
"""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

import duckdb

from jasc_data.domain.failures import (
    StoreDamaged,
    StoreLocked,
    StoreMissing,
    StoreNewer,
    StoreReadOnly,
    StoreUnusable,
)
from jasc_data.store.schema import prepare
from jasc_data.store.snapshot import Snapshot

BACKUPS = "backups"
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
_DAMAGE = (duckdb.IOException, duckdb.FatalException, duckdb.InternalException, duckdb.SerializationException)
_IN_USE = (
    "The store is in use by another process. While the dashboard runs, use its Upload page (and Uploads); "
    "to use the command line, stop the dashboard first. Nothing was changed."
)


class Store:
    """An open store. ``path`` is None for one that lives in memory."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, path: Path | None, *, read_only: bool = False):
        self._connection = connection
        self.path = path
        self.read_only = read_only
        self._write_lock = threading.Lock()

    @contextmanager
    def snapshot(self, known_at: int | None = None, written_by: datetime | None = None) -> Iterator[Snapshot]:
        """One consistent state to read from; later commits are not seen.

        known_at: the entry of the log up to which what happened is known; None for all of it. written_by: the moment
        up to which what people wrote is known, which the entry alone tells from one upload to the next only.
        """
        cursor = self._connection.cursor()
        try:
            cursor.execute("BEGIN TRANSACTION")
            yield Snapshot(cursor, known_at, written_by)
        finally:
            with suppress(duckdb.Error):
                cursor.execute("ROLLBACK")
            cursor.close()

    @contextmanager
    def writing(self, *, keep: bool) -> Iterator[Snapshot]:
        """One transaction that writes; kept as a whole when the block ends well, otherwise as if it never was.

        keep=False rehearses: what the block sees is exactly what a commit would give, and nothing is kept.
        Raises StoreReadOnly, or StoreUnusable when the disk refuses the write.
        """
        if self.read_only:
            raise StoreReadOnly("The store can be read but not written: its file is read-only. Nothing was changed.")
        with self._write_lock:
            cursor = self._connection.cursor()
            try:
                cursor.execute("BEGIN TRANSACTION")
                yield Snapshot(cursor)
                cursor.execute("COMMIT" if keep else "ROLLBACK")
            except BaseException as failure:
                with suppress(duckdb.Error):
                    cursor.execute("ROLLBACK")
                if _is_the_disk(failure):
                    raise StoreUnusable(
                        "The disk refused the write (it may be full or read-only). Nothing was changed."
                    ) from failure
                raise
            finally:
                cursor.close()

    def close(self) -> None:
        """Gives the file free for other processes."""
        self._connection.close()


def open_store(path: Path, *, create: bool) -> Store:
    """The store at that path. ``create`` makes a new one where there is none.

    Raises StoreMissing, StoreLocked, StoreReadOnly, StoreDamaged or StoreNewer; the file is then as it was.
    """
    if not path.exists():
        if not create:
            raise StoreMissing("There is no store at the place given. Importing a file creates it.")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as failure:
            raise StoreUnusable("The folder for the store cannot be made. Check the setting JASC_STORE.") from failure
    elif not path.is_file():
        raise StoreDamaged("The place given for the store is not a file. Check the setting JASC_STORE.")
    read_only = path.exists() and not os.access(path, os.W_OK)
    connection = _connected(path, read_only=read_only)
    try:
        _fence(connection, path)
        prepare(connection, path.parent / BACKUPS, read_only=read_only)
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
    except _DAMAGE as failure:
        connection.close()
        raise StoreDamaged("The store cannot be read: its file is damaged. Nothing was changed.") from failure
    except BaseException:
        connection.close()
        raise
    return Store(connection, path, read_only=read_only)


def store_in_memory() -> Store:
    """An empty store that lives as long as the process: for the demonstration and for tests."""
    connection = duckdb.connect(":memory:", config=_CONFIG)
    prepare(connection, None, read_only=False)
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return Store(connection, None)


def _connected(path: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    try:
        return duckdb.connect(str(path), read_only=read_only, config=_CONFIG)
    except duckdb.Error as failure:
        text = str(failure).replace(str(path), "").lower()  # a folder's name must not decide what is said
        if "set lock" in text or "conflicting lock" in text or "used by another process" in text:
            raise StoreLocked(_IN_USE) from failure
        if "newer" in text or "storage version" in text:
            raise StoreNewer(
                "The store was written by a newer release of the database. Update the dashboard. Nothing was changed."
            ) from failure
        if "permission" in text or "read-only" in text:
            raise StoreReadOnly("The store's file or folder may not be written. Nothing was changed.") from failure
        raise StoreDamaged(
            "The file at the store's place is not a DuckDB store, or it is damaged. It was left as it is: "
            "move it away, or point the setting JASC_STORE at another file."
        ) from failure


def _is_the_disk(failure: BaseException) -> bool:
    """True when DuckDB could not write, rather than we asked for something wrong."""
    if isinstance(failure, duckdb.IOException | duckdb.OutOfMemoryException | duckdb.FatalException):
        return True
    return isinstance(failure, duckdb.TransactionException) and "could not write" in str(failure).lower()


def _fence(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Once external access is off, only the folder of the backups can still be written."""
    folder = str((path.parent / BACKUPS).resolve()).replace("'", "''")
    connection.execute(f"SET allowed_directories = ['{folder}']")
