"""Reading again the bytes of a file that came in; see Snapshot.keep_file for how they are kept."""

import hashlib
import zlib

from jasc_data.store.snapshot import Snapshot


def unpacked(compressed: bytes, sha256: str) -> bytes | None:
    """The bytes of a file as they came in; None when they are no longer that, or cannot be unpacked."""
    try:
        content = zlib.decompress(compressed)
    except zlib.error:
        return None
    return content if hashlib.sha256(content).hexdigest() == sha256 else None


def kept_file(snapshot: Snapshot, sha256: str) -> bytes | None:
    """The bytes with that SHA-256; None also when they are not held."""
    rows = snapshot.raw("store/file_bytes", sha256=sha256)
    return unpacked(rows[0]["compressed"], sha256) if rows else None
