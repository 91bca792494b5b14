"""A store that follows a log: it asks before every snapshot, and appends what it keeps."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from jasc_data.domain.failures import LogRefused, LogUnreachable
from jasc_data.domain.version import VERSION
from jasc_data.shared_log.entry import Locked, Log, Source, entry_after
from jasc_data.shared_log.held import Held, last_held, note
from jasc_data.shared_log.packing import Content, packed
from jasc_data.shared_log.record import Marks, Record, marks_of
from jasc_data.shared_log.refusals import DIFFERS, KEPT_ALL_THE_SAME, SHOWN_AS_HELD, SHOWN_BEHIND, prove_together
from jasc_data.shared_log.replay import take_in
from jasc_data.store.connection import Store
from jasc_data.store.log_of_record import Alone, Turn
from jasc_data.store.snapshot import Snapshot

_PATIENCE = 5.0  # seconds that who looks waits for who writes, when there is something new to be taken in


class Follower:
    """Follows the log for one open store. held: what that has taken in. notice: see ``LogOfRecord``."""

    def __init__(self, log: Log, held: Held, record: Record):
        self.notice = ""
        self._log, self._record = log, record
        self._held: Held | None = held  # None: to be read again from the store

    def catch_up(self, store: Store) -> None:
        """Takes in what the log has since. Where it cannot be reached, what is held is shown, and the notice says so.

        Raises LogRefused when log and store do not go together any more.
        """
        held = self._held  # before the log is asked: meanwhile another visit may take in more
        try:
            head = self._log.head()
            if held and head == held.as_head:
                self.notice = ""
            elif store.write_lock.acquire(timeout=_PATIENCE):
                try:
                    self._take_in(store, self._log)
                finally:
                    store.write_lock.release()
            else:
                self.notice = SHOWN_BEHIND
        except LogUnreachable:
            self.notice = SHOWN_AS_HELD

    @contextmanager
    def turn(self, store: Store, *, keep: bool) -> Iterator[Turn]:
        """A rehearsal sees the newest state that can be had. What is to be kept is written under the log's lock.

        Raises LogUnreachable when nothing can be committed now, and LogRefused.
        """
        if not keep:
            try:
                self._take_in(store, self._log)
            except LogUnreachable:
                self.notice = SHOWN_AS_HELD
            yield Alone()
            return
        with self._log.locked() as locked:
            turn = _Appending(store, locked, self._record, self._take_in(store, locked))
            try:
                yield turn
            except BaseException as failure:
                if not turn.kept:
                    raise
                self._held = None
                if not isinstance(failure, Exception):
                    raise
                raise LogRefused(KEPT_ALL_THE_SAME.format(why=failure)) from failure
            self._held = turn.held

    def close(self) -> None:
        """Ends the log's connections."""
        self._log.close()

    def _take_in(self, store: Store, source: Source) -> Held:
        """Takes in what the source has since; the caller has the store's write lock. Raises LogRefused."""
        held, self._held = self._held, None  # whatever goes wrong half-way, the store knows how far it came
        if held is None:
            with store.transaction(keep=False) as snapshot:
                held = last_held(snapshot)
        prove_together(source.head(), held)
        self._held = held = take_in(store, source, held, self._record)
        self.notice = ""
        return held


class _Appending:
    """One transaction whose rows become an entry. held: what the store holds when it is kept. kept: the log has it."""

    def __init__(self, store: Store, locked: Locked, record: Record, held: Held):
        self.held, self.kept = held, False
        self._store, self._locked, self._record = store, locked, record
        self._before: Marks = {}

    def begin(self, snapshot: Snapshot) -> None:
        self._before = self._record.marks(snapshot)
        if marks_of(self._before) != self.held.marks:
            raise LogRefused(DIFFERS)

    def keep(self, snapshot: Snapshot) -> None:
        rows = self._record.appended(snapshot, self._before)
        if not rows:
            return
        content = packed(Content(marks_of(self._before), rows))
        entry = entry_after(self.held.as_head, self.held.schema_version, VERSION, content)
        held = replace(
            self.held, number=entry.number, sha256=entry.sha256, marks=marks_of(self._record.marks(snapshot))
        )
        note(snapshot, held)
        self._store.prove_in_place()
        self._locked.append(entry)
        self._locked.keep()
        self.held, self.kept = held, True
