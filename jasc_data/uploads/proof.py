"""Proving that what is kept of the uploads is what their bytes and requests give."""

from typing import Any

from jasc_data.domain.failures import StoreNewer
from jasc_data.domain.peer_groups import PeerGroups
from jasc_data.store.snapshot import Snapshot
from jasc_data.uploads.kept_request import read_request
from jasc_data.uploads.kept_rows import kept_rows
from jasc_data.uploads.read_again import read_again, uploaded_bytes
from jasc_data.uploads.rebuild import replayed_in_memory
from jasc_data.uploads.records import records_as_read

SAMPLE = 5  # uploads, the latest: reading all again is asked for
Found = list[dict[str, Any]]


def unreadable_requests(snapshot: Snapshot) -> Found:
    """The uploads whose request this release cannot read."""
    found = []
    for entry in _committed(snapshot):
        try:
            read_request(entry["request"], entry["upload_id"])
        except StoreNewer:
            found.append({"upload_id": entry["upload_id"]})
    return found


def overlapping_aliases(snapshot: Snapshot) -> Found:
    """References that mean two items at dates that overlap, as answers about them can make it."""
    return snapshot.raw("uploads/aliases_overlapping")


def sample_read_otherwise(snapshot: Snapshot, groups: PeerGroups) -> Found:
    """Of the latest uploads, those whose bytes do not give the items, counts and averages that are kept."""
    unreadable = {entry["upload_id"] for entry in unreadable_requests(snapshot)}
    sample = [entry for entry in _committed(snapshot) if entry["upload_id"] not in unreadable][-SAMPLE:]
    return [{"upload_id": entry["upload_id"]} for entry in sample if not _gives(snapshot, entry, groups)]


def all_read_otherwise(snapshot: Snapshot, groups: PeerGroups) -> Found:
    """What a store made again from all bytes and the whole log has otherwise; see ``rebuild``."""
    rebuilt = replayed_in_memory(snapshot, groups)
    return [
        *({"upload_id": number, "why": "the bytes are damaged"} for number in rebuilt.damaged),
        *({"upload_id": number, "why": "the bytes read otherwise"} for number in rebuilt.differing),
        *({"as_of": day.isoformat(), "why": "a headline figure is not the same"} for day in rebuilt.unequal),
        *({"check": name, "why": "found something"} for name in rebuilt.unsound),
    ]


def _committed(snapshot: Snapshot) -> Found:
    """The entries of the log that committed an upload whose request is kept."""
    entries = snapshot.raw("uploads/kept_log")
    return [entry for entry in entries if entry["action"] == "committed" and entry["request"] is not None]


def _gives(snapshot: Snapshot, entry: dict[str, Any], groups: PeerGroups) -> bool:
    content = uploaded_bytes(snapshot, entry["upload_id"])
    if content is None:
        return False
    checked, place = read_again(entry, content, snapshot, groups)
    if place >= len(checked.uploads):
        return False
    upload, kept = checked.uploads[place], kept_rows(snapshot, entry["upload_id"])
    read = records_as_read(sorted(upload.items, key=lambda item: item.row.row_number))
    return (
        all(values == [row[name] for row in kept.items] for name, values in read.items())
        and len(kept.items) == len(upload.items)
        and {(cell.force, cell.kind, cell.grade, cell.open) for cell in upload.positions}
        == {(row["force"], row["kind"], row["grade"], row["open"]) for row in kept.positions}
        and {(cell.kind, cell.grade, cell.average) for cell in upload.nationals}
        == {(row["kind"], row["grade"], row["average"]) for row in kept.nationals}
    )
