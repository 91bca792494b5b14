"""What whoever looks after the system has it do while it runs: a backup at once, and every check."""

from jasc_data.audit.acting import prove_may
from jasc_data.domain.access import Action
from jasc_data.domain.actor import Actor
from jasc_data.domain.failures import BackupFailed
from jasc_data.domain.peer_groups import PeerGroups
from jasc_data.store.backup_files import Backup
from jasc_data.store.connection import Store
from jasc_data.uploads.proof import Found
from jasc_data.uploads.soundness import proofs


def back_up(store: Store, actor: Actor) -> Backup:
    """A backup while whoever asks waits. Raises BackupFailed, or NotAllowed."""
    prove_may(store, actor, Action.LOOK_AFTER_SYSTEM)
    if store.backups is None:
        raise BackupFailed("No backup could be made: this store is not backed up.")
    return store.backups.now()


def run_checks(store: Store, groups: PeerGroups, actor: Actor) -> dict[str, Found]:
    """What each check found, the bytes of the latest five uploads read again. Raises NotAllowed, or as ``proofs``."""
    prove_may(store, actor, Action.LOOK_AFTER_SYSTEM)
    return proofs(store, groups, every=False)
