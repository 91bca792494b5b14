"""The police and crime commissioner's replies to reports: what is recorded of one, and the log."""

from dataclasses import dataclass
from datetime import date

from jasc_data.domain.actor import Done
from jasc_data.domain.vocabulary import Written
from jasc_data.store.snapshot import Snapshot


@dataclass(frozen=True)
class Reply:
    """That a force's commissioner has replied to a report: when, and a link or a note, which may be blank."""

    force: str
    report_id: int
    sent_on: date
    note: str = ""


@dataclass(frozen=True)
class ReplyEntry(Done):
    """One line of the log. log_entry: the last entry of the uploads' log when it was written (rule 21)."""

    force: str
    report_id: int
    action: Written
    sent_on: date
    note: str
    log_entry: int


def reply_log(snapshot: Snapshot) -> tuple[ReplyEntry, ...]:
    """Every reply that was ever recorded or taken back, in order."""
    return tuple(snapshot.rows("editorial/reply_log", ReplyEntry))
