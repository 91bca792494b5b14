"""Everything that the audit log tells, in the order of time: who came and went, who was refused, who wrote what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from jasc_data.audit.log import AuditLog, Event, Logged
from jasc_data.domain.actor import Done
from jasc_data.drawing.table_spec import Column, TableSpec, rows_of
from jasc_data.store.snapshot import Snapshot
from jasc_data.wording.numbers import local_time

SHOWN = 200  # entries on the page, the latest; the file holds all


@dataclass(frozen=True, kw_only=True)
class _Write(Done):
    """An entry of one of the store's logs. what: of what, and what was done."""

    what: str


@dataclass(frozen=True)
class Entry:
    """One line of what is shown. happened_at: in UTC."""

    happened_at: datetime
    who: str
    roles: str
    what: str
    way: str


@dataclass(frozen=True)
class Audit:
    """All of it, in the order of time. unsound: the first line of the file that is not as it was written, if any."""

    entries: tuple[Entry, ...]
    refusals: int
    unsound: int | None


def audit_of(snapshot: Snapshot, log: AuditLog) -> Audit:
    """What the file and the store's own logs tell."""
    events = log.entries()
    written = [
        Entry(one.happened_at, one.who, one.role, one.what, one.way) for one in snapshot.rows("audit/writes", _Write)
    ]
    entries = sorted((*map(_of_event, events), *written), key=lambda entry: entry.happened_at)
    return Audit(tuple(entries), sum(one.event is Event.REFUSED for one in events), log.unsound)


def audit_headline(audit: Audit) -> str:
    """The page's message."""
    if not audit.entries:
        return "Audit log: nothing has happened yet"
    refused = f"{audit.refusals:,} of them refused" if audit.refusals else "none of them refused"
    return f"Audit log: {len(audit.entries):,} {'entry' if len(audit.entries) == 1 else 'entries'}, {refused}"


def unsound_sentence(audit: Audit) -> str:
    """What is wrong with the file; blank when nothing is."""
    if audit.unsound is None:
        return ""
    return (
        f"The file of the audit log is not as it was written, from line {audit.unsound:,} on: a line was changed, cut "
        "off or taken out. What people wrote is told by the store's own logs and is not touched by this."
    )


def audit_table(entries: Iterable[Entry]) -> TableSpec:
    """When, who, in what role, what. By the clock of this machine."""
    columns = tuple(Column(heading) for heading in ("When", "Who", "Role", "What", "By"))
    rows = ((local_time(one.happened_at), one.who, one.roles, one.what, one.way) for one in entries)
    return TableSpec(columns, rows_of(rows), "Audit log", headed_rows=False)


def _of_event(event: Logged) -> Entry:
    what = f"{event.event}: {event.detail}" if event.detail else str(event.event)
    return Entry(event.happened_at, event.who, event.roles, what, "dashboard")
