"""Taking into a store the entries of a log that it lacks: their rows, what is derived of them, the proof of both."""

from dataclasses import replace

from jasc_data.domain.failures import LogRefused
from jasc_data.shared_log.entry import Entry, Source
from jasc_data.shared_log.held import Held, note
from jasc_data.shared_log.packing import unpacked
from jasc_data.shared_log.record import Record, marks_of
from jasc_data.shared_log.refusals import DAMAGED, DIFFERS, NEWER, OLDER
from jasc_data.store.connection import Store
from jasc_data.store.lives import tell_lives
from jasc_data.store.query_files import checks
from jasc_data.store.snapshot import Snapshot

_AT_ONCE = 10  # entries of a transaction; one can have 50 MB


def take_in(store: Store, source: Source, held: Held, record: Record) -> Held:
    """Takes in all entries after the one held, and gives the last; the caller has the store's write lock.

    Raises LogRefused when an entry does not follow from what the store holds, or is of another schema.
    """
    while entries := source.after(held.number, _AT_ONCE):
        with store.transaction(keep=True) as snapshot:
            first_upload = record.marks(snapshot).get("upload", 0) + 1
            taken = held
            for entry in entries:
                taken = _follow(snapshot, entry, taken, record)
            tell_lives(snapshot)
            if any(snapshot.check(check, first_upload) for check in checks()):
                raise LogRefused(DIFFERS)
        held = taken
    return held


def _follow(snapshot: Snapshot, entry: Entry, held: Held, record: Record) -> Held:
    """One entry, in the transaction. A store that holds all before a whole content holds that as well."""
    if entry.schema_version != held.schema_version:
        raise LogRefused(NEWER if entry.schema_version > held.schema_version else OLDER)
    if not entry.proven or entry.number != held.number + 1 or entry.previous != held.sha256:
        raise LogRefused(DAMAGED)
    before = record.marks(snapshot)
    if not (entry.whole and before):
        content = unpacked(entry.content)
        if not entry.whole and content.marks != marks_of(before):
            raise LogRefused(DIFFERS)
        record.append(snapshot, content)
    now = marks_of(record.marks(snapshot))
    taken = replace(held, number=entry.number, sha256=entry.sha256, marks=now)
    note(snapshot, taken)
    snapshot.raise_version()
    return taken
