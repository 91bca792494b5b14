"""The rule held against what came: at every past quarter's end, what it would have said, and what was open later.

The history is the one that is known now: what has been withdrawn or corrected since is not asked for again.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from jasc_data.answers.pace.quarters import of_two_years, whole_by_number
from jasc_data.answers.pace.rule import AHEAD, expected, rate_of
from jasc_data.answers.trend.periods import Period


@dataclass(frozen=True)
class BackTest:
    """How the rule did.

    quarters: at how many past quarters' ends it was tested. held: in how many its range held the figure that came.
    off: how far, in items, the middle of the range was from that figure on average; None where none was tested.
    """

    quarters: int
    held: int
    off: float | None

    @property
    def is_poor(self) -> bool:
        """True where the range missed more often than it held."""
        return 2 * self.held < self.quarters


def back_test(quarters: Sequence[Period]) -> BackTest:
    """The rule tested at the end of each whole quarter that has four whole ones up to it and one after it.

    It is held against what was open four quarters later, or as many as are held: 3, 2 or 1.
    """
    whole = whole_by_number(quarters)
    held, off = 0, []
    for number, quarter in whole.items():
        rate = rate_of(of_two_years(whole, quarter.last))
        ahead = next((ahead for ahead in range(AHEAD, 0, -1) if number + ahead in whole), None)
        if rate and ahead:
            said, came = expected(quarter.after, rate, ahead), whole[number + ahead].after
            held += said.least <= came <= said.most
            off.append(abs(came - said.middle))
    return BackTest(len(off), held, sum(off) / len(off) if off else None)
