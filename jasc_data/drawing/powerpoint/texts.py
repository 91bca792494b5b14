"""Text on a slide: paragraphs of one size, weight and colour, in British English."""

from collections.abc import Iterable

from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import PP_ALIGN
from pptx.text.text import TextFrame
from pptx.util import Pt

from jasc_data.drawing import theme
from jasc_data.drawing.native_charts import printable
from jasc_data.drawing.native_charts.looks import colour


def write(
    frame: TextFrame,
    lines: Iterable[str],
    size: float,
    *,
    bold: bool = False,
    ink: str | None = theme.INK,
    align: PP_ALIGN | None = None,
) -> None:
    """Adds the lines to a text, the first in its empty paragraph, each a paragraph. ink: None takes the layout's."""
    for line in lines:
        first = frame.paragraphs[-1]
        paragraph = first if not first.runs else frame.add_paragraph()
        paragraph.alignment = align
        run = paragraph.add_run()
        run.text = printable(line)
        run.font.size, run.font.bold = Pt(size), bold
        run.font.language_id = MSO_LANGUAGE_ID.ENGLISH_UK
        if ink is not None:
            run.font.color.rgb = colour(ink)
