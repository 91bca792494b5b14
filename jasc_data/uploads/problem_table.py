"""The table of the problems that were found in a file."""

from collections.abc import Iterable

from jasc_data.drawing.table_spec import Column, Format, TableSpec, rows_of
from jasc_data.intake.problems import Problem, Severity, shortened

_SEVERITIES = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.NOTICE: "Notice"}


def problem_table(problems: Iterable[Problem]) -> TableSpec:
    """Every problem: where, what is wrong, what to do."""
    columns = (
        Column("What"),
        Column("Row", Format.PLAIN),
        Column("Column"),
        Column("Value"),
        Column("What was found"),
        Column("What to do"),
    )
    rows = [
        (
            _SEVERITIES[found.severity],
            found.row_number or None,
            f"{found.column_letter or ''} {found.heading or ''}",
            shortened(found.value or ""),
            found.message,
            found.fix_on_page,
        )
        for found in problems
    ]
    return TableSpec(columns, rows_of(rows), "The problems found in the file", headed_rows=False)
