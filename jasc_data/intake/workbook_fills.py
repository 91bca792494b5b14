"""The colours of a column of cells, read only where a blank cell may say by its colour what others say in a word."""

import re
from contextlib import suppress

from jasc_data.intake.layouts import Column, Layout, Table
from jasc_data.intake.problems import Problem, problem
from jasc_data.intake.workbook import parts_of
from jasc_data.intake.workbook_notices import rows_named
from jasc_data.intake.workbook_package import Attributes, Damaged, Package, Start, opened

_WHITE = frozenset({"FFFFFFFF", "00FFFFFF", "theme 0", "indexed 9", "indexed 64"})


def coloured_blank_problems(content: bytes, sheet_name: str, table: Table) -> list[Problem]:
    """Blank cells of the status in a colour that none with a word has: they would count as open.

    Where all are blank, the status is asked about as if it had no column. Rows shaded in turn share their colours with
    rows that have a word.
    """
    column = table.column_of("status")
    if not sheet_name or table.layout is not Layout.ITEMS or column is None:
        return []
    blank = [row.number for row in table.rows if not row.cells[column.index].strip()]
    if not blank or len(blank) == len(table.rows):
        return []
    colours = _colours(content, sheet_name, column)
    without = set(blank)
    in_words = {colours.get(row.number) for row in table.rows if row.number not in without}
    coloured = [number for number in blank if colours.get(number, "") not in {"", *in_words}]
    if not coloured:
        return []
    return [
        problem(
            "status.coloured",
            row_number=coloured[0],
            column_letter=column.letter,
            heading=column.heading,
            value="",
            count=len(coloured),
            rows=rows_named(coloured),
        )
    ]


def _colours(content: bytes, sheet_name: str, column: Column) -> dict[int, str]:
    """By row number the colour of the column's cell, where it has one; none where the colours cannot be read."""
    with suppress(Damaged), opened(content) as package:
        sheet, styles = parts_of(package, sheet_name)
        colours = _colours_of_styles(package, styles) if styles else []
        if sheet is not None and any(colours):
            cells = _styles_in(package, sheet, column.letter)
            return {row: colours[style] for row, style in cells if style < len(colours)}
    return {}


def _styles_in(package: Package, sheet: str, letter: str) -> list[tuple[int, int]]:
    """The row and the style of each cell of the column. A search of the bytes takes a tenth of reading the XML."""
    cell = re.compile(rb'<c r="%s(\d{1,7})" s="(\d{1,5})"' % letter.encode())
    found: list[tuple[int, int]] = []
    held = b""
    for chunk in package.chunks(sheet):
        held += chunk
        upto = held.rfind(b"<")
        found += ((int(row), int(style)) for row, style in cell.findall(held[:upto]))
        held = held[max(upto, 0) :]
    return found


def _colours_of_styles(package: Package, styles: str) -> list[str]:
    """By the number of a cell's style, the colour that it is filled with; blank for none, or white."""
    fills: list[str] = []
    cells: list[int] = []
    within = ""

    def enter(name: str) -> Start:
        def entered(_: Attributes) -> None:
            nonlocal within
            within = name

        return entered

    def fill(_: Attributes) -> None:
        if within == "fills":
            fills.append("")

    def colour(given: Attributes) -> None:
        if within == "fills" and fills:
            named = given.get("rgb") or " ".join(f"{name} {given[name]}" for name in sorted(given))
            fills[-1] = "" if named.upper() in _WHITE or named in _WHITE else named

    def cell(given: Attributes) -> None:
        if within == "cellXfs":
            cells.append(int(given.get("fillId", 0)))

    lists = {name: enter(name) for name in ("fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "dxfs")}
    package.read(styles, {**lists, "fill": fill, "fgColor": colour, "xf": cell})
    return [fills[number] if number < len(fills) else "" for number in cells]
