"""The file behind an open store: whether the one at its path is still the one that is open, and only we wrote to it.

It is looked at (stat), never opened: see ``connection``.
"""

import os
from contextlib import suppress
from pathlib import Path

from jasc_data.domain.failures import StoreReplaced
from jasc_data.store.backup_files import newest_backup_sentence

_GONE = "The store's file was deleted or moved away while it was open"
_ANOTHER = "The store's file was replaced by another one while it was open"
_WRITTEN = "Something else has written to the store's file while it was open"
_REMEDY = "Stop the dashboard, put the store back (restore-backup FILE on the command line), then start it again."


class StoreFile:
    """What the file looked like when it was opened, and when the store last wrote to it."""

    def __init__(self, path: Path):
        """Looks at the file at the path, which is to be the one that is open. Raises StoreReplaced if there is none."""
        self.path = path
        self._opened = self._seen()
        self._written = self._opened

    def prove_untouched(self) -> None:
        """Raises StoreReplaced when the file at the path is another, or was written to by anybody else."""
        self.prove_same()
        if _content(self._seen()) != _content(self._written):
            raise self._replaced(_WRITTEN, "Nothing was committed.")

    def prove_same(self, told: str = "Nothing was committed.") -> None:
        """Raises StoreReplaced when the file at the path is not the one that is open. told: what became of a commit."""
        if not os.path.samestat(self._seen(told), self._opened):
            raise self._replaced(_ANOTHER, told)

    def remember(self) -> None:
        """To be called when the store itself may have written to its file; what comes after that is somebody else's."""
        with suppress(OSError):  # the next proof says so
            self._written = self.path.stat()

    def _seen(self, told: str = "Nothing was committed.") -> os.stat_result:
        try:
            return self.path.stat()
        except OSError as failure:
            raise self._replaced(_GONE, told) from failure

    def _replaced(self, what: str, told: str) -> StoreReplaced:
        return StoreReplaced(f"{what}. {told} {newest_backup_sentence(self.path)} {_REMEDY}")


def _content(seen: os.stat_result) -> tuple[int, int]:
    return seen.st_size, seen.st_mtime_ns
