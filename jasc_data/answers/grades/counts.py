"""Which grades are held: of every force, from its items or else from positions that give grades; and the published."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from jasc_data.domain.policy import CURRENT_FOR
from jasc_data.domain.vocabulary import ExportType, Grade, Kind
from jasc_data.store.snapshot import Snapshot

GRADED = (Kind.RECOMMENDATION, Kind.AFI)  # causes of concern carry no grade


@dataclass(frozen=True)
class KindGrades:
    """One force's open items of a kind by grade, and which type of export says so. Every grade is in by_grade."""

    force: str
    kind: Kind
    by_grade: Mapping[Grade, int]
    as_of: date
    complete_as_of: date
    source: ExportType

    @property
    def open(self) -> int:
        """All of them, those not graded included."""
        return sum(self.by_grade.values())


@dataclass(frozen=True)
class PublishedGrades:
    """The published national averages of a kind by grade. Every grade is in by_grade."""

    kind: Kind
    by_grade: Mapping[Grade, float]
    as_of: date


@dataclass(frozen=True)
class _Count:
    force: str
    kind: Kind
    grade: Grade
    open: int
    as_of: date
    complete_as_of: date


@dataclass(frozen=True)
class _Average:
    kind: Kind
    grade: Grade
    average: float
    as_of: date


def grades_held(snapshot: Snapshot, home: str, day: date) -> dict[str, dict[Kind, KindGrades]]:
    """The grades of every force and kind at a date.

    From items where they are held, else from positions. Another force's items that are too old to compare give way to
    positions that are not; the home force's breakdowns always come from its items (rule 8).
    """
    from_items = _by_force(snapshot.rows("grades/from_items", _Count, day=day), ExportType.ITEMS)
    held = _by_force(snapshot.rows("grades/from_positions", _Count, day=day), ExportType.POSITIONS)
    for force, kinds in from_items.items():
        for kind, figure in kinds.items():
            other = held.setdefault(force, {}).get(kind)
            too_old = day - figure.complete_as_of > CURRENT_FOR and force != home
            if other is None or not too_old or other.as_of <= figure.complete_as_of:
                held[force][kind] = figure
    return held


def published_grades(snapshot: Snapshot, day: date) -> dict[Kind, PublishedGrades]:
    """The latest published national averages by grade, by kind."""
    rows = snapshot.rows("grades/published_national", _Average, day=day)
    return {
        kind: PublishedGrades(
            kind,
            dict.fromkeys(Grade, 0.0) | {row.grade: row.average for row in rows if row.kind is kind},
            next(row.as_of for row in rows if row.kind is kind),
        )
        for kind in {row.kind for row in rows}
    }


def _by_force(rows: Iterable[_Count], source: ExportType) -> dict[str, dict[Kind, KindGrades]]:
    counts: dict[tuple[str, Kind], list[_Count]] = {}
    for row in rows:
        counts.setdefault((row.force, row.kind), []).append(row)
    found: dict[str, dict[Kind, KindGrades]] = {}
    for (force, kind), entries in counts.items():
        by_grade = {entry.grade: entry.open for entry in entries}
        figure = KindGrades(force, kind, by_grade, entries[0].as_of, entries[0].complete_as_of, source)
        found.setdefault(force, {})[kind] = figure
    return found
