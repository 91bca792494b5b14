"""Backups made beside those who use the store: of each state that a commit leaves, and looked at again every day.

A commit never waits for its backup. It waits for one only when the last try failed, and is refused when that fails
again: the disk is then full, or the folder may not be written.
"""

import atexit
import errno
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Condition, Lock, Thread

import duckdb

from jasc_data.domain.failures import BackupFailed, StoreUnusable
from jasc_data.store.backup import back_up, copy_to, give_way, prove
from jasc_data.store.backup_files import Backup, backups_in
from jasc_data.store.damage import told
from jasc_data.store.snapshot import Snapshot

EVERY = timedelta(days=1)
_LOOK = 900.0  # seconds between two looks at whether a day has gone by


@dataclass(frozen=True)
class BackupState:
    """How the backups stand. last: the newest whole one. proved_at: when it was last read and checked, in UTC.

    failure: why the last try came to nothing, blank when it did not. second_failure: the same of the second place.
    """

    last: Backup | None
    proved_at: datetime | None = None
    failure: str = ""
    second_failure: str = ""


class BackupKeeper:
    """Makes the backups of one open store in a thread of its own.

    connect: gives a cursor on the store. second: a further folder, on another disk, None where none is set.
    quiet: for how many seconds nothing is backed up unless it changed: whoever starts wants the processors.
    """

    def __init__(
        self, connect: Callable[[], duckdb.DuckDBPyConnection], folder: Path, second: Path | None, quiet: float = 0
    ):
        self.folder, self.second, self._quiet = folder, second, quiet
        self._connect = connect
        backups = backups_in(folder)
        self._state = BackupState(backups[-1] if backups else None)
        self._making = Lock()
        self._waiting = Condition()
        self._asked = self._done = 0
        self._changed = self._awaited = self._ended = False
        self._thread = Thread(target=self._keep, name="backups", daemon=True)
        self._thread.start()
        atexit.register(self.end)  # a process that ends while DuckDB copies would be aborted

    @property
    def state(self) -> BackupState:
        """How the backups stand now."""
        return self._state

    def ask(self, *, changed: bool) -> None:
        """Has the store backed up as it is now, in its own time. changed: a commit was just made."""
        with self._waiting:
            self._asked += 1
            self._changed |= changed
            self._waiting.notify_all()

    def wait(self) -> None:
        """Waits until everything that was asked for is done; the quiet at the start is over then."""
        with self._waiting:
            self._awaited = True
            self._waiting.notify_all()
            self._waiting.wait_for(lambda: self._done >= self._asked or not self._thread.is_alive())

    def now(self) -> Backup:
        """A backup while whoever asks waits. Raises BackupFailed with a sentence."""
        self._make(changed=True)
        if self._state.failure or self._state.last is None:
            raise BackupFailed(f"No backup could be made: {self._state.failure or 'nothing is held yet'}.")
        return self._state.last

    @contextmanager
    def none_made(self) -> Iterator[None]:
        """No backup is made while the block lasts; one under way is waited for."""
        with self._making:
            yield

    def before_commit(self) -> None:
        """Lets a commit go ahead, unless the last backup failed and another try fails as well. Raises BackupFailed."""
        if self._state.failure:
            try:
                self.now()
            except BackupFailed as failure:
                raise BackupFailed(f"{failure} Nothing was committed: a commit wants a backup before it.") from None

    def end(self) -> None:
        """Finishes what was asked for, and ends."""
        with self._waiting:
            self._ended = True
            self._waiting.notify_all()
        self._thread.join()
        atexit.unregister(self.end)

    def _keep(self) -> None:
        with self._waiting:
            self._waiting.wait_for(lambda: self._ended or self._changed or self._awaited, timeout=self._quiet)
        while True:
            with self._waiting:
                self._waiting.wait_for(lambda: self._ended or self._done < self._asked, timeout=_LOOK)
                asked, changed = self._asked, self._changed
                if self._ended and self._done >= asked:
                    return
                self._changed = False
            if self._done < asked or self._a_day_has_gone_by():
                self._make(changed=changed)
            with self._waiting:
                self._done = asked
                self._waiting.notify_all()

    def _a_day_has_gone_by(self) -> bool:
        proved = self._state.proved_at
        return proved is None or _now() - proved >= EVERY

    def _make(self, *, changed: bool) -> None:
        """A backup of this state; where nothing changed since the last one, that is read and checked again instead."""
        with self._making:
            try:
                backup = self._made(changed=changed)
            except Exception as failure:  # whatever it is, the thread goes on, and it is said
                self._state = replace(self._state, failure=why(failure))
                logging.getLogger("jasc").warning("No backup could be made: %s.", self._state.failure)
                return
            self._state = BackupState(backup, _now())
            if backup is not None:
                self._copy_to_second(backup)

    def _made(self, *, changed: bool) -> Backup | None:
        """None where nothing is held yet."""
        cursor = self._connect()
        try:
            held = Snapshot(cursor).data_version
            last = next((kept for kept in reversed(backups_in(self.folder)) if kept.version is not None), None)
            if not changed and last is not None and last.version == held and _is_whole(last):
                return last
            return back_up(cursor, self.folder) if held else None
        finally:
            cursor.close()

    def _copy_to_second(self, backup: Backup) -> None:
        if self.second is None:
            return
        try:
            if not (self.second / backup.path.name).exists():
                copy_to(backup.path, self.second)
                give_way(self.second)
        except OSError as failure:
            self._state = replace(self._state, second_failure=why(failure))
            logging.getLogger("jasc").warning("The backup could not be copied to JASC_BACKUP_DIR: %s.", why(failure))


def why(failure: Exception) -> str:
    """Why a backup came to nothing, free of server paths."""
    sentence = failure if isinstance(failure, StoreUnusable) else told(failure, None)
    if sentence:
        return str(sentence).partition(". Nothing was changed")[0].rstrip(".")
    if isinstance(failure, OSError) and failure.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return "the disk is full"
    if isinstance(failure, PermissionError):
        return "the folder may not be written"
    return "the disk refused it (it may be full, away or read-only)"


def _is_whole(backup: Backup) -> bool:
    try:
        prove(backup.path)
    except StoreUnusable:
        return False
    return True


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
