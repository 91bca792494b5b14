"""Cells of a workbook whose look takes back what they say: merged into another, or struck through in part."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from jasc_data.intake.layouts import Column, Layout, Table
from jasc_data.intake.problems import Problem, Severity, problem

_NO_FIGURES = frozenset({None, "force", "kind", "as_of", "grade"})
_BLANK_TELLS = frozenset({"status", "grade"})  # a blank one is open, or not graded
_NARRATIVE = frozenset({None, "text", "steps_to_green", "overdue_reason", "lead"})  # no figure hangs on a word there
_PART_STRUCK = "sheet.part_struck"
_Place = tuple[int, int]  # the row's number and the column's index


def joined_problems(table: Table, joined: Collection[_Place]) -> list[Problem]:
    """A figure merged with another is nobody's alone; a status or grade that is merged into another cell is not blank.

    joined: the cells that merging made part of another.
    """
    columns = _figures(table) if joined else ()
    return [
        _problem("cell.joined", row.number, column, row.cells[column.index])
        for row in table.rows
        for column in columns
        if (row.number, column.index) in joined and not (table.layout is Layout.ITEMS and row.cells[column.index])
    ]


def struck_part_problems(table: Table, struck: Mapping[_Place, str], found: Iterable[Problem]) -> list[Problem]:
    """Struck-through parts of cells that are read, where the cell is not refused as it is.

    struck: by cell, that part of its text. found: what else was found.
    """
    if not struck:
        return []
    refused = {(entry.row_number, entry.column_letter) for entry in found if entry.severity is Severity.ERROR}
    read = {column.index: column for column in table.columns if column.field not in _NARRATIVE}
    rows = {table.heading_row, *(row.number for row in table.rows)}
    return [
        _problem(_PART_STRUCK, number, read[index], text)
        for (number, index), text in struck.items()
        if number in rows and index in read and (number, read[index].letter) not in refused
    ]


def _figures(table: Table) -> Sequence[Column]:
    if table.layout is Layout.ITEMS:
        return [column for column in table.columns if column.field in _BLANK_TELLS]
    if table.layout is Layout.PAPER:
        return [column for column in table.columns[1:] if column.heading]
    return [column for column in table.columns if column.field not in _NO_FIGURES]


def _problem(code: str, row_number: int, column: Column, value: str) -> Problem:
    return problem(code, row_number=row_number, column_letter=column.letter, heading=column.heading, value=value)
