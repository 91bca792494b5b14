"""The items exports: a row for each item of the eight forces of the most similar group."""

from collections.abc import Iterable

from jasc_data.domain.vocabulary import Grade, Kind
from tests.make_demonstration.dates import AS_OF, written
from tests.make_demonstration.item_lifecycles import Life, State
from tests.make_demonstration.paper import LATE
from tests.make_demonstration.wording import reason_late, steps_to_green
from tests.make_demonstration.written_csv import csv_bytes

HEADINGS = tuple(
    "reference,force,kind,report,report_type,report_published,number,text,addressee,grade,status,lead,deadline,"
    "target_date,overdue_reason,steps_to_green,closed_on,cause_of_concern".split(",")
)
KIND_WORDS = {Kind.CAUSE_OF_CONCERN: "Cause of concern", Kind.RECOMMENDATION: "Recommendation", Kind.AFI: "AFI"}


def items_csv(lives: Iterable[Life], place: int) -> bytes:
    """The items export of that place in AS_OF."""
    return csv_bytes(HEADINGS, (_row(life, life.states[place], place) for life in lives if place in life.states))


def _row(life: Life, state: State, place: int) -> tuple[str, ...]:
    record, report = life.record, life.record.report
    status = state.status.capitalize()
    overdue = life.counts_as_open(place) and record.due is not None and record.due < AS_OF[place]
    return (
        record.reference,
        record.force,
        KIND_WORDS[record.kind],
        report.title,
        report.report_type,
        written(report.published),
        str(record.number),
        record.text,
        record.addressee,
        "" if state.grade is Grade.NOT_GRADED else f"Level {state.grade}",
        status,
        record.lead,
        record.deadline,
        written(state.target),
        (LATE.get(record.reference) or reason_late(record.number)) if overdue else "",
        steps_to_green(status, record.number) if record.for_the_force else "",
        written(state.closed_on),
        life.concern,
    )
