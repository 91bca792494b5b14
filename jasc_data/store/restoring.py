"""Putting a backup in the store's place: all or nothing, and what was there is kept beside it.

The counter is not set back. The restored store's data version is raised above it instead, so that no version ever means
two states, and a copy of before the restoring is noticed like any other that is older than the store was.
"""

import os
import shutil
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from jasc_data.domain.failures import FileRefused, StoreDamaged, StoreLocked, StoreUnusable
from jasc_data.store.backup_files import backup_name, backups_of
from jasc_data.store.connection import Store, open_store
from jasc_data.store.counter import count, counted_version, counter_of
from jasc_data.store.integrity import examine

_RESTORING = ".restoring"


@dataclass(frozen=True)
class Restored:
    """What was done. version: the data version that the backup holds. replaced: where what was there is kept."""

    version: int
    replaced: Path | None


def restore_backup(backup: Path, place: Path, *, migrate: bool = True) -> Restored:
    """Proves the backup sound, then puts a copy of it in the store's place; what was there goes into its backups.

    The store may be missing, damaged or sound, but not in use. Raises FileRefused when there is no such backup,
    StoreDamaged when it is not sound, StoreOlder when it is of an earlier release and not to be raised (migrate),
    StoreLocked, and StoreUnusable when the disk refuses; then nothing was changed.
    """
    if not backup.is_file() or _same(backup, place):
        raise FileRefused(f"There is no backup {backup.name} to restore. Nothing was changed.")
    store = Path(os.path.realpath(place))
    coming = store.with_name(store.name + _RESTORING)
    try:
        store.parent.mkdir(parents=True, exist_ok=True)
        _remove(coming)
        shutil.copyfile(backup, coming)
        with closing(open_store(coming, create=False, migrate=migrate)) as copied:
            version = _proved(copied, backup.name)
            _free(store, migrate=migrate)
            raised = max(version, counted_version(store)) + 1
            copied.set_data_version(raised)
        replaced = _put_aside(store)
        coming.replace(store)
        count(store, raised)
    except OSError as failure:
        raise StoreUnusable("The disk refused to restore the backup (it may be full or read-only).") from failure
    finally:
        _remove(coming)
    return Restored(version, replaced)


def _proved(copied: Store, name: str) -> int:
    try:
        copied.read_indexes()
        with copied.snapshot() as snapshot:
            unsound = [check for check, found in examine(snapshot).items() if found]
            version = snapshot.data_version
    except StoreDamaged as failure:
        raise StoreDamaged(f"The backup {name} is damaged. Nothing was changed. Try the one before it.") from failure
    if unsound:
        raise StoreDamaged(f"The backup {name} is not sound ({', '.join(unsound)}). Nothing was changed.")
    return version


def _free(store: Path, *, migrate: bool) -> None:
    """Proves that no other process holds the store, and brings what its log file holds into it. Raises StoreLocked."""
    if not store.exists():
        return
    try:
        open_store(store, create=False, migrate=migrate).close()
    except StoreLocked:
        raise
    except StoreUnusable:
        pass  # it is damaged or older than it was or than this release, which is why it is replaced


def _put_aside(store: Path) -> Path | None:
    """Keeps what is at the store's place, its log file too; the place itself is never empty meanwhile."""
    if not store.exists():
        return None
    aside = backups_of(store) / backup_name("replaced")
    aside.parent.mkdir(exist_ok=True)
    shutil.copyfile(store, aside)
    log = store.with_name(f"{store.name}.wal")
    with suppress(FileNotFoundError):
        log.replace(aside.with_name(f"{aside.name}.wal"))
    return aside


def _remove(coming: Path) -> None:
    for file in (coming, coming.with_name(f"{coming.name}.wal"), counter_of(coming)):
        with suppress(OSError):
            file.unlink(missing_ok=True)


def _same(backup: Path, place: Path) -> bool:
    return place.exists() and backup.samefile(place)
