"""The views of a presentation, in the order asked for."""

from collections.abc import Callable, Sequence
from functools import partial

from jasc_data.documents.presentation import figures, going_on, work
from jasc_data.documents.presentation.answers import Presented
from jasc_data.documents.presentation.sets import VIEWS
from jasc_data.domain.vocabulary import Kind
from jasc_data.drawing.chart import INVENTED
from jasc_data.drawing.powerpoint import Shown
from jasc_data.drawing.slide import Slide

_MADE: dict[str, Callable[[Presented], Slide | None]] = {
    "position": figures.position,
    "causes": partial(figures.of_kind, kind=Kind.CAUSE_OF_CONCERN),
    "recommendations": partial(figures.of_kind, kind=Kind.RECOMMENDATION),
    "afis": partial(figures.of_kind, kind=Kind.AFI),
    "grades": figures.grades,
    "reports": work.reports,
    "changes": work.changes,
    "overdue": work.overdue,
    "target": work.target,
    "concerns": work.concerns,
    "activity": going_on.activity,
}
assert set(_MADE) == set(VIEWS), "every view has a name, and every name a view"


def views(presented: Presented, names: Sequence[str]) -> tuple[Slide, ...]:
    """Those of the views that can be shown, each once."""
    made = (_MADE[name](presented) for name in dict.fromkeys(names))
    return tuple(slide for slide in made if slide is not None)


def shown_on(presented: Presented) -> Shown:
    """What stands on every slide of a deck: of when the figures are, the marking, and whether they are invented."""
    comparison = presented.comparison
    marks = (INVENTED if presented.invented else "", presented.settings.marking)
    return Shown(f"{comparison.home}: HMICFRS position", presented.when, tuple(mark for mark in marks if mark))
