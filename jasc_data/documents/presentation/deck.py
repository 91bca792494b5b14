"""A presentation as PowerPoint, by the force's own template where one is set and can be used."""

from collections.abc import Sequence

from jasc_data.documents.presentation.answers import Presented
from jasc_data.documents.presentation.views import shown_on
from jasc_data.documents.templates import slides_template
from jasc_data.drawing.document import Written
from jasc_data.drawing.powerpoint import Ratio, slides_file
from jasc_data.drawing.slide import Slide


def deck_file(presented: Presented, slides: Sequence[Slide], ratio: Ratio = Ratio.WIDE) -> Written:
    """The views as a deck. presented: the answers that they were made of."""
    template, said = slides_template(presented.settings)
    written = slides_file(slides, shown_on(presented), ratio, template)
    return Written(written.content, said or written.said)
