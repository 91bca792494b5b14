"""The date on which an item was closed, held against its status: shown, never counted, and asked about."""

from collections.abc import Iterable
from datetime import date

from jasc_data.intake.layouts import Table
from jasc_data.intake.problems import CellFault, Problem
from jasc_data.intake.rows import Place, cell_problem
from jasc_data.intake.uploads import Item
from jasc_data.wording.numbers import long_date


def closing_date_problems(items: Iterable[Item], as_of: date, table: Table) -> list[Problem]:
    """One warning for the items of a date that are listed as open (or without a status) and were closed by then."""
    closed = [item for item in items if _closed_by(item, as_of) and item.row.status.counts_as_open]
    if not closed:
        return []
    first = closed[0].row
    fault = CellFault(
        "closed_on.still_open",
        count=f"{len(closed):,} item{' has' if len(closed) == 1 else 's have'}",
        day=long_date(as_of),
        status=first.status if first.status_written else "open (no status is given)",
        first=long_date(first.closed_on) if first.closed_on else "",
    )
    column = table.column_of("closed_on")
    written = next(row.cells[column.index] for row in table.rows if column and row.number == first.row_number)
    return [cell_problem(fault, Place(first.row_number, column), written)]


def _closed_by(item: Item, as_of: date) -> bool:
    return item.row.closed_on is not None and item.row.closed_on <= as_of
