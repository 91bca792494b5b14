"""Tracking: a force's open items with their steps and positions, as they are given out to be filled in, and by which
ids a workbook that comes back is read against what is held then."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from jasc_data.answers.commentary.answer import Commentary, Version, commentary_of
from jasc_data.answers.register.answer import RegisterItem, register_of
from jasc_data.answers.steps.answer import ItemSteps, StepsHeld, StepVersion, latest_on, steps_held
from jasc_data.store.snapshot import Snapshot


@dataclass(frozen=True)
class IssuedItem:
    """An id of an item, the item that it leads to now, and what tells the item from any other, in every store."""

    item_id: int
    item_key: str
    told_by: str


@dataclass(frozen=True)
class IssuedReport:
    """The same of a report's number."""

    report_id: int
    meant_id: int
    told_by: str


@dataclass(frozen=True)
class Export:
    """A live upload that speaks for the force's items, and the entry of the log that committed it."""

    entry: int
    as_of: date


@dataclass(frozen=True)
class TrackingHeld:
    """All that is held of a force's steps and positions on a day, and the ids that lead to it. entry: the last one of
    the uploads' log."""

    day: date
    entry: int
    steps: StepsHeld
    commentary: Commentary
    items: tuple[IssuedItem, ...]
    reports: tuple[IssuedReport, ...]
    exports: tuple[Export, ...]

    @property
    def home(self) -> str:
        """Whose they are."""
        return self.steps.register.home

    @cached_property
    def item_of(self) -> Mapping[int, IssuedItem]:
        """By the id."""
        return {one.item_id: one for one in self.items}

    @cached_property
    def report_of(self) -> Mapping[int, IssuedReport]:
        """By the number."""
        return {one.report_id: one for one in self.reports}

    @cached_property
    def step_versions(self) -> Mapping[int, StepVersion]:
        """Every version of every step, by the number of its action."""
        return {one.action_id: one for one in self.steps.versions}

    @cached_property
    def positions(self) -> Mapping[int, Version]:
        """Every version of every position, by its number."""
        return {one.version_id: one for one in self.commentary.versions}

    @cached_property
    def latest(self) -> Mapping[int, StepVersion]:
        """Of every step, by its number, the version that holds, also where that says that it was removed."""
        return latest_on(self.steps.versions, self.day)

    @property
    def leads(self) -> tuple[str, ...]:
        """Everybody who leads on an open item or owns one of its steps, in alphabetical order."""
        open_ = [found for found in self.steps.items if found.item.counts]
        return tuple(sorted({name for found in open_ for name in _people(found) if name}, key=str.casefold))

    def asked(self, report_id: int | None = None, lead: str | None = None) -> tuple[ItemSteps, ...]:
        """The open items to give out: of one report, of one lead (who also has the items with a step of their own), or
        all of them."""
        return tuple(
            found
            for found in self.steps.items
            if found.item.counts
            and report_id in (None, found.item.report_id)
            and (lead is None or lead in _people(found))
        )


def tracking_held(snapshot: Snapshot, force: str, day: date) -> TrackingHeld:
    """What can be given out of a force's items, or comes back about them."""
    register = register_of(snapshot, force, day)
    return TrackingHeld(
        day,
        snapshot.last_entry,
        steps_held(snapshot, register, day),
        commentary_of(snapshot, force, day),
        tuple(snapshot.rows("tracking/issued_items", IssuedItem, force=force)),
        tuple(snapshot.rows("tracking/issued_reports", IssuedReport)),
        tuple(snapshot.rows("tracking/exports", Export, force=force)),
    )


def item_label(held: TrackingHeld, item: RegisterItem) -> str:
    """The name under which the item is found, once in the register."""
    return held.steps.register.labels[item.item_key]


def _people(found: ItemSteps) -> set[str]:
    return {" ".join((found.item.lead or "").split()), *(step.owner for step in found.steps)}
