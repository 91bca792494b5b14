"""What changed between two states: each item once, as the first that fits (rule 17 of the design).

opened (new or reopened), closed, left otherwise (superseded, no longer for the force), regraded, changed, unchanged.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from jasc_data.answers.figures.report_names import report_labels
from jasc_data.domain.vocabulary import Grade, Kind, Status
from jasc_data.store.snapshot import Snapshot
from jasc_data.wording.numbers import short_date
from jasc_data.wording.statuses import told_status


class Change(StrEnum):
    """What became of one item."""

    OPENED = "opened"
    CLOSED = "closed"
    LEFT = "left"
    REGRADED = "regraded"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Changes:
    """How many items (or, for positions, figures) went which way. Positions only know changed and unchanged."""

    opened: int = 0
    closed: int = 0
    left: int = 0
    regraded: int = 0
    changed: int = 0
    unchanged: int = 0


@dataclass(frozen=True)
class ItemState:
    """One item at a date, as far as a change of it is worth telling. text_key and other_key stand for their content.

    listed: the latest upload that speaks for it holds it. left_otherwise: it counts no more, and what ended its
    counting was that it left otherwise, not that it closed.
    """

    item_key: str
    force: str
    kind: Kind
    report_id: int
    report: str
    report_published: date | None
    name: str
    counts: bool
    listed: bool
    left_otherwise: bool
    status: Status
    status_written: str | None
    addressed_elsewhere: bool
    grade: Grade
    target_date: date | None
    text_key: str
    other_key: str

    @property
    def told_status(self) -> str:
        """Its status in words, which say where the file gave none."""
        return told_status(self.status, self.status_written)


class ItemChange(NamedTuple):
    """One item that changed: what became of it, and which of its parts differ (none for opened and closed).

    A tuple, for an upload can change all it holds: a hundred thousand are made in a quarter of the time.
    revisions: how often its own target date has been changed so far, this change included.
    """

    name: str
    force: str
    kind: Kind
    report: str
    grade: Grade
    change: Change
    parts: tuple[str, ...]
    revisions: int


@dataclass(frozen=True)
class FigureChange:
    """One position figure that differs from what was held (None: not held before)."""

    force: str
    kind: Kind
    grade: Grade | None
    before: int | None
    after: int | None


FigureCells = dict[tuple[str, Kind, Grade | None], int]


@dataclass(frozen=True)
class _Cell:
    force: str
    kind: Kind
    grade: Grade | None
    open: int


def cells_at(snapshot: Snapshot, day: date) -> FigureCells:
    """Every position figure as it stands on that day, by force, kind and grade (None: of all grades)."""
    cells = snapshot.rows("figures/position_cells", _Cell, day=day)
    return {(cell.force, cell.kind, cell.grade): cell.open for cell in cells}


def items_at(snapshot: Snapshot, day: date, force: str | None = None) -> dict[str, ItemState]:
    """Every item (of the force, None: of all) as it stands on that day, by its key; none that closed before."""
    found = snapshot.rows("figures/item_states", ItemState, day=day, force=force)
    return {item.item_key: item for item in left_as_told(snapshot, day, found, force)}


def left_as_told(snapshot: Snapshot, day: date, found: list[ItemState], force: str | None = None) -> list[ItemState]:
    """The items, those that left otherwise told from those that once did and closed since."""
    if not any(item.left_otherwise for item in found):
        return found  # few stores have any, but then how each one left is worth a question
    left = {row["item_key"] for row in snapshot.raw("figures/left_otherwise", day=day, force=force)}
    return [replace(item, left_otherwise=item.left_otherwise and item.item_key in left) for item in found]


def target_revisions(snapshot: Snapshot, day: date, force: str | None = None) -> dict[str, int]:
    """How often each item (of the force, None: of all) had its target date changed by that day, by its key."""
    return {row["item_key"]: row["revisions"] for row in snapshot.raw("figures/target_revisions", day=day, force=force)}


ReportNames = dict[str, dict[int, str]]


def named_apart(*sides: Mapping[str, ItemState]) -> list[dict[str, ItemState]]:
    """The same items, the reports of each force told apart: one name for a report on every side."""
    everyone = (item for side in sides for item in side.values())
    names = report_names((item.force, item.report_id, item.report, item.report_published) for item in everyone)
    return [under_names(side.values(), names) for side in sides]


def report_names(reports: Iterable[tuple[str, int, str, date | None]]) -> ReportNames:
    """Names by which the reports of each force are told apart. reports: force, number, title and publication."""
    found: dict[str, dict[int, tuple[str, date | None]]] = {}
    for force, report_id, title, published in reports:
        found.setdefault(force, {})[report_id] = (title, published)
    return {force: report_labels(titles) for force, titles in found.items()}


def under_names(items: Iterable[ItemState], names: ReportNames) -> dict[str, ItemState]:
    """The items by their keys, under those names of their reports."""
    return {item.item_key: _named(item, names[item.force][item.report_id]) for item in items}


def _named(item: ItemState, name: str) -> ItemState:
    return item if item.report == name else replace(item, report=name)


def item_change(before: ItemState | None, after: ItemState | None) -> Change | None:
    """What became of an item between two states; None when it counts as open in neither."""
    was, is_now = before is not None and before.counts, after is not None and after.counts
    if is_now and not was:
        return Change.OPENED
    if was and not is_now:
        return Change.LEFT if after is not None and after.left_otherwise else Change.CLOSED
    if before is None or after is None or not is_now:
        return None
    if before.grade is not after.grade:
        return Change.REGRADED
    return Change.CHANGED if changed_parts(before, after) else Change.UNCHANGED


def changed_parts(before: ItemState, after: ItemState) -> tuple[str, ...]:
    """Which parts of an item differ, in words, the dates and statuses with their values."""
    parts = []
    if before.kind is not after.kind:
        parts.append(f"kind {before.kind.singular} to {after.kind.singular}")
    if before.status is not after.status:
        parts.append(f"status {before.told_status} to {after.told_status}")
    if before.grade is not after.grade:
        parts.append(f"grade {before.grade} to {after.grade}")
    if before.target_date != after.target_date:
        parts.append(f"target date {_day(before.target_date)} to {_day(after.target_date)}")
    if before.text_key != after.text_key:
        parts.append("text")
    if before.report_id != after.report_id:
        parts.append(f"report {before.report} to {after.report}")
    elif before.other_key != after.other_key:
        parts.append("other details")
    return tuple(parts)


def figure_changes(
    before: FigureCells, after: FigureCells, named: Iterable[tuple[str, Kind, Grade | None]]
) -> tuple[list[FigureChange], Changes]:
    """Which of the named position figures differ from what was held (a figure not held before counts as changed)."""
    cells = list(named)
    changes = [
        FigureChange(*cell, before.get(cell), after.get(cell)) for cell in cells if before.get(cell) != after.get(cell)
    ]
    return changes, Changes(changed=len(changes), unchanged=len(cells) - len(changes))


def _day(day: date | None) -> str:
    return short_date(day) if day else "none"
