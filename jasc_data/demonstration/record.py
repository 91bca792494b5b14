"""The record that importing the demonstration gives, kept beside its files: shown in a tenth of the time of importing.

It is row by row what the importer wrote, as servers exchange it (shared_log/packing.py), with what was derived of that;
all of it is proved as after any commit. ``python -m tests.make_demonstration`` writes it, a test holds both equal.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from jasc_data.demonstration.exports import FOLDER, exports
from jasc_data.shared_log.packing import Content, Rows, packed, unpacked
from jasc_data.shared_log.record import Record
from jasc_data.store.connection import Store, store_in_memory
from jasc_data.store.lives import note_lives
from jasc_data.store.snapshot import LAST_POSSIBLE, Snapshot
from jasc_data.uploads.upload_log import finish, now

RECORD = FOLDER / "record.jasc"
_FILES = "original_file"
_MOMENT = "TIMESTAMP"


def demonstration_store() -> Store:
    """A store in memory that holds the demonstration, as if all of it had been imported just now."""
    store = store_in_memory()
    content = unpacked(RECORD.read_bytes())
    with store.transaction(keep=True) as snapshot:  # nobody else knows of the store yet
        for export in exports():
            snapshot.keep_file(export.content)
        Record.of(snapshot, with_lives=True).append(snapshot, _as_of_now(content))
        note_lives(snapshot)
        finish(snapshot, new=(1, LAST_POSSIBLE))
        snapshot.set_data_version(int(content.marks))
    return store


def record_of(snapshot: Snapshot) -> bytes:
    """All that was imported and written, packed, but for the exports themselves, which lie beside it."""
    rows = Record.of(snapshot, with_lives=True).appended(snapshot, {})
    return packed(Content(str(snapshot.data_version), tuple(part for part in rows if part.table != _FILES)))


def _as_of_now(content: Content) -> Content:
    """The same with every moment as much later as brings the last one to now."""
    later = now() - max(moment for part in content.rows for moments in _moments(part) for moment in moments)
    return replace(content, rows=tuple(_moved(part, later) for part in content.rows))


def _moments(part: Rows) -> list[list[datetime]]:
    return [values for kind, values in zip(part.types, part.values, strict=True) if kind == _MOMENT]


def _moved(part: Rows, later: timedelta) -> Rows:
    pairs = zip(part.types, part.values, strict=True)
    return replace(
        part,
        values=tuple([moment + later for moment in values] if kind == _MOMENT else values for kind, values in pairs),
    )
