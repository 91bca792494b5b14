"""A cell in words, by the format of its column: what every renderer of text writes."""

from collections.abc import Callable
from datetime import date

from jasc_data.drawing.table_spec import Cell, Column, Format, Missing, Part, Span, TableSpec, Value
from jasc_data.wording.numbers import (
    age_words,
    average,
    count_or_average,
    counted,
    long_span,
    of_its,
    part_of,
    share_or_means,
    short_date,
    short_span,
    signed,
    times,
    whole_percent,
)
from jasc_data.wording.outside_text import isolated

_NUMBERS: dict[Format, Callable[[float], str]] = {
    Format.AVERAGE: average,
    Format.PERCENT: whole_percent,
    Format.DAYS: lambda value: counted(int(value), "day"),
    Format.TIMES: lambda value: times(int(value)),
    Format.SIGNED: lambda value: signed(int(value)),
    Format.PLAIN: str,
    Format.SUM: lambda value: f"= {value:,}",
}
_PARTS: dict[Format, Callable[[float, float], str]] = {Format.SHARE: share_or_means, Format.OF_ITS: of_its}
_SPANS: dict[Format, Callable[[date, date], str]] = {Format.SHORT_DATE: short_span, Format.AGE: age_words}


def as_it_is(text: str) -> str:
    """The text; where nothing in it could be taken for more."""
    return text


def cell_words(cell: Cell, column: Column, written: Callable[[str], str] = as_it_is) -> str:
    """The value and its notes, without the lines below. written: how the medium writes text that may be anybody's."""
    value = _value_words(cell.value, cell.format or column.format, written)
    return "".join((value, *(f" ({written(isolated(note))})" for note in note_words(cell))))


def note_words(cell: Cell) -> tuple[str, ...]:
    """What is said in brackets behind the value."""
    return tuple(short_date(note) if isinstance(note, date) else note for note in cell.notes)


def table_words(table: TableSpec) -> list[list[str]]:
    """The table as text alone: its headings, then its rows."""
    return [
        [column.heading for column in table.columns],
        *([cell_words(*pair) for pair in zip(row.cells, table.columns, strict=True)] for row in table.rows),
    ]


def _value_words(value: Value, format_: Format, written: Callable[[str], str]) -> str:
    match value:
        case None:
            return ""
        case str():
            return written(isolated(value))
        case Missing():
            return written(value.words)
        case Part():
            return _PARTS.get(format_, part_of)(*value)
        case Span():
            return _SPANS.get(format_, long_span)(*value)
        case date():
            return value.isoformat() if format_ is Format.ISO_DATE else _SPANS.get(format_, long_span)(value, value)
        case _:
            return _NUMBERS.get(format_, count_or_average)(value)
