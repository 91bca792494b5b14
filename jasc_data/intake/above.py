"""What stands around the table and is passed over, and what its sheet is called: neither may hold records, nor tell of
another force, another day, a part of the list or what is closed.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from jasc_data.domain.forces import ForceDirectory
from jasc_data.domain.normalise import marked_key
from jasc_data.intake.beside import beside_problems
from jasc_data.intake.fields import KIND_WORDS
from jasc_data.intake.layouts import Layout, Table
from jasc_data.intake.learned import Vocabulary
from jasc_data.intake.problems import CellFault, Problem, problem
from jasc_data.intake.reading import Sheet, SheetRow
from jasc_data.intake.words import read_count

_PARTS = re.compile(r"\s[-–—]+\s|[:;|,–—\n]|\band\b")


def around_problems(
    sheet: Sheet, table: Table, as_of: date | None, taken: str, vocabulary: Vocabulary
) -> list[Problem]:
    """What contradicts that the table is all that is open of its force at its date. taken: the force whose items are
    meant where no column says so."""
    told = _told(sheet, table, as_of, taken, vocabulary.directory)
    name = replace(sheet, rows=(SheetRow(0, (sheet.name,)),)) if sheet.name else None  # it says as much as a title
    if name and any(found.row_number == 0 for found in _told(name, table, as_of, taken, vocabulary.directory)):
        told.append(problem("sheet.name", value=sheet.name))
    return told + _records_above(sheet, table, vocabulary)


def _records_above(sheet: Sheet, table: Table, vocabulary: Vocabulary) -> list[Problem]:
    """One sentence for all records above the headings: sorting can move these, and a second table can follow."""
    above = [row for row in sheet.rows if row.number < table.heading_row]
    records = [row for row in above if _is_record(row, table, vocabulary)]
    if not records:
        return []
    named = ", ".join(str(row.number) for row in records[:6]) + (" ..." if len(records) > 6 else "")
    first = next(filter(str.strip, records[0].cells))
    return [
        problem("headings.records_above", row_number=records[0].number, value=first, count=len(records), rows=named)
    ]


def _is_record(row: SheetRow, table: Table, vocabulary: Vocabulary) -> bool:
    """A row that names a kind or a force where the table has them, and is filled as its rows are."""
    cells = {column.index: row.cells[column.index].strip() for column in table.columns if column.index < len(row.cells)}
    if table.layout is Layout.ITEMS:
        filled = [cell for cell in cells.values() if cell]
        words = sum(any(map(str.isalpha, cell)) for cell in filled)  # a box of counts by kind has one
        known = _names_a_kind(_cell(cells, table, "kind"), vocabulary)
        return known and words > 1 and len(filled) > max(2, len(table.columns) // 2)
    counts = [index for index, cell in cells.items() if index and cell and _is_count(cell)]
    if table.layout is Layout.BY_FORCE:
        return bool(counts) and bool(vocabulary.directory.find(_cell(cells, table, "force")))
    return bool(counts) and _names_a_kind(_cell(cells, table, "kind"), vocabulary)


def _cell(cells: dict[int, str], table: Table, field: str) -> str:
    column = table.column_of(field)
    return cells.get(column.index, "") if column else ""


def _names_a_kind(cell: str, vocabulary: Vocabulary) -> bool:
    return marked_key(cell) in KIND_WORDS or marked_key(cell) in vocabulary.kinds


def _is_count(cell: str) -> bool:
    try:
        return read_count(cell) is not None
    except CellFault:
        return False


def _of_another_force(sheet: Sheet, table: Table, taken: str, directory: ForceDirectory) -> Iterator[Problem]:
    """Titles that name another force than the one whose the items are taken to be, where no column says whose."""
    if table.layout is not Layout.ITEMS or table.column_of("force"):
        return
    for row in sheet.rows:
        if row.number >= table.heading_row:
            return
        text = " ".join(filter(None, row.cells))
        parts = (part.strip() for cell in row.cells for part in _PARTS.split(cell))
        named = {force.name for part in parts if part for force in directory.find(part)}
        if named and taken not in named:
            yield problem(
                "force.title", row_number=row.number, value=text, found=" or ".join(sorted(named)), taken=taken
            )


def _told(sheet: Sheet, table: Table, as_of: date | None, taken: str, directory: ForceDirectory) -> list[Problem]:
    return [*beside_problems(sheet, table, as_of), *_of_another_force(sheet, table, taken, directory)]
