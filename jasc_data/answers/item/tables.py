"""The tables of one item: what is known of it, what changed when, and under which names it was listed."""

from datetime import date

from jasc_data.answers.item.aliases import Alias, Aliases
from jasc_data.answers.item.answer import ItemHistory
from jasc_data.answers.register.answer import RegisterItem
from jasc_data.answers.register.text import (
    AGE_NOT_KNOWN,
    deadline_words,
    item_age,
    item_grade_words,
    item_standing_words,
    late_words,
    published_words,
    reason_words,
    reopened_words,
    target_words,
)
from jasc_data.domain.vocabulary import Kind
from jasc_data.drawing.table_spec import Column, Format, Missing, TableSpec, Value, rows_of
from jasc_data.wording.numbers import long_date

NOT_STATED = Missing("not stated")


def facts_table(item: RegisterItem, label: str, who_closes: str, day: date) -> TableSpec:
    """Everything known of an item, a line each; what the exports do not state says so."""
    told = f"items export of {long_date(item.decided_on)}"
    seen = told if item.listed else f"{told}, which no longer lists it (last listed {long_date(item.told_on)})"
    late = late_words(item, day)
    age = item_age(item, day)
    since = item.published != item.published_now and age != AGE_NOT_KNOWN
    is_cause = item.kind is Kind.CAUSE_OF_CONCERN
    closes = "" if is_cause else f"; who may close it: {who_closes}"
    belongs: dict[str, Value] = {} if is_cause else {"Belongs to cause of concern": item.cause_of_concern or NOT_STATED}
    facts: dict[str, Value] = {
        "Report": item.report,
        "Published": published_words(item),
        "Age": f"{age}, counted from the first publication" if since else age,
        "Grade": f"{item_grade_words(item)}{closes}",
        "Status": ". ".join(words for words in (item_standing_words(item), reopened_words(item)) if words),
        "Addressed to": item.addressee or NOT_STATED,
        "Lead": item.lead or NOT_STATED,
        "HMICFRS deadline": deadline_words(item),
        "Overdue": f"{late}. {reason_words(item)}" if late else "No",
        "Own target date": target_words(item, day),
        "Steps to green": item.steps_to_green or NOT_STATED,
        **belongs,
        "Closing date stated": item.closed_on or NOT_STATED,
        "Held since": item.first_held_on,
        "From": seen,
    }
    columns = (Column("What"), Column("Known"))
    return TableSpec(columns, rows_of(facts.items()), f"What is known of {label}", headed_rows=False)


def history_table(history: ItemHistory, label: str) -> TableSpec:
    """A row per change, latest first, with the date and the export that tells it."""
    rows = [(entry.as_of, change, entry.file_name) for entry in reversed(history.entries) for change in entry.changes]
    columns = (Column("As of", Format.LONG_DATE), Column("What changed"), Column("Export"))
    return TableSpec(columns, rows_of(rows), f"What changed about {label}, latest first", headed_rows=False)


def aliases_table(aliases: Aliases, label: str) -> TableSpec:
    """A row per name, with the dates of the exports at its ends."""
    rows = [(_words(alias), alias.first_on, alias.last_on) for alias in aliases.names]
    columns = (
        Column("Name, as the exports write it"),
        Column("First written so", Format.LONG_DATE),
        Column("Last written so", Format.LONG_DATE),
    )
    return TableSpec(columns, rows_of(rows), f"The names of {label} and their dates", headed_rows=False)


def _words(alias: Alias) -> str:
    published = f", published {long_date(alias.published)}" if alias.published else ""
    return f"{alias.what} {alias.words}{published}"
