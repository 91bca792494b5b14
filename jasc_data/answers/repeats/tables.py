"""The table of items beside the earlier ones that they repeat or may repeat, both with their full texts."""

from collections.abc import Iterable

from jasc_data.answers.register.answer import Register, RegisterItem
from jasc_data.answers.register.tables import asked_cell, leading_cell
from jasc_data.answers.register.text import item_standing_words
from jasc_data.answers.repeats.answer import Repeat
from jasc_data.answers.repeats.text import decided_words, likeness_words
from jasc_data.drawing.table_spec import Cell, Column, Line, TableSpec, rows_of
from jasc_data.wording.numbers import long_date

_COLUMNS = (
    Column("Item"),
    Column("What it asks, and report"),
    Column("Earlier item"),
    Column("What that asked, and report"),
    Column("Repeat finding"),
)


def repeats_table(register: Register, found: Iterable[Repeat], caption: str) -> TableSpec:
    """A row per item and earlier item, each leading to its own page; how the two stand, and what words they share."""
    rows = (
        (
            leading_cell(register, repeat.item),
            asked_cell(repeat.item, _since(repeat.item)),
            leading_cell(register, repeat.earlier),
            asked_cell(repeat.earlier, _since(repeat.earlier)),
            Cell(decided_words(repeat), below=(Line(words),) if (words := likeness_words(repeat)) else ()),
        )
        for repeat in found
    )
    return TableSpec(_COLUMNS, rows_of(rows), caption)


def _since(item: RegisterItem) -> str:
    """Since when it is asked, and how it stands."""
    first = (
        f"published {long_date(item.published)}" if item.published else f"held since {long_date(item.first_held_on)}"
    )
    return f"; {first}; {item_standing_words(item)}"
