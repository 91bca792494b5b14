"""Open counts that are ten times what makes them likely, or a tenth of it: the last ones held, or the other forces'."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median

from jasc_data.answers.figures.national import published_averages
from jasc_data.domain.vocabulary import ExportType, Kind
from jasc_data.intake.problems import Problem, problem
from jasc_data.intake.uploads import ALL_REPORTS, CheckedUpload
from jasc_data.store.snapshot import Snapshot
from jasc_data.uploads.turned import OpenByKind
from jasc_data.wording.numbers import average, long_date

TIMES = 10  # a digit too many, or one that is missing; open counts of one force do not move so between two exports
LEAST_DIFFERENCE = 20  # 1 -> 10 causes of concern can be one inspection
FEWEST_OTHERS = 3  # a median of fewer says little ...
ALIKE = 9 / 10  # ... and so does one of forces that are far from it themselves

_Key = tuple[str, Kind]


@dataclass(frozen=True)
class _Told:
    force: str
    kind: Kind
    source: ExportType
    open: int | None
    as_of: date


def jumps(snapshot: Snapshot, upload: CheckedUpload, held: OpenByKind) -> list[Problem]:
    """The upload's figures that are far from the last ones held or, where none is held, from the other forces'.

    held: how many items are open at its date, by force and kind.
    """
    figures = _figures(upload)
    last = _last_figures(snapshot, upload, held)
    found = []
    for (force, kind), number in sorted(figures.items()):
        if (force, kind) in last:
            told, day = last[force, kind]
            if far(number, told):
                found.append(_jump(f"{force}: {number:,} open {kind.plural}", f"{told:,}", day))
        else:
            found += _far_from_others(force, kind, figures, last)
    return found + _national_jumps(snapshot, upload)


def far(number: float, usual: float) -> bool:
    """Whether a figure is ten times another or a tenth of it, and the two differ by enough to be worth a question."""
    return max(number, usual) >= TIMES * min(number, usual) and abs(number - usual) >= LEAST_DIFFERENCE


def _jump(what: str, last: str, day: date) -> Problem:
    return problem("improbable.jump", what=what, last=last, day=long_date(day))


def _figures(upload: CheckedUpload) -> dict[_Key, int]:
    """How many are open by force and kind, as the upload says; an export of some reports says nothing of that."""
    if upload.coverage is None:
        return {(cell.force, cell.kind): cell.open for cell in upload.positions if cell.grade is None}
    if upload.coverage.reports != ALL_REPORTS:
        return {}
    alike = Counter((item.row.force, item.row.kind, item.row.status, item.addressed_elsewhere) for item in upload.items)
    counted: Counter[_Key] = Counter()
    for (force, kind, status, elsewhere), number in alike.items():
        counted[force, kind] += number if status.counts_as_open and not elsewhere else 0
    return counted


def _last_figures(snapshot: Snapshot, upload: CheckedUpload, held: OpenByKind) -> dict[_Key, tuple[int, date]]:
    """The last figure of each force and kind with its date, of whichever type is later; of the upload's own when both
    are of its date, for that the two types differ on one date is said elsewhere."""
    told: dict[_Key, list[_Told]] = {}
    for row in snapshot.rows("uploads/last_figures", _Told, day=upload.as_of):
        if row.source is upload.export_type or row.as_of < upload.as_of:
            told.setdefault((row.force, row.kind), []).append(row)
    found = {}
    for key, rows in told.items():
        latest = max(rows, key=lambda row: (row.as_of, row.source is ExportType.ITEMS))
        found[key] = (held.get(key, 0) if latest.open is None else latest.open, latest.as_of)
    return found


def _far_from_others(
    force: str, kind: Kind, figures: Mapping[_Key, int], last: Mapping[_Key, tuple[int, date]]
) -> list[Problem]:
    """A figure of which none is held, against the other forces' in the file or, when they are few, those held."""
    in_file = [number for (other, of), number in figures.items() if of is kind and other != force]
    others = in_file
    if len(in_file) < FEWEST_OTHERS:
        others = [number for (other, of), (number, _) in last.items() if of is kind and other != force]
    if len(others) < FEWEST_OTHERS:
        return []
    usual = median(others)
    alike = sum(not far(other, usual) for other in others)
    if alike < ALIKE * len(others) or not far(figures[force, kind], usual):
        return []
    return [
        problem(
            "improbable.far_from_others",
            what=f"{force}: {figures[force, kind]:,} open {kind.plural}",
            others=f"{len(others):,} other forces {'in this file' if others is in_file else 'held'}",
            median=average(usual),
        )
    ]


def _national_jumps(snapshot: Snapshot, upload: CheckedUpload) -> list[Problem]:
    """The same of published national averages."""
    given = {cell.kind: cell.average for cell in upload.nationals if cell.grade is None}
    if not given:
        return []
    held = published_averages(snapshot, upload.as_of)
    latest = {row.kind: row for row in sorted(held, key=lambda row: row.as_of)}
    return [
        _jump(f"National average of {kind.plural}: {average(number)}", average(last.average), last.as_of)
        for kind, number in sorted(given.items())
        if (last := latest.get(kind)) and far(number, last.average)
    ]
