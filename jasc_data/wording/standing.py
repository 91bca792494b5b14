"""How a figure stands: against an average, and among the forces it is ranked with; one "close to" for all."""

from collections.abc import Sequence
from typing import NamedTuple

from jasc_data.domain.policy import CLOSE
from jasc_data.domain.rank import Rank
from jasc_data.wording.numbers import average, ordinal, whole_percent

_BINARY = 1e-9  # 7 against 20/3 is exactly 5% apart, which binary fractions cannot hold
FEWER_IS_BETTER = "Fewer open is better; fewer open is not the same as safer."


def against(open_: int, mean: float) -> str:
    """How a figure stands against an average, without naming either: ``the same as``, ``close to``, ``22% above``.

    Where either is 0 a percentage says nothing: ``3 against`` an average of 0, ``none against`` one that is not.
    """
    if open_ == mean:
        return "the same as"
    if mean == 0 or open_ == 0:
        return f"{open_:,} against" if open_ else "none against"
    apart = (open_ - mean) / mean
    if abs(apart) < CLOSE - _BINARY:
        return "close to"
    percent = whole_percent(apart)
    if apart > 0:
        return f"{percent} above"
    return f"{'over 99%' if percent == '100%' else percent} below"  # what is not 0 is not 100% below


class Beside(NamedTuple):
    """An average that a figure is held against: its value, whose it is, and of when where that must be said."""

    mean: float
    name: str
    dates: str = ""


def against_average(open_: int, mean: float, name: str, dates: str = "") -> str:
    """The same with the average's name and figure: ``22% above the national average (27.8)``, ``3 against 0``.

    dates: of when the average is, where that must be said.
    """
    words = against(open_, mean)
    if words.endswith("against"):
        return f"{words} {name} of {average(mean) if mean else '0'}{f' ({dates})' if dates else ''}"
    return f"{words} {name} ({average(mean)}{f', {dates}' if dates else ''})"


def with_both(open_: int, averages: Sequence[Beside]) -> str:
    """A figure that has just been said, beside averages: ``close to the MSG average (3.0) and 4 against ...``."""
    parts = [against_average(open_, *one) for one in averages]
    if open_ == 0:  # "no open AFIs, against the one of 3.6 and the other of 4.0"
        parts = [part.removeprefix("none ") for part in parts]
        if all(part.startswith("against ") for part in parts):
            parts = parts[:1] + [part.removeprefix("against ") for part in parts[1:]]
    return " and ".join(parts)


def rank_words(rank: Rank) -> str:
    """``the fewest of 8``, ``3rd fewest of 8``, ``joint 4th fewest of 8``, ``2nd most of 8``, ``the most of 8``."""
    return f"{place_words(rank)} of {rank.of}"


def place_words(rank: Rank) -> str:
    """The same without of how many, from the end that it is nearer to; a place in the middle from the fewest."""
    joint = "joint " if rank.joint else ""
    from_most = rank.of - rank.place - len(rank.tied) + 1
    if 1 in (rank.place, from_most):  # where all have as many, the rank is 1
        return f"{joint or 'the '}{'fewest' if rank.place == 1 else 'most'}"
    low = 2 * rank.place <= rank.of + 1
    return f"{joint}{ordinal(rank.place)} fewest" if low else f"{joint}{ordinal(from_most)} most"
