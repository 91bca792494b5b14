"""The tables of leads, ages and deadlines, each with its total, and lists of items with their dates."""

from collections.abc import Sequence

from jasc_data.answers.deadlines.answer import Ageing, Line
from jasc_data.domain.vocabulary import Kind
from jasc_data.drawing.table_spec import Column, Contents, Format, TableSpec, rows_of


def lead_table(ageing: Ageing) -> TableSpec:
    """Open items by lead and kind, and how many are overdue, with the total below."""
    return _by_kind("Lead", ageing.leads, ageing)


def age_table(ageing: Ageing) -> TableSpec:
    """Open items by age and kind, and how many are overdue, with the total below."""
    return _by_kind("Age", ageing.ages, ageing)


def due_table(ageing: Ageing) -> TableSpec:
    """Open items by deadline, each in one class, with the total below."""
    counted = ("Open", "Awaiting sign-off", "Worked out from words", "With a reason given")
    rows = [
        (line.name, line.open, line.awaiting, line.worked_out, line.with_reason)
        for line in _with_total(ageing.due, ageing)
    ]
    columns = (Column("HMICFRS deadline"), *(Column(heading, Format.COUNT) for heading in counted))
    return TableSpec(columns, rows_of(rows), "Open items by deadline, each in one class")


def _by_kind(heading: str, lines: Sequence[Line], ageing: Ageing) -> TableSpec:
    counted = ("Open", *(kind.short_heading for kind in Kind), "Overdue")
    rows: list[Contents] = [
        (line.name, line.open, *(line.of_kind(kind) for kind in Kind), line.overdue)
        for line in _with_total(lines, ageing)
    ]
    columns = (Column(heading), *(Column(name, Format.COUNT) for name in counted))
    return TableSpec(columns, rows_of(rows), headed_rows=False)


def _with_total(lines: Sequence[Line], ageing: Ageing) -> tuple[Line, ...]:
    return (*lines, Line("All open items", ageing.items, ageing.day))
