"""The positions exports: open counts by kind and grade for all 43 forces, and the national averages.

The eight forces of the group are counted from their items. The other 35 are invented counts that bring the nation to
the paper's averages at the last date.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from random import Random

from jasc_data.demonstration.forces import OTHER_FORCES
from jasc_data.domain.vocabulary import Grade, Kind
from tests.make_demonstration.dates import AS_OF, LAST
from tests.make_demonstration.item_lifecycles import Life
from tests.make_demonstration.items import KIND_WORDS
from tests.make_demonstration.paper import NATIONAL_AT_LAST, OPEN_AT_LAST
from tests.make_demonstration.written_csv import csv_bytes

HEADINGS = ("force", "kind", "open", "grade")
NATIONAL_ROW = "National average"
# Lowest, usual highest and highest count of one of the 35 at the last date.
_RANGE = {Kind.CAUSE_OF_CONCERN: (0, 7, 12), Kind.RECOMMENDATION: (90, 180, 200), Kind.AFI: (10, 44, 60)}
# The nation's way to the last date, as shares of it: the vetting thematic of November 2022 raised recommendations.
_COURSE = {
    Kind.CAUSE_OF_CONCERN: (0.86, 0.9, 0.96, 1.04, 1.06, 1.04, 1.0),
    Kind.RECOMMENDATION: (0.86, 0.85, 0.86, 1.09, 1.08, 1.06, 1.0),
    Kind.AFI: (0.92, 1.0, 1.08, 1.14, 1.1, 1.06, 1.0),
}
_LEVEL_FOUR = {"Other force 07": 0.08, "Other force 18": 0.05, "Other force 29": 0.04}

_Counts = Mapping[Grade, int]
_Row = tuple[str, ...]


def positions_csv(lives: Iterable[Life], place: int) -> bytes:
    """The positions export of that place in AS_OF."""
    counts = _of_the_group(lives, place) | _of_the_others(place)
    rows = [row for (force, kind), grades in counts.items() for row in _rows(force, kind, grades)]
    for kind in Kind:
        nation: Counter[Grade] = Counter()
        for (_, of), grades in counts.items():
            nation.update(grades if of is kind else {})
        rows += _average_rows(kind, nation, len(counts) // len(Kind))
    return csv_bytes(HEADINGS, rows)


def _of_the_group(lives: Iterable[Life], place: int) -> dict[tuple[str, Kind], _Counts]:
    counts: dict[tuple[str, Kind], Counter[Grade]] = {
        (force, kind): Counter() for force in OPEN_AT_LAST for kind in Kind
    }
    for life in lives:
        if life.counts_as_open(place):
            counts[life.record.force, life.record.kind][life.states[place].grade] += 1
    return dict(counts)


def _of_the_others(place: int) -> dict[tuple[str, Kind], _Counts]:
    totals = {kind: _totals_at(kind, place) for kind in Kind}
    return {
        (force, kind): _by_grade(force, kind, total)
        for number, force in enumerate(OTHER_FORCES)
        for kind in Kind
        for total in (totals[kind][number],)
    }


def _totals_at(kind: Kind, place: int) -> list[int]:
    """The 35 forces' counts of a kind: at the last date exact in sum, before it along the nation's course."""
    lowest, usual, highest = _RANGE[kind]
    chance = Random(f"others {kind}")
    last = [chance.randint(lowest, usual) for _ in OTHER_FORCES]
    wanted = NATIONAL_AT_LAST[kind] - sum(group[kind] for group in OPEN_AT_LAST.values())
    while (missing := wanted - sum(last)) != 0:
        number, step = chance.randrange(len(last)), 1 if missing > 0 else -1
        last[number] = min(highest, max(lowest, last[number] + step))
    if place == LAST:
        return last
    wobble = Random(f"others {kind} {AS_OF[place]}")
    return [min(highest, max(lowest, round(n * (_COURSE[kind][place] + wobble.uniform(-0.04, 0.04))))) for n in last]


def _by_grade(force: str, kind: Kind, total: int) -> _Counts:
    """About 65% of the graded at level 3; few not graded, at level 1 or, in three forces, at level 4."""
    if kind is Kind.CAUSE_OF_CONCERN:
        return {Grade.NOT_GRADED: total}
    chance = Random(f"grades {force} {kind}")
    not_graded = round(total * chance.uniform(0.02, 0.06))
    graded = total - not_graded
    fours = round(graded * _LEVEL_FOUR.get(force, 0))
    threes = round(graded * chance.uniform(0.6, 0.7))
    ones = round(graded * chance.uniform(0, 0.03))
    return {
        Grade.ONE: ones,
        Grade.TWO: graded - ones - threes - fours,
        Grade.THREE: threes,
        Grade.FOUR: fours,
        Grade.NOT_GRADED: not_graded,
    }


def _rows(force: str, kind: Kind, grades: _Counts) -> list[_Row]:
    rows: list[_Row] = [(force, KIND_WORDS[kind], str(sum(grades.values())), "")]
    if kind is not Kind.CAUSE_OF_CONCERN:  # causes of concern carry no grade
        rows += [(force, KIND_WORDS[kind], str(grades[grade]), grade) for grade in Grade if grades.get(grade)]
    return rows


def _average_rows(kind: Kind, nation: _Counts, forces: int) -> list[_Row]:
    """The published averages to one decimal. Grades are rounded so that they sum to the total as written."""
    tenths = _half_up(sum(nation.values()) * 10, forces)
    rows: list[_Row] = [(NATIONAL_ROW, KIND_WORDS[kind], _decimal(tenths), "")]
    if kind is Kind.CAUSE_OF_CONCERN:
        return rows
    parts = {grade: nation[grade] * 10 // forces for grade in Grade}
    by_remainder = sorted(Grade, key=lambda grade: nation[grade] * 10 % forces, reverse=True)
    for grade in by_remainder[: tenths - sum(parts.values())]:
        parts[grade] += 1
    return rows + [(NATIONAL_ROW, KIND_WORDS[kind], _decimal(parts[grade]), grade) for grade in Grade]


def _half_up(part: int, whole: int) -> int:
    return (2 * part + whole) // (2 * whole)


def _decimal(tenths: int) -> str:
    return f"{tenths / 10:.1f}".removesuffix(".0")
