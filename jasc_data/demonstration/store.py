"""The demonstration as it is imported: its exports and what is written about them, read and kept like anybody's.

That takes seconds, so what it gives is kept (``record``), and a test holds both equal.
"""

from jasc_data.demonstration.exports import exports
from jasc_data.demonstration.forces import HOME, demonstration_directory
from jasc_data.demonstration.written import write_invented
from jasc_data.domain.actor import Actor, Role, Way
from jasc_data.domain.peer_groups import PeerGroups
from jasc_data.intake.checking import CheckContext, check_file
from jasc_data.intake.coverage import ALL
from jasc_data.intake.uploads import UploadRequest
from jasc_data.store.connection import Store, store_in_memory
from jasc_data.uploads.commit import ALL_CODES, commit

_INVENTED = Actor("demonstration", Role.LOCAL, Way.NOT_KNOWN)


def imported_store(groups: PeerGroups) -> Store:
    """A store in memory that holds every demonstration export, and what is written about its items.

    Raises RuntimeError when any of it is refused (our bug).
    """
    store = store_in_memory()
    every = exports()
    context = CheckContext(demonstration_directory(), HOME, groups, max(export.as_of for export in every))
    for export in every:
        request = UploadRequest(as_of=export.as_of, covers_forces=(ALL,))
        outcome = commit(
            store,
            check_file(export.content, export.file_name, request, context),
            _INVENTED,
            acknowledged=[ALL_CODES],
        )
        if not outcome.upload_ids:
            raise RuntimeError(f"{export.file_name} was refused: {outcome.problems[0].sentence}")
    write_invented(store, _INVENTED)
    return store
