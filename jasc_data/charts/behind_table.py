"""The table of what lies behind a figure."""

import pandas as pd

from jasc_data.analysis.behind import Behind
from jasc_data.vocabulary import Status

_COLUMNS = {
    Status.OPEN: "Open, not begun",
    Status.IN_PROGRESS: "In progress",
    Status.AWAITING_SIGN_OFF: "Awaiting sign-off",
}


def behind_table(behind: Behind) -> pd.DataFrame:
    """Open items by report and status, largest report first, with the total below."""
    rows = [
        {"Report": line.report, "All open": f"{line.open:,}"}
        | {heading: f"{line.by_status.get(status, 0):,}" for status, heading in _COLUMNS.items()}
        | {"Past the HMICFRS deadline": f"{line.overdue:,}"}
        for line in behind.reports
    ]
    total = {"Report": "All reports", "All open": f"{sum(line.open for line in behind.reports):,}"}
    total |= {
        heading: f"{sum(line.by_status.get(status, 0) for line in behind.reports):,}"
        for status, heading in _COLUMNS.items()
    }
    total |= {"Past the HMICFRS deadline": f"{sum(line.overdue for line in behind.reports):,}"}
    return pd.DataFrame([*rows, total]).set_index("Report")
