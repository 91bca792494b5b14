"""The shape of a table's rows, before their meaning: notes below it, totals, and rows of the wrong length."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from jasc_data.domain.normalise import reference_key, spelling_key
from jasc_data.intake.layouts import Column, Layout, Table
from jasc_data.intake.list_totals import begins_like_a_total, is_total, total_problem
from jasc_data.intake.problems import Problem, problem
from jasc_data.intake.reading import SheetRow

_NOTE_STARTS = tuple(
    (
        "source|note|exported|extracted|downloaded|generated|printed|end of|official|produced|figures|applied filters|"
        "filters|filtered|data extracted|data as at|last updated|report generated|showing |displaying |page "
    ).split("|")
)
_SAYS_WHICH = frozenset({"reference", "number", "kind", "force", "as_of"})  # and nothing more of an item
_DIGITS = re.compile(r"\d+")
_ONCE_PER_GROUP = ("report", "status", "grade")


def shaped(table: Table, uncalculated: frozenset[tuple[int, int]] = frozenset()) -> tuple[Table, list[Problem]]:
    """The table with its records only, each row as long as the headings; and what was passed over or is wrong.

    uncalculated: the cells (row number, column index) whose formula has no saved value.
    """
    rows, found = _without_notes(table)
    rows, more = _without_headings_again(table, rows)
    lone = {row.number: cell for row in rows if (cell := _lone_cell(row)) is not None}
    rows, sections = _without_sections(table, rows, lone)
    found += more + sections
    width = len(table.columns)
    kept: list[SheetRow] = []
    totals: list[tuple[SheetRow, int]] = []
    for row in rows:
        cells = _trimmed(row.cells)
        if table.layout is Layout.ITEMS and is_total(table, row, lone.get(row.number)):
            totals.append((row, len(kept)))
        elif len(row.cells) < width or len(cells) > width:
            found.append(problem("row.shape", row_number=row.number, cells=len(cells), headings=width))
        elif uncalculated and (formulas := _uncalculated_in(row, table, uncalculated)):
            found += _formula_problems(row, formulas)
        else:
            kept.append(row if len(row.cells) == width else replace(row, cells=row.cells[:width]))
    above_each = [0, *(above for _, above in totals)]
    found += [  # a total can stand first
        total_problem(row, kept[:above] or kept, kept[before:above], table)
        for (row, above), before in zip(totals, above_each, strict=False)
    ]
    table = replace(table, rows=tuple(kept))
    found += _without_heading(table, kept) + _once_per_group(table) + _hardly_filled(table)
    return table, [entry for entry in found if entry is not None]


def _without_heading(table: Table, rows: list[SheetRow]) -> list[Problem | None]:
    """Columns that hold something under a blank heading: nobody can say what it means."""
    found: list[Problem | None] = []
    for column in table.columns:
        if not column.heading and column.field is None:
            filled = next((row for row in rows if row.cells[column.index].strip()), None)
            if filled:
                value = filled.cells[column.index]
                found.append(
                    problem("headings.blank", row_number=filled.number, column_letter=column.letter, value=value)
                )
    return found


def _uncalculated_in(row: SheetRow, table: Table, uncalculated: frozenset[tuple[int, int]]) -> list[Column]:
    return [column for column in table.columns if column.field and (row.number, column.index) in uncalculated]


def _formula_problems(row: SheetRow, columns: Iterable[Column]) -> list[Problem | None]:
    """Formulas without a value, in columns that are read: what they would show, nobody knows."""
    return [
        problem(
            "cell.formula",
            row_number=row.number,
            column_letter=column.letter,
            heading=column.heading,
            value=row.cells[column.index],
        )
        for column in columns
    ]


def _without_notes(table: Table) -> tuple[list[SheetRow], list[Problem | None]]:
    """Lines of one cell at the end are notes when a blank row sets them off or their first word says so.

    Anything else of one cell is kept, to be reported: it may be a record that was cut short on its way.
    """
    rows = list(table.rows)
    start = len(rows)
    while start > 1 and len(table.columns) > 2 and _lone_cell(rows[start - 1]) is not None:
        start -= 1
    notes = rows[start:]
    set_off = bool(notes) and start > 0 and notes[0].number > rows[start - 1].number + 1
    kept: list[SheetRow] = rows[:start]
    found: list[Problem | None] = []
    for row in notes:
        text = _lone_cell(row) or ""
        words = not text.strip().isdecimal() and not begins_like_a_total(text)
        if words and (set_off or spelling_key(text).startswith(_NOTE_STARTS)):
            found.append(problem("rows.after_table", row_number=row.number, value=text))
        else:
            kept.append(row)
    return kept, found


def _without_headings_again(table: Table, rows: list[SheetRow]) -> tuple[list[SheetRow], list[Problem | None]]:
    """The headings again, as where two files were joined, and a row that numbers the columns, say nothing new."""
    words = [spelling_key(column.heading) for column in table.columns]
    numbers = [str(place) for place in range(1, len(words) + 1)]
    telling = (table.column_of("kind") or table.columns[0]).index  # kinds are few: each is looked at once
    cells = {row.cells[telling] for row in rows if len(row.cells) > telling}
    heads = {cell for cell in cells if _spelt(cell, words[telling])}
    kept: list[SheetRow] = []
    found: list[Problem | None] = []
    for place, row in enumerate(rows):
        if len(row.cells) >= len(words) and row.cells[telling] in heads and all(map(_spelt, row.cells, words)):
            found.append(problem("rows.headings_again", row_number=row.number))
        elif place == 0 and len(numbers) > 2 and [cell.strip() for cell in row.cells[: len(words)]] == numbers:
            found.append(problem("rows.column_numbers", row_number=row.number))
        else:
            kept.append(row)
    return kept, found


def _spelt(cell: str, word: str) -> bool:
    return spelling_key(cell) == word


def _without_sections(
    table: Table, rows: list[SheetRow], lone: Mapping[int, str]
) -> tuple[list[SheetRow], list[Problem | None]]:
    """Rows of one cell between full ones head a section of the list: one sentence for them all.

    lone: the only filled cell of such a row, by its number.
    """
    could_be = table.layout is Layout.ITEMS and len(table.columns) > 2 and lone
    heads = [row for row in rows[:-1] if could_be and row.number in lone and _is_section(table, row, lone[row.number])]
    if not heads:
        return rows, []
    named = ", ".join(str(row.number) for row in heads[:6]) + (" ..." if len(heads) > 6 else "")
    first = heads[0].number
    told = problem("rows.sections", row_number=first, value=lone[first], count=len(heads), rows=named)
    return [row for row in rows if row not in heads], [told]


def _is_section(table: Table, row: SheetRow, lone: str) -> bool:
    return len(row.cells) >= len(table.columns) and not is_total(table, row, lone)


def _once_per_group(table: Table) -> list[Problem | None]:
    """A column that is filled once for each group, as people write lists: its blanks mean the cell above."""
    found: list[Problem | None] = []
    for field in _ONCE_PER_GROUP if table.layout is Layout.ITEMS else ():
        column = table.column_of(field)
        cells = [row.cells[column.index].strip() for row in table.rows] if column else []
        blanks = cells.count("")
        enough = blanks if field == "report" else 2 * blanks >= len(cells)  # two levels and one without are no groups
        if column and enough and cells and cells[0] and _begins_groups(field, cells):
            first = table.rows[next(place for place, cell in enumerate(cells) if not cell)]
            found.append(
                problem(
                    "rows.once_per_group",
                    row_number=first.number,
                    column_letter=column.letter,
                    heading=column.heading,
                    value="",
                    blank=blanks,
                    rows=len(cells),
                )
            )
    return found


def _hardly_filled(table: Table) -> list[Problem | None]:
    """Rows that name a kind and say nothing more of an item, which the others do: a section's head reads as an item.
    One whose reference is of the form that others have is an item."""
    report = table.column_of("report")
    if table.layout is not Layout.ITEMS or report is None:
        return []
    blank = [row for row in table.rows if not row.cells[report.index].strip()]
    if not blank or 2 * len(blank) > len(table.rows):
        return []
    telling = [column.index for column in table.columns if column.heading and column.field not in _SAYS_WHICH]
    bare = [row for row in blank if not any(row.cells[index].strip() for index in telling)]
    if reference := table.column_of("reference"):
        numbers = {row.number for row in bare}
        forms = {_form(row.cells[reference.index]) for row in table.rows if row.number not in numbers}
        bare = [row for row in bare if _form(row.cells[reference.index]) not in forms - {""}]
    return [
        problem("rows.hardly_filled", row_number=row.number, value=" ".join(filter(None, row.cells)))
        for row in bare
        if any(cell.strip() for cell in row.cells)
    ]


def _form(reference: str) -> str:
    """What references of one list have in common: ``R1`` and ``R27`` are of one form."""
    return _DIGITS.sub("0", reference_key(reference))


def _begins_groups(field: str, cells: list[str]) -> bool:
    """True when no word is repeated in the row beneath; a report can head the only group, and a level is no group's
    where it comes again, for causes of concern have none."""
    labels = [spelling_key(cell) for cell in cells if cell]
    again = any(above and spelling_key(above) == spelling_key(cell) for above, cell in pairwise(cells))
    if field == "grade":
        return len(set(labels)) == len(labels) > 1
    return not again and (len(labels) > 1 or (field == "report" and len(cells) > 2))


def _lone_cell(row: SheetRow) -> str | None:
    """The row's only filled cell; None when there are several."""
    filled = filter(str.strip, row.cells)
    first = next(filled, None)
    return first if next(filled, None) is None else None


def _trimmed(cells: tuple[str, ...]) -> tuple[str, ...]:
    width = len(cells)
    while not cells[width - 1].strip():
        width -= 1
    return cells[:width]
