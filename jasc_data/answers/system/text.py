"""What is said of the installation: how it stands in one line, and what somebody should see to."""

from collections.abc import Mapping, Sequence

from jasc_data.answers.system.answer import System
from jasc_data.wording.numbers import counted, listed, local_time, long_date


def system_headline(system: System) -> str:
    """How the store is backed up, in one line."""
    if not system.changes:
        return "Nothing is held yet, so there is nothing to back up"
    held = f"{counted(system.changes, 'change')} held"
    if system.backups is None:
        return f"{held}, and no backups are kept"
    if system.backups.failure:
        return f"{held}, and the last backup failed"
    if system.backed_up and system.backups.last:
        return f"{held}, all of them backed up, {local_time(system.backups.last.made_at)}"
    return f"{held}; the backup of the last one is being made"


def checked(found: Mapping[str, Sequence[object]]) -> str:
    """What the checks came to."""
    unsound = [name.replace("_", " ") for name, rows in found.items() if rows]
    if not unsound:
        return f"The store is sound: {counted(len(found), 'check')} found nothing"
    return f"The store is not sound: {listed(unsound)}. Keep the newest backup, and see docs/operations.md"


def to_be_seen_to(system: System) -> tuple[str, ...]:
    """What may cost data one day, the worst first."""
    found = []
    if system.backups and system.backups.failure:
        found.append(
            f"The last backup failed: {system.backups.failure}. "
            "Until one succeeds, nothing can be committed. See to it, then press “Back up now”."
        )
    if system.backups and system.backups.second_failure:
        found.append(
            f"The backup could not be copied to the second place, {system.second}: {system.backups.second_failure}. "
            "Only this disk holds it."
        )
    if system.backups and system.second is None:
        found.append(
            "Store and backups lie on one disk. If that disk is lost, everything is lost. "
            "Set JASC_BACKUP_DIR to a folder on another disk and start the dashboard again."
        )
    clock = system.clock
    if clock.last_entry:
        found.append(
            f"The clock of this machine says {local_time(clock.now)}, and the log has an entry of "
            f"{local_time(clock.last_entry)}: it was set back, or went ahead. Entries keep their order all the same."
        )
    if clock.uploads and clock.latest:
        several = len(clock.uploads) > 1
        found.append(
            f"{'Uploads' if several else 'Upload'} {listed([str(number) for number in clock.uploads])} "
            f"{'are dated up to' if several else 'is dated'} {long_date(clock.latest)}, later than today. "
            "Where the clock is right now, withdraw and upload with the right date."
        )
    if system.read_only:
        found.append("The store's file is read-only: nothing can be committed.")
    return tuple(found)
