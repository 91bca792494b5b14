"""What happened to a force's items between two dates (rule 17): each item once, and the sum that proves it.

For every force, kind, grade and report: open at the second date = open at the first + opened - closed - left
otherwise + moved in - moved out.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from jasc_data.answers.figures.headlines import Headline, headlines_at
from jasc_data.answers.figures.item_states import (
    Change,
    ItemState,
    item_change,
    items_at,
    named_apart,
    target_revisions,
)
from jasc_data.answers.figures.open_items import ItemsHeld, items_held
from jasc_data.answers.period_changes.items import Pair, PeriodItem, period_item
from jasc_data.domain.vocabulary import Kind
from jasc_data.store.snapshot import Snapshot

Part = TypeVar("Part", bound=Hashable)
UNGRADED_KIND = Kind.CAUSE_OF_CONCERN.heading


@dataclass(frozen=True)
class Flow:
    """How one class of items came from its first count to its second."""

    before: int
    opened: int
    closed: int
    left: int
    moved_in: int
    moved_out: int
    after: int

    @property
    def adds_up(self) -> bool:
        """The identity of rule 17."""
        flowed = self.opened - self.closed - self.left + self.moved_in - self.moved_out
        return self.after == self.before + flowed


@dataclass(frozen=True)
class KindBetween:
    """One kind between two dates.

    flow is None where the items are not held at both dates; the headline figures may be held all the same.
    """

    kind: Kind
    held_before: ItemsHeld | None
    held_after: ItemsHeld | None
    headline_before: Headline | None
    headline_after: Headline | None
    flow: Flow | None


@dataclass(frozen=True)
class PeriodChanges:
    """The answer behind the Changes page. items: those that changed, of the kinds that have a flow."""

    home: str
    first: date
    last: date
    kinds: Mapping[Kind, KindBetween]
    by_grade: Mapping[str, Flow]
    by_report: Mapping[str, Flow]
    items: tuple[PeriodItem, ...]

    @property
    def counted(self) -> tuple[date, date]:
        """The dates of the exports at the ends of the period, the first and the last of any kind.

        Only where no export lies between the two dates that were chosen do those stand.
        """
        if not self.sides:
            return self.first, self.last
        return min(before for before, _ in self.sides.values()), max(after for _, after in self.sides.values())

    @property
    def sides(self) -> dict[Kind, tuple[date, date]]:
        """The dates of the exports on either side, of every kind that has a later export."""
        found: dict[Kind, tuple[date, date]] = {}
        for kind, entry in self.kinds.items():
            if entry.flow and entry.held_before and entry.held_after:
                days = (entry.held_before.as_of, entry.held_after.as_of)
                found |= {kind: days} if days[0] != days[1] else {}
        return found

    @property
    def compared(self) -> tuple[Kind, ...]:
        """The kinds of which the items are held at both dates."""
        return tuple(kind for kind, entry in self.kinds.items() if entry.flow)

    def of(self, change: Change) -> tuple[PeriodItem, ...]:
        """The items of which this became, each item in one of the lists only."""
        return tuple(item for item in self.items if item.change is change)

    @property
    def slipped(self) -> tuple[PeriodItem, ...]:
        """The items whose own target date was put off; they stand in the other lists as well."""
        return tuple(item for item in self.items if item.days_slipped > 0)


def period_changes(snapshot: Snapshot, home: str, first: date, last: date) -> PeriodChanges:
    """What changed for the home force from the first date to the last."""
    held = [_held(snapshot, home, day) for day in (first, last)]
    figures = [headlines_at(snapshot, day) for day in (first, last)]
    compared = held[0].keys() & held[1].keys()
    items_before, items_after = named_apart(*(items_at(snapshot, day, home) for day in (first, last)))
    pairs = _pairs(items_before, items_after, compared)
    revised = target_revisions(snapshot, last, home)
    flow_of_kind = flows(pairs.values(), lambda item: item.kind)
    kinds = {
        kind: KindBetween(
            kind,
            held[0].get(kind),
            held[1].get(kind),
            figures[0].get((home, kind)),
            figures[1].get((home, kind)),
            flow_of_kind.get(kind, Flow(0, 0, 0, 0, 0, 0, 0)) if kind in compared else None,
        )
        for kind in Kind
    }
    items = [period_item(pair, revised.get(key, 0)) for key, pair in pairs.items()]
    return PeriodChanges(
        home,
        first,
        last,
        kinds,
        by_grade=flows(_of(pairs.values(), compared), graded_as),
        by_report=flows(_of(pairs.values(), compared), lambda item: item.report),
        items=tuple(sorted((item for item in items if item), key=lambda item: item.place)),
    )


def graded_as(item: ItemState) -> str:
    """The class of an item in the sum by grade: causes of concern carry no grade by their nature, and are their own."""
    return UNGRADED_KIND if item.kind is Kind.CAUSE_OF_CONCERN else str(item.grade)


def flows(pairs: Iterable[Pair], part: Callable[[ItemState], Part]) -> dict[Part, Flow]:
    """The flow of every class of items that ``part`` tells apart; before and after are counted, not summed."""
    counted: dict[str, Counter[Part]] = {name: Counter() for name in Flow.__dataclass_fields__}
    for before, after in pairs:
        was = part(before) if before is not None and before.counts else None
        is_now = part(after) if after is not None and after.counts else None
        if was is not None:
            counted["before"][was] += 1
        if is_now is not None:
            counted["after"][is_now] += 1
        change = item_change(before, after)
        if change is Change.OPENED and is_now is not None:
            counted["opened"][is_now] += 1
        elif change in (Change.CLOSED, Change.LEFT) and was is not None:
            counted[change.value][was] += 1
        elif was is not None and is_now is not None and was != is_now:
            counted["moved_out"][was] += 1
            counted["moved_in"][is_now] += 1
    classes = dict.fromkeys(name for counts in counted.values() for name in counts)
    return {name: Flow(**{column: counts[name] for column, counts in counted.items()}) for name in classes}


def _held(snapshot: Snapshot, force: str, day: date) -> dict[Kind, ItemsHeld]:
    rows = items_held(snapshot, force, day)
    return {entry.kind: entry for entry in rows}


def _pairs(before: Mapping[str, ItemState], after: Mapping[str, ItemState], kinds: Iterable[Kind]) -> dict[str, Pair]:
    """The items at both dates, of the kinds that can be compared at either."""
    spoken_of = set(kinds)
    found = {}
    for key in sorted(before.keys() | after.keys()):
        pair = (before.get(key), after.get(key))
        if any(item is not None and item.kind in spoken_of for item in pair):
            found[key] = pair
    return found


def _of(pairs: Iterable[Pair], kinds: Iterable[Kind]) -> list[Pair]:
    """The pairs with what is of other kinds taken out, so that the classes sum to the kinds that are compared."""
    spoken_of = set(kinds)
    return [
        (
            before if before is not None and before.kind in spoken_of else None,
            after if after is not None and after.kind in spoken_of else None,
        )
        for before, after in pairs
    ]
