"""What a presentation is made of: answers at one date, each as its page has it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from jasc_data.answers.activity.answer import ActivityHeld
from jasc_data.answers.causes.answer import Causes
from jasc_data.answers.comparison.answer import Comparison
from jasc_data.answers.deadlines.answer import Ageing
from jasc_data.answers.grades.answer import Grades
from jasc_data.answers.movement.answer import Movement
from jasc_data.answers.period_changes.answer import PeriodChanges
from jasc_data.answers.projection.answer import Projection
from jasc_data.answers.projection.lists import Target
from jasc_data.answers.reports.answer import ReportLine, Reports
from jasc_data.answers.reports.other_forces import Spread
from jasc_data.domain.settings import Settings
from jasc_data.domain.vocabulary import Grade, Kind
from jasc_data.drawing.chart import Provenance
from jasc_data.wording.numbers import long_date


@dataclass(frozen=True)
class Presented:
    """The answers. What is None is not held, or (a target, an earlier date) not there; its view is left out.

    ageing, activity: with their leads as they may be shown; activity is looked at on the day of the figures.
    leads: whether they are shown at all. who_closes: by grade. meeting_on: of the meeting it is for, where stated.
    counted: what is to be said of the date that changes are counted from.
    """

    settings: Settings
    invented: bool
    comparison: Comparison
    movements: Mapping[Kind, Movement]
    grades: Grades | None
    reports: Reports | None
    spreads: Mapping[int, Spread]
    changes: PeriodChanges | None
    ageing: Ageing
    projection: Projection
    goal: Target | None
    causes: Causes
    activity: ActivityHeld
    who_closes: Mapping[Grade, str]
    leads: bool
    meeting_on: date | None = None
    counted: tuple[str, ...] = ()

    def provenance(self, source: str) -> Provenance:
        """What a chart of that source carries."""
        return Provenance(source, self.settings.marking, self.invented)

    @property
    def when(self) -> str:
        """``Meeting of 12 September 2023, figures as of 4 September 2023``, or the date of the figures alone."""
        as_of = self.comparison.as_of
        if as_of is None:
            return "No figures are held"
        meeting = f"Meeting of {long_date(self.meeting_on)}, f" if self.meeting_on else "F"
        return f"{meeting}igures as of {long_date(as_of)}"

    @property
    def largest(self) -> ReportLine | None:
        """The report with the most open items; None when several have, or nothing is open."""
        held = self.reports.with_open if self.reports else ()
        alone = bool(held) and (len(held) == 1 or held[0].open > held[1].open)
        return held[0] if alone else None
