"""The speaker's page: for each view the sentences behind it, what will be asked, and what comes next."""

from collections.abc import Sequence

from markupsafe import Markup

from jasc_data.drawing.slide import Question, Slide

_NOTE = Markup(
    '<section class="view note" data-view="{}" aria-label="{} of {}"><p class="place">{} of {}</p><h1>{}</h1>{}{}'
    '<p class="next">Next: <strong>{}</strong></p></section>'
)
_ASKED = Markup("<dt>{}</dt>{}")


def notes_html(slides: Sequence[Slide]) -> Markup:
    """A section a view, in the presentation's order."""
    following = [*(slide.title for slide in slides[1:]), "the end"]
    number = len(slides)
    return Markup("").join(
        _NOTE.format(
            slide.name, place, number, place, number, slide.title, _spoken(slide), _asked(slide.questions), then
        )
        for place, (slide, then) in enumerate(zip(slides, following, strict=True), start=1)
    )


def _spoken(slide: Slide) -> Markup:
    return Markup("").join(Markup("<p>{}</p>").format(line) for line in slide.spoken)


def _asked(questions: Sequence[Question]) -> Markup:
    if not questions:
        return Markup("")
    told = (
        _ASKED.format(one.asked, Markup("").join(Markup("<dd>{}</dd>").format(line) for line in one.answered))
        for one in questions
    )
    return Markup("<h2>Likely questions</h2><dl>{}</dl>").format(Markup("").join(told))
