"""Which row of a sheet holds the headings. A row that holds an item is never taken for them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from jasc_data.domain.normalise import marked_key, spelling_key
from jasc_data.intake.evidence import heading_fields, is_data
from jasc_data.intake.fields import ITEM_FIELDS, KIND_WORDS, heading_key
from jasc_data.intake.layouts import Layout, Reading, readings
from jasc_data.intake.learned import Vocabulary
from jasc_data.intake.problems import CellFault, Problem, problem
from jasc_data.intake.reading import Sheet, SheetRow
from jasc_data.intake.words import read_grade, read_status

ROWS_SEARCHED = 200
_LONGEST_HEADING = 60
_TABLES = (Layout.ITEMS, Layout.LONG)


@dataclass(frozen=True)
class HeadingRow:
    """The row that holds the headings, or comes nearest; what it is read as (None: no headings); what is wrong."""

    row: SheetRow
    reading: Reading | None
    problems: tuple[Problem, ...] = ()


def find_heading_row(sheet: Sheet, vocabulary: Vocabulary) -> HeadingRow:
    """The first row that has all the headings of a layout; without one, the row that has most of them."""
    rows = sheet.rows[:ROWS_SEARCHED]
    could_be = [reading for row in rows for reading in readings(row, vocabulary) if _plausible(reading, rows)]
    complete = [reading for reading in could_be if reading.complete]
    if complete:
        first = complete[0]
        return HeadingRow(first.row, first, (*_second_table(first, complete), *_two_rows(first, rows)))
    nearest = _nearest(could_be, rows)
    if nearest is None:
        return _without_headings(rows)
    return HeadingRow(nearest.row, nearest, _instead_of_missing(nearest, rows, vocabulary))


def _plausible(reading: Reading, rows: Sequence[SheetRow]) -> bool:
    """Forces across are headings only while no force stands below them: a row of items can name two forces as well.
    One force alone, beside an average, heads kinds, or is a title's."""
    if reading.layout is not Layout.PAPER:
        return True
    across = {index for index, field in reading.fields.items() if field == "force"}
    here = {index: reading.row.cells[index] for index in across}
    below = [row for row in rows if row.number > reading.row.number]
    if len(across) == 1 and not any(marked_key(row.cells[0]) in KIND_WORDS for row in below):
        return False
    return not any(row.cells[index] == here[index] for row in below for index in across if index < len(row.cells))


def _second_table(first: Reading, complete: Sequence[Reading]) -> tuple[Problem, ...]:
    """Another row with other headings, further down: two tables, of which only one would be read."""
    for other in complete:
        apart = other.row is not first.row and other.layout in _TABLES and first.layout in _TABLES
        if apart and _words(other.row) != _words(first.row):
            code = "headings.two_rows" if other.row.number == first.row.number + 1 else "headings.twice"
            return (problem(code, row_number=other.row.number, first=first.row.number, second=other.row.number),)
    return ()


def _two_rows(first: Reading, rows: Sequence[SheetRow]) -> tuple[Problem, ...]:
    """Levels in a row of their own beneath the kinds."""
    following = next((row for row in rows if row.number > first.row.number), None)
    if first.layout is not Layout.BY_FORCE or following is None:
        return ()
    levels = [cell for cell in following.cells if not is_data(cell) and _is_level(cell)]
    if len(levels) < 2:
        return ()
    return (problem("headings.two_rows", row_number=following.number, first=first.row.number, second=following.number),)


def _nearest(could_be: Sequence[Reading], rows: Sequence[SheetRow]) -> Reading | None:
    """The row with most cells that are, or look like, the headings of a field; two at least."""
    records = _records(rows)
    best: tuple[tuple[int, int, int], Reading] | None = None
    for reading in could_be:
        if reading.row.number in records:
            continue
        alike = sum(bool(heading_fields(cell)) for cell in reading.row.cells if len(cell) <= _LONGEST_HEADING)
        closeness = (max(alike, len(reading.fields)), len(reading.fields), -len(reading.lacking))
        if closeness[0] >= 2 and (best is None or closeness > best[0]):
            best = (closeness, reading)
    return best[1] if best else None


def _records(rows: Sequence[SheetRow]) -> set[int]:
    """The rows that hold an item or a figure: a date or a number, or a kind or a status that their column repeats."""
    told = [{index for index, cell in enumerate(row.cells) if _is_word_of_a_record(cell)} for row in rows]
    repeated = {index for index, count in Counter(index for places in told for index in places).items() if count > 1}
    return {
        row.number
        for row, places in zip(rows, told, strict=True)
        if places & repeated or any(is_data(cell) for cell in row.cells)
    }


def _without_headings(rows: Sequence[SheetRow]) -> HeadingRow:
    """No row looks like headings: say whether the first row is a record already, or the table lies on its side."""
    records = _records(rows)
    first_cells = {heading_key(row.cells[0]) for row in rows if row.cells}
    widest = max(rows, key=lambda row: (row.number not in records, sum(bool(cell.strip()) for cell in row.cells)))
    known = {word for words in ITEM_FIELDS.values() for word in words.split("|")}
    if len(known & first_cells) >= 3:
        return HeadingRow(widest, None, (problem("headings.transposed"),))
    if len(records) == len(rows) and len(widest.cells) > 2:
        return HeadingRow(rows[0], None, (problem("headings.none", row_number=rows[0].number),))
    return HeadingRow(widest, None, (problem("headings.not_found", rows=ROWS_SEARCHED),))


def _instead_of_missing(nearest: Reading, rows: Sequence[SheetRow], vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """Layouts that are known and not read: counts by report; a table on its side."""
    keys = [heading_key(cell) for cell in nearest.row.cells]
    kinds = [key for key in keys if key in KIND_WORDS or key in vocabulary.kinds]
    if "report" in nearest.fields.values() and len(kinds) >= 2:
        return (problem("layout.counts_by_report", row_number=nearest.row.number),)
    known = {word for words in ITEM_FIELDS.values() for word in words.split("|")}
    if len(nearest.fields) < 3 and len(known & {heading_key(row.cells[0]) for row in rows if row.cells}) >= 3:
        return (problem("headings.transposed"),)
    return ()


def _is_word_of_a_record(cell: str) -> bool:
    if spelling_key(cell) in KIND_WORDS:
        return True
    return bool(spelling_key(cell)) and _reads(read_status, cell)


def _is_level(cell: str) -> bool:
    return bool(spelling_key(cell)) and _reads(read_grade, cell)


def _reads(reader, cell: str) -> bool:  # type: ignore[no-untyped-def]
    try:
        reader(cell)
    except CellFault:
        return False
    return True


def _words(row: SheetRow) -> list[str]:
    return [key for cell in row.cells if (key := spelling_key(cell))]
