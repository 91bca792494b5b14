"""The answers of a presentation, kept between page runs, and the views made of them."""

from datetime import date

from jasc_data.documents.presentation.answers import Presented
from jasc_data.documents.presentation.gathered import Asked, gathered
from jasc_data.documents.presentation.views import views
from jasc_data.domain.settings import who_closes
from jasc_data.domain.vocabulary import Grade
from jasc_data.drawing.slide import Slide
from pages._shared.grounds import Grounds, cached
from pages._shared.presentation_address import Presentation
from pages._shared.session import Session


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
    return gathered(grounds.snapshot, grounds.viewpoint, grounds.settings, asked)
