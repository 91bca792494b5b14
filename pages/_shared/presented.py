"""The answers of a presentation, each as its page has it and kept with it, and the views made of them."""

from datetime import date

from jasc_data.answers.projection.answer import Choices, projected
from jasc_data.answers.projection.lists import target
from jasc_data.documents.presentation.answers import Presented
from jasc_data.documents.presentation.views import views
from jasc_data.domain.settings import who_closes
from jasc_data.domain.vocabulary import Kind
from jasc_data.drawing.slide import Slide
from pages._shared.answers import (
    ageing_of,
    causes_of,
    comparison_of,
    grades_of,
    open_now_of,
    period_changes_of,
    position_of,
    reports_now,
    spreads_of,
)
from pages._shared.presentation_address import Presentation
from pages._shared.session import Session
from pages._shared.written_answers import activity_of


def slides_of(session: Session, presentation: Presentation) -> tuple[Slide, ...]:
    """The views that the presentation asks for and that can be shown."""
    return views(_presented(session, presentation.since, leads=presentation.leads), presentation.views)


def _presented(session: Session, since: date | None, *, leads: bool) -> Presented:
    grounds = session.grounds
    comparison = comparison_of(grounds)
    projection = projected(comparison, open_now_of(grounds), Choices())
    return Presented(
        settings=session.settings,
        invented=session.demonstration,
        comparison=comparison,
        movements=position_of(grounds).movements,
        grades=grades_of(grounds, (Kind.RECOMMENDATION, Kind.AFI)),
        reports=reports_now(grounds),
        spreads=spreads_of(grounds),
        changes=period_changes_of(grounds, since, grounds.held_at) if since else None,
        ageing=ageing_of(grounds, leads_named=leads),
        projection=projection,
        goal=target(projection, Kind.RECOMMENDATION, session.target) if session.target else None,
        causes=causes_of(grounds),
        activity=activity_of(grounds, grounds.held_at).for_audience(leads=leads),
        who_closes=who_closes(),
        leads=leads,
    )
