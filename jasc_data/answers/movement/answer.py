"""How a force's headline figures moved since the export before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from jasc_data.answers.figures.headlines import Headline, headlines_at
from jasc_data.domain.vocabulary import Kind
from jasc_data.store.snapshot import Snapshot


@dataclass(frozen=True)
class Movement:
    """One kind's figure at the latest earlier date held, and how far the current one is from it."""

    kind: Kind
    earlier: Headline
    difference: int


@dataclass(frozen=True)
class _EarlierDate:
    kind: Kind
    as_of: date


def movements(snapshot: Snapshot, force: str, current: Mapping[Kind, Headline | None]) -> dict[Kind, Movement]:
    """The movement of each kind whose figure was held at an earlier date as well."""
    movements: dict[Kind, Movement] = {}
    by_day: dict[date, dict[tuple[str, Kind], Headline]] = {}
    for kind, headline in current.items():
        if headline is None:
            continue
        earlier = {
            row.kind: row.as_of
            for row in snapshot.rows("movement/earlier_dates", _EarlierDate, force=force, day=headline.as_of)
        }.get(kind)
        if earlier is None:
            continue
        if earlier not in by_day:
            by_day[earlier] = headlines_at(snapshot, earlier)
        before = by_day[earlier].get((force, kind))
        if before is not None:
            movements[kind] = Movement(kind, before, headline.open - before.open)
    return movements
