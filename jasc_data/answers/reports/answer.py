"""A force's open items by inspection report: how many of each kind and grade, how old, how far, closed so far."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TypeVar

from jasc_data.answers.figures.item_sources import ItemSource, item_sources
from jasc_data.answers.figures.open_items import ItemsHeld, items_held
from jasc_data.answers.figures.report_names import report_labels
from jasc_data.domain.vocabulary import Grade, Kind
from jasc_data.store.snapshot import Snapshot

Part = TypeVar("Part", Kind, Grade)
REPLY_WITHIN = timedelta(days=56)  # the police and crime commissioner's reply, counted from publication


@dataclass(frozen=True)
class ReportCount:
    """How many of a report's items of one kind and grade stand how. ``ever``: open, superseded, or closed since."""

    report_id: int
    report: str
    shared: bool
    published: date | None
    kind: Kind
    grade: Grade
    open: int
    overdue: int
    awaiting_sign_off: int
    closed: int
    ever: int
    elsewhere: int
    oldest_open_held_on: date | None


@dataclass(frozen=True)
class ReportLine:
    """One report with its counts by kind and grade. ``label`` is its title, told apart from others of that title."""

    report_id: int
    label: str
    shared: bool
    published: date | None
    counts: tuple[ReportCount, ...]

    @cached_property
    def open(self) -> int:
        """How many items are open."""
        return self._sum(lambda count: count.open)

    @property
    def overdue(self) -> int:
        """How many of them are past HMICFRS's deadline."""
        return self._sum(lambda count: count.overdue)

    @property
    def awaiting_sign_off(self) -> int:
        """How many of them await sign-off."""
        return self._sum(lambda count: count.awaiting_sign_off)

    @property
    def closed(self) -> int:
        """How many have been closed so far."""
        return self._sum(lambda count: count.closed)

    @property
    def ever(self) -> int:
        """How many were ever held."""
        return self._sum(lambda count: count.ever)

    @property
    def kinds(self) -> frozenset[Kind]:
        """The kinds that it has raised for the force."""
        return frozenset(count.kind for count in self.counts if count.ever)

    @property
    def by_kind(self) -> Counter[Kind]:
        """Open items by kind."""
        return _counted(self.counts, lambda count: count.kind)

    @property
    def by_grade(self) -> Counter[Grade]:
        """Open recommendations and AFIs by grade; causes of concern carry none."""
        graded = tuple(count for count in self.counts if count.kind is not Kind.CAUSE_OF_CONCERN)
        return _counted(graded, lambda count: count.grade)

    @property
    def reply_due(self) -> date | None:
        """By when the police and crime commissioner must publish a reply; None without a publication date."""
        return self.published + REPLY_WITHIN if self.published else None

    @property
    def oldest_open_held_on(self) -> date | None:
        """The first export that listed the open item which is held longest."""
        return min((count.oldest_open_held_on for count in self.counts if count.oldest_open_held_on), default=None)

    def _sum(self, figure: Callable[[ReportCount], int]) -> int:
        return sum(figure(count) for count in self.counts)


@dataclass(frozen=True)
class Reports:
    """The reports of a force at a date, most open items first; their open items sum to those of ``held``.

    held: the kinds of which all reports are held. partial: open items of other kinds, known from exports of some
    reports only; they are in no line.
    """

    home: str
    as_of: date
    held: Mapping[Kind, ItemsHeld]
    lines: tuple[ReportLine, ...]
    partial: Mapping[Kind, int]
    sources: tuple[ItemSource, ...]

    @cached_property
    def open(self) -> int:
        """How many items are open in all reports together."""
        return sum(line.open for line in self.lines)

    @cached_property
    def with_open(self) -> tuple[ReportLine, ...]:
        """The reports that have open items."""
        return tuple(line for line in self.lines if line.open)

    @cached_property
    def by_id(self) -> dict[int, ReportLine]:
        """The reports by their numbers, which links carry."""
        return {line.report_id: line for line in self.lines}

    @cached_property
    def report_labels(self) -> dict[int, str]:
        """By report number, the name under which the report is found, each once."""
        return {line.report_id: line.label for line in self.lines}

    @cached_property
    def by_label(self) -> dict[str, ReportLine]:
        """The reports by the name under which they are found."""
        return {line.label: line for line in self.lines}


def reports_of(snapshot: Snapshot, force: str, day: date) -> Reports:
    """The open items of a force by report at a date; without lines when no items are held."""
    held = {row.kind: row for row in items_held(snapshot, force, day)}
    counts = snapshot.rows("reports/counts", ReportCount, force=force, day=day)
    labels = report_labels({count.report_id: (count.report, count.published) for count in counts})
    by_report: dict[int, list[ReportCount]] = {}
    partial = Counter[Kind]()
    for count in counts:
        if count.kind in held:
            by_report.setdefault(count.report_id, []).append(count)
        else:
            partial[count.kind] += count.open
    lines = [_line(labels[number], rows) for number, rows in by_report.items() if any(row.ever for row in rows)]
    return Reports(
        home=force,
        as_of=day,
        held=held,
        lines=tuple(sorted(lines, key=lambda line: (-line.open, line.label))),
        partial=partial,
        sources=item_sources(snapshot, force, day),
    )


def _line(label: str, counts: list[ReportCount]) -> ReportLine:
    first = counts[0]
    return ReportLine(first.report_id, label, first.shared, first.published, tuple(counts))


def _counted(counts: tuple[ReportCount, ...], part: Callable[[ReportCount], Part]) -> Counter[Part]:
    found = Counter[Part]()
    for count in counts:
        if count.open:
            found[part(count)] += count.open
    return found
