"""The place of a store: what stands there before it is opened, told in a sentence where it cannot be a store's."""

import os
from collections.abc import Mapping
from pathlib import Path

import duckdb

from jasc_data.domain.failures import (
    StoreDamaged,
    StoreLocked,
    StoreMissing,
    StoreNewer,
    StoreReadOnly,
    StoreUnusable,
)
from jasc_data.store.backup_files import newest_backup_sentence
from jasc_data.store.counter import prove_none_was
from jasc_data.store.damage import FULL, MAY_NOT_WRITE, forbidden, full

Config = Mapping[str, str | bool | int | float | list[str]]
ALONE: Config = {
    "autoinstall_known_extensions": "false",  # nothing is fetched
    "autoload_known_extensions": "false",
    "memory_limit": "400MB",  # what needs more goes by way of the disk: to tell ten years anew took 1.3 GB without
}

_IN_USE = (
    "The store is in use by another process. While the dashboard runs, use its Upload page (and Uploads); "
    "to use the command line, stop the dashboard first. Nothing was changed."
)
_SETTING = "Check the setting JASC_STORE."


def is_there(path: Path) -> bool:
    """Whether a file stands at the place of a store. Raises StoreUnusable or StoreDamaged when none could."""
    if path.name.startswith(":memory:"):
        raise StoreUnusable(f"A store in memory would be lost when the dashboard stops. {_SETTING}")
    if "?" in str(path):
        raise StoreUnusable(f"The store's path has a question mark, which the database cannot take. {_SETTING}")
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        if path.is_symlink():
            raise StoreUnusable(f"The place given for the store is a link that leads nowhere. {_SETTING}") from None
        return False
    except OSError as failure:
        raise StoreUnusable(f"The folder of the store may not be entered. {_SETTING}") from failure
    if not path.is_file():
        raise StoreDamaged(f"The place given for the store is not a file. {_SETTING}")
    return True


def make_room(path: Path, *, create: bool) -> None:
    """Makes the folder of a store that is not there yet. Raises StoreMissing, StoreGone or StoreUnusable."""
    prove_none_was(path)
    if not create:
        raise StoreMissing("There is no store at the place given. Importing a file creates it.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise StoreUnusable(f"The folder for the store cannot be made. {_SETTING}") from failure


def may_be_written(path: Path) -> bool:
    """Whether the file and its folder may be written: beside the store lie its log file, its counter, its backups."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK | os.X_OK)


def connected(path: Path, config: Config, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    """The connection to the file at the place. Raises what says why there is none; the file is then as it was."""
    try:
        return duckdb.connect(str(path), read_only=read_only, config=dict(config))
    except duckdb.Error as failure:
        raise _why(str(failure).replace(str(path), "").lower(), path) from failure  # a folder's name decides nothing


def _why(text: str, path: Path) -> StoreUnusable:
    if "set lock" in text or "conflicting lock" in text or "used by another process" in text:
        return StoreLocked(_IN_USE)
    if "newer" in text or "storage version" in text:
        return StoreNewer(
            "The store was written by a newer release of the database. Update the dashboard. Nothing was changed."
        )
    if forbidden(text):
        return StoreReadOnly(MAY_NOT_WRITE)
    if full(text):
        return StoreUnusable(FULL)
    return StoreDamaged(
        "The file at the store's place is not a DuckDB store, or it is damaged. It was left as it is: "
        f"move it away, or point the setting JASC_STORE at another file. {newest_backup_sentence(path)}"
    )
