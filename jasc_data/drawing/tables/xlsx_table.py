"""A table as a workbook: numbers and days stay what they are, and their cells' formats show them as on the screen."""

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import count

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from jasc_data.drawing.table_spec import Cell, Column, Format, Row, Span, TableSpec
from jasc_data.drawing.tables.cell_words import cell_words, note_words, table_words

_DATES = {Format.SHORT_DATE: "d mmm yyyy", Format.ISO_DATE: "yyyy-mm-dd"}
_AIR, _WIDEST = 2, 60  # characters: a number or a day in a column too narrow is shown as ####
_LEFT_OUT = ILLEGAL_CHARACTERS_RE
_NOT_IN_NAMES, _LONGEST = re.compile(r"[\\/?*\[\]:]"), 31
_NUMBERS = {
    Format.AVERAGE: "#,##0.0",
    Format.PERCENT: "0%",
    Format.DAYS: '[=1]0" day";#,##0" days"',
    Format.TIMES: '[=1]"once";#,##0" times"',
    Format.SIGNED: "+#,##0;−#,##0;0",
    Format.SUM: '"= "#,##0',
    Format.PLAIN: "0",
}


@dataclass(frozen=True)
class Sheet:
    """A sheet of a workbook: its name, the lines that say what the table is, and the table."""

    name: str
    above: tuple[str, ...]
    table: TableSpec


def xlsx_table(table: TableSpec, above: Iterable[str]) -> bytes:
    """A workbook of one sheet: the lines that say what the table is, a blank line, the headings and the rows."""
    return xlsx_book([Sheet("Sheet", tuple(above), table)])


def xlsx_book(sheets: Iterable[Sheet], *, title: str = "") -> bytes:
    """A workbook of several such sheets, their names as Excel takes them and each once. No person is its author."""
    book = Workbook()
    (first,) = book.worksheets
    book.remove(first)
    book.properties.creator, book.properties.title = "", _LEFT_OUT.sub("", title)
    for sheet in sheets:
        _fill(book.create_sheet(_name(sheet.name, book.sheetnames)), sheet)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _name(name: str, taken: Iterable[str]) -> str:
    """At most 31 characters, none of those that Excel refuses, and a number behind where another has the name."""
    known = {one.casefold() for one in taken}
    kept = _NOT_IN_NAMES.sub(" ", _LEFT_OUT.sub("", name)).strip(" '")[:_LONGEST].strip(" '") or "Sheet"
    tried = (kept if number == 1 else f"{kept[: _LONGEST - 4]} ({number})" for number in count(1))
    return next(one for one in tried if one.casefold() not in known)


def _fill(made: Worksheet, sheet: Sheet) -> None:
    for line in sheet.above:
        if line:
            made.append([_text(made, line)])
    made.append([])
    made.append([_text(made, column.heading, bold=True) for column in sheet.table.columns])
    for row in sheet.table.rows:
        made.append(_cells(made, row, sheet.table.columns))
    for place, cells in enumerate(zip(*table_words(sheet.table), strict=True), start=1):
        made.column_dimensions[get_column_letter(place)].width = min(max(map(len, cells)) + _AIR, _WIDEST)


def _cells(sheet: Worksheet, row: Row, columns: Iterable[Column]) -> list[SheetCell]:
    return [
        _cell(sheet, cell, column, bold=row.emphasised or column.emphasised or cell.emphasised)
        for cell, column in zip(row.cells, columns, strict=True)
    ]


def _cell(sheet: Worksheet, cell: Cell, column: Column, *, bold: bool) -> SheetCell:
    value, format_ = cell.value, cell.format or column.format
    if isinstance(value, Span) and value.first == value.last:
        value = value.first  # a day like the others of its column, not words
    if isinstance(value, date):
        made = WriteOnlyCell(sheet, datetime.combine(value, time()))
        shown_as = _DATES.get(format_, "d mmmm yyyy")
    elif isinstance(value, int | float):
        made = WriteOnlyCell(sheet, value)
        shown_as = _NUMBERS.get(format_, "#,##0" if isinstance(value, int) else "#,##0.0")
    else:
        return _text(sheet, cell_words(cell, column), bold=bold)
    notes = "".join(f'" ({note})"' for note in note_words(cell))
    made.number_format = ";".join(f"{section}{notes}" for section in shown_as.split(";"))
    return _weighted(made, bold=bold)


def _text(sheet: Worksheet, text: str, *, bold: bool = False) -> SheetCell:
    made = WriteOnlyCell(sheet, _LEFT_OUT.sub("", text))
    made.data_type = "s"  # or a text that begins like a formula would be one
    return _weighted(made, bold=bold)


def _weighted(made: SheetCell, *, bold: bool) -> SheetCell:
    if bold:
        made.font = Font(bold=True)
    return made
