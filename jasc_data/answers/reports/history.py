"""One report through time: how many of its items a force had open at every date held."""

from dataclasses import dataclass
from datetime import date
from itertools import dropwhile

from jasc_data.domain.vocabulary import Kind
from jasc_data.store.snapshot import Snapshot


@dataclass(frozen=True)
class HeldCount:
    """How many items of one kind were open at one date held."""

    as_of: date
    kind: Kind
    open: int


@dataclass(frozen=True)
class HistoryPoint:
    """One date: the open items by kind. A kind that no export had covered by then is missing, not 0."""

    as_of: date
    by_kind: dict[Kind, int]
    complete: bool

    @property
    def open(self) -> int | None:
        """All kinds together; None where one of the report's kinds was not held yet."""
        return sum(self.by_kind.values()) if self.complete else None


def report_history(
    snapshot: Snapshot, force: str, report_id: int, kinds: frozenset[Kind], day: date
) -> tuple[HistoryPoint, ...]:
    """Every date held up to the day, earliest first, from the first that lists an item of the report.

    kinds: those that the report has raised for the force.
    """
    rows = snapshot.rows("reports/history", HeldCount, force=force, report_id=report_id, day=day)
    by_day: dict[date, dict[Kind, int]] = {}
    for row in rows:
        if row.kind in kinds:
            by_day.setdefault(row.as_of, {})[row.kind] = row.open
    points = [HistoryPoint(as_of, counts, kinds <= counts.keys()) for as_of, counts in by_day.items()]
    return tuple(dropwhile(lambda point: not any(point.by_kind.values()), points))
