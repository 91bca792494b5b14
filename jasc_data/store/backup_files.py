"""The backups of a store as files: where they lie, which are whole, which is the newest, which are kept.

A backup is named for the moment and the data version, ``jasc-20260601T093000123456-v7.duckdb``; while it is being made
its name ends in ``.part``, so that one cut short is never taken for a backup.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from jasc_data.wording.numbers import local_time

BACKUPS = "backups"  # the folder beside the store
PART = ".part"
KEPT = 30  # the newest, and the last of each month
_NAME = re.compile(r"jasc-(?P<at>\d{8}T\d{12})-(?P<label>[\w-]+)\.duckdb")
_AUTOMATIC = re.compile(r"v(?P<version>\d+)")


@dataclass(frozen=True)
class Backup:
    """One backup. made_at: in UTC. label: what it was made for, such as v7 or before-schema-0008."""

    path: Path
    made_at: datetime
    label: str

    @property
    def version(self) -> int | None:
        """The data version held, of a backup made by itself: it was checked, and gives way to newer ones. Else None."""
        found = _AUTOMATIC.fullmatch(self.label)
        return int(found["version"]) if found else None


def backups_of(store: Path) -> Path:
    """The folder of a store's backups."""
    return store.parent / BACKUPS


def backup_name(label: str, moment: datetime | None = None) -> str:
    """The name of a backup that is made now."""
    return f"jasc-{moment or datetime.now(UTC):%Y%m%dT%H%M%S%f}-{label}.duckdb"


def backups_in(folder: Path) -> list[Backup]:
    """The whole backups in the folder, oldest first; none where it cannot be read."""
    try:
        names = sorted(entry.name for entry in folder.iterdir())
    except OSError:
        return []
    return [backup for name in names if (backup := _read(folder, name))]


def _read(folder: Path, name: str) -> Backup | None:
    found = _NAME.fullmatch(name)
    try:
        made_at = datetime.strptime(found["at"], "%Y%m%dT%H%M%S%f") if found else None
    except ValueError:
        return None
    return Backup(folder / name, made_at, found["label"]) if found and made_at else None


def newest_backup_sentence(store: Path) -> str:
    """Where the newest backup of the store is, free of server paths."""
    backups = backups_in(backups_of(store))
    if not backups:
        return "There is no backup in the folder backups beside the store."
    newest = backups[-1]
    return (
        f"The newest backup, of {local_time(newest.made_at)}, is {newest.path.name} "
        "in the folder backups beside the store."
    )


def superseded(backups: list[Backup]) -> list[Backup]:
    """Those that give way: made by themselves, neither among the newest 30 nor the last of their month."""
    automatic = [backup for backup in backups if backup.version is not None]
    last_of_month = {(backup.made_at.year, backup.made_at.month): backup for backup in automatic}
    return [backup for backup in automatic[:-KEPT] if backup not in last_of_month.values()]
