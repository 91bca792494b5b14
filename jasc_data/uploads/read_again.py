"""Reading the original bytes of an upload again, as they were read when it was committed."""

from typing import Any

from jasc_data.domain.forces import national_directory
from jasc_data.domain.peer_groups import PeerGroups
from jasc_data.intake.checking import CheckContext, check_file
from jasc_data.intake.learned import Decision, Domain, Learned
from jasc_data.intake.uploads import CheckedFile
from jasc_data.store.original_files import unpacked
from jasc_data.store.snapshot import Snapshot
from jasc_data.uploads.kept_request import read_request


def read_again(entry: dict[str, Any], content: bytes, old: Snapshot, groups: PeerGroups) -> tuple[CheckedFile, int]:
    """The file, checked as it was then, and which of its uploads this is."""
    kept = read_request(entry["request"], entry["upload_id"])
    known = [
        Decision(Domain(made["domain"]), made["word"], made["meaning"], made["layout"])
        for made in old.raw("uploads/kept_decisions")[: kept.decisions_known]
    ]
    context = CheckContext(national_directory(), kept.home_force, groups, kept.read_on, Learned(known))
    return check_file(content, entry["file_name"], kept.said, context), kept.place


def uploaded_bytes(old: Snapshot, number: int) -> bytes | None:
    """The original bytes, None when they are not what was uploaded."""
    (file,) = old.raw("store/original_file", upload_id=number)
    return unpacked(file["compressed"], file["sha256"])
