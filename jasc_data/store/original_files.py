"""Reading again the bytes of a file that came in, by their SHA-256; see Snapshot.keep_file."""

import hashlib
import zlib

from jasc_data.store.snapshot import Snapshot


def kept_file(snapshot: Snapshot, sha256: str) -> bytes | None:
    """The bytes; None when they are not held, or are no longer what came in."""
    for row in snapshot.raw("store/file_bytes", sha256=sha256):
        try:
            content = zlib.decompress(row["compressed"])
        except zlib.error:
            return None
        return content if hashlib.sha256(content).hexdigest() == sha256 else None
    return None
