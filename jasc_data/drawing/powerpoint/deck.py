"""Views in order as a .pptx: a slide each, with the sentences behind it, likely questions and sources as notes."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from pptx import Presentation as open_presentation
from pptx.presentation import Presentation
from pptx.util import Pt

from jasc_data.drawing import theme
from jasc_data.drawing.native_charts import printable
from jasc_data.drawing.powerpoint.blocks import Room, add_block, wanted
from jasc_data.drawing.powerpoint.texts import write
from jasc_data.drawing.slide import Slide

_TITLE_ONLY, _TITLE, _LONG = 5, (28.0, 24.0), 60  # the layout; sizes of a title, the second of one with more letters
_SIDE, _TOP, _TITLE_HEIGHT, _FOOT, _APART = 36.0, 20.0, 76.0, 40.0, 8.0
_SMALL = 12.0
_OF_A_PRINTER = "/printerSettings"


class Ratio(StrEnum):
    """The shape of a slide."""

    WIDE = "16:9"
    CLASSIC = "4:3"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        return (960.0, 540.0) if self is Ratio.WIDE else (720.0, 540.0)


@dataclass(frozen=True)
class Shown:
    """What stands on every slide. marks: the protective marking, and that figures are invented, where so."""

    title: str
    as_of: str
    marks: tuple[str, ...] = ()


def slides_file(slides: Sequence[Slide], shown: Shown, ratio: Ratio = Ratio.WIDE) -> bytes:
    """The deck's bytes."""
    deck = _empty(ratio)
    for place, slide in enumerate(slides, start=1):
        made = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
        foot = "   ".join((f"{shown.as_of}. {slide.source}.", *shown.marks, f"{place} of {len(slides)}"))
        _fill(made, slide, foot, ratio)
        made.notes_slide.notes_text_frame.text = printable(_notes(slide, shown))
    _set_properties(deck, shown)
    content = io.BytesIO()
    deck.save(content)
    return content.getvalue()


def _fill(made: Any, slide: Slide, foot: str, ratio: Ratio) -> None:
    width, height = ratio.size
    title = made.shapes.title
    title.left, title.top, title.width, title.height = map(Pt, (_SIDE, _TOP, width - 2 * _SIDE, _TITLE_HEIGHT))
    title.text_frame.word_wrap = True
    write(title.text_frame, [slide.title], _TITLE[len(slide.title) > _LONG], bold=True, ink=theme.HOME)
    top = _TOP + _TITLE_HEIGHT
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


def _empty(ratio: Ratio) -> Presentation:
    """A deck without slides, its layouts as wide as its slides are."""
    deck = open_presentation()
    width, height = ratio.size
    wider = Pt(width) / (deck.slide_width or Pt(width))
    deck.slide_width, deck.slide_height = Pt(width), Pt(height)
    for page in (deck.slide_master, *deck.slide_layouts):
        for shape in page.placeholders:
            if shape._element.xfrm is not None:  # others stand where the master has them
                shape.left, shape.width = round(shape.left * wider), round(shape.width * wider)
    for number, relation in list(deck.part.rels.items()):
        if relation.reltype.endswith(_OF_A_PRINTER):
            deck.part.rels.pop(number)
    return deck


def _set_properties(deck: Presentation, shown: Shown) -> None:
    """What a file says of itself: no person."""
    kept = deck.core_properties
    kept.author = kept.last_modified_by = kept.comments = kept.keywords = kept.category = ""
    kept.title, kept.language = printable(shown.title), "en-GB"
    kept.created = kept.modified = datetime.now(UTC).replace(tzinfo=None)
