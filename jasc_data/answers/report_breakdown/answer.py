"""What lies behind one headline figure of a force: its open items by report and by status."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from jasc_data.answers.figures.open_items import ItemsHeld, OpenItems, items_held, open_items
from jasc_data.domain.vocabulary import Kind, Status
from jasc_data.store.snapshot import Snapshot
from jasc_data.wording.numbers import long_date


@dataclass(frozen=True)
class ReportLine:
    """One report's open items of a kind: how many, by status, and how many are past HMICFRS's deadline.

    not_given: how many of those open, in by_status, are so because the file gave no status.
    """

    report: str
    open: int
    by_status: dict[Status, int]
    not_given: int
    overdue: int


@dataclass(frozen=True)
class ReportBreakdown:
    """The reports behind a figure, largest first; they sum to ``held.open``. ``held`` is None without items."""

    kind: Kind
    held: ItemsHeld | None
    reports: tuple[ReportLine, ...]

    @property
    def sentence(self) -> str:
        """What the lines sum to, and for which date; blank without items."""
        if self.held is None:
            return ""
        count = self.kind.counted(self.held.open)
        return f"{count} open by the items held for {long_date(self.held.as_of)}, largest report first."


def report_breakdown(snapshot: Snapshot, force: str, kind: Kind, day: date) -> ReportBreakdown:
    """The open items of a force and kind at a date, by report."""
    held = next(
        (entry for entry in items_held(snapshot, force, day) if entry.kind is kind),
        None,
    )
    if held is None:
        return ReportBreakdown(kind, None, ())
    by_report: dict[str, list[OpenItems]] = defaultdict(list)
    for entry in open_items(snapshot, force, day):
        if entry.kind is kind:
            by_report[entry.report].append(entry)
    lines = [_line(report, entries) for report, entries in by_report.items()]
    return ReportBreakdown(kind, held, tuple(sorted(lines, key=lambda line: (-line.open, line.report))))


def _line(report: str, entries: list[OpenItems]) -> ReportLine:
    by_status = {status: sum(entry.open for entry in entries if entry.status is status) for status in Status}
    return ReportLine(
        report=report,
        open=sum(entry.open for entry in entries),
        by_status={status: number for status, number in by_status.items() if number},
        not_given=sum(entry.open for entry in entries if entry.status is Status.OPEN and not entry.status_given),
        overdue=sum(entry.open for entry in entries if entry.overdue),
    )
