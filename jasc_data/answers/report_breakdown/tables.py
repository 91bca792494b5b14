"""The table of what lies behind a figure."""

from collections.abc import Sequence

from jasc_data.answers.report_breakdown.answer import ReportBreakdown, ReportLine
from jasc_data.domain.vocabulary import Status
from jasc_data.drawing.table_spec import Column, Contents, Format, TableSpec, rows_of


def breakdown_table(breakdown: ReportBreakdown) -> TableSpec:
    """Open items by report and status, largest report first, with the total below.

    What counts as open because its file gave no status stands in a column of its own, where there is any.
    """
    silent = any(line.not_given for line in breakdown.reports)
    total = _figures(breakdown.reports, silent=silent)
    rows: list[Contents] = [(line.report, *_figures([line], silent=silent).values()) for line in breakdown.reports]
    columns = (Column("Report"), *(Column(heading, Format.COUNT) for heading in total))
    caption = f"Open {breakdown.kind.plural} by report and status"
    return TableSpec(columns, rows_of([*rows, ("All reports", *total.values())]), caption)


def _figures(lines: Sequence[ReportLine], *, silent: bool) -> dict[str, int]:
    not_given = sum(line.not_given for line in lines)
    by_status = {status: sum(line.by_status.get(status, 0) for line in lines) for status in Status}
    return {
        "All open": sum(line.open for line in lines),
        "Marked open": by_status[Status.OPEN] - not_given,
        **({"Status not given": not_given} if silent else {}),
        "In progress": by_status[Status.IN_PROGRESS],
        "Awaiting sign-off": by_status[Status.AWAITING_SIGN_OFF],
        "Past the HMICFRS deadline": sum(line.overdue for line in lines),
    }
