"""The tables of one item: what is known of it, and what changed when."""

from datetime import date

import pandas as pd

from jasc_data.answers.item.answer import ItemHistory
from jasc_data.answers.register.answer import RegisterItem
from jasc_data.answers.register.text import (
    deadline_words,
    item_age,
    item_grade_words,
    item_standing_words,
    late_words,
    published_words,
    reason_words,
    target_words,
)
from jasc_data.domain.vocabulary import Kind
from jasc_data.wording.numbers import long_date

NOT_STATED = "not stated"


def facts_table(item: RegisterItem, who_closes: str, day: date) -> pd.DataFrame:
    """Everything known of an item, a line each; what the exports do not state says so."""
    told = f"items export of {long_date(item.decided_on)}"
    seen = told if item.listed else f"{told}, which no longer lists it (last listed {long_date(item.told_on)})"
    late = late_words(item, day)
    since = ", counted from the first publication" if item.published != item.published_now else ""
    is_cause = item.kind is Kind.CAUSE_OF_CONCERN
    closes = "" if is_cause else f"; who may close it: {who_closes}"
    belongs = {} if is_cause else {"Belongs to cause of concern": item.cause_of_concern or NOT_STATED}
    facts = {
        "Report": item.report,
        "Published": published_words(item),
        "Age": f"{item_age(item, day)}{since}",
        "Grade": f"{item_grade_words(item)}{closes}",
        "Status": item_standing_words(item),
        "Addressed to": item.addressee or NOT_STATED,
        "Lead": item.lead or NOT_STATED,
        "HMICFRS deadline": deadline_words(item),
        "Overdue": f"{late}. {reason_words(item)}" if late else "No",
        "Own target date": target_words(item, day),
        "Steps to green": item.steps_to_green or NOT_STATED,
        **belongs,
        "Closing date stated": long_date(item.closed_on) if item.closed_on else NOT_STATED,
        "Held since": long_date(item.first_held_on),
        "From": seen,
    }
    return pd.DataFrame({"What": facts.keys(), "Known": facts.values()})


def history_lines(history: ItemHistory) -> pd.DataFrame:
    """A row per change, latest first, with the date and the export that tells it."""
    rows = [
        {"As of": long_date(entry.as_of), "What changed": change, "Export": entry.file_name}
        for entry in reversed(history.entries)
        for change in entry.changes
    ]
    return pd.DataFrame(rows, columns=["As of", "What changed", "Export"])
