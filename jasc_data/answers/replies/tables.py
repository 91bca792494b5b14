"""The table of the commissioner's replies: a row per report, the longest due first."""

from jasc_data.answers.replies.answer import Replies, ReplyLine
from jasc_data.drawing.table_spec import Cell, Column, Content, Format, Line, Link, Missing, TableSpec, rows_of
from jasc_data.wording.numbers import counted, long_date

_NOT_SENT = Missing("not recorded as sent")


def replies_table(replies: Replies) -> TableSpec:
    """Each report with its due date, when the reply was sent, and the link or note kept with it."""
    columns = (
        Column("Report"),
        Column("Due by", Format.LONG_DATE),
        Column("Sent", Format.LONG_DATE),
        Column("Standing"),
        Column("Link or note"),
    )
    rows = (
        (
            Cell(line.report.label, link=Link("report", line.report.report_id)),
            line.due_on,
            line.sent.sent_on if line.sent else _NOT_SENT,
            _standing(line, replies),
            _note(line),
        )
        for line in replies.lines
    )
    caption = f"The commissioner's replies on {long_date(replies.day)}, due 56 days after publication"
    return TableSpec(columns, rows_of(rows), caption)


def _standing(line: ReplyLine, replies: Replies) -> str:
    overdue = line.days_overdue(replies.day)
    if overdue is not None:
        return f"{counted(overdue, 'day')} overdue"
    if line.days_late:
        return f"{counted(line.days_late, 'day')} late"
    return "In time" if line.sent else "To come"


def _note(line: ReplyLine) -> Content:
    if line.sent is None:
        return None
    return Cell(line.sent.note, below=(Line(f"Recorded by {line.sent.actor.words}"),))
