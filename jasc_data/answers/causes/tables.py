"""Every open cause of concern in a row: what is wrong, since when, what belongs to it, whose and by when."""

from jasc_data.answers.causes.answer import Cause, Causes
from jasc_data.answers.register.tables import leading_cell
from jasc_data.answers.register.text import deadline_words, item_standing_words, late_words
from jasc_data.domain.vocabulary import Status
from jasc_data.drawing.table_spec import NOT_KNOWN, Cell, Column, Contents, Format, Line, TableSpec, Weight, rows_of
from jasc_data.wording.numbers import age_words, counted

_COLUMNS = (
    Column("Cause of concern"),
    Column("What is wrong, and report"),
    Column("Published", Format.SHORT_DATE),
    Column("Belongs to it"),
    Column("Lead and deadline"),
)


def causes_table(causes: Causes) -> TableSpec:
    """The causes of concern in their order, each leading to its own page."""
    return TableSpec(_COLUMNS, rows_of(_row(causes, cause) for cause in causes.causes), "Open causes of concern")


def _row(causes: Causes, cause: Cause) -> Contents:
    item, day = cause.item, causes.register.as_of
    age = (Line(f"{age_words(item.published, day)} before"),) if item.published else ()
    late = late_words(item, day)
    return (
        leading_cell(causes.register, item),
        Cell(item.text or "No text in the export", below=(Line(f"{item.report}. {item_standing_words(item)}."),)),
        Cell(item.published or NOT_KNOWN, below=age),
        _belonging(cause),
        Cell(item.lead or "No lead", below=(Line(deadline_words(item)), *((Line(late, Weight.MORE),) if late else ()))),
    )


def _belonging(cause: Cause) -> Cell:
    waiting = sum(item.status is Status.AWAITING_SIGN_OFF for item in cause.open)
    below = (Line(f"{waiting:,} awaiting sign-off"),) if waiting else ()
    return Cell(f"{counted(len(cause.open), 'item')} open" if cause.open else "None open", below=below)
