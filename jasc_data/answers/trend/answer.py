"""Open counts at every held date, against both averages as they stood at that date (rule 18).

All dates asked for are answered at once, by one question: the group's figures at each of them, and what the nation's
come to. Each date's averages are then made by the very functions that the Position page uses.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import islice

from dateutil.relativedelta import relativedelta

from jasc_data.answers.comparison.answer import group_average
from jasc_data.answers.figures.averaged import Averaged, averaged
from jasc_data.answers.figures.headlines import Headline, default_date, held_dates
from jasc_data.answers.figures.national import NationalAverage, Published, national_average, published_averages
from jasc_data.domain.peer_groups import Revision
from jasc_data.domain.perspective import Perspective, Viewpoint
from jasc_data.domain.policy import APART_AFTER_DAYS, CURRENT_FOR
from jasc_data.domain.vocabulary import AverageBasis, Kind, NationalSource
from jasc_data.store.snapshot import Snapshot


@dataclass(frozen=True)
class Point:
    """One kind at one held date.

    home: the home force's figure, only where an export of that very date gives it. members: how many of the group's
    forces are held at the date, out of group_size; averaged: of which of them the average is; others_as_of: the newest
    date of another member's figure. The averages are those that hold at the date (rules 10 and 11), of figures up to
    92 days old.
    """

    day: date
    home: Headline | None
    group_average: float | None
    members: int
    group_size: int
    averaged: Averaged
    others_as_of: date | None
    national: NationalAverage | None


@dataclass(frozen=True)
class Trend:
    """Every kind's points in the order of dates, up to as_of; as_of is None when nothing is held.

    revisions: of the group, between the first and the last date.
    """

    home: str
    as_of: date | None
    basis: AverageBasis
    kinds: Mapping[Kind, tuple[Point, ...]]
    revisions: tuple[Revision, ...] = ()

    @cached_property
    def _figures(self) -> dict[Kind, tuple[Headline, ...]]:
        return {kind: tuple(point.home for point in points if point.home) for kind, points in self.kinds.items()}

    def figures(self, kind: Kind) -> tuple[Headline, ...]:
        """The home force's figures of a kind, each from an export of its own date."""
        return self._figures.get(kind, ())

    def since(self, start: date) -> "Trend":
        """The same since a day, of each kind from the figure at which it begins.

        That is the nearest of those within 31 days of it, else the last before; a kind with neither keeps all points.
        """
        first = {kind: _beginning([figure.as_of for figure in self.figures(kind)], start) for kind in Kind}
        kinds = {
            kind: tuple(point for point in points if (day := first[kind]) is None or point.day >= day)
            for kind, points in self.kinds.items()
        }
        shown = [points[0].day for points in kinds.values() if points]
        revisions = tuple(revision for revision in self.revisions if shown and revision.start > min(shown))
        return replace(self, kinds=kinds, revisions=revisions)

    @cached_property
    def home_days(self) -> tuple[date, ...]:
        """The dates of which a figure of the home force is held, for any kind."""
        return tuple(sorted({figure.as_of for kind in self.kinds for figure in self.figures(kind)}))


@dataclass(frozen=True)
class Step(Headline):
    """A headline figure that holds from ``day`` until the next one of its force and kind."""

    day: date


def trend(
    snapshot: Snapshot,
    viewpoint: Viewpoint,
    *,
    as_of: date | None = None,
    basis: AverageBasis = AverageBasis.WITH_US,
    over: int | date | None = None,
) -> Trend:
    """The figures at every held date up to as_of (the home force's latest when none is given).

    over: those of the last so many months alone, or those since a day: what ``Trend.since`` gives. Where one date
    begins them for every kind, as where each export gives all kinds, no others are asked for.
    """
    dates = held_dates(snapshot, viewpoint.home)
    last = as_of or default_date(dates)
    if last is None:
        return Trend(viewpoint.home, None, basis, {})
    held = sorted((one for one in dates if one.as_of <= last), key=lambda one: one.as_of)
    days = [one.as_of for one in held]
    if over is None:
        return _at(snapshot, viewpoint, days, last, basis)
    start = last - relativedelta(months=over) if isinstance(over, int) else over
    first = _beginning([one.as_of for one in held if one.about_home], start)
    if first:
        shown = _at(snapshot, viewpoint, [day for day in days if day >= first], last, basis)
        if all(points[0].home for points in shown.kinds.values()):
            return shown
    return _at(snapshot, viewpoint, days, last, basis).since(start)


def _at(snapshot: Snapshot, viewpoint: Viewpoint, days: Sequence[date], last: date, basis: AverageBasis) -> Trend:
    """The figures at these days in order: all that are held from the first of them to the last date."""
    home = viewpoint.home
    if not days:
        return Trend(home, last, basis, dict.fromkeys(Kind, ()))
    views = [viewpoint.on(day, basis) for day in days]
    found = _standing(snapshot, viewpoint, {home}.union(*{view.group for view in views}), days[0], last)
    published = published_averages(snapshot, last)
    kinds = {}
    for kind in Kind:
        of_kind = [entry for entry in published if entry.kind is kind]
        kinds[kind] = tuple(
            _point(found.get((view.day, kind), _Standing(view.day, kind)), of_kind, view, len(viewpoint.nation))
            for view in views
        )
    return Trend(home, last, basis, kinds, viewpoint.groups.revisions(home, days[0], days[-1]))


@dataclass(frozen=True)
class _Standing:
    """One kind on a day: the home force's figure if it is of that day, those of the group that are recent, and the sum
    of the nation's where all are held and recent.

    The group's stand in lists of the same order, as the store gives them: an object for each would take as long again.
    """

    on_day: date
    kind: Kind
    home: Step | None = None
    members: tuple[str, ...] | None = None
    opens: tuple[int, ...] | None = None
    days: tuple[date, ...] | None = None
    nation_open: int | None = None
    nation_oldest: date | None = None
    nation_newest: date | None = None

    @property
    def recent(self) -> dict[str, tuple[int, date]]:
        """By force how many are open, and of which date that is."""
        figures = zip(self.opens or (), self.days or (), strict=True)
        return dict(zip(self.members or (), figures, strict=True))

    def computed(self, forces: int) -> NationalAverage | None:
        """The nation's average of so many forces."""
        if self.nation_open is None or self.nation_oldest is None:
            return None
        mean = self.nation_open / forces
        return NationalAverage(mean, NationalSource.COMPUTED, self.nation_oldest, newest=self.nation_newest)


def _standing(
    snapshot: Snapshot, viewpoint: Viewpoint, compared: Collection[str], first: date, last: date
) -> dict[tuple[date, Kind], _Standing]:
    found = snapshot.rows(
        "trend/standing",
        _Standing,
        home=viewpoint.home,
        forces=sorted(compared),
        nation=list(viewpoint.nation),
        first=first,
        day=last,
        current_for=CURRENT_FOR.days,
    )
    return {(standing.on_day, standing.kind): standing for standing in found}


def _beginning(days: Sequence[date], start: date) -> date | None:
    near = [day for day in days if abs((day - start).days) <= APART_AFTER_DAYS]
    before = [day for day in days if day <= start]
    return min(near, key=lambda day: abs(day - start)) if near else max(before, default=None)


def _point(standing: _Standing, published: Sequence[Published], perspective: Perspective, nation: int) -> Point:
    """published: of the kind, latest first. nation: how many forces it has."""
    home, day, group = perspective.home, perspective.day, perspective.group
    recent = standing.recent
    members = {force: recent[force][0] for force in group if force in recent}
    others = [recent[force][1] for force in members if force != home]
    given = list(islice((entry for entry in published if entry.as_of <= day), 1))  # no older one is asked for
    return Point(
        day=day,
        home=standing.home,
        group_average=group_average(members, home, perspective.basis),
        members=len(members),
        group_size=len(group),
        averaged=averaged(members, group, home, perspective.basis),
        others_as_of=max(others, default=None),
        national=national_average(given, standing.computed(nation), day)[0],
    )
