"""Are we an outlier on a national report? The home force's open items of it beside those of the rest of its group."""

from dataclasses import dataclass

from jasc_data.answers.reports.answer import ReportLine
from jasc_data.answers.reports.other_forces import Spread
from jasc_data.domain.rank import Rank, rank_of
from jasc_data.wording.numbers import average
from jasc_data.wording.standing import against, rank_words

_OTHERS_FOR_A_RANGE = 3  # of two others a range says nothing


@dataclass(frozen=True)
class Verdict:
    """One national report in the group. others: open items of each other force of the group that is held.

    rank: the home force's among them, 1 = fewest open, as of every figure (rule 12).
    """

    line: ReportLine
    others: tuple[int, ...]
    rank: Rank

    @property
    def with_open(self) -> int:
        """How many of the others have it open."""
        return sum(1 for open_ in self.others if open_)

    @property
    def mean(self) -> float:
        """The mean of the others held."""
        return sum(self.others) / len(self.others)

    @property
    def elsewhere(self) -> str:
        """``open in 6 of 7 other MSG forces``."""
        force = "force" if len(self.others) == 1 else "forces"
        return f"open in {self.with_open:,} of {len(self.others):,} other MSG {force}"

    @property
    def place(self) -> str:
        """``we have the 2nd most of 8``, ``we have the joint fewest of 8``, ``we have none``."""
        if not self.line.open:
            return "we have none"
        return f"we have the {rank_words(self.rank).removeprefix('the ')}"

    @property
    def against(self) -> str:
        """``34% above the others' mean of 28.3``; of a mean below 1 a percentage would say too much."""
        if 0 < self.mean < 1 and self.line.open:
            return f"{self.line.open:,} against the others' mean of {average(self.mean)}"
        return f"{against(self.line.open, self.mean)} the others' mean of {average(self.mean)}"

    @property
    def outlier(self) -> str:
        """``No: the others have 0 to 51``, ``Yes, above: ...``; blank where too few others are held to say.

        An outlier has more, or fewer, open than every other force held.
        """
        if len(self.others) < _OTHERS_FOR_A_RANGE:
            return ""
        least, most = min(self.others), max(self.others)
        span = f"{least:,} to {most:,}" if least != most else f"{least:,} each"
        side = "above" if self.line.open > most else "below" if self.line.open < least else ""
        return f"{f'Yes, {side}' if side else 'No'}: the others have {span}"

    @property
    def words(self) -> str:
        """All of it in one clause."""
        said = f"{self.elsewhere}; {self.place}; {self.against}"
        return f"{said}. An outlier? {self.outlier}" if self.outlier else said


def verdict(line: ReportLine, spread: Spread | None) -> Verdict | None:
    """The verdict on a report; None on one of this force alone, or where no other force of the group is held."""
    if not line.shared or spread is None or spread.home not in spread.group:
        return None
    open_by_force = {entry.force: entry.open for entry in spread.in_group} | {spread.home: line.open}
    rank = rank_of(spread.home, open_by_force)
    others = tuple(open_ for force, open_ in open_by_force.items() if force != spread.home)
    return Verdict(line, others, rank) if rank else None
