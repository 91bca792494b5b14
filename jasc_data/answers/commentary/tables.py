"""The table of versions: what each is about, of which day and for whom, what it says, and how it stands."""

from collections.abc import Iterable
from datetime import date

from jasc_data.answers.commentary.answer import Commentary
from jasc_data.answers.commentary.search import Told
from jasc_data.answers.commentary.text import standing_words, written_words
from jasc_data.drawing.table_spec import Cell, Column, Format, Line, Link, TableSpec, rows_of
from jasc_data.wording.numbers import sentence_case

_COLUMNS = (Column("About"), Column("What was said"), Column("Position of", Format.LONG_DATE), Column("Standing"))


def versions_table(commentary: Commentary, told: Iterable[Told], caption: str, day: date | None = None) -> TableSpec:
    """A row per version. day: that of the pages to which the names lead; None for the day that is shown."""
    rows = (
        (
            Cell(one.name, link=_link(one, day)),
            one.version.text,
            Cell(one.version.dated, below=(Line(sentence_case(one.version.audience.words)),)),
            Cell(standing_words(commentary, one.version), below=(Line(sentence_case(written_words(one.version))),)),
        )
        for one in told
    )
    return TableSpec(_COLUMNS, rows_of(rows), caption)


def _link(told: Told, day: date | None) -> Link | None:
    if told.item_id is not None:
        return Link("item", told.item_id, day)
    return Link("report", told.report_id, day) if told.report_id is not None else None
