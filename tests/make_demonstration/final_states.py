"""How each item stands in the end: still open at the last date or closed in which quarter, and at what grade."""

from collections.abc import Iterable, Sequence
from math import ceil, inf
from random import Random

from jasc_data.domain.vocabulary import Grade, Kind
from tests.make_demonstration.dates import AS_OF, LAST, first_quarter
from tests.make_demonstration.paper import (
    EVERY_STEP_MET,
    HOME,
    HOME_OPEN_BY_REPORT,
    LATE,
    OPEN_AT_LAST,
    SIGNED_OFF_IN_JUNE,
)
from tests.make_demonstration.records import Record

_LEVEL_THREE_ELSEWHERE = 0.65  # the paper: "around 65% of their totals"; West Mercia has roughly half
_LEVEL_ONE_ELSEWHERE = 2


def still_open(force: str, records: Sequence[Record]) -> frozenset[str]:
    """References of the items that are open at the last date: as many of each kind as the paper's table says."""
    staying: set[str] = set()
    for kind in Kind:
        candidates = [record for record in records if record.kind is kind and record.for_the_force]
        quotas = {key: n for (key, of), n in HOME_OPEN_BY_REPORT.items() if force == HOME and of is kind}
        chosen = [
            record
            for key, quota in quotas.items()
            for record in _most_lasting((record for record in candidates if record.report.key == key), quota)
        ]
        free = (record for record in candidates if record.report.key not in quotas)
        chosen += _most_lasting(free, OPEN_AT_LAST[force][kind] - len(chosen))
        staying.update(record.reference for record in chosen)
    return frozenset(staying)


def _most_lasting(records: Iterable[Record], number: int) -> list[Record]:
    return sorted(records, key=_endurance, reverse=True)[:number]


def _endurance(record: Record) -> float:
    """Newer items and those not yet due last longer. Days, with some chance, or without end."""
    late = record.due is not None and record.due < AS_OF[LAST]
    if record.reference in LATE or record.reference in EVERY_STEP_MET or first_quarter(record.report.published) == LAST:
        return inf
    if record.reference in SIGNED_OFF_IN_JUNE or (late and record.force == HOME):
        return -inf
    return record.report.published.toordinal() + Random(record.reference).uniform(0, 1500) - (500 if late else 0)


def closing_quarters(records: Sequence[Record], staying: frozenset[str]) -> dict[str, int]:
    """By reference, the place in AS_OF of the first export without the item open; 0 is before any export.

    Causes of concern close one after the other in even steps, the rest at random.
    """
    closed = [record for record in records if record.for_the_force and record.reference not in staying]
    quarters = {}
    for record in closed:
        opened = first_quarter(record.report.published)
        quarters[record.reference] = Random(f"closing {record.reference}").randint(opened + 1 if opened else 0, LAST)
    concerns = [record for record in closed if record.kind is Kind.CAUSE_OF_CONCERN]
    for place, record in enumerate(concerns):
        even = LAST - (len(concerns) - 1 - place) * LAST // len(concerns)
        quarters[record.reference] = max(first_quarter(record.report.published) + 1, even)
    return quarters | dict.fromkeys(SIGNED_OFF_IN_JUNE & quarters.keys(), LAST)


def final_grades(force: str, records: Sequence[Record], staying: frozenset[str]) -> dict[str, Grade]:
    """By reference, the grade that each item has at last. Nobody here has a level 4 (the paper: West Mercia none)."""
    grades = dict.fromkeys((record.reference for record in records), Grade.NOT_GRADED)
    graded = [record for record in records if record.report.graded and record.kind is not Kind.CAUSE_OF_CONCERN]
    lasting = [record.reference for record in graded if record.reference in staying]
    chance = Random(f"grades {force}")
    if force == HOME:
        threes, ones = ceil(len(lasting) / 2), 0
    else:
        of_all = OPEN_AT_LAST[force][Kind.RECOMMENDATION] + OPEN_AT_LAST[force][Kind.AFI]
        threes, ones = round(of_all * (_LEVEL_THREE_ELSEWHERE + chance.uniform(-0.04, 0.04))), _LEVEL_ONE_ELSEWHERE
    twos = len(lasting) - threes - ones
    dealt = [Grade.THREE] * threes + [Grade.ONE] * ones + [Grade.TWO] * twos
    chance.shuffle(dealt)
    grades.update(
        (record.reference, chance.choices((Grade.TWO, Grade.THREE), (twos, threes))[0])
        for record in graded
        if record.reference not in staying
    )
    return grades | dict(zip(lasting, dealt, strict=True))
