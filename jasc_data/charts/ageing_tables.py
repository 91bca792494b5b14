"""The tables of leads, ages and deadlines, each with its total, and lists of items with their dates."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from jasc_data.analysis.ageing import Ageing, Line
from jasc_data.analysis.ageing_words import reason_words
from jasc_data.analysis.register import RegisterItem
from jasc_data.analysis.register_words import deadline_words, item_age, standing_words, target_words
from jasc_data.vocabulary import Kind


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


def item_list(items: Sequence[RegisterItem], day: date) -> pd.DataFrame:
    """Items with their deadline, own target date, age and lead. Its text comes from files: show it escaped."""
    return pd.DataFrame(
        {
            "Reference": [item.name for item in items],
            "Kind": [item.kind.singular for item in items],
            "Report": [item.report for item in items],
            "HMICFRS deadline": [deadline_words(item) for item in items],
            "Days past": [f"{late:,}" if (late := item.days_overdue(day)) else "" for item in items],
            "Own target date": [target_words(item) for item in items],
            "Status": [standing_words(item.standing) for item in items],
            "Lead": [item.lead or "not stated" for item in items],
            "Age": [item_age(item, day) for item in items],
            "Reason when overdue": [reason_words(item) for item in items],
        }
    )


def belonging_list(items: Sequence[RegisterItem], day: date) -> pd.DataFrame:
    """The items that belong to a cause of concern, with their full text. Show it escaped."""
    return pd.DataFrame(
        {
            "Reference": [item.name for item in items],
            "Kind": [item.kind.singular for item in items],
            "Text": [item.text or "not stated" for item in items],
            "Level": [str(item.grade) for item in items],
            "Status": [standing_words(item.standing) for item in items],
            "HMICFRS deadline": [deadline_words(item) for item in items],
            "Lead": [item.lead or "not stated" for item in items],
            "Days past": [f"{late:,}" if (late := item.days_overdue(day)) else "" for item in items],
        }
    )


def _with_total(heading: str, lines: Sequence[Line], ageing: Ageing) -> pd.DataFrame:
    every = Line("All open items", ageing.items, ageing.day)
    rows = [
        {heading: line.name, "Open": f"{line.open:,}"}
        | {kind.short_heading: f"{line.of_kind(kind):,}" for kind in Kind}
        | {"Overdue": f"{line.overdue:,}"}
        for line in (*lines, every)
    ]
    return pd.DataFrame(rows)
