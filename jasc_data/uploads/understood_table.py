"""A table of positions as it was understood, whichever way round it came."""

from jasc_data.domain.vocabulary import Kind
from jasc_data.drawing.table_spec import NOT_HELD, Column, Format, TableSpec, rows_of
from jasc_data.uploads.understood import Understood

MOST_ACROSS = 10


def understood_table(figures: Understood, home: str) -> TableSpec:
    """The open counts, forces in the table's order; a blank cell says so and is never 0.

    Kinds down and forces across, as in the paper, while the forces find room; forces down when they are many.
    """
    if len(figures) > MOST_ACROSS:
        across = tuple(Column(kind.heading, Format.COUNT) for kind in Kind)
        rows = rows_of(((force, *(held.get(kind, NOT_HELD) for kind in Kind)) for force, held in figures.items()), home)
    else:
        across = tuple(Column(force, Format.COUNT, emphasised=force == home) for force in figures)
        rows = rows_of((kind.heading, *(held.get(kind, NOT_HELD) for held in figures.values())) for kind in Kind)
    return TableSpec((Column("Open"), *across), rows, "The figures as understood")
