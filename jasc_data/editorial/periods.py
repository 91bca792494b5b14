"""The periods that have a name: since the last paper, the last meeting or the export before, up to a date.

The page and the command mean the same by each.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jasc_data.answers.figures.headlines import HeldDate, date_before
from jasc_data.editorial.meetings import Meeting, last_meeting, meetings_held
from jasc_data.store.snapshot import Snapshot
from jasc_data.wording.numbers import counted, long_date


class Since(StrEnum):
    """What a period begins with."""

    LAST_PAPER = "last paper"
    LAST_MEETING = "last meeting"
    EXPORT_BEFORE = "export before"


@dataclass(frozen=True)
class EarlierPaper:
    """A paper that was issued. corrections: how often exports of its day or before were acted on since."""

    paper_number: int
    as_of: date
    corrections: int


@dataclass(frozen=True)
class Beginnings:
    """What periods can begin with: the dates held, the meetings on the list, the papers issued in their order."""

    dates: tuple[HeldDate, ...]
    meetings: tuple[Meeting, ...]
    papers: tuple[EarlierPaper, ...]

    def day(self, since: Since, until: date) -> date | None:
        """The day with which the period up to that date begins; None where there is no such day before it."""
        if since is Since.LAST_PAPER:
            paper = self.last_paper(until)
            return paper.as_of if paper else None
        return last_meeting(self.meetings, until) if since is Since.LAST_MEETING else date_before(self.dates, until)

    def last_paper(self, until: date) -> EarlierPaper | None:
        """Of the papers with earlier figures the one with the latest, of several of that day the one issued last.

        A paper of the same day, such as a copy with letters for peers or one that was corrected, is the paper in hand.
        """
        earlier = [paper for paper in self.papers if paper.as_of < until]
        return max(earlier, key=lambda paper: (paper.as_of, paper.paper_number), default=None)

    def first(self, until: date, *named: Since) -> date | None:
        """The beginning of the first of these periods that there is."""
        return next((day for since in named if (day := self.day(since, until))), None)

    def counted_from_paper(self, until: date) -> tuple[str, ...]:
        """What whoever reads changes counted from the last paper must know; nothing where there is none."""
        paper = self.last_paper(until)
        if paper is None:
            return ()
        day, number = long_date(paper.as_of), paper.paper_number
        said = f"Changes are counted from paper {number}, which has the figures of {day}."
        if not paper.corrections:
            return (said,)
        times = counted(paper.corrections, "time")
        return (
            said,
            f"Exports of {day} or before were uploaded, withdrawn or restored {times} since paper {number} was "
            f"issued: what it printed can differ from the figures of {day} as they are known now, from which "
            "changes are counted.",
        )

    def not_counted_from(self, until: date) -> tuple[str, ...]:
        """That a paper of the same day is the paper in hand, for whoever chooses the period; nothing without one."""
        same = [paper.paper_number for paper in self.papers if paper.as_of == until]
        if not same:
            return ()
        return (f"Paper {same[-1]} has the figures of {long_date(until)} itself, so it is not counted from.",)

    def no_paper(self, until: date) -> str:
        """Why there is no last paper to count from."""
        if any(paper.as_of == until for paper in self.papers):
            return f"The only papers issued have the figures of {long_date(until)} or later: none is before it."
        return f"No paper with figures before {long_date(until)} was issued (page Paper), so none can be counted from."


def beginnings(snapshot: Snapshot, dates: tuple[HeldDate, ...]) -> Beginnings:
    """What periods can begin with, of the dates that are held; of papers those that are known."""
    papers = snapshot.rows("editorial/papers_known", EarlierPaper)
    return Beginnings(dates, meetings_held(snapshot), tuple(papers))
