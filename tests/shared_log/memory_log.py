"""A log in memory, standing for PostgreSQL: the same promises, and it can be made to fail where a test wants it to."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

from jasc_data.domain.failures import LogRefused, LogUnreachable
from jasc_data.shared_log.entry import Entry, Head


class MemoryLog:
    """away: it cannot be reached; reads: after so many more reads. breaks: what happens when an entry is kept, "before" or "after" it is."""

    def __init__(self, log_id: str = "a log") -> None:
        self.log_id, self.entries = log_id, list[Entry]()
        self.away, self.reads, self.breaks = False, 1_000_000, ""
        self._lock = RLock()
        self._appended: list[Entry] = []

    def head(self) -> Head:
        self._reach()
        if not self.entries:
            return Head(self.log_id)
        last = self.entries[-1]
        return Head(self.log_id, last.number, last.sha256, last.schema_version)

    def whole(self) -> int:
        self._reach()
        return max((entry.number for entry in self.entries if entry.whole), default=0)

    def after(self, number: int, at_most: int) -> list[Entry]:
        self._reach()
        self.reads -= 1
        return [entry for entry in self.entries if entry.number > number][:at_most]

    @contextmanager
    def locked(self) -> Iterator["MemoryLog"]:
        self._reach()
        with self._lock:
            self._appended = []
            yield self

    def append(self, entry: Entry) -> None:
        self._reach()
        self._appended.append(entry)

    def keep(self) -> None:
        if self.breaks == "before":
            raise LogUnreachable("It broke.")
        self.entries += self._appended
        if self.breaks == "after":
            raise LogRefused("Nobody knows.")

    def close(self) -> None:
        pass

    def _reach(self) -> None:
        if self.away or not self.reads:
            raise LogUnreachable("Away.")
