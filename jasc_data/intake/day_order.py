"""The days of an item held against each other: a report of the future and a deadline before its report are slips."""

from collections.abc import Iterable, Sequence
from datetime import date

from jasc_data.domain.vocabulary import DeadlineBasis
from jasc_data.intake.layouts import Table
from jasc_data.intake.problems import CellFault, Problem
from jasc_data.intake.rows import Place, cell_problem
from jasc_data.intake.uploads import Item
from jasc_data.wording.numbers import long_date


def day_order_problems(items: Iterable[Item], as_of: date, table: Table) -> list[Problem]:
    """One warning for the items of a date whose report came after it, one for those due before their report came."""
    published = [item for item in items if (day := item.row.report_published) and day > as_of]
    too_early = [item for item in items if _due_before_its_report(item)]
    return [
        *_told("published.after_export", published, "report_published", table, day=long_date(as_of)),
        *_told("deadline.before_publication", too_early, "deadline", table),
    ]


def _due_before_its_report(item: Item) -> bool:
    published, due = item.row.report_published, item.deadline_on
    if not published or not due or due >= published:
        return False
    return item.deadline_basis in (DeadlineBasis.STATED, DeadlineBasis.WORKED_OUT) and item.row.status.counts_as_open


def _told(code: str, items: Sequence[Item], field: str, table: Table, **details: str) -> list[Problem]:
    if not items:
        return []
    row = items[0].row
    column = table.column_of(field)
    written = next(cells.cells[column.index] for cells in table.rows if column and cells.number == row.row_number)
    published = long_date(row.report_published) if row.report_published else ""
    fault = CellFault(
        code, count=f"{len(items):,} item{'' if len(items) == 1 else 's'}", published=published, **details
    )
    return [cell_problem(fault, Place(row.row_number, column), written)]
