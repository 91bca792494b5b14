"""What people wrote of the force, as a paper tells it."""

from dataclasses import dataclass
from datetime import date

from jasc_data.answers.activity.answer import ActivityHeld, activity_held
from jasc_data.answers.commentary.answer import Commentary, commentary_of
from jasc_data.answers.commentary.search import Told, told_of
from jasc_data.answers.replies.answer import Replies, replies_to
from jasc_data.answers.steps.answer import StepsHeld, steps_held
from jasc_data.answers.steps.audience import for_audience
from jasc_data.documents.presentation.answers import Presented
from jasc_data.store.snapshot import Snapshot


@dataclass(frozen=True)
class WrittenAnswers:
    """What people wrote, as it stands on a day and may leave: for the committee, leads as they may be shown.

    positions: those that hold, of what the register holds. replies: None where no reports are held.
    """

    until: date
    positions: tuple[Told, ...]
    steps: StepsHeld
    activity: ActivityHeld
    replies: Replies | None


def written_answers(snapshot: Snapshot, presented: Presented, until: date) -> WrittenAnswers:
    """What people wrote of the home force. until: the day up to which it counts."""
    home, register = presented.comparison.home, presented.ageing.register
    commentary = commentary_of(snapshot, home, until).for_committee()
    told = told_of(register, Commentary(commentary.positions, until))
    return WrittenAnswers(
        until,
        tuple(one for one in told if one.report_id is not None or one.item_id is not None),
        for_audience(steps_held(snapshot, register, until), leads=presented.leads),
        activity_held(snapshot, home, until).for_audience(leads=presented.leads),
        replies_to(snapshot, presented.reports, until) if presented.reports else None,
    )
