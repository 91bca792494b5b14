"""What is improbable in an upload, held against what is held: told with its numbers, for the uploader to accept.

Each rule catches a way in which a file is right in form and wrong in meaning: a digit too many, a column that slipped,
a status or grade that no longer comes through, a date that is not the export's.
"""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from jasc_data.answers.figures.item_states import ItemState, items_at
from jasc_data.domain.normalise import spelling_key
from jasc_data.domain.vocabulary import Grade, Kind, Status
from jasc_data.intake.problems import Problem, problem
from jasc_data.intake.uploads import CheckedUpload, Item
from jasc_data.store.snapshot import Snapshot
from jasc_data.uploads.jumps import jumps
from jasc_data.uploads.records import identity_of
from jasc_data.uploads.turned import OpenByKind
from jasc_data.wording.numbers import listed, long_date

FEWEST_ITEMS = 5  # of fewer, all can well be alike, and most of them overdue
FEWEST_OTHERS = 3  # one or two items that were something else before are news, not a fault
MOST = 1 / 2  # overdue: more than this share is asked about ...
TIMES_HELD = 2  # ... when it is at least this many times the share held; a slow drift is none
MOST_OF_UNKNOWN = 3 / 4  # ... or more than this share, where no deadline is held to compare with

_ONWARD = tuple(Status)  # in the order in which items go through them


@dataclass(frozen=True)
class _Deadline:
    item_key: str
    force: str
    has_deadline: bool
    deadline_on: date | None
    told_on: date


@dataclass(frozen=True)
class _Known:
    force: str
    kind: Kind
    status: Status


_ByKind = dict[Kind, list[Item]]
_Held = dict[str, list[_Deadline]]  # by force


def improbable(snapshot: Snapshot, upload: CheckedUpload, held: OpenByKind) -> list[Problem]:
    """What is improbable in the upload, before it is written. held: how many items are open at its date."""
    found = jumps(snapshot, upload, held)
    matches = _Matches(snapshot, upload.as_of)
    deadlines = cache(lambda: _deadlines(snapshot, upload.as_of))  # asked for only where something is odd
    for force, by_kind in sorted(_open_items(upload).items()):
        if sum(map(len, by_kind.values())) >= FEWEST_ITEMS:
            found += _one_status(force, by_kind, matches)
            found += _none_with("improbable.none_graded", force, _of_graded_kinds(by_kind), _graded, matches.graded)
            found += _none_with("improbable.no_report", force, by_kind, _of_a_report, matches.of_a_report)
            found += _about_deadlines(upload.as_of, force, by_kind, deadlines)
    return found


def _open_items(upload: CheckedUpload) -> dict[str, _ByKind]:
    """The items that count as open, by force and kind."""
    found: dict[str, _ByKind] = defaultdict(lambda: defaultdict(list))
    for item in upload.items:
        if item.row.status.counts_as_open and not item.addressed_elsewhere:
            found[item.row.force][item.row.kind].append(item)
    return found


class _Matches:
    """What is held of a file's items: found by reference, or by number and the report's title.

    All that is held is read only where something is odd.
    """

    def __init__(self, snapshot: Snapshot, day: date):
        self._snapshot, self._day = snapshot, day

    def of(self, item: Item) -> ItemState | None:
        """The item as the latest export lists it, or None."""
        identity = identity_of(item)
        if item.row.reference:
            state = self._held.get(identity)
        else:
            state = self._by_number.get((identity, spelling_key(item.row.report or "")))
        return state if state and state.listed else None

    def further_than(self, status: Status, items: list[Item]) -> Counter[Status]:
        """How many of the items are held with each status that lies beyond this one."""
        further, first = _ONWARD[_ONWARD.index(status) + 1 :], items[0].row
        if self._statuses[first.force, first.kind].isdisjoint(further):
            return Counter()  # spares looking for each of thousands
        states = [state for item in items if (state := self.of(item))]
        return Counter(state.status for state in states if state.status in further)

    def graded(self, item: Item) -> bool:
        """Whether the item is held with a grade."""
        state = self.of(item)
        return state is not None and state.grade is not Grade.NOT_GRADED

    def of_a_report(self, item: Item) -> bool:
        """Whether the item is held as one of a report."""
        state = self.of(item)
        return state is not None and state.report_id != 0

    @cached_property
    def _held(self) -> dict[str, ItemState]:
        return items_at(self._snapshot, self._day)

    @cached_property
    def _statuses(self) -> dict[tuple[str, Kind], set[Status]]:
        found: dict[tuple[str, Kind], set[Status]] = defaultdict(set)
        for row in self._snapshot.rows("uploads/statuses_at", _Known, day=self._day):
            found[row.force, row.kind].add(row.status)
        return found

    @cached_property
    def _by_number(self) -> dict[tuple[str, str], ItemState]:
        return {
            (key.rpartition("|")[0], spelling_key(state.report) if state.report_id else ""): state
            for key, state in self._held.items()
        }


def _graded(item: Item) -> bool:
    return item.row.grade is not Grade.NOT_GRADED


def _of_graded_kinds(by_kind: _ByKind) -> _ByKind:
    """Without causes of concern, which carry no grade by their nature."""
    return {kind: items for kind, items in by_kind.items() if kind is not Kind.CAUSE_OF_CONCERN}


def _of_a_report(item: Item) -> bool:
    return bool(item.row.report)


def _has_deadline(item: Item) -> bool:
    return bool(item.row.deadline)


def _one_status(force: str, by_kind: _ByKind, matches: _Matches) -> list[Problem]:
    """Open items of one status throughout, some of which are held as further on: items seldom go back."""
    alike: dict[Status, dict[Kind, int]] = defaultdict(dict)
    others: dict[Status, Counter[Status]] = defaultdict(Counter)
    for kind, items in sorted(by_kind.items(), key=_in_order):
        status, *more = {item.row.status for item in items}
        before = Counter() if more else matches.further_than(status, items)
        if before:
            alike[status][kind] = len(items)
            others[status] += before
    return [
        problem(
            "improbable.one_status",
            force=force,
            number=f"{sum(kinds.values()):,}",
            kinds=listed([kind.plural for kind in kinds]),
            status=status.value,
            others=listed([_counted(number, other) for other, number in others[status].most_common()]),
        )
        for status, kinds in alike.items()
        if _worth_asking(sum(kinds.values()), others[status].total())
    ]


def _counted(number: int, status: Status) -> str:
    return f"{number:,} {'is' if number == 1 else 'are'} {status}"


def _none_with(
    code: str, force: str, by_kind: _ByKind, has_it: Callable[[Item], bool], held_with_it: Callable[[Item], bool]
) -> list[Problem]:
    """Kinds of which no item has what some of the same items are held with."""
    without: dict[Kind, int] = {}
    others = 0
    for kind, items in sorted(by_kind.items(), key=_in_order):
        lost = 0 if any(map(has_it, items)) else sum(map(held_with_it, items))
        if lost:
            without[kind] = len(items)
            others += lost
    number = sum(without.values())
    if not _worth_asking(number, others):
        return []
    kinds = listed([kind.plural for kind in without])
    return [problem(code, force=force, number=f"{number:,}", kinds=kinds, others=f"{others:,}")]


def _in_order(entry: tuple[Kind, list[Item]]) -> int:
    return list(Kind).index(entry[0])


def _worth_asking(number: int, others: int) -> bool:
    return number >= FEWEST_ITEMS and others >= FEWEST_OTHERS


def _about_deadlines(day: date, force: str, by_kind: _ByKind, deadlines: Callable[[], _Held]) -> list[Problem]:
    """Deadlines that are gone, and more items overdue than what is held makes likely."""
    items = [item for of_kind in by_kind.values() for item in of_kind]
    overdue = sum(item.deadline_on is not None and item.deadline_on < day for item in items)
    mostly = overdue > MOST * len(items)
    if not mostly and all(any(map(_has_deadline, of_kind)) for of_kind in by_kind.values()):
        return []  # what is held need not be asked for
    held = deadlines().get(force, [])
    having = {row.item_key for row in held if row.has_deadline}
    found = _none_with(
        "improbable.no_deadline", force, by_kind, _has_deadline, lambda item: identity_of(item) in having
    )
    return found + (_overdue(day, force, overdue, len(items), held) if mostly else [])


def _overdue(day: date, force: str, overdue: int, number: int, held: list[_Deadline]) -> list[Problem]:
    details = {"force": force, "overdue": f"{overdue:,}", "number": f"{number:,}", "day": long_date(day)}
    if not any(row.deadline_on for row in held):
        return [_problem("improbable.mostly_overdue", details)] if overdue > MOST_OF_UNKNOWN * number else []
    told_on = held[0].told_on
    was = sum(row.deadline_on is not None and row.deadline_on < told_on for row in held)
    if overdue / number < TIMES_HELD * was / len(held):
        return []
    details |= {"told": long_date(told_on), "was": f"{was:,}", "held": f"{len(held):,}"}
    return [_problem("improbable.overdue", details)]


def _problem(code: str, details: dict[str, str]) -> Problem:
    return problem(code, row_number=None, **details)


def _deadlines(snapshot: Snapshot, day: date) -> _Held:
    by_force: _Held = defaultdict(list)
    for row in snapshot.rows("uploads/deadlines_held", _Deadline, day=day):
        by_force[row.force].append(row)
    return by_force
