"""Which items stand otherwise once something was written: the store lays before and after side by side itself.

How every item stood is kept in a table that the transaction alone sees, so that of thousands of items only those that
an upload or an action turned are read.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property

from jasc_data.answers.figures.item_states import (
    Change,
    Changes,
    ItemChange,
    ItemState,
    changed_parts,
    item_change,
    left_as_told,
    report_names,
    under_names,
)
from jasc_data.domain.vocabulary import Grade, Kind
from jasc_data.store.snapshot import Snapshot

OpenByKind = dict[tuple[str, Kind], int]


@dataclass(frozen=True)
class _Open:
    force: str
    kind: Kind
    open: int


@dataclass(frozen=True)
class _Report:
    force: str
    report_id: int
    report: str
    report_published: date | None


@dataclass(frozen=True, slots=True)
class _New:
    item_key: str
    name: str
    force: str
    kind: Kind
    report_id: int
    grade: Grade
    revisions: int


@dataclass(frozen=True)
class Turned:
    """The items that stand otherwise at a date than they did when that was kept, by their keys.

    before and after: those that were held, as they were and as they are (missing: held no longer). new: those that were
    not and count as open; of a first export they are all. Each report has one name throughout.
    """

    day: date
    before: dict[str, ItemState]
    after: dict[str, ItemState]
    new: dict[str, ItemChange]

    @cached_property
    def changes(self) -> dict[str, Change | None]:
        """What became of each that was held; None: it counts as open neither before nor after."""
        return {key: item_change(state, self.after.get(key)) for key, state in self.before.items()}


def open_by_kind(snapshot: Snapshot, day: date) -> OpenByKind:
    """How many items of each force and kind are open at a date, counted from the items held."""
    return {(row.force, row.kind): row.open for row in snapshot.rows("uploads/open_by_kind", _Open, day=day)}


def keep_states(snapshot: Snapshot, days: Sequence[date]) -> None:
    """Keeps how every item stands at these dates, before anything is written."""
    for place, day in enumerate(days):
        snapshot.write("uploads/keep_more_states" if place else "uploads/keep_states", day=day)


def turned_states(snapshot: Snapshot, day: date) -> Turned:
    """What stands otherwise at one of these dates, now that something was written.

    New items are told from no state before, for which thousands of them need not be read whole.
    """
    snapshot.write("uploads/turn_states", day=day)
    before, after = (
        left_as_told(snapshot, day, snapshot.rows("uploads/states_turned", ItemState, before=which))
        for which in (True, False)
    )
    new = snapshot.rows("uploads/items_new", _New, day=day)
    beside = snapshot.rows("uploads/reports_beside", _Report, day=day) if before or new else []
    names = report_names((row.force, row.report_id, row.report, row.report_published) for row in beside)
    opened = {row.item_key: _opened(row, names[row.force][row.report_id]) for row in new}
    return Turned(day, under_names(before, names), under_names(after, names), opened)


def _opened(row: _New, report: str) -> ItemChange:
    return ItemChange(row.name, row.force, row.kind, report, row.grade, Change.OPENED, (), row.revisions)


def changes_of_file(
    snapshot: Snapshot, turned: Turned, forces: Iterable[str], upload_ids: Sequence[int]
) -> tuple[list[ItemChange], Changes]:
    """Every item of the forces that changed, and how many went which way.

    What a file says nothing of is not unchanged by it: only its own items are.
    """
    rows = snapshot.raw("uploads/items_in_file", uploads=list(upload_ids), day=turned.day)
    still = sum(row["counting"] for row in rows if row["item_key"] is None)
    still += sum(turned.changes[row["item_key"]] is Change.UNCHANGED for row in rows if row["item_key"])
    revised = {row["item_key"]: row["revisions"] for row in snapshot.raw("uploads/revisions_turned", day=turned.day)}
    return _item_changes(turned, forces, revised, still)


def changes_of_action(snapshot: Snapshot, turned: Turned, forces: Collection[str]) -> tuple[list[ItemChange], Changes]:
    """The same of withdrawing or restoring an upload, which says something of every item of its forces."""
    still = snapshot.raw("uploads/items_unturned", forces=list(forces), day=turned.day)[0]["counting"]
    still += sum(
        change is Change.UNCHANGED and turned.after[key].force in forces for key, change in turned.changes.items()
    )
    return _item_changes(turned, forces, {}, still)


def _item_changes(
    turned: Turned, forces: Iterable[str], revisions: Mapping[str, int], unchanged: int
) -> tuple[list[ItemChange], Changes]:
    """In the order of the items' keys."""
    spoken_for = set(forces)
    changed = {key: item for key, item in turned.new.items() if item.force in spoken_for}
    for key, change in turned.changes.items():
        old, new = turned.before[key], turned.after.get(key)
        shown = new or old
        if shown.force not in spoken_for or change in (None, Change.UNCHANGED):
            continue
        parts = changed_parts(old, new) if new and change in (Change.REGRADED, Change.CHANGED) else ()
        changed[key] = ItemChange(
            shown.name, shown.force, shown.kind, shown.report, shown.grade, change, parts, revisions.get(key, 0)
        )
    counted = Counter(item.change for item in changed.values())
    counted[Change.UNCHANGED] = unchanged
    items = [changed[key] for key in sorted(changed)]
    return items, Changes(**{field.name: counted[Change(field.name)] for field in fields(Changes)})
