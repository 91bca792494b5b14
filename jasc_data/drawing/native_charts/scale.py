"""Where a value axis ends and where its lines are: whole steps that are easy to read, from zero."""

from collections.abc import Iterable
from itertools import count
from typing import NamedTuple

_LINES = 6  # at most; the eye counts no more


class Scale(NamedTuple):
    """The end of an axis that begins at zero, and the distance between its lines."""

    most: float
    step: float


def scale_to(*values: Iterable[float]) -> Scale:
    """The shortest axis in steps of 1, 2 or 5 times a power of ten that holds every value, with at most six steps."""
    highest = max(1.0, *(value for some in values for value in some))
    steps = (digit * 10**power for power in count() for digit in (1, 2, 5))
    step = next(step for step in steps if step * _LINES >= highest)
    return Scale(float(-(-highest // step) * step), float(step))
