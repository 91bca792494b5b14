"""Horizontal bars from the top: ranked with averages, divided by class, or shares of a whole.

An average is a bar of its own among the ranked ones: a line across horizontal bars is drawn by no program but Office,
and squeezes the bars in others.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from jasc_data.drawing import theme
from jasc_data.drawing.chart_spec import Bar, Key, Part, RankedBars, StackedCounts, StackedShares
from jasc_data.drawing.native_charts.axes import BY_NAME, numbered
from jasc_data.drawing.native_charts.drawn import Drawn
from jasc_data.drawing.native_charts.labels import label_parts
from jasc_data.drawing.native_charts.looks import THIN, colour, fill, outline
from jasc_data.drawing.native_charts.printable import printable
from jasc_data.drawing.native_charts.scale import Scale, scale_to
from jasc_data.drawing.native_charts.workbook import category_rows
from jasc_data.drawing.roles import Role

Bars = RankedBars | StackedCounts | StackedShares
_GAP = 35  # per cent of a bar's height
_PERCENT, _COUNT = "0%", "#,##0"


@dataclass(frozen=True)
class _Series:
    """The parts of one class, one a bar; None where a bar has none of it, or between two groups of bars."""

    name: str
    role: Role
    parts: tuple[Part | None, ...]


def draw_bars(plot: Bars, key: Key | None, unit: str, width: float) -> Drawn:
    """The bars; their figures stand behind the names, where no average can strike them out.

    unit: what bars of one class are called. width: of the plot, in times the text's height, for what fits into a part.
    """
    rows = _rows(plot)
    averages = {one.role for one in plot.references} if isinstance(plot, RankedBars) else set()
    series = _series(rows, key, unit)
    share = isinstance(plot, StackedShares)
    data = CategoryChartData(number_format=_PERCENT if share else _COUNT)
    data.categories = [_label(bar) for bar in rows]
    for one in series:
        data.add_series(one.name, [part.value if part else None for part in one.parts])
    space = parse_xml(numbered(data.xml_bytes(XL_CHART_TYPE.BAR_STACKED), BY_NAME))
    scale = Scale(1, 0.25) if share else scale_to([bar.value for bar in rows if bar], [])
    _dress(Chart(space, None), series, scale, _PERCENT if share else _COUNT)
    for element, one in zip(space.xpath(".//c:barChart/c:ser"), series, strict=True):
        label_parts(element, one.role, one.parts, width / scale.most, share=share)
    crosses = space.xpath(".//c:valAx/c:crosses")[0]
    crosses.set("val", "max")  # below the bars, though they are counted from the top
    crosses.addnext(parse_xml(f'<c:crossBetween {nsdecls("c")} val="between"/>'))
    named = {role for role, _ in key.entries} if key else set()
    in_key = tuple(place for place, one in enumerate(series) if one.role in named - averages)
    return Drawn(space, {"Sheet1": category_rows(data)}, in_key)


def _rows(plot: Bars) -> list[Bar | None]:
    """The bars from the top; None is the gap between two groups."""
    if isinstance(plot, RankedBars):
        return list(with_averages(plot))
    if not isinstance(plot, StackedShares):
        return list(plot.bars)
    apart = [row for group in plot.groups for row in (None, *group)]
    return apart[1:]


def with_averages(plot: RankedBars) -> tuple[Bar, ...]:
    """The bars with one for each average where it ranks among them: before the first that lies beyond it."""
    bars = list(plot.bars)
    falls = len(bars) > 1 and bars[0].value > bars[-1].value
    for one in plot.references:
        name = one.names[0]
        beyond = (
            place for place, bar in enumerate(bars) if (bar.value < one.value if falls else bar.value > one.value)
        )
        bars.insert(next(beyond, len(bars)), Bar(name, one.printed, (Part(one.value, one.role, "", name),)))
    return tuple(bars)


def _label(bar: Bar | None) -> str:
    """The bar's name with the figures printed beside it."""
    return printable(f"{bar.name}  {bar.printed}".strip()) if bar else ""


def _series(rows: Sequence[Bar | None], key: Key | None, unit: str) -> list[_Series]:
    """A series a role, in the order in which the roles stand in the bars."""
    names = dict(key.entries) if key else {}
    parts = [part for bar in rows if bar for part in bar.parts]
    roles = {part.role: part.name or names.get(part.role) or part.role.value for part in parts}
    if len(roles) == 1:
        roles = dict.fromkeys(roles, unit)
    by_bar = [{part.role: part for part in bar.parts} if bar else {} for bar in rows]
    return [
        _Series(printable(name), role, tuple(of_bar.get(role) for of_bar in by_bar))
        for role, name in _in_order(roles, rows)
    ]


def _in_order(roles: dict[Role, str], rows: Iterable[Bar | None]) -> list[tuple[Role, str]]:
    """As the bar with the most parts has them, the rest behind."""
    longest = max((bar for bar in rows if bar), key=lambda bar: len(bar.parts), default=None)
    first = [part.role for part in longest.parts] if longest else []
    return sorted(roles.items(), key=lambda one: first.index(one[0]) if one[0] in first else len(first))


def _dress(chart: Chart, series: Sequence[_Series], scale: Scale, number_format: str) -> None:
    chart.plots[0].gap_width = _GAP
    for drawn, one in zip(chart.series, series, strict=True):
        fill(drawn.format.fill, one.role)
        outline(drawn.format.line, one.role)
    names, values = chart.category_axis, chart.value_axis
    names.reverse_order = True
    names.major_tick_mark = values.major_tick_mark = XL_TICK_MARK.NONE
    names.format.line.color.rgb = colour(theme.BASELINE)
    values.minimum_scale, values.maximum_scale, values.major_unit = 0, scale.most, scale.step
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = number_format, False
    values.format.line.fill.background()
    lines = values.major_gridlines.format.line
    lines.color.rgb, lines.width = colour(theme.EDGE), THIN
