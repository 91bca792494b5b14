"""A figure of the nation that is a sum of the forces' figures and no average: it would be thirty times too large."""

from collections.abc import Sequence

from jasc_data.intake.positions import Figure, Owner
from jasc_data.intake.problems import CellFault, Problem
from jasc_data.intake.rows import cell_problem

_TIMES = 10  # no average is so many times the largest force of those in the file


def national_sum_problems(figures: Sequence[Figure]) -> list[Problem]:
    """An error for each national figure that is the sum of the file's forces, or far larger than any of them."""
    return [
        cell_problem(CellFault("average.is_sum", what=figure.label, kind=figure.kind.plural), figure.place, written)
        for figure in figures
        if figure.owner is Owner.NATION and _is_sum(figure, figures)
        for written in [f"{figure.value:g}"]
    ]


def _is_sum(national: Figure, figures: Sequence[Figure]) -> bool:
    of_forces = [
        figure.value
        for figure in figures
        if figure.owner is Owner.FORCE
        and (figure.kind, figure.grade, figure.as_of) == (national.kind, national.grade, national.as_of)
    ]
    largest = max(of_forces, default=0)
    return 0 < largest < national.value and (national.value == sum(of_forces) or national.value > _TIMES * largest)
