"""What is due next as a table: when, what, and what kind of matter it is."""

from collections.abc import Sequence

from jasc_data.answers.agenda.answer import Event
from jasc_data.drawing.table_spec import Cell, Column, Format, Line, Span, TableSpec, rows_of

_CUT = 160  # characters of the details that a page shows


def agenda_table(events: Sequence[Event], caption: str) -> TableSpec:
    """A row per event."""
    columns = (Column("When", Format.SHORT_DATE), Column("What"), Column("Matter"))
    rows = (
        (
            event.first if event.first == event.last else Span(event.first, event.last),
            Cell(event.what, below=(Line(_short(event.details)),) if event.details else ()),
            event.matter.value,
        )
        for event in events
    )
    return TableSpec(columns, rows_of(rows), caption)


def _short(details: str) -> str:
    return details if len(details) <= _CUT else f"{details[:_CUT]}…"
