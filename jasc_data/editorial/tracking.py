"""Tracking workbooks that came back: the log of what became of them, and how each stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jasc_data.domain.actor import Done
from jasc_data.domain.vocabulary import ReturnAction
from jasc_data.store.snapshot import Snapshot


@dataclass(frozen=True)
class ReturnEntry(Done):
    """One line of the log. made_on: the day it was given out. dated: the day whose position it tells."""

    return_number: int
    action: ReturnAction
    force: str
    file_name: str
    sha256: str
    made_on: date
    dated: date
    reason: str
    log_entry: int


@dataclass(frozen=True)
class ReturnedWorkbook:
    """A workbook that was taken in: how, how much it wrote, and the last thing done about it."""

    taken_in: ReturnEntry
    last: ReturnEntry
    steps: int
    positions: int

    @property
    def number(self) -> int:
        """By which it goes."""
        return self.taken_in.return_number

    @property
    def holds(self) -> bool:
        """True unless it is withdrawn."""
        return self.last.action is not ReturnAction.WITHDRAWN


@dataclass(frozen=True)
class _Wrote:
    return_number: int
    steps: int
    positions: int


def return_log(snapshot: Snapshot) -> tuple[ReturnEntry, ...]:
    """Everything that was ever done with a tracking workbook that came back, in order."""
    return tuple(snapshot.rows("editorial/tracking_log", ReturnEntry))


def returned_workbooks(snapshot: Snapshot) -> tuple[ReturnedWorkbook, ...]:
    """Every workbook that was taken in, the latest first."""
    log = return_log(snapshot)
    wrote = {one.return_number: one for one in snapshot.rows("editorial/written_by_returns", _Wrote)}
    last = {entry.return_number: entry for entry in log}
    return tuple(
        ReturnedWorkbook(entry, last[entry.return_number], *_amounts(wrote.get(entry.return_number)))
        for entry in reversed(log)
        if entry.action is ReturnAction.TAKEN_IN
    )


def taken_in(entries: Iterable[ReturnEntry]) -> tuple[ReturnEntry, ...]:
    """Of a log, the workbooks taken in that still hold."""
    log = tuple(entries)
    last = {entry.return_number: entry.action for entry in log}
    return tuple(
        entry
        for entry in log
        if entry.action is ReturnAction.TAKEN_IN and last[entry.return_number] is not ReturnAction.WITHDRAWN
    )


def _amounts(wrote: _Wrote | None) -> tuple[int, int]:
    return (wrote.steps, wrote.positions) if wrote else (0, 0)
