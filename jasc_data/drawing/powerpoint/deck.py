"""Views in order as a .pptx: a slide each, with the sentences behind it, likely questions and sources as notes."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from pptx.presentation import Presentation
from pptx.util import Length, Pt

from jasc_data.drawing import theme
from jasc_data.drawing.document import Written
from jasc_data.drawing.native_charts import printable
from jasc_data.drawing.powerpoint.blocks import Room, add_block, wanted
from jasc_data.drawing.powerpoint.template import Ratio, layout_of, opened
from jasc_data.drawing.powerpoint.texts import write
from jasc_data.drawing.slide import Slide

_TITLE, _LONG = (28.0, 24.0), 60  # sizes of a title, the second of one with more letters
_SIDE, _FOOT, _APART = 36.0, 40.0, 8.0
_SMALL = 12.0


@dataclass(frozen=True)
class Shown:
    """What stands on every slide. marks: the protective marking, and that figures are invented, where so."""

    title: str
    as_of: str
    marks: tuple[str, ...] = ()


def slides_file(
    slides: Sequence[Slide], shown: Shown, ratio: Ratio = Ratio.WIDE, template: bytes | None = None
) -> Written:
    """The deck as .pptx. template: the bytes of the force's own; without one the built-in one is used."""
    deck, said = opened(template, ratio)
    layout, ink = layout_of(deck), theme.HOME if said or template is None else None
    for place, slide in enumerate(slides, start=1):
        made = deck.slides.add_slide(layout)
        foot = "   ".join((f"{shown.as_of}. {slide.source}.", *shown.marks, f"{place} of {len(slides)}"))
        write(made.shapes.title.text_frame, [slide.title], _TITLE[len(slide.title) > _LONG], bold=True, ink=ink)
        _fill(made, slide, foot, ratio)
        made.notes_slide.notes_text_frame.text = printable(_notes(slide, shown))
    _set_properties(deck, shown)
    content = io.BytesIO()
    deck.save(content)
    return Written(content.getvalue(), said)


def _fill(made: Any, slide: Slide, foot: str, ratio: Ratio) -> None:
    width, height = ratio.size
    title = made.shapes.title
    title.text_frame.word_wrap = True
    top = Length(title.top + title.height).pt
    inner, room = width - 2 * _SIDE, height - top - _FOOT
    heights = [wanted(block, inner) for block in slide.blocks]
    scale = min(1.0, (room - _APART * len(heights)) / sum(heights)) if heights else 1.0
    for block, high in zip(slide.blocks, heights, strict=True):
        add_block(made.shapes, block, Room(_SIDE, top, inner, high * scale))
        top += high * scale + _APART
    below = made.shapes.add_textbox(*map(Pt, (_SIDE, height - _FOOT, inner, _FOOT - 8)))
    below.text_frame.word_wrap = True
    write(below.text_frame, [foot], _SMALL, ink=theme.QUIET_INK)


def _notes(slide: Slide, shown: Shown) -> str:
    asked = [f"{one.asked}\n{' '.join(one.answered)}" for one in slide.questions]
    questions = ["Likely questions", *asked] if asked else []
    return "\n".join([*slide.spoken, *questions, f"{shown.as_of}. {slide.source}.", *shown.marks])


def _set_properties(deck: Presentation, shown: Shown) -> None:
    """What a file says of itself: no person."""
    kept = deck.core_properties
    kept.author = kept.last_modified_by = kept.comments = kept.keywords = kept.category = ""
    kept.title, kept.language = printable(shown.title), "en-GB"
    kept.created = kept.modified = datetime.now(UTC).replace(tzinfo=None)
