"""Proof that a store is sound: the checks that every commit runs, and the original files against their SHA-256."""

import hashlib
import zlib
from typing import Any

from jasc_data.store.query_files import checks
from jasc_data.store.snapshot import Snapshot


def examine(snapshot: Snapshot) -> dict[str, list[dict[str, Any]]]:
    """What each check found, by the check's name; an empty list is sound."""
    results = {name.removeprefix("checks/"): snapshot.raw(name) for name in checks()}
    results["original_files"] = [
        {"sha256": row["sha256"]}
        for row in snapshot.raw("store/all_original_files")
        if not _is_as_uploaded(row["sha256"], row["compressed"])
    ]
    return results


def original_file(snapshot: Snapshot, upload_id: int) -> tuple[str, bytes] | None:
    """The name and the bytes of the file behind an upload; None when there is no such upload."""
    rows = snapshot.raw("store/original_file", upload_id=upload_id)
    return (rows[0]["file_name"], zlib.decompress(rows[0]["compressed"])) if rows else None


def _is_as_uploaded(sha256: str, compressed: bytes) -> bool:
    try:
        return hashlib.sha256(zlib.decompress(compressed)).hexdigest() == sha256
    except zlib.error:
        return False
