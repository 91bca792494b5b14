"""The workbook behind a chart. Its cells are ours to write: python-pptx's would make formulas of texts from files."""

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.worksheet.worksheet import Worksheet
from pptx.chart.data import CategoryChartData, XyChartData

Value = str | float | date | None
Cells = Sequence[Value]
Rows = Sequence[Cells]


def workbook(sheets: Mapping[str, Rows]) -> bytes:
    """The sheets with their rows; a text is a text whatever it begins with, and nobody is named as its author."""
    book = Workbook(write_only=True)
    book.properties.creator = ""
    for name, rows in sheets.items():
        sheet: Worksheet = book.create_sheet(name)
        for row in rows:
            sheet.append([_cell(sheet, value) for value in row])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def category_rows(data: CategoryChartData) -> Rows:
    """The cells that a chart by category refers to: names down, series across."""
    series = list(data)
    names = [category.label for category in data.categories]
    values = zip(names, *(one.values for one in series), strict=True)
    return [["", *(one.name for one in series)], *values]


def point_rows(data: XyChartData) -> Rows:
    """The cells that a chart of points refers to: the series below each other, a blank row after each."""
    rows: list[Cells] = []
    for series in data:
        points: Iterable[tuple[Value, Value]] = zip(series.x_values, series.y_values, strict=True)
        rows += [[None, series.name], *points, []]
    return rows


def _cell(sheet: Worksheet, value: Value) -> Cell:
    made = WriteOnlyCell(sheet, datetime.combine(value, time()) if isinstance(value, date) else value)
    if isinstance(value, str):
        made.data_type = "s"  # or a text that begins like a formula would be one
    return made
