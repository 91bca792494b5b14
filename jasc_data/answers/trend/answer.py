"""Open counts at every held date, against both averages as they stood at that date (rule 18).

All dates are answered at once: the group's headline figures from each date at which one may change to the next, and
what those of the nation come to at each date. Walking through the dates in order then gives every date's figures with
the very functions that the Position page uses.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from dateutil.relativedelta import relativedelta

from jasc_data.answers.comparison.answer import group_average
from jasc_data.answers.figures.averaged import Averaged, averaged
from jasc_data.answers.figures.headlines import Headline, default_date, held_dates
from jasc_data.answers.figures.national import (
    NationalAverage,
    national_average,
    published_averages,
)
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

    def over(self, months: int) -> "Trend":
        """The same over the last so many months."""
        return self if self.as_of is None else self.since(self.as_of - relativedelta(months=months))

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
) -> Trend:
    """The figures at every held date up to as_of (the home force's latest when none is given)."""
    home = viewpoint.home
    dates = held_dates(snapshot, home)
    last = as_of or default_date(dates)
    if last is None:
        return Trend(home, None, basis, {})
    days = sorted(held.as_of for held in dates if held.as_of <= last)
    views = [viewpoint.on(day, basis) for day in days]
    compared = {home}.union(*{view.group for view in views})
    steps = snapshot.rows("trend/of_forces", Step, forces=sorted(compared), day=last)
    computed = _computed(snapshot, viewpoint.nation, last)
    published = published_averages(snapshot, last)
    published_of = {kind: [entry for entry in published if entry.kind is kind] for kind in Kind}
    points: dict[Kind, list[Point]] = {kind: [] for kind in Kind}
    current: dict[Kind, dict[str, Headline]] = {kind: {} for kind in Kind}
    taken = 0
    for perspective in views:
        day = perspective.day
        while taken < len(steps) and steps[taken].day <= day:
            current[steps[taken].kind][steps[taken].force] = steps[taken]
            taken += 1
        for kind in Kind:
            given = [entry for entry in published_of[kind] if entry.as_of <= day]
            national = national_average(given, computed.get((day, kind)), day)[0]
            points[kind].append(_point(current[kind], national, perspective))
    revisions = viewpoint.groups.revisions(home, days[0], days[-1]) if days else ()
    return Trend(home, last, basis, {kind: tuple(found) for kind, found in points.items()}, revisions)


@dataclass(frozen=True)
class _Nation:
    """What the figures of all the nation's forces come to on a day, where all are held and recent."""

    on_day: date
    kind: Kind
    open: int
    oldest: date
    newest: date


def _computed(snapshot: Snapshot, nation: tuple[str, ...], last: date) -> dict[tuple[date, Kind], NationalAverage]:
    found = snapshot.rows("trend/nation", _Nation, forces=list(nation), day=last, current_for=CURRENT_FOR.days)
    return {
        (of.on_day, of.kind): NationalAverage(
            of.open / len(nation), NationalSource.COMPUTED, of.oldest, newest=of.newest
        )
        for of in found
    }


def _beginning(days: Sequence[date], start: date) -> date | None:
    near = [day for day in days if abs((day - start).days) <= APART_AFTER_DAYS]
    before = [day for day in days if day <= start]
    return min(near, key=lambda day: abs(day - start)) if near else max(before, default=None)


def _point(figures: Mapping[str, Headline], national: NationalAverage | None, perspective: Perspective) -> Point:
    home, day, group = perspective.home, perspective.day, perspective.group
    own = figures.get(home)
    members = _recent(figures, group, day)
    others = [held.as_of for force, held in members.items() if force != home]
    return Point(
        day=day,
        home=own if own is not None and own.as_of == day else None,
        group_average=group_average({force: held.open for force, held in members.items()}, home, perspective.basis),
        members=len(members),
        group_size=len(group),
        averaged=averaged(members, group, home, perspective.basis),
        others_as_of=max(others, default=None),
        national=national,
    )


def _recent(figures: Mapping[str, Headline], forces: tuple[str, ...], day: date) -> dict[str, Headline]:
    """The forces' figures that are recent enough to compare (rule 9)."""
    earliest = day - CURRENT_FOR
    held = [(force, figures[force]) for force in forces if force in figures]
    return {force: figure for force, figure in held if figure.complete_as_of >= earliest}
