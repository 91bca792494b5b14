"""The answers of a presentation or a paper, found at one date from one state of the store."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from jasc_data.answers.activity.answer import ActivityHeld, activity_held
from jasc_data.answers.causes.answer import causes_in
from jasc_data.answers.comparison.answer import Comparison, compare
from jasc_data.answers.deadlines.answer import ageing_in
from jasc_data.answers.grades.answer import Grades, grades_at
from jasc_data.answers.movement.answer import movements
from jasc_data.answers.period_changes.answer import period_changes
from jasc_data.answers.projection.answer import Choices, OpenNow, open_now, projected
from jasc_data.answers.projection.lists import target
from jasc_data.answers.register.answer import Register, register_of
from jasc_data.answers.register.audience import for_audience
from jasc_data.answers.reports.answer import Reports, reports_of
from jasc_data.answers.reports.other_forces import Spread, spreads
from jasc_data.documents.presentation.answers import Presented
from jasc_data.domain.markings import marked
from jasc_data.domain.perspective import Viewpoint
from jasc_data.domain.settings import Settings, who_closes
from jasc_data.domain.vocabulary import Kind
from jasc_data.store.snapshot import Snapshot


@dataclass(frozen=True)
class Asked:
    """What is asked for: as of when, changes counted since when (None: from no date), leads named or numbered.

    below: the target for open recommendations, None where none is set. invented: the figures are the demonstration's.
    anonymised: peers go by letters. meeting_on: of the meeting it is for, where one is stated. marking: chosen for this
    document, blank for none; None stands for the one of the settings. counted: what is to be said of since.
    """

    as_of: date
    since: date | None = None
    leads: bool = False
    below: int | None = None
    invented: bool = False
    anonymised: bool = False
    meeting_on: date | None = None
    marking: str | None = None
    counted: tuple[str, ...] = ()


@dataclass(frozen=True)
class Held:
    """The answers that are the same whatever is asked for: as the pages have them, and may keep them."""

    comparison: Comparison
    grades: Grades
    register: Register
    reports: Reports
    spreads: Mapping[int, Spread]
    open_now: OpenNow
    activity: ActivityHeld


def held_at(snapshot: Snapshot, viewpoint: Viewpoint, day: date) -> Held:
    """Those answers, found."""
    home, perspective = viewpoint.home, viewpoint.on(day)
    comparison = compare(snapshot, viewpoint, as_of=day)
    return Held(
        comparison,
        grades_at(snapshot, perspective),
        register_of(snapshot, home, day),
        reports_of(snapshot, home, day),
        spreads(snapshot, perspective),
        open_now(snapshot, comparison),
        activity_held(snapshot, home, day),
    )


def gathered(snapshot: Snapshot, held: Held, settings: Settings, asked: Asked) -> Presented:
    """The answers, each as its page has it; leads as they may be shown are put in once, on the register (rule 20)."""
    comparison, reports = held.comparison, held.reports
    home, day = comparison.home, asked.as_of
    figures = {kind: entry.home for kind, entry in comparison.kinds.items()}
    register = for_audience(held.register, leads=asked.leads)
    projection = projected(comparison, held.open_now, Choices())
    return Presented(
        settings=marked(settings, asked.marking),
        invented=asked.invented,
        comparison=comparison,
        movements=movements(snapshot, home, figures, asked.since),
        grades=held.grades,
        reports=reports if reports.held or reports.partial else None,
        spreads=held.spreads,
        changes=period_changes(snapshot, home, asked.since, day) if asked.since else None,
        ageing=ageing_in(register),
        projection=projection,
        goal=target(projection, Kind.RECOMMENDATION, asked.below) if asked.below else None,
        causes=causes_in(register),
        activity=held.activity.for_audience(leads=asked.leads),
        who_closes=who_closes(),
        leads=asked.leads,
        meeting_on=asked.meeting_on,
        counted=asked.counted,
    )
