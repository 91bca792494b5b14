"""The open items of a force, class by class, and of which kinds items are held."""

from dataclasses import dataclass, replace
from datetime import date

from jasc_data.answers.figures.report_names import report_names
from jasc_data.domain.vocabulary import Grade, Kind, Status
from jasc_data.store.snapshot import Snapshot


@dataclass(frozen=True)
class ItemsHeld:
    """That the items of a kind are held, how many of them are open, and for which date."""

    kind: Kind
    open: int
    as_of: date
    complete_as_of: date


@dataclass(frozen=True)
class OpenItems:
    """How many open items share a kind, status, grade, report and deadline class. report: its name, told apart.

    status_given: whether the file gave the status in a word of its own.
    """

    kind: Kind
    status: Status
    status_given: bool
    grade: Grade
    report_id: int
    report: str
    overdue: bool
    worked_out: bool
    has_reason: bool
    open: int


def open_items(snapshot: Snapshot, force: str, day: date) -> list[OpenItems]:
    """The force's open items at a date, class by class."""
    names = report_names(snapshot, force, day)
    rows = snapshot.rows("figures/open_items", OpenItems, force=force, day=day)
    return [replace(entry, report=names[entry.report_id]) for entry in rows]


def items_held(snapshot: Snapshot, force: str, day: date) -> list[ItemsHeld]:
    """The kinds of which the force's items are held at a date, with how many of them are open."""
    return snapshot.rows("figures/items_held", ItemsHeld, force=force, day=day)
