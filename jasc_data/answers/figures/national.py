"""The national average (rule 11): published, or computed when all 43 forces are held; whichever is newer."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from jasc_data.answers.figures.headlines import Headline
from jasc_data.domain.policy import CURRENT_FOR
from jasc_data.domain.vocabulary import Kind, NationalSource
from jasc_data.store.snapshot import Snapshot
from jasc_data.wording.numbers import average, long_span, short_span


@dataclass(frozen=True)
class Published:
    """A published national average."""

    kind: Kind
    as_of: date
    average: float
    file_name: str


@dataclass(frozen=True)
class NationalAverage:
    """The national average in use. ``other`` is the other source's, when it is current and differs at one decimal.

    newest: of a computed one, the date of its newest figure, as as_of is that of its oldest (rule 11).
    """

    value: float
    source: NationalSource
    as_of: date
    other: "NationalAverage | None" = None
    newest: date | None = None

    @property
    def dates(self) -> tuple[date, date]:
        """The dates of its oldest and its newest figure; twice its own when it was published."""
        return self.as_of, self.newest or self.as_of

    @property
    def of_several_dates(self) -> bool:
        """True when its figures are not all of one date, which is then said with it."""
        return self.dates[0] != self.dates[1]

    @property
    def when(self) -> str:
        """The dates in words: ``12 January to 13 April 2023``."""
        return long_span(*self.dates)

    @property
    def notes(self) -> tuple[str, ...]:
        """The dates as a note behind the figure: ``12 Jan to 13 Apr 2023``; none when they are one."""
        return (short_span(*self.dates),) if self.of_several_dates else ()

    @property
    def in_brackets(self) -> str:
        """The same behind a name or a figure in a sentence: `` (12 Jan to 13 Apr 2023)``."""
        return "".join(f" ({note})" for note in self.notes)


def published_averages(snapshot: Snapshot, day: date) -> list[Published]:
    """Every published national average at or before the day, latest first."""
    return snapshot.rows("figures/published_national", Published, day=day)


def computed_average(nation: Sequence[Headline]) -> NationalAverage | None:
    """The mean of all the nation's forces, as old as its oldest figure; None of none."""
    if not nation:
        return None
    oldest, newest = min(h.complete_as_of for h in nation), max(h.as_of for h in nation)
    mean = sum(headline.open for headline in nation) / len(nation)
    return NationalAverage(mean, NationalSource.COMPUTED, oldest, newest=newest)


def national_average(
    published: Sequence[Published], computed: NationalAverage | None, day: date
) -> tuple[NationalAverage | None, Published | None]:
    """The average of one kind that is current on the day, and the last one published when none is.

    published: the kind's, latest first. computed: of the headlines of all the nation's forces, None when one is missing
    or older than 92 days.
    """
    latest = published[0] if published and published[0].as_of >= day - CURRENT_FOR else None
    given = NationalAverage(latest.average, NationalSource.PUBLISHED, latest.as_of) if latest else None
    if computed is None:
        return given, None if given or not published else published[0]
    if given is None:
        return computed, None
    used, other = (computed, given) if computed.as_of >= given.as_of else (given, computed)
    differs = average(used.value) != average(other.value)
    return replace(used, other=other if differs else None), None
