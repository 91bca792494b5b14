"""What every change of the store ends with: a line in the append-only log, and the proof that the store is sound."""

from collections.abc import Sequence
from datetime import UTC, datetime

from jasc_data.domain.actor import Actor, Role, Way
from jasc_data.domain.vocabulary import LogAction
from jasc_data.store.lives import tell_lives
from jasc_data.store.query_files import checks
from jasc_data.store.snapshot import LAST_POSSIBLE, Snapshot

REHEARSAL = Actor("rehearsal", Role.LOCAL, Way.NOT_KNOWN)  # who acts in a transaction that is never kept


def finish(snapshot: Snapshot, new: Sequence[int] = ()) -> None:
    """Proves the store sound before the transaction may be kept, and raises the data version.

    new: the uploads whose rows are new, the last ones of all; none when an action on uploads held is what is proved.
    """
    first, last = (min(new), max(new)) if new else (LAST_POSSIBLE, LAST_POSSIBLE)
    for check in checks():
        offending = snapshot.check(check, first, last)
        if offending:
            raise RuntimeError(f"{check} found {len(offending)} rows, the first: {offending[0]}")
    snapshot.raise_version()


def log(snapshot: Snapshot, upload_id: int, action: LogAction, actor: Actor, detail: str) -> None:
    """Writes who did what to an upload, and when; the items' lives are then told as that has them.

    At once, since a file of several dates is laid date by date beside what is held, its own earlier dates included.
    """
    snapshot.write(
        "uploads/insert_action",
        action_id=None,
        upload_id=upload_id,
        action=action.value,
        happened_at=now(),
        who=actor.name,
        role=actor.role.value,
        way=actor.way.value,
        detail=detail,
    )
    tell_lives(snapshot)


def now() -> datetime:
    """The moment, in UTC, as the store keeps it."""
    return datetime.now(UTC).replace(tzinfo=None)
