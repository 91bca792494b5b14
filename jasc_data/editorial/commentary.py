"""What is written as the current position of a report or an item: what a new version says, and the log of all."""

from dataclasses import dataclass
from datetime import date

from jasc_data.domain.actor import Done
from jasc_data.domain.vocabulary import Audience, Written
from jasc_data.store.snapshot import Snapshot


@dataclass(frozen=True)
class NewCommentary:
    """A version to be written: of a force, about a report or an item (one of the two ids), for whom, of which day."""

    force: str
    audience: Audience
    dated: date
    text: str
    report_id: int | None = None
    item_id: int | None = None


@dataclass(frozen=True)
class CommentaryEntry(Done):
    """One line of the log. log_entry: the last entry of the uploads' log when it was written (rule 21). return_number:
    of the tracking workbook that said so; None for what was written here."""

    version_id: int
    action: Written
    force: str
    report_id: int | None
    item_id: int | None
    audience: Audience
    dated: date
    text: str
    log_entry: int
    return_number: int | None


def commentary_log(snapshot: Snapshot) -> tuple[CommentaryEntry, ...]:
    """Everything that was ever written or taken back, in order."""
    return tuple(snapshot.rows("editorial/commentary_log", CommentaryEntry))
