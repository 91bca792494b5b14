"""What stands within the parts of a bar: name and value as Office writes them, where they fit."""

from collections.abc import Sequence
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from jasc_data.drawing import theme
from jasc_data.drawing.chart_spec import Part
from jasc_data.drawing.roles import Role

_LETTER = 0.55  # of the text's height that a letter takes
_WITHOUT = '<c:dLbl><c:idx val="{}"/><c:delete val="1"/></c:dLbl>'
_SHOWN = (
    '<c:showLegendKey val="0"/><c:showVal val="{}"/><c:showCatName val="0"/><c:showSerName val="1"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/><c:separator>  </c:separator>'
)
_NAME_ALONE = '<c:dLbl><c:idx val="{}"/>{}{}</c:dLbl>'
_INK = (
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr b="0">'
    '<a:solidFill><a:srgbClr val="{}"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
    '<c:dLblPos val="ctr"/>'
)
_LABELS = '<c:dLbls {}>{}<c:numFmt formatCode="{}" sourceLinked="0"/>{}{}</c:dLbls>'


def label_parts(series: Any, role: Role, parts: Sequence[Part | None], heights: float, *, share: bool) -> None:
    """Adds to a series of a bar chart the labels of its parts that are to be printed.

    heights: how many times the text's height one unit of value is wide.
    """
    told = [part.printed if part else () for part in parts]
    if not any(told):
        return
    ink = _INK.format(theme.ink_on(theme.FILLS[role]).removeprefix("#"))
    apart = "".join(_label(place, part, heights, ink) for place, part in enumerate(parts))
    formats = "0%" if share else "#,##0"
    labels = _LABELS.format(nsdecls("c", "a"), apart, formats, ink, _SHOWN.format(1))
    series.find("{*}cat").addprevious(parse_xml(labels))


def _label(place: int, part: Part | None, heights: float, ink: str) -> str:
    """Blank where name and value fit; else the name alone, where the part prints that, or none."""
    if part is None or not part.value or not part.printed:
        return _WITHOUT.format(place)
    fits = [len(telling) * _LETTER + 0.5 <= part.value * heights for telling in part.printed]
    if fits[0]:
        return ""
    alone = any(fits) and part.printed[-1] == part.name
    return _NAME_ALONE.format(place, ink, _SHOWN.format(0)) if alone else _WITHOUT.format(place)
