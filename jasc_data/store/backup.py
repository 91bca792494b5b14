"""A copy of the whole store, made by DuckDB itself while it is connected, and proved whole before it is called one."""

import os
import shutil
from contextlib import closing, suppress
from pathlib import Path

import duckdb

from jasc_data.domain.failures import StoreDamaged
from jasc_data.store.backup_files import PART, Backup, backup_name, backups_in, superseded
from jasc_data.store.integrity import examine
from jasc_data.store.place import ALONE
from jasc_data.store.query_files import query
from jasc_data.store.snapshot import Snapshot

_CONFIG = {**ALONE, "threads": 1}  # beside those who look


def copy_store(connection: duckdb.DuckDBPyConnection, folder: Path, label: str) -> Path:
    """Copies the connected store into the folder and returns the copy's path, named for the time and the label.

    Raises duckdb.Error or OSError when the disk refuses; an unfinished copy is then removed.
    """
    copy = folder / backup_name(label)
    return _moved(_unfinished(connection, copy), copy)


def back_up(connection: duckdb.DuckDBPyConnection, folder: Path) -> Backup:
    """A backup of the connected store as it is now: copied, opened, wholly read and checked; older ones give way to it.

    Raises duckdb.Error or OSError when the disk refuses, StoreDamaged when the copy is not sound.
    """
    name = backup_name("v")
    unfinished = _unfinished(connection, folder / name)
    try:
        version = prove(unfinished)
    except StoreDamaged:
        unfinished.unlink(missing_ok=True)
        raise
    finished = _moved(unfinished, folder / name.replace("-v.", f"-v{version}."))
    give_way(folder)
    return next(backup for backup in backups_in(folder) if backup.path == finished)


def prove(copy: Path) -> int:
    """Opens the copy as a store would be, and reads and checks all of it. Returns its data version.

    Raises StoreDamaged when it is not sound.
    """
    try:
        with closing(duckdb.connect(str(copy), read_only=True, config=_CONFIG)) as connection:
            connection.execute("BEGIN TRANSACTION")
            snapshot = Snapshot(connection)
            unsound = [name for name, found in examine(snapshot).items() if found]
    except duckdb.Error as failure:
        raise StoreDamaged(f"The copy {copy.name} cannot be read: it is damaged, or no store.") from failure
    if unsound:
        raise StoreDamaged(f"The copy {copy.name} is not sound: {', '.join(unsound)}.")
    return snapshot.data_version


def copy_to(backup: Path, folder: Path) -> Path:
    """Copies a finished backup to a further folder, such as one on another disk. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = folder / (backup.name + PART)
    if folder.samefile(backup.parent):
        return backup
    try:
        shutil.copyfile(backup, unfinished)
        return _moved(unfinished, folder / backup.name)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise


def give_way(folder: Path) -> None:
    """Removes the backups that newer ones stand for."""
    for backup in superseded(backups_in(folder)):
        backup.path.unlink(missing_ok=True)


def _unfinished(connection: duckdb.DuckDBPyConnection, copy: Path) -> Path:
    """The connected store in a file that says by its name that it is not finished; what an earlier one left goes."""
    copy.parent.mkdir(parents=True, exist_ok=True)
    for left in copy.parent.glob(f"*{PART}*"):
        left.unlink(missing_ok=True)
    unfinished = copy.with_name(copy.name + PART)
    (here,) = connection.execute(query("store/database_name")).fetchall()
    place = str(unfinished.resolve()).replace("'", "''")
    connection.execute(f"ATTACH '{place}' AS backup_copy")
    try:
        connection.execute(f'COPY FROM DATABASE "{here[0]}" TO backup_copy')
    except BaseException:
        connection.execute("DETACH backup_copy")
        unfinished.unlink(missing_ok=True)
        raise
    connection.execute("DETACH backup_copy")
    return unfinished


def _moved(unfinished: Path, finished: Path) -> Path:
    """Gives a whole file its name once it is on the disk."""
    with unfinished.open("rb+") as file:
        os.fsync(file.fileno())
    return unfinished.replace(finished)
