"""The view of what goes on: inspections and super-complaints that are not finished, and what is expected of each."""

from jasc_data.answers.activity.answer import Activity
from jasc_data.answers.activity.text import (
    activity_headline,
    activity_sentences,
    activity_source,
    days_words,
    expected_words,
)
from jasc_data.documents.presentation.answers import Presented
from jasc_data.documents.presentation.work import shortened
from jasc_data.drawing.slide import Slide
from jasc_data.drawing.table_spec import Column, Contents, TableSpec, rows_of
from jasc_data.wording.numbers import sentence_case

_ROWS = 5  # of two lines each
_ROOM, _EXPECTED = 60, 100  # characters of a name, and of what is expected
_COLUMNS = (Column("What goes on"), Column("Stage"), Column("Expected"))


def activity(presented: Presented) -> Slide | None:
    """Those not finished, in the order of their days; None when there is none."""
    held = presented.activity
    found = held.going_on
    if not found:
        return None
    caption = f"The first {_ROWS} of {len(found):,}" if len(found) > _ROWS else ""
    table = TableSpec(_COLUMNS, rows_of(_row(entry) for entry in found[:_ROWS]), caption)
    source = activity_source(held).removeprefix("Source: ")
    return Slide("activity", activity_headline(held), (table,), sentence_case(source), activity_sentences(held, found))


def _row(entry: Activity) -> Contents:
    days = days_words(entry)
    return (
        shortened(entry.name, _ROOM),
        f"{sentence_case(entry.stage.value)}{f', {days}' if days else ''}",
        shortened(expected_words(entry), _EXPECTED),
    )
