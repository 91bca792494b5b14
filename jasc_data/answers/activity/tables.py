"""The activity register as a table, and as the figures of its chart."""

from jasc_data.answers.activity.answer import ActivityHeld
from jasc_data.answers.activity.text import days_words, expected_words
from jasc_data.drawing.table_spec import Cell, Column, Line, TableSpec, rows_of
from jasc_data.wording.numbers import local_time, long_date, sentence_case

_LEAD = Column("Lead")


def activity_table(held: ActivityHeld, caption: str = "", *, with_leads: bool = True, by: bool = True) -> TableSpec:
    """Every entry: what, by whom, how far, when, what is expected, and what is said of it.

    by: with who wrote it last and when, which is the desk's to know.
    """
    columns = (
        *(Column(heading) for heading in ("Activity", "Stage and days", "Expected")),
        _LEAD,
        Column("Commentary"),
    )
    rows = (
        (
            Cell(entry.name, below=(Line(_what(entry.kind.value, entry.body)),)),
            Cell(sentence_case(entry.stage.value), below=(Line(days_words(entry)),) if entry.days else ()),
            expected_words(entry),
            entry.lead,
            Cell(
                entry.commentary,
                below=(Line(f"Last written {local_time(entry.happened_at)} by {entry.actor.words}"),) if by else (),
            ),
        )
        for entry in held.entries
    )
    caption = caption or f"The activity register on {long_date(held.day)}, in the order of its days"
    table = TableSpec(columns, rows_of(rows), caption)
    return table if with_leads else table.without(_LEAD)


def _what(kind: str, body: str) -> str:
    return f"{sentence_case(kind)}{f', {body}' if body else ''}"
