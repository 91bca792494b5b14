"""The table of what lies behind a figure."""

import pandas as pd

from jasc_data.answers.report_breakdown.answer import Behind, ReportLine
from jasc_data.domain.vocabulary import Status


def behind_table(behind: Behind) -> pd.DataFrame:
    """Open items by report and status, largest report first, with the total below.

    What counts as open because its file gave no status stands in a column of its own, where there is any.
    """
    silent = any(line.not_given for line in behind.reports)
    rows = [{"Report": line.report} | _cells([line], silent=silent) for line in behind.reports]
    total = {"Report": "All reports"} | _cells(list(behind.reports), silent=silent)
    return pd.DataFrame([*rows, total]).set_index("Report")


def _cells(lines: list[ReportLine], *, silent: bool) -> dict[str, str]:
    not_given = sum(line.not_given for line in lines)
    by_status = {status: sum(line.by_status.get(status, 0) for line in lines) for status in Status}
    figures = {
        "All open": sum(line.open for line in lines),
        "Marked open": by_status[Status.OPEN] - not_given,
        **({"Status not given": not_given} if silent else {}),
        "In progress": by_status[Status.IN_PROGRESS],
        "Awaiting sign-off": by_status[Status.AWAITING_SIGN_OFF],
        "Past the HMICFRS deadline": sum(line.overdue for line in lines),
    }
    return {heading: f"{number:,}" for heading, number in figures.items()}
