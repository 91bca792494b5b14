"""What a role looks like in a native chart, from the one palette; white is outlined, what is projected is hatched."""

from typing import Any

from pptx.dml.color import RGBColor
from pptx.dml.fill import FillFormat
from pptx.dml.line import LineFormat
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from jasc_data.drawing import theme
from jasc_data.drawing.roles import Role

THIN, LINE = Pt(0.75), Pt(2.25)
_PLAIN = '<c:spPr {}><a:solidFill><a:srgbClr val="{}"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>'


def colour(written: str) -> RGBColor:
    """A colour of the palette as Office takes it."""
    red, green, blue = bytes.fromhex(written.removeprefix("#"))
    return RGBColor(red, green, blue)


def fill(area: FillFormat, role: Role) -> None:
    """Fills a bar or a mark."""
    if role is Role.PROJECTED:
        area.patterned()
        area.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        area.fore_color.rgb, area.back_color.rgb = colour(theme.FILLS[role]), colour(theme.WHITE)
    elif role is Role.GROUP_AVERAGE:
        area.patterned()
        area.pattern = MSO_PATTERN.DARK_VERTICAL
        area.fore_color.rgb, area.back_color.rgb = colour(theme.FILLS[role]), colour(theme.WHITE)
    else:
        area.solid()
        area.fore_color.rgb = colour(theme.FILLS[role])


def outline(line: LineFormat, role: Role) -> None:
    """White between parts that touch; ink around what is white itself."""
    line.width = THIN
    line.color.rgb = colour(theme.INK if theme.FILLS[role] == theme.WHITE else theme.WHITE)


def stroke(line: LineFormat, role: Role) -> None:
    """A line over dates, or an average across dots: the group's dashed, the nation's solid."""
    line.width = LINE
    line.color.rgb = colour(theme.FILLS[role])
    if role is Role.GROUP_AVERAGE:
        line.dash_style = MSO_LINE.DASH


def plain_ground() -> Any:
    """A white ground without a frame, as an element of its own."""
    return parse_xml(_PLAIN.format(nsdecls("c", "a"), theme.WHITE.removeprefix("#")))
