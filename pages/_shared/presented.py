"""The answers of a presentation, kept between page runs, and the views made of them."""

from datetime import date

from jasc_data.answers.grades.counts import GRADED
from jasc_data.documents.presentation.answers import Presented
from jasc_data.documents.presentation.gathered import Asked, Held, gathered
from jasc_data.documents.presentation.views import views
from jasc_data.domain.settings import who_closes
from jasc_data.domain.vocabulary import Grade
from jasc_data.drawing.slide import Slide
from pages._shared.answers import comparison_of, grades_of, open_now_of, register_at, reports_held, spreads_of
from pages._shared.grounds import Grounds, cached
from pages._shared.presentation_address import Presentation
from pages._shared.session import Session
from pages._shared.written_answers import activity_of


def slides_of(session: Session, presentation: Presentation) -> tuple[Slide, ...]:
    """The views that the presentation asks for and that can be shown. Who may close what is read anew each time."""
    rule = tuple(who_closes().items())
    presented = _presented(session.grounds, presentation.since, presentation.leads, session.target, rule)
    return views(presented, presentation.views)


@cached
def _presented(
    grounds: Grounds, since: date | None, leads: bool, below: int | None, _closing: tuple[tuple[Grade, str], ...]
) -> Presented:
    asked = Asked(grounds.held_at, since, leads, below, grounds.demonstration)
    return gathered(grounds.snapshot, held_of(grounds), grounds.settings, asked)


def held_of(grounds: Grounds) -> Held:
    """What every presentation and paper is made of: the answers that the pages show, and keep."""
    day = grounds.held_at
    return Held(
        comparison_of(grounds),
        grades_of(grounds, GRADED),
        register_at(grounds, day),
        reports_held(grounds),
        spreads_of(grounds),
        open_now_of(grounds),
        activity_of(grounds, day),
    )
