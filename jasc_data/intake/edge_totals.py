"""Totals at the edge of a table of positions (a column after the kinds, a row beneath them): checked, never stored."""

from collections.abc import Iterable

from jasc_data.domain.normalise import spelling_key
from jasc_data.intake.fields import heading_key
from jasc_data.intake.layouts import Layout, Table
from jasc_data.intake.positions import Figure
from jasc_data.intake.problems import CellFault, Problem
from jasc_data.intake.rows import Place, cell_problem
from jasc_data.intake.words import TOTAL, read_average


def edge_total_problems(table: Table, figures: list[Figure]) -> list[Problem]:
    """Totals that are not the sum of the figures they stand beside or beneath."""
    return [found for place, cell in _totals(table) if (found := _checked(place, cell, table.layout, figures))]


def _totals(table: Table) -> Iterable[tuple[Place, str]]:
    if table.layout is Layout.BY_FORCE:
        columns = [column for column in table.columns if not column.field and heading_key(column.heading) in TOTAL]
        return [(Place(row.number, column), row.cells[column.index]) for row in table.rows for column in columns]
    if table.layout is not Layout.PAPER:
        return []
    rows = [row for row in table.rows if spelling_key(row.cells[0]) in TOTAL]
    return [(Place(row.number, column), row.cells[column.index]) for row in rows for column in table.columns[1:]]


def _checked(place: Place, cell: str, layout: Layout, figures: list[Figure]) -> Problem | None:
    """A total that says something else; one of averages is rounded as they are."""
    if not cell.strip():
        return None
    beside = [figure for figure in figures if figure.grade is None and _belongs(figure, place, layout)]
    counted = sum(figure.value for figure in beside)
    try:
        stated = read_average(cell)
    except CellFault as fault:
        return cell_problem(fault, place, cell)
    if not beside or stated is None or abs(stated - counted) <= 0.05 * len(beside):
        return None
    return cell_problem(CellFault("total.differs", stated=f"{stated:g}", counted=f"{counted:g}"), place, cell)


def _belongs(figure: Figure, place: Place, layout: Layout) -> bool:
    if layout is Layout.BY_FORCE:
        return figure.place.row_number == place.row_number
    return figure.place.column == place.column
