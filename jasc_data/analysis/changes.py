"""What changed between two states: each item once, as the first that fits (rule 17 of the design).

opened (new or reopened), closed, left otherwise (superseded, no longer for the force), regraded, changed, unchanged.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from jasc_data.store.snapshot import Snapshot
from jasc_data.vocabulary import Grade, Kind, Status


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
    """One item at a date, as far as a change of it is worth telling."""

    item_key: str
    force: str
    kind: Kind
    report_id: int
    counts: bool
    listed: bool
    status: Status
    addressed_elsewhere: bool
    grade: Grade
    details: str


@dataclass(frozen=True)
class State:
    """Everything that an upload can change, at one date."""

    items: dict[str, ItemState]
    cells: dict[tuple[str, Kind, Grade | None], int]


@dataclass(frozen=True)
class _Cell:
    force: str
    kind: Kind
    grade: Grade | None
    open: int


def state_at(snapshot: Snapshot, day: date) -> State:
    """Every item and every position figure as it stands on that day."""
    items = snapshot.rows("uploads/items_for_comparison", ItemState, day=day)
    cells = snapshot.rows("uploads/cells_for_comparison", _Cell, day=day)
    return State(
        {item.item_key: item for item in items}, {(cell.force, cell.kind, cell.grade): cell.open for cell in cells}
    )


def item_change(before: ItemState | None, after: ItemState | None) -> Change | None:
    """What became of an item between two states; None when it counts as open in neither."""
    was, is_now = before is not None and before.counts, after is not None and after.counts
    if is_now and not was:
        return Change.OPENED
    if was and not is_now:
        still_told = after is not None and after.listed
        gone_elsewhere = (
            still_told
            and after is not None
            and (after.status in (Status.SUPERSEDED, Status.NOT_FOR_FORCE) or after.addressed_elsewhere)
        )
        return Change.LEFT if gone_elsewhere else Change.CLOSED
    if before is None or after is None or not is_now:
        return None
    if before.grade is not after.grade:
        return Change.REGRADED
    return Change.UNCHANGED if before.details == after.details else Change.CHANGED


def count_changes(before: State, after: State, forces: Iterable[str]) -> Changes:
    """How many items and figures of the forces went which way between the two states."""
    spoken_for = set(forces)
    counted: Counter[str] = Counter()
    for key in before.items.keys() | after.items.keys():
        old, new = before.items.get(key), after.items.get(key)
        if (new or old).force in spoken_for:  # type: ignore[union-attr]
            change = item_change(old, new)
            if change:
                counted[change] += 1
    return Changes(**{field.name: counted[field.name] for field in fields(Changes)})


def count_figure_changes(before: State, after: State, named: Iterable[tuple[str, Kind, Grade | None]]) -> Changes:
    """How many of the named position figures differ from what was held (a figure not held before counts as changed)."""
    cells = list(named)
    changed = sum(before.cells.get(cell) != after.cells.get(cell) for cell in cells)
    return Changes(changed=changed, unchanged=len(cells) - changed)
