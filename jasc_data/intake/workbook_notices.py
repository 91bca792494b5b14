"""What a person sees in a workbook and its cells alone do not say: merged, hidden and struck-through ones."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby

from jasc_data.intake.problems import Problem, problem
from jasc_data.intake.reading import column_letter
from jasc_data.intake.workbook_cells import Area, Cells

_NAMED = 12  # places named in a sentence before it says how many more


def fill_merged(cells: Cells) -> list[Problem]:
    """Writes the value of a merged cell into every row that it spans, in its first column, and says where.

    Across it is not repeated: a title over the whole table, or a heading over several columns, stands once.
    """
    numbers = [number for number, _ in cells.rows]
    filled, across = [], []
    done: dict[int, int] = {}  # by column, the last row so far: Excel lets no areas overlap, but a file may say so
    for area in sorted(cells.merged, key=lambda area: (area.top, area.left)):
        if area.top > done.get(area.left, 0) and _fill(cells, numbers, area):
            filled.append(area)
        elif area.right > area.left and _stands_beside_others(cells, numbers, area):
            across.append(area)
            row = cells.rows[bisect_left(numbers, area.top)][1]
            covered = range(area.left + 1, min(area.right + 1, len(row)))
            cells.covered.update({(area.top, index): row[index] for index in covered if row[index]})
        done[area.left] = max(done.get(area.left, 0), area.bottom)
    cells.joined.update(_joined(cells, numbers, [*filled, *across]))
    found = []
    if filled:
        found.append(problem("sheet.merged_filled", areas=_some([str(area) for area in filled])))
    if across:
        found.append(problem("sheet.merged_across", areas=_some([str(area) for area in across])))
    return found + [
        problem("sheet.covered", row_number=number, column_letter=column_letter(index), value=text)
        for (number, index), text in cells.covered.items()
    ]


def _joined(cells: Cells, numbers: Sequence[int], areas: Iterable[Area]) -> Iterator[tuple[int, int]]:
    """Every cell of the areas but the first of each."""
    width = max(map(len, (row for _, row in cells.rows)), default=0)
    for area in areas:
        for number in numbers[bisect_left(numbers, area.top) : bisect_right(numbers, area.bottom)]:
            for index in range(area.left, min(area.right + 1, width)):
                if (number, index) != (area.top, area.left):
                    yield number, index


def told(cells: Cells) -> list[Problem]:
    """What the workbook hides or strikes through."""
    found = [entry for entry in (_hidden_rows(cells), _hidden_columns(cells), _struck_rows(cells)) if entry]
    return found + _struck_cells(cells)


def _fill(cells: Cells, numbers: Sequence[int], area: Area) -> bool:
    first = bisect_left(numbers, area.top)
    if first == len(numbers) or numbers[first] != area.top or area.bottom == area.top:
        return False
    top = cells.rows[first][1]
    value = top[area.left] if area.left < len(top) else ""
    if not value:
        return False
    is_formula = (area.top, area.left) in cells.uncalculated
    below = cells.rows[first + 1 : bisect_right(numbers, area.bottom)]
    for number, row in below:
        row.extend([""] * (area.left + 1 - len(row)))
        if row[area.left] not in ("", value):
            cells.covered[number, area.left] = row[area.left]
        row[area.left] = row[area.left] or value
        if is_formula:
            cells.uncalculated.add((number, area.left))
    return bool(below)


def _stands_beside_others(cells: Cells, numbers: Sequence[int], area: Area) -> bool:
    """True when the area stands in a row of the table, not in a title or a line that divides it."""
    place = bisect_left(numbers, area.top)
    if place == len(numbers) or numbers[place] != area.top:
        return False
    row = cells.rows[place][1]
    return bool(row[area.left : area.left + 1] and row[area.left]) and any(row[: area.left] + row[area.right + 1 :])


def _hidden_rows(cells: Cells) -> Problem | None:
    hidden = set(cells.hidden_rows)
    if not hidden:
        return None
    return problem(
        "sheet.rows_hidden",
        hidden=len(hidden),
        all=_table_rows(cells),
        are="is" if len(hidden) == 1 else "are",
        why=" (a filter is on)" if cells.filter_is_on else "",
        rows=rows_named(hidden),
    )


def _table_rows(cells: Cells) -> int:
    """How many rows there are below the headings: in what can be filtered, or else all of more than one cell."""
    area = cells.filtered
    if area:
        return sum(area.top < number <= area.bottom for number, _ in cells.rows)
    return max(sum(sum(map(bool, row)) > 1 for _, row in cells.rows) - 1, len(cells.hidden_rows))


def _hidden_columns(cells: Cells) -> Problem | None:
    used = {index for _, row in cells.rows for index, cell in enumerate(row) if cell} if cells.hidden_columns else set()
    hidden = [index for index in sorted(used) if any(first <= index <= last for first, last in cells.hidden_columns)]
    if not hidden:
        return None
    return problem("sheet.columns_hidden", columns=_some([column_letter(index) for index in hidden]))


def _struck_rows(cells: Cells) -> Problem | None:
    rows = cells.struck_rows
    if not rows:
        return None
    count, are = ("1 row", "is") if len(rows) == 1 else (f"{len(rows)} rows", "are")
    return problem("sheet.rows_struck", count=count, are=are, rows=rows_named(rows))


def _struck_cells(cells: Cells) -> list[Problem]:
    return [
        problem("sheet.cell_struck", row_number=number, column_letter=column_letter(index), value=text)
        for number, index, text in cells.struck_cells
    ]


def rows_named(numbers: Collection[int]) -> str:
    """The rows as a sentence names them: ``rows 3-5, 9``."""
    return ("row " if len(numbers) == 1 else "rows ") + _some(_spans(sorted(numbers)))


def _spans(numbers: Iterable[int]) -> Iterator[str]:
    """3, 4, 5, 9 as ``3-5`` and ``9``."""
    for _, run in groupby(enumerate(numbers), key=lambda entry: entry[1] - entry[0]):
        members = [number for _, number in run]
        yield f"{members[0]}-{members[-1]}" if len(members) > 1 else str(members[0])


def _some(places: Iterable[str]) -> str:
    named = list(places)
    more = len(named) - _NAMED
    return ", ".join(named[:_NAMED]) + (f" and {more} more" if more > 0 else "")
