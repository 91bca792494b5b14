"""Which earlier upload a new one of its type and date replaces (rule 7), and what of the earlier one still counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from jasc_data.domain.vocabulary import ExportType, Kind
from jasc_data.store.snapshot import Snapshot
from jasc_data.wording.numbers import listed

NATION = "National average"
_WHOLE = "all"  # of all reports, or the total of all grades
_NAMED = 3


@dataclass(frozen=True)
class Replaced:
    """An earlier upload of the same type and date. stays: in words, what of it still counts; blank when nothing does.

    committed_at is in UTC.
    """

    upload_id: int
    file_name: str
    as_of: date
    committed_at: datetime
    stays: str


@dataclass(frozen=True)
class _Part:
    upload_id: int
    export_type: ExportType
    file_name: str
    as_of: date
    committed_at: datetime
    force: str | None
    kind: Kind | None
    detail: str | None
    some_now: bool | None


def replaced_by(snapshot: Snapshot, upload_ids: Iterable[int]) -> tuple[Replaced, ...]:
    """What these uploads, the newest held, replace."""
    found = []
    for number in upload_ids:
        if not snapshot.raw("uploads/beside", upload_id=number):
            continue
        parts = snapshot.rows("uploads/replaced_by_new", _Part, upload_id=number)
        for _, same in groupby(parts, key=lambda part: part.upload_id):
            of_one = list(same)
            first = of_one[0]
            found.append(Replaced(first.upload_id, first.file_name, first.as_of, first.committed_at, _staying(of_one)))
    return tuple(found)


def _staying(parts: Iterable[_Part]) -> str:
    """``AFIs of West Mercia; recommendations of 42 forces; the national averages``."""
    by_force = {
        force: _words(list(of_force)) for force, of_force in groupby(parts, key=lambda part: part.force) if force
    }
    nation = by_force.pop(NATION, None)
    alike: dict[str, list[str]] = {}
    for force, words in by_force.items():
        alike.setdefault(words, []).append(force)
    said = [
        f"{words} of {listed(forces) if len(forces) <= _NAMED else f'{len(forces)} forces'}"
        for words, forces in alike.items()
    ]
    return "; ".join([*said, *(["the national averages"] if nation else [])])


def _words(parts: list[_Part]) -> str:
    return listed([_of_kind(kind, [part for part in parts if part.kind is kind]) for kind in _kinds(parts)])


def _kinds(parts: Iterable[_Part]) -> list[Kind]:
    present = {part.kind for part in parts}
    return [kind for kind in Kind if kind in present]


def _of_kind(kind: Kind, parts: list[_Part]) -> str:
    whole = next((part for part in parts if part.detail == _WHOLE), None)
    if whole:
        return f"{kind.plural} (other reports)" if whole.some_now else kind.plural
    if parts[0].export_type is ExportType.ITEMS:
        return f"{kind.plural} of {len(parts)} report{'s' if len(parts) > 1 else ''}"
    return f"the levels of {kind.plural}"
