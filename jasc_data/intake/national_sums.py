"""A figure of the nation that is a sum of the forces' figures and no average: it would be thirty times too large."""

from collections.abc import Sequence

from jasc_data.intake.positions import Figure, Owner
from jasc_data.intake.problems import CellFault, Problem
from jasc_data.intake.rows import cell_problem

_TIMES = 10  # an average is seldom so many times the largest force of those in the file
_LEAST_DIFFERENCE = 20  # of small counts, as those of causes of concern, a sum can happen to be the average


def national_sum_problems(figures: Sequence[Figure]) -> list[Problem]:
    """A warning for each national figure that is the sum of the file's forces, or far larger than any of them."""
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
    if largest == 0 or national.value - largest < _LEAST_DIFFERENCE:
        return False
    return national.value == sum(of_forces) or national.value > _TIMES * largest
