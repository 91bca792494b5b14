"""The open counts and published averages of every held date, before and after an upload is withdrawn or restored.

An upload speaks for its own date and every later one until the next export, and through the titles of its reports even
for earlier ones: so all dates are compared, from the one query that answers all dates at once.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from jasc_data.answers.figures.headlines import held_dates
from jasc_data.answers.figures.national import published_averages
from jasc_data.answers.trend.answer import Step
from jasc_data.domain.vocabulary import Kind
from jasc_data.store.snapshot import Snapshot
from jasc_data.uploads.replaced import NATION

_Owner = tuple[str, Kind]  # a force, or NATION


@dataclass(frozen=True)
class DatedFigure:
    """An open count (of the nation: a published average) and the date of the export that gives it."""

    value: float
    as_of: date


@dataclass(frozen=True)
class DatedChange:
    """A figure at one held date before and after; None where it is not held."""

    day: date
    owner: str
    kind: Kind
    before: DatedFigure | None
    after: DatedFigure | None


@dataclass(frozen=True)
class DatedFigures:
    """Every figure from each date at which it may change until the next, and the dates of which exports are held."""

    days: frozenset[date]
    steps: Mapping[_Owner, tuple[tuple[date, DatedFigure], ...]] = field(default_factory=dict)

    def at(self, owner: _Owner, day: date) -> DatedFigure | None:
        """The figure as it stands on that day."""
        steps = self.steps.get(owner, ())
        place = bisect_right(steps, day, key=lambda step: step[0])
        return steps[place - 1][1] if place else None


def dated_figures(snapshot: Snapshot) -> DatedFigures:
    """What is held now, of every date."""
    steps: dict[_Owner, list[tuple[date, DatedFigure]]] = {}
    for step in snapshot.rows("uploads/dated_headlines", Step):
        steps.setdefault((step.force, step.kind), []).append((step.day, DatedFigure(step.open, step.as_of)))
    averages = published_averages(snapshot, date.max)
    for entry in sorted(averages, key=lambda average: average.as_of):
        steps.setdefault((NATION, entry.kind), []).append((entry.as_of, DatedFigure(entry.average, entry.as_of)))
    days = frozenset(held.as_of for held in held_dates(snapshot, ""))
    return DatedFigures(days, {owner: tuple(of_owner) for owner, of_owner in steps.items()})


def dated_changes(before: DatedFigures, after: DatedFigures) -> tuple[DatedChange, ...]:
    """Every figure that differs at a date held before or after, the earliest date first."""
    owners = sorted(before.steps.keys() | after.steps.keys(), key=lambda owner: (owner[0], list(Kind).index(owner[1])))
    changed = [owner for owner in owners if before.steps.get(owner) != after.steps.get(owner)]
    return tuple(
        DatedChange(day, *owner, before.at(owner, day), after.at(owner, day))
        for day in sorted(before.days | after.days)
        for owner in changed
        if before.at(owner, day) != after.at(owner, day)
    )
