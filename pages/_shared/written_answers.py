"""The answers about what people write, each kept between page runs until its grounds differ.

Each is asked as of a day: what is dated later does not count yet.
"""

from datetime import date

from jasc_data.answers.activity.answer import ActivityHeld, activity_held
from jasc_data.answers.activity.charts import timeline
from jasc_data.answers.activity.text import activity_source
from jasc_data.answers.agenda.answer import Event, agenda
from jasc_data.answers.commentary.answer import Commentary, commentary_of
from jasc_data.answers.replies.answer import Replies, replies_to
from jasc_data.answers.steps.answer import StepsHeld, steps_held
from jasc_data.drawing.chart_spec import ChartSpec
from pages._shared.answers import register_at, reports_held
from pages._shared.grounds import Grounds, cached


@cached
def commentary_to(grounds: Grounds, until: date) -> Commentary:
    """What is written about the home force's reports and items; positions hold that are dated up to that day."""
    return commentary_of(grounds.snapshot, grounds.viewpoint.home, until)


@cached
def steps_to(grounds: Grounds, until: date) -> StepsHeld:
    """The steps to green of the home force's items, as they stand on that day."""
    return steps_held(grounds.snapshot, register_at(grounds, grounds.held_at), until)


@cached
def replies_of(grounds: Grounds, day: date) -> Replies:
    """The commissioner's replies to the home force's reports, as they stand on that day."""
    return replies_to(grounds.snapshot, reports_held(grounds), day)


@cached
def activity_of(grounds: Grounds, day: date) -> ActivityHeld:
    """The home force's activity register, looked at on that day."""
    return activity_held(grounds.snapshot, grounds.viewpoint.home, day)


@cached
def timeline_of(grounds: Grounds, day: date) -> ChartSpec | None:
    """The same as a chart; None when no entry has a day."""
    held = activity_of(grounds, day)
    return timeline(held, grounds.provenance(activity_source(held)))


@cached
def agenda_of(grounds: Grounds, day: date, meetings: tuple[date, ...]) -> tuple[Event, ...]:
    """All that is due or takes place, in the order of days. meetings: of the committee."""
    register = register_at(grounds, grounds.held_at)
    return agenda(register, replies_of(grounds, day), activity_of(grounds, day), meetings)
