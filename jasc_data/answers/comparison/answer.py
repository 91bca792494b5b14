"""How the home force stands against its most similar group (MSG) and the nation, by kind, at one date."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from jasc_data.answers.figures.averaged import Averaged, averaged
from jasc_data.answers.figures.headlines import Headline, HeldDate, default_date, headlines_at, held_dates
from jasc_data.answers.figures.national import (
    NationalAverage,
    Published,
    computed_average,
    national_average,
    published_averages,
)
from jasc_data.domain.perspective import Perspective, Viewpoint
from jasc_data.domain.policy import CURRENT_FOR
from jasc_data.domain.rank import Rank, rank_of
from jasc_data.domain.vocabulary import AverageBasis, Kind
from jasc_data.store.snapshot import Snapshot


@dataclass(frozen=True)
class KindComparison:
    """One kind's figures at a date.

    home: the home force's figure, None when not held. members: the group's figures that are held (at most 92 days
    before the date), fewest first, home included. not_held: the group's members without one. group_average: over the
    members held, as the basis says. nation: the figures of all the nation's forces, or none unless all are held.
    national_last: the last published average when none is current.
    """

    kind: Kind
    home: Headline | None
    members: tuple[Headline, ...]
    not_held: tuple[str, ...]
    group_average: float | None
    rank: Rank | None
    national: NationalAverage | None
    national_last: Published | None
    nation: tuple[Headline, ...]
    national_rank: Rank | None

    @property
    def difference_from_group(self) -> float | None:
        """Home minus group average, unrounded."""
        if self.home is None or self.group_average is None:
            return None
        return self.home.open - self.group_average

    @property
    def difference_from_national(self) -> float | None:
        """Home minus national average, unrounded."""
        return None if self.home is None or self.national is None else self.home.open - self.national.value

    @property
    def percent_from_national(self) -> float | None:
        """The same as a percentage of the national average; None when that is 0."""
        difference = self.difference_from_national
        if difference is None or self.national is None or self.national.value == 0:
            return None
        return 100 * difference / self.national.value


@dataclass(frozen=True)
class Comparison:
    """The answer behind the Position and Comparison pages. ``as_of`` is None when nothing at all is held."""

    home: str
    as_of: date | None
    dates: tuple[HeldDate, ...]
    group: tuple[str, ...]
    basis: AverageBasis
    kinds: Mapping[Kind, KindComparison]

    @property
    def latest(self) -> date | None:
        """The date that the dashboard shows unless another is chosen."""
        return default_date(self.dates)

    @property
    def home_is_held(self) -> bool:
        """True when any figure of the home force is held at the date."""
        return any(kind.home for kind in self.kinds.values())

    @property
    def all_of_the_nation_held(self) -> bool:
        """True when, for some kind, the figures of all the nation's forces are held."""
        return any(kind.nation for kind in self.kinds.values())

    @property
    def headlines(self) -> tuple[Headline, ...]:
        """Every figure that the answer rests on, home's first."""
        own = [kind.home for kind in self.kinds.values() if kind.home]
        others = [member for kind in self.kinds.values() for member in kind.members if member.force != self.home]
        return (*own, *others)

    def averaged(self, entry: KindComparison) -> Averaged:
        """Of which forces the group's average of one kind is."""
        return averaged((member.force for member in entry.members), self.group, self.home, self.basis)


def compare(
    snapshot: Snapshot,
    viewpoint: Viewpoint,
    *,
    as_of: date | None = None,
    basis: AverageBasis = AverageBasis.WITH_US,
) -> Comparison:
    """The comparison at a date (the home force's latest when none is given)."""
    home = viewpoint.home
    dates = held_dates(snapshot, home)
    day = as_of or default_date(dates)
    if day is None:
        return Comparison(home, None, dates, (), basis, {})
    perspective = viewpoint.on(day, basis)
    headlines = headlines_at(snapshot, day)
    published = published_averages(snapshot, day)
    kinds = {
        kind: _compare_kind(
            {force: headline for (force, of_kind), headline in headlines.items() if of_kind is kind},
            [entry for entry in published if entry.kind is kind],
            kind,
            perspective,
        )
        for kind in Kind
    }
    return Comparison(home, day, dates, perspective.group, basis, kinds)


def _compare_kind(
    headlines: dict[str, Headline],
    published: list[Published],
    kind: Kind,
    perspective: Perspective,
) -> KindComparison:
    home = perspective.home
    members = _held(headlines, perspective.group, perspective.day)
    of_nation = _held(headlines, perspective.nation, perspective.day)
    whole_nation = of_nation if len(of_nation) == len(perspective.nation) else ()
    average, last = national_average(published, computed_average(whole_nation), perspective.day)
    return KindComparison(
        kind=kind,
        home=headlines.get(home),
        members=members,
        not_held=tuple(force for force in perspective.group if force not in {member.force for member in members}),
        group_average=group_average({member.force: member.open for member in members}, home, perspective.basis),
        rank=rank_of(home, {member.force: member.open for member in members}),
        national=average,
        national_last=last,
        nation=whole_nation,
        national_rank=rank_of(home, {headline.force: headline.open for headline in whole_nation}),
    )


def _held(headlines: dict[str, Headline], forces: tuple[str, ...], day: date) -> tuple[Headline, ...]:
    """The forces' figures that are recent enough to compare (rule 9), fewest open first."""
    current = [
        headlines[force]
        for force in forces
        if force in headlines and day - headlines[force].complete_as_of <= timedelta(days=CURRENT_FOR.days)
    ]
    return tuple(sorted(current, key=lambda headline: (headline.open, headline.force)))


def group_average(open_by_force: Mapping[str, int], home: str, basis: AverageBasis) -> float | None:
    """The group's average over the forces held (rule 10), unrounded; None when no other force is held: a force is
    not to be compared with itself.

    with-us: mean, home included. without-us: mean of the others. median: of all, home included.
    """
    figures = [open_ for force, open_ in open_by_force.items() if basis is not AverageBasis.WITHOUT_US or force != home]
    if not open_by_force.keys() - {home}:
        return None
    return float(median(figures)) if basis is AverageBasis.MEDIAN else sum(figures) / len(figures)
