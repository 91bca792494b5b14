"""The activity register: inspections, super-complaints and board dates, as they stand, and what is expected of each."""

from dataclasses import dataclass, replace
from datetime import date

from jasc_data.domain.actor import Done
from jasc_data.domain.vocabulary import ActivityKind, Stage
from jasc_data.store.snapshot import Snapshot


@dataclass(frozen=True)
class Activity(Done):
    """An entry as it was last written. expected_on: the last day that the words of expected_when give, if any.

    action_id: what a later change rests on.
    """

    activity_id: int
    action_id: int
    name: str
    kind: ActivityKind
    body: str
    stage: Stage
    starts_on: date | None
    ends_on: date | None
    expected: str
    expected_when: str
    expected_on: date | None
    lead: str
    commentary: str

    @property
    def days(self) -> tuple[date, ...]:
        """Its days, from the first on."""
        return tuple(sorted({day for day in (self.starts_on, self.ends_on, self.expected_on) if day}))

    @property
    def awaited_on(self) -> date | None:
        """By when something of it is expected; None when it is finished, or no day is known."""
        return None if self.stage is Stage.FINISHED else self.expected_on


@dataclass(frozen=True)
class ActivityHeld:
    """The register of a force, in the order of its days, those without any last. day: on which it is looked at."""

    home: str
    day: date
    entries: tuple[Activity, ...]

    @property
    def going_on(self) -> tuple[Activity, ...]:
        """The inspections and super-complaints that are not finished."""
        return tuple(
            entry
            for entry in self.entries
            if entry.kind is not ActivityKind.BOARD and entry.stage is not Stage.FINISHED
        )

    @property
    def awaited(self) -> tuple[Activity, ...]:
        """What is expected from the day on, the soonest first."""
        found = [entry for entry in self.entries if entry.awaited_on and entry.awaited_on >= self.day]
        return tuple(sorted(found, key=lambda entry: entry.awaited_on or date.max))

    @property
    def overdue(self) -> tuple[Activity, ...]:
        """What was expected before the day and is not finished, the longest first."""
        found = [entry for entry in self.entries if entry.awaited_on and entry.awaited_on < self.day]
        return tuple(sorted(found, key=lambda entry: entry.awaited_on or date.max))

    def of_kind(self, kind: ActivityKind) -> tuple[Activity, ...]:
        """Those of one kind, such as the super-complaints."""
        return tuple(entry for entry in self.entries if entry.kind is kind)

    def for_audience(self, *, leads: bool) -> "ActivityHeld":
        """The same with its leads named, or without any (rule 20)."""
        if leads:
            return self
        return replace(self, entries=tuple(replace(entry, lead="") for entry in self.entries))


def activity_held(snapshot: Snapshot, force: str, day: date) -> ActivityHeld:
    """The register of a force, as it was last written, looked at on a day."""
    found = snapshot.rows("activity/entries", Activity, force=force)
    return ActivityHeld(force, day, tuple(sorted(found, key=_order)))


def _order(entry: Activity) -> tuple[date, str, int]:
    return (entry.days[0] if entry.days else date.max, entry.name, entry.activity_id)
