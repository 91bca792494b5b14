"""The template of a deck: the force's own where it can be used, else the one made here, in the shape asked for."""

import io
from enum import StrEnum
from typing import Any
from zipfile import BadZipFile

from pptx import Presentation as open_presentation
from pptx.exc import PackageNotFoundError
from pptx.opc.constants import CONTENT_TYPE
from pptx.presentation import Presentation
from pptx.util import Pt

_TITLE_ONLY = "titleOnly"  # what a layout says of itself in any language
_TITLES = ("title", "ctrTitle")
_SIDE, _TOP, _TITLE_HEIGHT = 36.0, 20.0, 76.0  # of the built-in title
_HIGH = 0.4  # of a slide's height: a title that ends lower leaves no room for what it is about
_ACROSS = 0.9  # of its width: what is wider is a ground, which is stretched; anything else keeps its shape
_OF_A_PRINTER = "/printerSettings"
_OF_ITS_SLIDES = ("p:sldIdLst/p:sldId", "p:custShowLst", "p:extLst", "p:handoutMasterIdLst")
_INSTEAD = "so the built-in one is used"


class Ratio(StrEnum):
    """The shape of a slide."""

    WIDE = "16:9"
    CLASSIC = "4:3"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        return (960.0, 540.0) if self is Ratio.WIDE else (720.0, 540.0)


def opened(template: bytes | None, ratio: Ratio) -> tuple[Presentation, str]:
    """A deck without slides, and a sentence where the template cannot be used and the built-in one stands in."""
    deck, said = (None, "") if template is None else _own(template)
    deck = deck or _built_in()
    _shape(deck, ratio)
    if template is None or said:
        title = _title(layout_of(deck))
        title.left, title.top = Pt(_SIDE), Pt(_TOP)
        title.width, title.height = Pt(ratio.size[0] - 2 * _SIDE), Pt(_TITLE_HEIGHT)
    return deck, said


def layout_of(deck: Presentation) -> Any:
    """The layout with a title alone; None where there is none."""
    layouts = (layout for master in deck.slide_masters for layout in master.slide_layouts)
    return next((one for one in layouts if one._element.get("type") == _TITLE_ONLY), None)


def _own(template: bytes) -> tuple[Presentation | None, str]:
    try:
        deck = open_presentation(io.BytesIO(template))
        whole = deck.part.content_type == CONTENT_TYPE.PML_PRESENTATION_MAIN  # not one that carries programs
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, SyntaxError):  # a damaged part is a SyntaxError
        whole = False
    if not whole:
        return None, f"The slides' template is no PowerPoint file (.pptx), {_INSTEAD}."
    layout = layout_of(deck)
    title = _title(layout) if layout is not None else None
    if title is None:
        return None, f"The slides' template has no layout “Title Only” with a title, {_INSTEAD}."
    if title.top + title.height > _HIGH * (deck.slide_height or 1):
        return None, f"The title of the template's layout “Title Only” leaves no room below it, {_INSTEAD}."
    _empty(deck)
    return deck, ""


def _built_in() -> Presentation:
    deck = open_presentation()
    for number, relation in list(deck.part.rels.items()):
        if relation.reltype.endswith(_OF_A_PRINTER):
            deck.part.rels.pop(number)
    return deck


def _title(layout: Any) -> Any:
    """The title of the layout with a place of its own or its master's; None where it has none."""
    found = [shape for shape in layout.placeholders if shape.element.xpath("string(.//p:nvPr/p:ph/@type)") in _TITLES]
    return next((shape for shape in found if shape.top is not None and shape.height is not None), None)


def _empty(deck: Presentation) -> None:
    """Takes out the template's own slides, and what is said of them elsewhere."""
    for path in _OF_ITS_SLIDES:
        for element in deck.part._element.xpath(path):
            for number in element.xpath("./@r:id | ./*/@r:id"):
                if number in deck.part.rels:
                    deck.part.rels.pop(number)
            element.getparent().remove(element)


def _shape(deck: Presentation, ratio: Ratio) -> None:
    """Makes the slides of that shape, and whatever stands on master and layouts as it stood on the template's."""
    width, height = ratio.size
    across, down = Pt(width) / (deck.slide_width or Pt(width)), Pt(height) / (deck.slide_height or Pt(height))
    ground = _ACROSS * (deck.slide_width or Pt(width))
    deck.slide_width, deck.slide_height = Pt(width), Pt(height)
    for page in (page for master in deck.slide_masters for page in (master, *master.slide_layouts)):
        for shape in page.shapes:
            transform = getattr(shape._element, "xfrm", None)
            if transform is None or shape.width is None:  # it stands where the master has it
                continue
            stretched = shape.is_placeholder or shape.width >= ground
            wider, higher = (across, down) if stretched else (min(across, down),) * 2
            shape.left, shape.top = round(shape.left * across), round(shape.top * down)
            shape.width, shape.height = round(shape.width * wider), round(shape.height * higher)
