"""A table as a workbook: numbers and days stay what they are, and their cells' formats show them as on the screen."""

import io
from collections.abc import Iterable
from datetime import date, datetime, time

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
_NUMBERS = {
    Format.AVERAGE: "#,##0.0",
    Format.PERCENT: "0%",
    Format.DAYS: '[=1]0" day";#,##0" days"',
    Format.TIMES: '[=1]"once";#,##0" times"',
    Format.SIGNED: "+#,##0;−#,##0;0",
    Format.SUM: '"= "#,##0',
    Format.PLAIN: "0",
}


def xlsx_table(table: TableSpec, above: Iterable[str]) -> bytes:
    """A workbook of one sheet: the lines that say what the table is, a blank line, the headings and the rows."""
    book = Workbook()
    (sheet,) = book.worksheets
    for line in above:
        if line:
            sheet.append([_text(sheet, line)])
    sheet.append([])
    sheet.append([_text(sheet, column.heading, bold=True) for column in table.columns])
    for row in table.rows:
        sheet.append(_cells(sheet, row, table.columns))
    for place, cells in enumerate(zip(*table_words(table), strict=True), start=1):
        sheet.column_dimensions[get_column_letter(place)].width = min(max(map(len, cells)) + _AIR, _WIDEST)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


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
    made = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", text))
    made.data_type = "s"  # or a text that begins like a formula would be one
    return _weighted(made, bold=bold)


def _weighted(made: SheetCell, *, bold: bool) -> SheetCell:
    if bold:
        made.font = Font(bold=True)
    return made
