"""The tables of leads, ages and deadlines, each with its total, and lists of items with their dates."""

from collections.abc import Sequence

import pandas as pd

from jasc_data.answers.deadlines.answer import Ageing, Line
from jasc_data.domain.vocabulary import Kind


def lead_table(ageing: Ageing) -> pd.DataFrame:
    """Open items by lead and kind, and how many are overdue, with the total below."""
    return _with_total("Lead", ageing.leads, ageing)


def age_table(ageing: Ageing) -> pd.DataFrame:
    """Open items by age and kind, and how many are overdue, with the total below."""
    return _with_total("Age", ageing.ages, ageing)


def due_table(ageing: Ageing) -> pd.DataFrame:
    """Open items by deadline, each in one class, with the total below."""
    every = Line("All open items", ageing.items, ageing.day)
    rows = [
        {
            "HMICFRS deadline": line.name,
            "Open": f"{line.open:,}",
            "Awaiting sign-off": f"{line.awaiting:,}",
            "Worked out from words": f"{line.worked_out:,}",
            "With a reason given": f"{line.with_reason:,}",
        }
        for line in (*ageing.due, every)
    ]
    return pd.DataFrame(rows).set_index("HMICFRS deadline")


def _with_total(heading: str, lines: Sequence[Line], ageing: Ageing) -> pd.DataFrame:
    every = Line("All open items", ageing.items, ageing.day)
    rows = [
        {heading: line.name, "Open": f"{line.open:,}"}
        | {kind.short_heading: f"{line.of_kind(kind):,}" for kind in Kind}
        | {"Overdue": f"{line.overdue:,}"}
        for line in (*lines, every)
    ]
    return pd.DataFrame(rows)
