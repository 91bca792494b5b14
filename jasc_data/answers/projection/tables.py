"""The tables of a projection: the figures now and then, and the lists that reach a target."""

from collections.abc import Mapping, Sequence

from jasc_data.answers.comparison.answer import Comparison, KindComparison
from jasc_data.answers.projection.answer import Projection
from jasc_data.answers.projection.lists import Path
from jasc_data.answers.projection.nearest import who_may_close
from jasc_data.answers.register.answer import Register, RegisterItem
from jasc_data.answers.register.tables import ASKED, asked_cell, leading_cell
from jasc_data.answers.register.text import item_grade_words, item_standing_words
from jasc_data.domain.vocabulary import Grade, Kind
from jasc_data.drawing.table_spec import (
    NOT_HELD,
    NOT_KNOWN,
    Cell,
    Column,
    Content,
    Format,
    Line,
    Part,
    TableSpec,
    rows_of,
)
from jasc_data.drawing.tables.cell_words import cell_words
from jasc_data.wording.numbers import average, sentence_case
from jasc_data.wording.standing import against, rank_words

_WORDS = Column("")


def projection_table(projection: Projection) -> TableSpec:
    """A row per kind: open now, signed off, projected, rank and both differences as projected (with today's)."""
    columns = (
        Column("Kind"),
        Column("Open now", Format.COUNT),
        Column("Signed off", Format.SIGNED),
        Column("Projected", Format.COUNT),
        Column("Rank in the MSG"),
        Column("From the MSG average"),
        Column("From the national average"),
    )
    rows = rows_of(_kind_row(projection, kind) for kind in projection.now.kinds)
    return TableSpec(columns, rows, "Open now, signed off and projected, by kind")


def _kind_row(projection: Projection, kind: Kind) -> tuple[Content, ...]:
    now, then = projection.now.kinds[kind], projection.then.kinds[kind]
    return (
        kind.heading,
        now.home.open if now.home else NOT_HELD,
        -projection.signed_off[kind] if kind in projection.signed_off else NOT_KNOWN,
        Cell(then.home.open, emphasised=True) if then.home else NOT_HELD,
        _both(_rank(now), _rank(then)),
        _both(_from_group(projection.now, now), _from_group(projection.then, then)),
        _both(_from_nation(now), _from_nation(then)),
    )


def path_table(path: Path, caption: str) -> TableSpec:
    """The steps of a list, in order."""
    columns = (Column("Sign off"), Column("Items", Format.OF_ITS), Column("Then open", Format.COUNT))
    rows = rows_of((step.what, Part(step.needed, step.open), step.left) for step in path.steps)
    return TableSpec(columns, rows, caption, headed_rows=False)


def nearest_table(
    register: Register, items: Sequence[RegisterItem], rule: Mapping[Grade, str], caption: str
) -> TableSpec:
    """The items in the order given: each leads to its page, with how it stands, whose it is and who may close it."""
    columns = (*ASKED, Column("Status and lead"), Column("Who can close it"))
    rows = (
        (
            leading_cell(register, item),
            asked_cell(item),
            Cell(item_standing_words(item), below=(Line(item.lead or "No lead"),)),
            Cell(sentence_case(who_may_close(item, rule)), below=(Line(item_grade_words(item)),)),
        )
        for item in items
    )
    return TableSpec(columns, rows_of(rows), caption)


def _both(now: Cell, then: Cell) -> Cell:
    """The figure as projected, and today's behind it where it is another."""
    return then if now == then else Cell(then.value, (*then.notes, f"now {cell_words(now, _WORDS)}"))


def apart_words(open_: int, mean: float) -> str:
    """How far a figure is from an average: ``2.6 below 106.6``; ``none against 3.6`` where a difference says nothing.

    A difference that is not 0 but would be written so is ``close to``.
    """
    words, shown = against(open_, mean), average(mean) if mean else "0"
    difference = average(abs(open_ - mean))
    if words.endswith("against"):
        return f"{words} {shown}"
    if open_ == mean:
        return f"the same as {average(mean)}"
    return (
        f"close to {shown}" if difference == "0.0" else f"{difference} {'above' if open_ > mean else 'below'} {shown}"
    )


def _rank(entry: KindComparison) -> Cell:
    return Cell(rank_words(entry.rank) if entry.rank else NOT_HELD)


def _from_group(comparison: Comparison, entry: KindComparison) -> Cell:
    if entry.home is None or entry.group_average is None:
        return Cell(NOT_HELD)
    return Cell(apart_words(entry.home.open, entry.group_average), comparison.averaged(entry).notes)


def _from_nation(entry: KindComparison) -> Cell:
    if entry.home is None or entry.national is None:
        return Cell(NOT_HELD)
    return Cell(apart_words(entry.home.open, entry.national.value), entry.national.notes)
