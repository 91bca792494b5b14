"""What a pace that goes on would bring: the rule behind every range, in exact fractions, to be checked by hand.

The rule: sort the quarters by how many more or fewer items were open at their ends; the pace will stay between the mean
of the better half and the mean of the worse half (of an odd number the middle one is in neither). Chosen over quartiles
of the quarters, which leave out the one quarter in which a large report lands, and over the least and the greatest mean
of four quarters on end, which is a single figure where four are held: on made-up histories of steady and of landing
reports it held the figure of four quarters later most often (docs/decisions.md).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from jasc_data.answers.pace.quarters import AT_LEAST, net
from jasc_data.answers.trend.periods import Period

AHEAD = 4  # quarters: how far a pace is followed where no target is given, and where it is tested
FARTHEST = 20  # quarters: two years of quarters say nothing of what is more than five years away


@dataclass(frozen=True)
class Rate:
    """How many more are open at the end of a quarter than at its beginning, in items; fewer are negative.

    better and worse: the mean of that half of the quarters. mean: of them all.
    """

    better: Fraction
    worse: Fraction
    mean: Fraction


class Expected(NamedTuple):
    """Between how many items are open, both ends whole items and counted in."""

    least: int
    most: int

    @property
    def middle(self) -> float:
        """Half way between."""
        return (self.least + self.most) / 2


class Reached(NamedTuple):
    """In which quarter from now a target is reached, 1 for the next; None where not in the next five years."""

    earliest: int | None
    latest: int | None


def rate_of(quarters: Sequence[Period]) -> Rate | None:
    """The rate of these quarters; None where they are too few."""
    if len(quarters) < AT_LEAST:
        return None
    better, worse = halves(quarters)
    return Rate(_mean(better), _mean(worse), _mean(quarters))


def halves(quarters: Sequence[Period]) -> tuple[list[Period], list[Period]]:
    """The better half of the quarters and the worse one; of an odd number the middle one is in neither."""
    best_first = sorted(quarters, key=net)
    half = len(best_first) // 2
    return best_first[:half], best_first[len(best_first) - half :]


def expected(open_: int, rate: Rate, ahead: int) -> Expected:
    """How many are open so many quarters later, rounded outwards to whole items."""
    return Expected(max(0, floor(open_ + ahead * rate.better)), max(0, ceil(open_ + ahead * rate.worse)))


def reached(open_: int, rate: Rate, below: int) -> Reached | None:
    """In which quarters fewer than ``below`` come to be open; None where that is so already."""
    needed = open_ - below + 1
    return Reached(_quarter(needed, rate.better), _quarter(needed, rate.worse)) if needed > 0 else None


def _quarter(needed: int, change: Fraction) -> int | None:
    if change >= 0:
        return None
    quarter = ceil(needed / -change)
    return quarter if quarter <= FARTHEST else None


def _mean(quarters: Sequence[Period]) -> Fraction:
    return Fraction(sum(net(each) for each in quarters), len(quarters))
