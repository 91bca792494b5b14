"""The four facts that are asked for first, each a figure with its words: overdue, awaiting, level 4, largest report."""

from dataclasses import dataclass
from enum import Enum, auto

from jasc_data.answers.attention.answer import Attention
from jasc_data.wording.numbers import counted, share


class About(Enum):
    """What a fact is about."""

    OVERDUE = auto()
    AWAITING = auto()
    LEVEL_4 = auto()
    LARGEST = auto()


@dataclass(frozen=True)
class Fact:
    """A figure, what it counts, and what is said besides (blank where there is nothing)."""

    about: About
    figure: int
    words: str
    more: str = ""


def facts(attention: Attention) -> tuple[Fact, ...]:
    """The facts, in the order in which they are asked for; none where only positions are held."""
    if not attention.held:
        return ()
    overdue = sum(attention.overdue.values())
    found = [
        Fact(About.OVERDUE, overdue, "overdue", _with_reason(overdue, attention.overdue_with_reason)),
        Fact(About.AWAITING, sum(attention.awaiting.values()), "awaiting sign-off"),
        Fact(About.LEVEL_4, attention.level_4, "at level 4, the most severe"),
    ]
    if attention.largest_reports:
        found.append(_largest(attention))
    return tuple(found)


def _with_reason(overdue: int, with_reason: int) -> str:
    if not overdue:
        return "by the HMICFRS deadline"
    return "none with a reason given" if not with_reason else f"{with_reason:,} with a reason given"


def _largest(attention: Attention) -> Fact:
    part = share(attention.largest_report_open, attention.open_total)
    if attention.largest_report_id is None:
        words = f"in each of the {counted(len(attention.largest_reports), 'largest report')}"
        return Fact(About.LARGEST, attention.largest_report_open, words, f"{part} open items")
    return Fact(
        About.LARGEST, attention.largest_report_open, f"in {attention.largest_reports[0]}", f"{part} open items"
    )
