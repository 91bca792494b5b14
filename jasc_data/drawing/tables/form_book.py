"""A workbook that is filled in and sent back: some cells are to be written in, all others are protected.

The protection has no password: it keeps from mistakes, not from intent, and who reads the workbook checks again.
"""

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from jasc_data.drawing.theme import EDGE, FIELD, INK, WHITE

_SIDE = Side("thin", color=EDGE.lstrip("#"))
_LINE = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
_TYPE = "Calibri"  # as openpyxl has it for cells without a font of their own
_DAY_FORMAT = "d mmmm yyyy"
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_LINE_HEIGHT, _HIGHEST = 15.0, 409.0  # points; the most that a row can have
_SPARE = 1  # characters of a column that stay blank
_LONGEST_LIST = 255  # characters of the words of a drop-down


class FormColumn(NamedTuple):
    """A column: its heading, its width in characters, and whether its cells are to be written in.

    choices: the words that a cell takes. is_day: its cells take days. hidden: it is not shown.
    """

    heading: str
    width: int
    editable: bool = False
    choices: tuple[str, ...] = ()
    is_day: bool = False
    hidden: bool = False


@dataclass(frozen=True)
class FormSheet:
    """A sheet: the lines above its table (each a row of cells), the columns and the rows.

    open_above: the cells above the table that are to be written in, by row and column from 0; they take days.
    """

    name: str
    above: Sequence[Sequence[str]]
    columns: Sequence[FormColumn]
    rows: Sequence[Sequence[str | date | None]]
    open_above: frozenset[tuple[int, int]] = frozenset()


def form_book(sheets: Iterable[FormSheet], title: str) -> bytes:
    """The workbook; no person is its author."""
    book = Workbook()
    (first,) = book.worksheets
    book.remove(first)
    book.properties.creator, book.properties.title = "", ILLEGAL_CHARACTERS_RE.sub("", title)
    for sheet in sheets:
        _fill(book.create_sheet(sheet.name), sheet)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _fill(made: Worksheet, sheet: FormSheet) -> None:
    for number, line in enumerate(sheet.above):
        for place, words in enumerate(line):
            _above(made, number, place, words, is_open=(number, place) in sheet.open_above)
    head = len(sheet.above) + 1
    for place, column in enumerate(sheet.columns, start=1):
        letter = get_column_letter(place)
        made.column_dimensions[letter].width, made.column_dimensions[letter].hidden = column.width, column.hidden
        _heading(_at(made, head, place), column)
    for number, row in enumerate(sheet.rows, start=head + 1):
        made.row_dimensions[number].height = _height(row, sheet.columns)
        for place, (value, column) in enumerate(zip(row, sheet.columns, strict=True), start=1):
            _cell(_at(made, number, place), value, column)
    _offer(made, sheet, head)
    made.freeze_panes = f"A{head + 1}"
    if sheet.rows:
        made.auto_filter.ref = f"A{head}:{get_column_letter(len(sheet.columns))}{head + len(sheet.rows)}"
    made.protection.sheet = True
    made.protection.formatColumns = made.protection.formatRows = made.protection.formatCells = False
    made.protection.sort = made.protection.autoFilter = False
    made.page_setup.orientation = "landscape"
    made.page_setup.fitToWidth, made.page_setup.fitToHeight = 1, 0
    made.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    made.print_title_rows = f"{head}:{head}"


def _height(row: Sequence[str | date | None], columns: Sequence[FormColumn]) -> float:
    """In points, for the lines that its longest text takes: not every program works that out as it opens a file."""
    lines = [
        sum(1 + len(line) // max(1, column.width - _SPARE) for line in str(value or "").split("\n"))
        for value, column in zip(row, columns, strict=True)
        if not column.hidden
    ]
    return min(_HIGHEST, _LINE_HEIGHT * max(lines, default=1) + 3)


def _at(made: Worksheet, row: int, column: int) -> Cell:
    cell = made.cell(row, column)
    assert isinstance(cell, Cell)  # nothing is merged here
    return cell


def _above(made: Worksheet, number: int, place: int, words: str, *, is_open: bool) -> None:
    cell = _at(made, number + 1, place + 1)
    if words:
        _write(cell, words)
    cell.font = Font(_TYPE, bold=number == 0, size=14 if number == 0 else 11)
    if is_open:
        cell.protection, cell.border, cell.number_format = Protection(locked=False), _LINE, _DAY_FORMAT
        made.add_data_validation(rule := _days())
        rule.add(cell)


def _heading(cell: Cell, column: FormColumn) -> None:
    _write(cell, column.heading)
    cell.font = Font(_TYPE, bold=True, color=WHITE.lstrip("#"))
    cell.fill = PatternFill("solid", fgColor=INK.lstrip("#"))
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def _cell(cell: Cell, value: str | date | None, column: FormColumn) -> None:
    if isinstance(value, date):
        cell.value = datetime.combine(value, time())
    elif value:
        _write(cell, value)
    if column.is_day:
        cell.number_format = _DAY_FORMAT
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.border = _LINE
    if column.editable:
        cell.protection = Protection(locked=False)
    else:
        cell.fill = PatternFill("solid", fgColor=FIELD.lstrip("#"))


def _write(cell: Cell, words: str) -> None:
    """A text stays one, also where it begins like a formula or holds what looks like an escape of the format."""
    cell.value = _ESCAPE.sub("_x005F_", ILLEGAL_CHARACTERS_RE.sub("", words))
    cell.data_type = "s"


def _offer(made: Worksheet, sheet: FormSheet, head: int) -> None:
    if not sheet.rows:
        return
    for place, column in enumerate(sheet.columns, start=1):
        rule = _choice(column.choices) if column.choices else _days() if column.is_day and column.editable else None
        if rule:
            made.add_data_validation(rule)
            letter = get_column_letter(place)
            rule.add(f"{letter}{head + 1}:{letter}{head + len(sheet.rows)}")


def _choice(words: Sequence[str]) -> DataValidation:
    listed = ",".join(words)
    if len(listed) > _LONGEST_LIST:
        raise ValueError("the words of a drop-down are too long together")
    told = f"Choose one of: {', '.join(words)}."
    return _told(DataValidation("list", formula1=f'"{listed}"', allow_blank=True), told)


def _days() -> DataValidation:
    rule = DataValidation("date", operator="greaterThan", formula1="36526", allow_blank=True)  # 1 January 2000
    return _told(rule, "Write a day, such as 8/9/2023 for 8 September 2023.")


def _told(rule: DataValidation, words: str) -> DataValidation:
    rule.showErrorMessage, rule.errorTitle, rule.error = True, "Not taken", words
    return rule
