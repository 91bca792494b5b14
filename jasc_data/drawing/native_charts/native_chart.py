"""A chart as data becomes a chart that Word and PowerPoint draw: its XML, and the workbook of its figures."""

from dataclasses import dataclass
from typing import Any

from pptx.chart.chart import Chart
from pptx.enum.chart import XL_LEGEND_POSITION
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from jasc_data.drawing import theme
from jasc_data.drawing.chart_spec import (
    ChartSpec,
    DatedLines,
    DotStrip,
    RankedBars,
    StackedCounts,
    StackedShares,
    Timeline,
)
from jasc_data.drawing.native_charts.bars import draw_bars, with_averages
from jasc_data.drawing.native_charts.drawn import Drawn
from jasc_data.drawing.native_charts.looks import colour, plain_ground
from jasc_data.drawing.native_charts.points import draw_dots, draw_lines
from jasc_data.drawing.native_charts.workbook import workbook
from jasc_data.wording.numbers import listed

_FONT = "Arial"  # or a program without the theme's own takes one with serifs
_LETTER = 0.55  # of the text's height that a letter of a name takes
_NAMES = 0.45  # of the width that names take at most
_OF_BARS, _OF_POINTS, _BELOW = 2.1, 14.0, 4.5  # in times the text's height: a bar, a plot of points, axis and key
_NO_ENTRY = '<c:legendEntry {}><c:idx val="{}"/><c:delete val="1"/></c:legendEntry>'


@dataclass(frozen=True)
class NativeChart:
    """A chart's part of a package, and the workbook to be embedded with it. height: in points, as its content asks."""

    xml: bytes
    xlsx_blob: bytes
    height: float

    def xml_bytes(self, _chart_type: object) -> bytes:
        """The XML, as python-pptx asks for it of what it takes for a chart's data."""
        return self.xml


def native_chart(spec: ChartSpec, width: float, text: float) -> NativeChart:
    """The chart. width: in points; text: the height of its letters in points."""
    drawn = _drawn(spec, width, text)
    space = drawn.space
    chart = Chart(space, None)
    chart.has_title = False
    chart.font.size, chart.font.color.rgb, chart.font.name = Pt(text), colour(theme.INK), _FONT
    for end in space.xpath(".//a:endParaRPr"):
        end.set("lang", "en-GB")
    _key(chart, space, drawn.named)
    space.find("{*}chart").addprevious(parse_xml(f'<c:roundedCorners {nsdecls("c")} val="0"/>'))
    space.find("{*}chart").addnext(plain_ground())
    return NativeChart(serialize_part_xml(space), workbook(drawn.sheets), _height(spec, text))


def _drawn(spec: ChartSpec, width: float, text: float) -> Drawn:
    plot = spec.plot
    match plot:
        case RankedBars() | StackedCounts() | StackedShares():
            bars = with_averages(plot) if isinstance(plot, RankedBars) else plot.bars
            longest = max((len(f"{bar.name}  {bar.printed}") for bar in bars), default=0)
            names = min(longest * _LETTER * text, width * _NAMES)
            return draw_bars(plot, spec.key, spec.unit, (width - names) / text)
        case DotStrip():
            return draw_dots(plot, spec.key)
        case DatedLines():
            return draw_lines(plot, spec.unit)
        case Timeline():
            raise AssertionError("documents tell what goes on along time in a table")


def _height(spec: ChartSpec, text: float) -> float:
    plot = spec.plot
    if isinstance(plot, RankedBars | StackedCounts):
        rows = len(plot.bars) + (len(plot.references) if isinstance(plot, RankedBars) else 0)
    elif isinstance(plot, StackedShares):
        rows = len(plot.bars) + len(plot.groups) - 1
    else:
        return text * (_OF_POINTS + _BELOW)
    return text * (rows * _OF_BARS + _BELOW)


def _key(chart: Chart, space: Any, named: tuple[int, ...]) -> None:
    """Below the plot, what is to be named; the rest of the series have no entry."""
    chart.has_legend = bool(named)
    if not named:
        return
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    position = space.xpath(".//c:legend/c:legendPos")[0]
    for place in reversed(range(len(list(chart.series)))):
        if place not in named:
            position.addnext(parse_xml(_NO_ENTRY.format(nsdecls("c"), place)))


def said_below(spec: ChartSpec) -> str:
    """The line below a chart: what its key does not say by itself, where its figures come from, its marking."""
    key = []
    if spec.key:
        before = spec.key.before
        key = [f"{before} {listed([words for _, words in spec.key.entries])}" if before.endswith(":") else before]
        key.append(spec.key.after)
    return " ".join(f"{part.removesuffix('.')}." for part in (*key, *spec.provenance.lines) if part)
