"""What a file repeats of what is held: the very bytes of an upload, or the type and date of one that it replaces."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jasc_data.domain.vocabulary import ExportType
from jasc_data.intake.problems import Problem, problem, shortened
from jasc_data.intake.uploads import CheckedFile
from jasc_data.store.snapshot import Snapshot
from jasc_data.uploads.replaced import Replaced
from jasc_data.wording.numbers import listed, local_time, long_date


@dataclass(frozen=True)
class _SameBytes:
    upload_id: int
    as_of: date
    export_type: ExportType
    sheet: str


def repeated_bytes(snapshot: Snapshot, checked: CheckedFile) -> list[Problem]:
    """A file whose very bytes are held already, in an upload that is live, of the same sheet and the same type."""
    days = sorted({upload.as_of for upload in checked.uploads})
    sha256 = hashlib.sha256(checked.content).hexdigest()
    same = [row for row in snapshot.rows("uploads/same_bytes", _SameBytes, sha256=sha256) if _is_same(row, checked)]
    exact = [row for row in same if row.as_of in days]
    if exact:
        return [problem("safety.same_bytes", upload=row.upload_id, day=long_date(row.as_of)) for row in exact]
    given = listed([long_date(day) for day in days])
    return [
        problem("safety.same_bytes_other_date", upload=row.upload_id, day=long_date(row.as_of), given=given)
        for row in same
    ]


def replacement_notices(replaced: Iterable[Replaced]) -> list[Problem]:
    """What the new uploads replace of earlier ones."""
    return [
        problem(
            "safety.replaces",
            extent="part of " if entry.stays else "",
            upload=entry.upload_id,
            file=shortened(entry.file_name),
            when=local_time(entry.committed_at),
            day=long_date(entry.as_of),
            stays=f"; what stays of it: {entry.stays}" if entry.stays else "",
        )
        for entry in replaced
    ]


def _is_same(held: _SameBytes, checked: CheckedFile) -> bool:
    """An upload from before sheets were kept names none: it may be of this one."""
    return held.export_type is checked.export_type and held.sheet in ("", checked.sheet)
