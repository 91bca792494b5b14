"""How a force's headline figures moved since the export before, or since a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from jasc_data.answers.figures.headlines import Headline, headlines_at
from jasc_data.domain.vocabulary import Kind
from jasc_data.store.snapshot import Snapshot


@dataclass(frozen=True)
class Movement:
    """One kind's figure at the earlier date that it is counted from, and how far the current one is from it."""

    kind: Kind
    earlier: Headline
    difference: int


@dataclass(frozen=True)
class _EarlierDate:
    kind: Kind
    as_of: date


def movements(
    snapshot: Snapshot, force: str, current: Mapping[Kind, Headline | None], since: date | None = None
) -> dict[Kind, Movement]:
    """The movement of each kind whose figure was held at an earlier date as well.

    since: from the figure held on that day, where that of now is later; None counts from the export before.
    """
    movements: dict[Kind, Movement] = {}
    by_day: dict[date, dict[tuple[str, Kind], Headline]] = {}
    for kind, headline in current.items():
        if headline is None:
            continue
        before = headline.as_of if since is None else min(headline.as_of, since + timedelta(days=1))
        earlier = {
            row.kind: row.as_of
            for row in snapshot.rows("movement/earlier_dates", _EarlierDate, force=force, day=before)
        }.get(kind)
        if earlier is None:
            continue
        if earlier not in by_day:
            by_day[earlier] = headlines_at(snapshot, earlier)
        then = by_day[earlier].get((force, kind))
        if then is not None:
            movements[kind] = Movement(kind, then, headline.open - then.open)
    return movements
