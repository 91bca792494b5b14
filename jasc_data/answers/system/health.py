"""Whether the store of a running dashboard can be used, and how old what it holds and its last backup are."""

from dataclasses import dataclass
from datetime import date, datetime

from jasc_data.answers.figures.headlines import default_date, held_dates
from jasc_data.store.connection import Store
from jasc_data.store.log_of_record import Alone


@dataclass(frozen=True)
class Health:
    """last_backup_at: in UTC. last_export_age: in days since the home force's latest date. log_followed: whether what
    is held is the newest of the log that servers share.

    Each is None where there is none.
    """

    data_version: int
    schema: int
    last_backup_at: datetime | None
    backup_failed: bool
    last_export_age: int | None
    log_followed: bool | None


def health_of(store: Store, home: str, today: date) -> Health:
    """How an open store stands. Raises StoreReplaced or StoreDamaged where it cannot be used any more."""
    store.prove_in_place()
    with store.snapshot() as snapshot:
        state = snapshot.raw("store/state")[0]
        latest = default_date(held_dates(snapshot, home))
    backups = store.backups.state if store.backups else None
    return Health(
        state["data_version"],
        state["schema_version"],
        backups.last.made_at if backups and backups.last else None,
        bool(backups and backups.failure),
        (today - latest).days if latest else None,
        None if isinstance(store.log, Alone) else not store.log.notice,
    )
