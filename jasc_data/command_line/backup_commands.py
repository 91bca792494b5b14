"""``backup DIR`` and ``restore-backup FILE``: a copy of the whole store, proved sound, and back again."""

import argparse
from pathlib import Path

from jasc_data.command_line.commands import Answer
from jasc_data.command_line.kept_store import kept_store
from jasc_data.domain.failures import FileRefused
from jasc_data.domain.settings import Settings
from jasc_data.store.backup import copy_to, prove
from jasc_data.store.restoring import restore_backup
from jasc_data.wording.numbers import counted


def add_backup_options(command: argparse.ArgumentParser) -> None:
    """``DIR``."""
    command.add_argument("folder", type=Path, metavar="DIR", help="where the copy goes, such as another disk")


def add_restore_options(command: argparse.ArgumentParser) -> None:
    """``FILE``."""
    command.add_argument("file", type=Path, metavar="FILE", help="the backup")


def backup_store(settings: Settings, given: argparse.Namespace) -> Answer:
    """Backs the store up into the folder, and reads and checks the copy there."""
    with kept_store(settings) as store:
        assert store.backups
        backup = store.backups.now()
    try:
        copy = copy_to(backup.path, given.folder)
    except OSError:
        raise FileRefused(
            f"The backup cannot be written to {given.folder.name}: it may be full, away or read-only. "
            f"It is in the folder backups beside the store, as {backup.path.name}."
        ) from None
    version, size = prove(copy), copy.stat().st_size
    data = {"backup": copy.name, "data_version": version, "bytes": size, "sound": True}
    return Answer(data, f"Backed up as {copy.name}, {size / 1e6:,.1f} MB, read and checked. {_restoring(copy)}")


def restore_from_backup(settings: Settings, given: argparse.Namespace) -> Answer:
    """Puts the backup in the store's place."""
    restored = restore_backup(given.file, settings.store, migrate=settings.migrate)
    kept = (
        f"What was there is kept as {restored.replaced.name} in the folder backups beside the store."
        if restored.replaced
        else "There was no store at its place."
    )
    data = {
        "restored": given.file.name,
        "changes_held": restored.version,
        "replaced": restored.replaced.name if restored.replaced else None,
    }
    held = counted(restored.version, "change")
    return Answer(data, f"Restored {given.file.name}, which holds {held} and is sound. {kept}")


def _restoring(copy: Path) -> str:
    return f"To restore it: restore-backup and the path of {copy.name}, while the dashboard is stopped."
