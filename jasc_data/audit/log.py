"""The audit log of what no log of the store can hold: who came and went, and who was refused.

A file beside the store, a line of JSON an event, only ever added to: it outlives a store that is restored from a
backup, and is written when the store cannot be. Each line carries a digest of all before it, so that a line that was
changed or taken out is noticed. What people wrote stands in the store's own logs, kept with the change itself.
"""

import hashlib
import json
import logging
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from threading import RLock

from pydantic import TypeAdapter, ValidationError

from jasc_data.domain.actor import Actor

ENDING = ".audit.jsonl"
_CHAIN = "chain"


class Event(StrEnum):
    """What is kept."""

    SIGNED_IN = "signed in"
    WITHOUT_ROLE = "signed in without a role"
    SIGNED_OUT = "signed out"
    OVER = "session over"
    REFUSED = "refused"


@dataclass(frozen=True)
class Logged:
    """One line. happened_at: in UTC. roles: as words. detail: an action or a page, never an item's text."""

    happened_at: datetime
    who: str
    roles: str
    event: Event
    detail: str
    session: str = ""


_AS_KEPT = TypeAdapter(Logged)


class AuditLog:
    """The log at a path; None for a store in memory, of which nothing is kept."""

    def __init__(self, path: Path | None):
        self._path = path
        self._lock = RLock()
        self._begin()
        self.unsound: int | None = None  # the number of the first line that is not as it was written

    def add(self, event: Event, who: Actor | str, detail: str = "", session: str = "") -> None:
        """Keeps the event. who: a name alone of somebody without a role.

        A disk that refuses it stops nobody: the server's log says so.
        """
        name, roles = (who, "") if isinstance(who, str) else (who.name, ", ".join(who.roles))
        entry = Logged(datetime.now(UTC).replace(tzinfo=None), name, roles, event, detail, session)
        try:
            self._keep(entry)
        except OSError:
            logging.getLogger("jasc").exception("The audit log cannot be written: %s", event)

    def entries(self) -> tuple[Logged, ...]:
        """Every event, in its order."""
        with self._lock:
            self._read()
            return tuple(self._entries)

    def of_session(self, session: str) -> frozenset[Event]:
        """What is known of one signed-in session."""
        with self._lock:
            self._read()
            return frozenset(self._sessions.get(session, ()))

    def _begin(self) -> None:
        self._entries: list[Logged] = []
        self._sessions: dict[str, set[Event]] = {}
        self._chain, self._end = "", 0

    def _keep(self, entry: Logged) -> None:
        with self._lock:
            self._read()
            if self._path is None:
                self._hold(entry)
                return
            said = _AS_KEPT.dump_python(entry, mode="json")
            line = json.dumps(said | {_CHAIN: _digest(self._chain, said)}, ensure_ascii=True) + "\n"
            self._path.parent.mkdir(parents=True, exist_ok=True)  # of a store that is still to be made
            with self._path.open("a", encoding="ascii") as file:
                file.write(line)
                file.flush()
                os.fsync(file.fileno())

    def _read(self) -> None:
        """Takes in the lines added since; all of them again when the file is shorter than it was."""
        if self._path is None or not self._path.exists():
            return
        size = self._path.stat().st_size
        if size == self._end:
            return
        if size < self._end:
            self._begin()
            self.unsound = self.unsound or 1
        with self._path.open("rb") as file:
            file.seek(self._end)
            for line in file:
                self._take(line)
            self._end = file.tell()

    def _take(self, line: bytes) -> None:
        try:
            said = json.loads(line)
            chain = said.pop(_CHAIN)
            entry = _AS_KEPT.validate_python(said)
        except (ValueError, KeyError, TypeError, AttributeError, ValidationError):
            self.unsound = self.unsound or len(self._entries) + 1
            return
        if chain != _digest(self._chain, said):
            self.unsound = self.unsound or len(self._entries) + 1
        self._chain = str(chain)
        self._hold(entry)

    def _hold(self, entry: Logged) -> None:
        self._entries.append(entry)
        self._sessions.setdefault(entry.session, set()).add(entry.event)


_LOGS: dict[Path | None, AuditLog] = {}
_OPENING = RLock()


def log_of(store: Path | None) -> AuditLog:
    """The log beside the store at that path, one a process."""
    with _OPENING:
        if store is None or store not in _LOGS:
            log = AuditLog(store and store.with_name(f"{store.stem}{ENDING}"))
            if store is None:
                return log
            _LOGS[store] = log
        return _LOGS[store]


def _digest(before: str, said: dict[str, str]) -> str:
    return hashlib.sha256((before + json.dumps(said, sort_keys=True)).encode()).hexdigest()
