"""Every proof that a store is sound, for the command line and for the page System."""

from jasc_data.domain.peer_groups import PeerGroups
from jasc_data.store.connection import Store
from jasc_data.store.integrity import examine
from jasc_data.store.lives import lives_told_otherwise
from jasc_data.uploads.proof import (
    Found,
    all_read_otherwise,
    overlapping_aliases,
    sample_read_otherwise,
    unreadable_requests,
)


def proofs(store: Store, groups: PeerGroups, *, every: bool) -> dict[str, Found]:
    """What each check found, by its name; nothing found is sound. Commits wait while the indexes are read.

    every: the bytes of every upload are read again, not those of the latest five. Raises StoreDamaged where a part of
    the file cannot be read, StoreReplaced where it is not the one that was opened.
    """
    with store.snapshot() as snapshot:
        with store.no_copy_attached():
            found = examine(snapshot)
        if not store.read_only:
            store.read_indexes()
        found["lives_told_otherwise"] = lives_told_otherwise(snapshot)
        found["aliases_overlapping"] = overlapping_aliases(snapshot)
        found["requests_readable"] = unreadable_requests(snapshot)
        if every and not found["requests_readable"]:
            found["every_upload_read_again"] = all_read_otherwise(snapshot, groups)
        else:
            found["latest_uploads_read_again"] = sample_read_otherwise(snapshot, groups)
    return found
