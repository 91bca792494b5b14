"""Proof that a store is sound: the checks that every commit runs, and the original files against their SHA-256."""

import zlib
from typing import Any

from jasc_data.domain.failures import StoreDamaged
from jasc_data.store.original_files import unpacked
from jasc_data.store.query_files import checks
from jasc_data.store.snapshot import Snapshot


def examine(snapshot: Snapshot) -> dict[str, list[dict[str, Any]]]:
    """What each check found, by the check's name; an empty list is sound. Everything is read first.

    A part that cannot be read raises what DuckDB raises, which ``Store.snapshot`` tells as StoreDamaged.
    """
    read_everything(snapshot)
    results = {name.removeprefix("checks/"): snapshot.check(name) for name in checks()}
    results["original_files"] = [
        {"sha256": row["sha256"]}
        for row in snapshot.raw("store/all_original_files")
        if unpacked(row["compressed"], row["sha256"]) is None
    ]
    return results


def read_everything(snapshot: Snapshot) -> None:
    """Reads every row of every table and view, and what is known at the latest date."""
    for entry in snapshot.raw("store/tables_and_views"):
        snapshot.raw("store/read_whole", name=entry["name"])
    for entry in snapshot.raw("store/latest_date"):
        snapshot.raw("store/read_at", day=entry["as_of"])


def original_file(snapshot: Snapshot, upload_id: int) -> tuple[str, bytes] | None:
    """The name and the bytes of the file behind an upload; None when there is no such upload.

    Raises StoreDamaged when the bytes can no longer be unpacked.
    """
    rows = snapshot.raw("store/original_file", upload_id=upload_id)
    try:
        return (rows[0]["file_name"], zlib.decompress(rows[0]["compressed"])) if rows else None
    except zlib.error:
        raise StoreDamaged(
            f"The original file of upload {upload_id} is damaged in the store. "
            "The newest backup lies in the folder backups beside the store."
        ) from None
