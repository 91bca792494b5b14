"""What DuckDB raises when it cannot go on, told as what it means for whoever meets it."""

from pathlib import Path

import duckdb

from jasc_data.domain.failures import StoreDamaged, StoreReadOnly, StoreUnusable
from jasc_data.store.backup_files import newest_backup_sentence

_OF_DAMAGE = ("corrupt", "checksum", "could not read", "deserializ", "not a valid duckdb")
_RESTORE = "Stop the dashboard and restore it: restore-backup FILE on the command line."
FULL = "The disk refused the write (it may be full or read-only). Nothing was changed."
MAY_NOT_WRITE = "The store's file or folder may not be written. Nothing was changed."


def told(failure: BaseException, store: Path | None) -> StoreUnusable | None:
    """The failure as a sentence; None when it is neither damage nor the disk, but a fault of ours or of a request."""
    if not isinstance(failure, duckdb.Error):
        return None
    text = str(failure).lower()
    if "has been invalidated" in text:
        return StoreUnusable(
            "The database has closed itself after a failure of the disk. Nothing was changed. "
            "Stop the dashboard, look whether the disk is full, and start it again."
        )
    if forbidden(text):
        return StoreReadOnly(MAY_NOT_WRITE)
    if full(text):
        return StoreUnusable(FULL)
    if type(failure) is duckdb.Error or any(word in text for word in _OF_DAMAGE) or _gave_up(failure):
        return damaged(store)
    if _is_the_disk(failure, text):
        return StoreUnusable(FULL)
    return None


def damaged(store: Path | None) -> StoreDamaged:
    """That a part of the store's file cannot be read, with the newest backup."""
    backup = f"{newest_backup_sentence(store)} {_RESTORE}" if store else ""
    return StoreDamaged(
        f"The store is damaged: a part of its file cannot be read. Nothing was changed. {backup}".rstrip()
    )


def forbidden(text: str) -> bool:
    """Whether that is what the operating system says of a file that may not be used, on Windows too."""
    return "permission denied" in text or "access is denied" in text or "read-only" in text


def full(text: str) -> bool:
    """Whether that is what it says of a disk that is full."""
    return "no space left" in text or "not enough space" in text or "file too large" in text


def _gave_up(failure: duckdb.Error) -> bool:
    return isinstance(failure, duckdb.InternalException | duckdb.SerializationException)


def _is_the_disk(failure: duckdb.Error, text: str) -> bool:
    """True when DuckDB could not write, rather than we asked for something wrong."""
    if isinstance(failure, duckdb.IOException | duckdb.OutOfMemoryException | duckdb.FatalException):
        return True
    return isinstance(failure, duckdb.TransactionException) and "could not write" in text
