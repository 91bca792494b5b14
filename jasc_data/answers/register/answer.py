"""The register: every item of a force at a date, with its deadline, its target dates and how it stands."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from jasc_data.answers.figures.item_sources import ItemSource, item_sources
from jasc_data.answers.figures.open_items import ItemsHeld, items_held
from jasc_data.answers.figures.report_names import report_labels
from jasc_data.answers.figures.unique_labels import natural, unique_labels
from jasc_data.domain.vocabulary import DeadlineBasis, Grade, Kind, Status
from jasc_data.store.snapshot import Snapshot


@dataclass(frozen=True)
class RegisterItem:
    """One item as the latest export at or before the date tells it.

    item_id: issued when a file first named it, and never changed; links carry it.
    report: its name, told apart from others of its title. counts: it is open and the force's to answer. listed: the
    export that decides for it still lists it. published: the publication under which it was first held, from which its
    age and relative deadlines count (deadline_since_first: and not from published_now, that of the latest export that
    lists it); reissued: the same report was published again since. status_written: the status in the file's words, None
    where it gave none. first_held_on: the first export that lists it. first_target and revisions: its own target date
    in the first export that gave one, and how often that has changed since. reopened_on: the last export that opened it
    again after it had been open and was no longer.
    """

    item_id: int
    item_key: str
    reference: str | None
    number: str | None
    kind: Kind
    report_id: int
    report: str
    published: date | None
    published_now: date | None
    reissued: bool
    report_published: date | None
    report_type: str | None
    text: str | None
    addressee: str | None
    addressed_elsewhere: bool
    grade: Grade
    status: Status
    status_written: str | None
    lead: str | None
    deadline: str | None
    deadline_on: date | None
    deadline_basis: DeadlineBasis
    deadline_since_first: bool
    target_date: date | None
    first_target: date | None
    revisions: int
    overdue_reason: str | None
    steps_to_green: str | None
    closed_on: date | None
    cause_of_concern: str | None
    counts: bool
    listed: bool
    told_on: date
    decided_on: date
    first_held_on: date
    reopened_on: date | None = None

    @property
    def name(self) -> str:
        """Its reference; without one, its kind and number."""
        return self.reference or f"{self.kind.singular} {self.number or ''}".strip()

    @property
    def elsewhere(self) -> bool:
        """True when it is other bodies' to answer, so that it is in none of the force's counts."""
        return self.addressed_elsewhere or self.status is Status.NOT_FOR_FORCE

    @property
    def standing(self) -> Status:
        """How it stands: its status, or closed when the export that decides for it no longer lists it."""
        if self.counts:
            return self.status
        if self.elsewhere:
            return Status.NOT_FOR_FORCE
        return Status.SUPERSEDED if self.status is Status.SUPERSEDED else Status.CLOSED

    def days_overdue(self, day: date) -> int | None:
        """How many days past HMICFRS's deadline it is while open; None when it is not."""
        if not self.counts or self.deadline_on is None or self.deadline_on >= day:
            return None
        return (day - self.deadline_on).days

    def planned_late(self, day: date) -> bool:
        """True when the force's own target date lies after an HMICFRS deadline that is still to be met."""
        if not self.counts or self.target_date is None or self.deadline_on is None:
            return False
        return day <= self.deadline_on < self.target_date


@dataclass(frozen=True)
class Register:
    """Every item of a force known at a date, in the natural order of their names.

    held: the kinds of which all reports are held, so that their items are a total.
    """

    home: str
    as_of: date
    held: Mapping[Kind, ItemsHeld]
    items: tuple[RegisterItem, ...]
    sources: tuple[ItemSource, ...]

    @cached_property
    def own(self) -> tuple[RegisterItem, ...]:
        """The items that are the force's to answer, open or not."""
        return tuple(item for item in self.items if not item.elsewhere)

    @cached_property
    def open(self) -> tuple[RegisterItem, ...]:
        """The items that count as open."""
        return tuple(item for item in self.items if item.counts)

    @cached_property
    def partial(self) -> Counter[Kind]:
        """Open items of the kinds of which only some reports are held."""
        return Counter(item.kind for item in self.open if item.kind not in self.held)

    @cached_property
    def labels(self) -> dict[str, str]:
        """By item key, the name under which the item is found, each once."""
        reports = [item.report for item in self.items]
        names = unique_labels([item.name for item in self.items], reports)
        return {item.item_key: label for item, label in zip(self.items, names, strict=True)}

    @cached_property
    def by_id(self) -> dict[int, RegisterItem]:
        """The items by their own ids."""
        return {item.item_id: item for item in self.items}

    @cached_property
    def by_key(self) -> dict[str, RegisterItem]:
        """The items by the keys that tell them apart."""
        return {item.item_key: item for item in self.items}

    @cached_property
    def by_label(self) -> dict[str, RegisterItem]:
        """The items by that name."""
        return {self.labels[item.item_key]: item for item in self.items}

    @cached_property
    def report_labels(self) -> dict[int, str]:
        """By report number, the name under which the report is found, each once, in the order of names."""
        return dict(
            sorted({item.report_id: item.report for item in self.items}.items(), key=lambda pair: natural(pair[1]))
        )


def register_of(snapshot: Snapshot, force: str, day: date) -> Register:
    """The register of a force at a date; without items when only positions are held."""
    held = items_held(snapshot, force, day)
    found = snapshot.rows("register/items", RegisterItem, force=force, day=day)
    names = report_labels({item.report_id: (item.report, item.report_published) for item in found})
    items = [item if item.report == names[item.report_id] else _named(item, names) for item in found]
    return Register(
        home=force,
        as_of=day,
        held={entry.kind: entry for entry in held},
        items=tuple(sorted(items, key=lambda item: (natural(item.name), natural(item.report), item.item_key))),
        sources=item_sources(snapshot, force, day),
    )


def _named(item: RegisterItem, names: Mapping[int, str]) -> RegisterItem:
    return replace(item, report=names[item.report_id])
