"""Papers as they were issued, and the standing texts of every paper: what is kept of each, and the logs."""

from dataclasses import dataclass
from datetime import date, datetime

from jasc_data.domain.actor import Done, Role, Way
from jasc_data.store.snapshot import Snapshot


@dataclass(frozen=True)
class PaperToIssue:
    """A paper's document, and all that it takes to make its figures again.

    since: the day from which its changes count. known_at: the last entry of the uploads' log that it knew of. options,
    parts: as JSON.
    """

    document: bytes
    as_of: date
    known_at: int
    options: str
    parts: str
    anonymised: bool
    meeting_on: date | None = None
    since: date | None = None


@dataclass(frozen=True)
class IssuedPaper(Done):
    """A paper that was issued, under its number."""

    paper_number: int
    meeting_on: date | None
    as_of: date
    since: date | None
    log_entry: int
    options: str
    parts: str
    anonymised: bool
    document: bytes
    sha256: str


@dataclass(frozen=True)
class StandingText:
    """One line of the log of standing texts."""

    text_key: str
    text: str
    log_entry: int
    happened_at: datetime
    who: str
    role: Role
    way: Way


def issued_papers(snapshot: Snapshot) -> tuple[IssuedPaper, ...]:
    """Every paper that was issued, in order."""
    return tuple(snapshot.rows("editorial/paper_log", IssuedPaper))


def standing_text_log(snapshot: Snapshot) -> tuple[StandingText, ...]:
    """Every standing text that was ever written, in order; of a key, the last one holds."""
    return tuple(snapshot.rows("editorial/standing_text_log", StandingText))
