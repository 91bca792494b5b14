"""Which entry of which log a store has taken in last: kept in the store itself, in the transaction that takes it in."""

from dataclasses import asdict, dataclass

from jasc_data.shared_log.entry import Head
from jasc_data.store.snapshot import Snapshot


@dataclass(frozen=True)
class Held:
    """The last entry taken in; number 0 when none was.

    schema_version: of the store by then. marks: how far its tables went by then (``record.marks_of``).
    """

    log_id: str
    number: int
    sha256: str
    schema_version: int
    marks: str

    @property
    def as_head(self) -> Head:
        """The log's head while there is nothing newer."""
        return Head(self.log_id, self.number, self.sha256)


def is_bound(snapshot: Snapshot) -> bool:
    """Whether the store is a read model of a log."""
    return held_in(snapshot) is not None


def held_in(snapshot: Snapshot) -> Held | None:
    """What a store that has just been opened has taken in; None when it was never bound to a log."""
    return last_held(snapshot) if snapshot.raw("shared_log/is_bound")[0]["bound"] else None


def last_held(snapshot: Snapshot) -> Held:
    """What a store that follows a log has taken in."""
    return Held(**snapshot.raw("shared_log/held")[0])


def bind(snapshot: Snapshot, held: Held) -> None:
    """Binds a store to a log, for good."""
    snapshot.raw("shared_log/make_held")
    note(snapshot, held)


def note(snapshot: Snapshot, held: Held) -> None:
    """Notes an entry that was taken in."""
    snapshot.raw("shared_log/insert_held", **asdict(held))
