"""A store with an export every 91 days, and the pace that it gives."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from jasc_data.answers.pace.answer import Pace, pace_at
from jasc_data.domain.vocabulary import Kind
from jasc_data.store.connection import Store
from tests.builders import AFI, COC, HOME, REC, empty_store, imported, items_csv, numbered

FIRST = date(2021, 3, 1)
QUARTER = timedelta(days=91)
WORDS = {COC: "CoC", REC: "Recommendation", AFI: "AFI"}


def export(counts: Mapping[Kind, int], closed: Mapping[str, str] | None = None) -> bytes:
    """Items C1, C2 ..., R1, R2 ... and A1, A2 ... of these kinds; closed: the statuses of some by reference."""
    rows = [row for kind, count in counts.items() for row in numbered(count, WORDS[kind][0], kind=WORDS[kind])]
    return items_csv(*[{**row, "status": (closed or {}).get(row["reference"], "")} for row in rows])


def filled(counts: Sequence[Mapping[Kind, int]], first: date = FIRST) -> tuple[Store, date]:
    """A store with these exports, each of all that is open then, and the date of the last one."""
    store, day = empty_store(), first
    for place, of_export in enumerate(counts):
        day = first + place * QUARTER
        imported(store, export(of_export), day, kinds=tuple(of_export), today=day)
    return store, day


def pace_of(store: Store, day: date) -> Pace:
    with store.snapshot() as snapshot:
        return pace_at(snapshot, HOME, day)
