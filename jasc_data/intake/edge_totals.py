"""Totals at the edge of a table of positions (a column after the kinds, a row beneath them): checked, never stored."""

from collections.abc import Callable, Iterable, Iterator

from jasc_data.domain.normalise import marked_key, spelling_key
from jasc_data.intake.fields import heading_key
from jasc_data.intake.layouts import Column, Layout, Table
from jasc_data.intake.positions import Figure
from jasc_data.intake.problems import CellFault, Problem
from jasc_data.intake.rows import Place, cell_problem, cells_of
from jasc_data.intake.words import ALL, TOTAL, read_total

_Total = tuple[Place, str, Callable[[Figure], bool]]  # where it stands, what it says, which figures it sums


def edge_total_problems(table: Table, figures: list[Figure]) -> list[Problem]:
    """Totals that are not the sum of the figures they stand beside or beneath."""
    return [found for place, cell, sums in _totals(table) if (found := _checked(place, cell, filter(sums, figures)))]


def _totals(table: Table) -> Iterator[_Total]:
    if table.layout is Layout.LONG:
        yield from _totals_of_kinds(table)
    if table.layout is Layout.BY_FORCE:
        columns = [column for column in table.columns if not column.field and heading_key(column.heading) in TOTAL]
        for row in table.rows:
            for column in columns:
                yield Place(row.number, column), row.cells[column.index], _in_row(row.number)
    if table.layout is Layout.PAPER:
        for row in table.rows:
            for column in table.columns[1:] if spelling_key(row.cells[0]) in TOTAL else ():
                place = Place(row.number, column)
                yield place, row.cells[column.index], _in_column(column)


def _totals_of_kinds(table: Table) -> Iterator[_Total]:
    """Rows of all kinds together, each the sum of the rows of its force and date."""
    told = {row.number: cells_of(row, table.columns) for row in table.rows}
    of_whom = {number: (marked_key(cells.get("force", "")), cells.get("as_of")) for number, cells in told.items()}
    for number, cells in told.items():
        if marked_key(cells.get("kind", "")) in ALL and marked_key(cells.get("grade", "")) in {"", *ALL}:
            same = frozenset(other for other, whose in of_whom.items() if whose == of_whom[number])
            yield Place(number, table.column_of("open")), cells.get("open", ""), _in_row(*same)


def _in_row(*numbers: int) -> Callable[[Figure], bool]:
    return lambda figure: figure.place.row_number in numbers


def _in_column(column: Column) -> Callable[[Figure], bool]:
    return lambda figure: figure.place.column == column


def _checked(place: Place, cell: str, summed: Iterable[Figure]) -> Problem | None:
    """A total that says something else; one of averages is rounded as they are."""
    if not cell.strip():
        return None
    beside = [figure for figure in summed if figure.grade is None]
    counted = sum(figure.value for figure in beside)
    try:
        stated = read_total(cell)
    except CellFault as fault:
        return cell_problem(fault, place, cell)
    if not beside or stated is None or abs(stated - counted) <= 0.05 * len(beside):
        return None
    return cell_problem(CellFault("total.differs", stated=f"{stated:g}", counted=f"{counted:g}"), place, cell)
