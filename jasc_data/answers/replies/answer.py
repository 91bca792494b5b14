"""The commissioner's replies: of each report of the force that has a publication date, when due, and when sent."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jasc_data.answers.reports.answer import ReportLine, Reports
from jasc_data.domain.actor import Done
from jasc_data.store.snapshot import Snapshot


@dataclass(frozen=True)
class SentReply(Done):
    """That a reply was sent, by what is recorded. note: a link or a note, which may be blank."""

    report_id: int
    sent_on: date
    note: str


@dataclass(frozen=True)
class ReplyLine:
    """A report, by when the reply to it is due, and the reply that is recorded; None where none is."""

    report: ReportLine
    due_on: date
    sent: SentReply | None

    @property
    def days_late(self) -> int:
        """How many days after it was due the reply was sent; 0 when it was in time, or is not sent."""
        return max((self.sent.sent_on - self.due_on).days, 0) if self.sent else 0

    def days_overdue(self, day: date) -> int | None:
        """How many days past due it is with no reply recorded; None when it is not."""
        return (day - self.due_on).days if self.sent is None and self.due_on < day else None


@dataclass(frozen=True)
class Replies:
    """The replies to a force's reports, as they stand on a day, the longest due first. undated: without a date."""

    home: str
    day: date
    lines: tuple[ReplyLine, ...]
    undated: tuple[ReportLine, ...]

    @property
    def overdue(self) -> tuple[ReplyLine, ...]:
        """Those that were due and are not recorded as sent, the longest overdue first."""
        return tuple(line for line in self.lines if line.days_overdue(self.day) is not None)

    @property
    def to_come(self) -> tuple[ReplyLine, ...]:
        """Those that are still to be sent in time, the soonest first."""
        return tuple(line for line in self.lines if line.sent is None and line.due_on >= self.day)

    def of_report(self, report_id: int) -> ReplyLine | None:
        """The reply to one report; None where that has no publication date."""
        return next((line for line in self.lines if line.report.report_id == report_id), None)


def replies_to(snapshot: Snapshot, reports: Reports, day: date) -> Replies:
    """The replies to the reports of a force. day: on which they are looked at; what is sent later is not sent yet."""
    recorded = snapshot.rows("replies/sent", SentReply, force=reports.home)
    sent = {reply.report_id: reply for reply in recorded if reply.sent_on <= day}
    return Replies(reports.home, day, tuple(_lines(reports.lines, sent, day)), _undated(reports.lines))


def _lines(reports: Iterable[ReportLine], sent: dict[int, SentReply], day: date) -> list[ReplyLine]:
    """Of the reports that are published by the day, in the order of their due dates."""
    found = [
        ReplyLine(report, report.reply_due, sent.get(report.report_id))
        for report in reports
        if report.reply_due and report.published and report.published <= day
    ]
    return sorted(found, key=lambda line: (line.due_on, line.report.label))


def _undated(reports: Iterable[ReportLine]) -> tuple[ReportLine, ...]:
    return tuple(report for report in reports if report.published is None)
