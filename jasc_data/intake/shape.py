"""The shape of a table's rows, before their meaning: notes below it, totals, and rows of the wrong length."""

from dataclasses import replace

from jasc_data.intake.headings import Layout, Table
from jasc_data.intake.problems import Problem, problem
from jasc_data.intake.reading import SheetRow
from jasc_data.intake.words import TOTAL, read_count
from jasc_data.words_alike import spelling_key

_NOTE_STARTS = ("source", "note", "exported", "generated", "printed", "end of", "official", "produced", "figures")


def shaped(table: Table) -> tuple[Table, list[Problem]]:
    """The table with its records only, each row as long as the headings; and what was passed over or is wrong."""
    rows, found = _without_notes(table)
    width = len(table.columns)
    kept: list[SheetRow] = []
    for row in rows:
        cells = _trimmed(row.cells)
        if table.layout is Layout.ITEMS and spelling_key(cells[_first_filled(cells)]) in TOTAL:
            found.append(_total_problem(row, len(kept)))
        elif len(row.cells) < width or len(cells) > width:
            found.append(problem("row.shape", row_number=row.number, cells=len(cells), headings=width))
        else:
            kept.append(replace(row, cells=row.cells[:width]))
    found += _without_heading(table, kept)
    return replace(table, rows=tuple(kept)), [entry for entry in found if entry is not None]


def _without_heading(table: Table, rows: list[SheetRow]) -> list[Problem]:
    """Columns that hold something under a blank heading: nobody can say what it means."""
    found = []
    for column in table.columns:
        if not column.heading and column.field is None:
            filled = next((row for row in rows if row.cells[column.index].strip()), None)
            if filled:
                value = filled.cells[column.index]
                found.append(
                    problem("headings.blank", row_number=filled.number, column_letter=column.letter, value=value)
                )
    return found


def _without_notes(table: Table) -> tuple[list[SheetRow], list[Problem | None]]:
    """Lines of one cell at the end are notes when a blank row sets them off or their first word says so.

    Anything else of one cell is kept, to be reported: it may be a record that was cut short on its way.
    """
    rows = list(table.rows)
    start = len(rows)
    while start > 1 and len(table.columns) > 2 and _is_lone(rows[start - 1]):
        start -= 1
    notes = rows[start:]
    set_off = bool(notes) and start > 0 and notes[0].number > rows[start - 1].number + 1
    kept, found = rows[:start], []
    for row in notes:
        text = row.cells[0]
        if set_off or spelling_key(text).startswith(_NOTE_STARTS):
            found.append(problem("rows.after_table", row_number=row.number, value=text))
        else:
            kept.append(row)
    return kept, list(found)


def _is_lone(row: SheetRow) -> bool:
    return bool(row.cells[0].strip()) and not any(cell.strip() for cell in row.cells[1:])


def _total_problem(row: SheetRow, counted: int) -> Problem | None:
    """A total below a list of items is checked against the rows when it states one number."""
    stated = [cell for cell in row.cells if cell.strip().isdecimal()]
    if len(stated) != 1:
        return problem("total.not_checked", row_number=row.number, value=" ".join(row.cells))
    if read_count(stated[0]) == counted:
        return None
    return problem("total.differs", row_number=row.number, value=stated[0], stated=stated[0].strip(), counted=counted)


def _first_filled(cells: tuple[str, ...]) -> int:
    return next(index for index, cell in enumerate(cells) if cell.strip())


def _trimmed(cells: tuple[str, ...]) -> tuple[str, ...]:
    last = max(index for index, cell in enumerate(cells) if cell.strip())
    return cells[: last + 1]
