"""What every change of the store ends with: a line in the append-only log, and the proof that the store is sound."""

from datetime import UTC, datetime

from jasc_data.domain.actor import Actor, Role, Way
from jasc_data.domain.vocabulary import LogAction
from jasc_data.store.lives import tell_lives
from jasc_data.store.query_files import checks
from jasc_data.store.snapshot import Snapshot

REHEARSAL = Actor("rehearsal", Role.LOCAL, Way.NOT_KNOWN)  # who acts in a transaction that is never kept


NO_NEW_UPLOAD = 2**31 - 1


def finish(snapshot: Snapshot, first_upload: int = NO_NEW_UPLOAD) -> None:
    """Proves the store sound before the transaction may be kept, and raises the data version.

    first_upload: the first whose rows are new.
    """
    for check in checks():
        offending = snapshot.check(check, first_upload)
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
