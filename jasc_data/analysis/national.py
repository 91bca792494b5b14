"""The national average (rule 11): published, or computed when all 43 forces are held; whichever is newer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from jasc_data.analysis.headlines import Headline
from jasc_data.figures import average
from jasc_data.store.snapshot import Snapshot
from jasc_data.vocabulary import Kind, NationalSource

CURRENT_FOR = timedelta(days=92)


@dataclass(frozen=True)
class Published:
    """A published national average."""

    kind: Kind
    as_of: date
    average: float
    file_name: str


@dataclass(frozen=True)
class NationalAverage:
    """The national average in use. ``other`` is the other source's, when it is current and differs at one decimal."""

    value: float
    source: NationalSource
    as_of: date
    other: "NationalAverage | None" = None


def published_averages(snapshot: Snapshot, day: date) -> list[Published]:
    """Every published national average at or before the day, latest first."""
    return snapshot.rows("position/published_national", Published, day=day)


def national_average(
    published: Sequence[Published], nation: Sequence[Headline], day: date
) -> tuple[NationalAverage | None, Published | None]:
    """The average of one kind that is current on the day, and the last one published when none is.

    published: the kind's, latest first. nation: the headlines of all the nation's forces, or none when one is missing
    or older than 92 days. A computed average is as old as its oldest figure.
    """
    latest = published[0] if published and published[0].as_of >= day - CURRENT_FOR else None
    given = NationalAverage(latest.average, NationalSource.PUBLISHED, latest.as_of) if latest else None
    if not nation:
        return given, None if given or not published else published[0]
    mean = sum(headline.open for headline in nation) / len(nation)
    computed = NationalAverage(mean, NationalSource.COMPUTED, min(headline.complete_as_of for headline in nation))
    if given is None:
        return computed, None
    used, other = (computed, given) if computed.as_of >= given.as_of else (given, computed)
    differs = abs(used.value - other.value) >= 0.1 or average(used.value) != average(other.value)
    return NationalAverage(used.value, used.source, used.as_of, other if differs else None), None
