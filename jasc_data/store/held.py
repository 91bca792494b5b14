"""What can only be said of a file against what is held: identities that cannot be matched, kinds left out."""

from collections import Counter
from dataclasses import dataclass

from jasc_data.analysis.changes import State
from jasc_data.intake.problems import Problem, problem
from jasc_data.intake.uploads import CheckedUpload
from jasc_data.store.snapshot import Snapshot
from jasc_data.vocabulary import Kind


@dataclass(frozen=True)
class _Identities:
    force: str
    kind: Kind
    some_with: bool
    some_without: bool


def held_problems(snapshot: Snapshot, upload: CheckedUpload, before: State) -> list[Problem]:
    """The upload's problems with what the store holds; none for positions, which carry no identities."""
    if upload.coverage is None:
        return []
    return _unmatched(snapshot, upload) + _absent_kinds(upload, before)


def _unmatched(snapshot: Snapshot, upload: CheckedUpload) -> list[Problem]:
    """A file without references where the held items have them, or the reverse: nothing could be matched."""
    held = {(row.force, row.kind): row for row in snapshot.rows("uploads/identities_held", _Identities)}
    found = {}
    for item in upload.items:
        identities = held.get((item.row.force, item.row.kind))
        if identities is None:
            continue
        code = None
        if not item.row.reference and not identities.some_without:
            code = "references.missing"
        elif item.row.reference and not identities.some_with:
            code = "references.new"
        if code and (item.row.force, item.row.kind, code) not in found:
            found[item.row.force, item.row.kind, code] = problem(
                code, row_number=item.row.row_number, kind=item.row.kind.plural, force=item.row.force
            )
    return list(found.values())


def _absent_kinds(upload: CheckedUpload, before: State) -> list[Problem]:
    assert upload.coverage is not None
    left_out = Counter(
        item.kind
        for item in before.items.values()
        if item.counts and item.force in upload.coverage.forces and item.kind not in upload.coverage.kinds
    )
    return [
        problem("kinds.absent", kind=kind.plural, open=f"{number:,}", option=kind.value)
        for kind, number in sorted(left_out.items())
    ]
