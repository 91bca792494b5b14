"""Points: dots along a line with averages across it, and lines over dates that break where exports lie far apart."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

from pptx.chart.chart import Chart
from pptx.chart.data import XyChartData
from pptx.chart.series import XySeries
from pptx.enum.chart import XL_CHART_TYPE, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from jasc_data.domain.policy import BREAKS_AFTER
from jasc_data.drawing import theme
from jasc_data.drawing.chart_spec import DatedLine, DatedLines, DotStrip, Key
from jasc_data.drawing.native_charts.averages import average_name
from jasc_data.drawing.native_charts.axes import OF_POINTS, numbered
from jasc_data.drawing.native_charts.drawn import Drawn
from jasc_data.drawing.native_charts.looks import THIN, colour, fill, outline, stroke
from jasc_data.drawing.native_charts.printable import printable
from jasc_data.drawing.native_charts.scale import scale_to
from jasc_data.drawing.native_charts.workbook import Cells, point_rows
from jasc_data.drawing.roles import Role
from jasc_data.wording.numbers import count_or_average

_EPOCH = date(1899, 12, 30)  # day 0 of a workbook
_MARK = 8  # points across
_MONTH, _TICKS = 365.25 / 12, 8
_FIGURES = (  # above each point of a line alone
    f'<c:dLbls {nsdecls("c")}><c:dLblPos val="t"/><c:showLegendKey val="0"/><c:showVal val="1"/>'
    '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
)
_STEPS = (1, 3, 6, 12, 24, 60, 120)  # months between two dates that are written


def draw_dots(plot: DotStrip, key: Key | None) -> Drawn:
    """The dots, equal ones on top of each other, a series a role; the averages are lines from the ground up."""
    names = dict(key.entries) if key else {}
    heights, data = Counter[float](), XyChartData()
    roles = dict.fromkeys(dot.role for dot in plot.dots)
    series = {role: data.add_series(printable(names.get(role, role.value))) for role in roles}
    for dot in plot.dots:
        heights[dot.value] += 1
        series[dot.role].add_data_point(dot.value, heights[dot.value])
    top = max(heights.values(), default=1) + 1
    for one in plot.references:
        line = data.add_series(average_name(one))
        line.add_data_point(one.value, 0)
        line.add_data_point(one.value, top)
    space = parse_xml(numbered(data.xml_bytes(XL_CHART_TYPE.XY_SCATTER_LINES), OF_POINTS))
    chart = Chart(space, None)
    for drawn, role in zip(chart.series, [*roles, *(one.role for one in plot.references)], strict=True):
        _dots(drawn, role) if role in roles else _line(drawn, role, marked=False)
    scale = scale_to(heights, [one.value for one in plot.references])
    chart.category_axis.minimum_scale, chart.category_axis.maximum_scale = 0, scale.most
    chart.category_axis.major_unit = scale.step
    _ground(chart, top)
    listed: list[Cells] = [["Name", "Value"], *((printable(dot.name), dot.value) for dot in plot.dots)]
    return Drawn(space, {"Sheet1": point_rows(data), "Names": listed}, tuple(range(len(chart.series))))


def draw_lines(plot: DatedLines, unit: str) -> Drawn:
    """The lines, each named with its last figure. unit: what a line alone is called, whose points carry figures."""
    data = XyChartData()
    for line in plot.lines:
        series = data.add_series(printable(_name(line, unit)))
        for day, value in _with_gaps(line):
            series.add_data_point((day - _EPOCH).days, value)
    space = parse_xml(numbered(data.xml_bytes(XL_CHART_TYPE.XY_SCATTER_LINES), OF_POINTS))
    chart = Chart(space, None)
    for drawn, line in zip(chart.series, plot.lines, strict=True):
        _line(drawn, line.role, marked=line.role not in (Role.GROUP_AVERAGE, Role.NATIONAL_AVERAGE))
    if not all(line.name for line in plot.lines):
        for along in space.xpath(".//c:ser/c:xVal"):
            along.addprevious(parse_xml(_FIGURES))
    _dated(chart, sorted(day for line in plot.lines for day, _ in line.points))
    _counted(chart, scale_to([value for line in plot.lines for _, value in line.points]).most)
    named = tuple(range(len(plot.lines))) if len(plot.lines) > 1 else ()
    return Drawn(space, {"Sheet1": [_with_day(row) for row in point_rows(data)]}, named)


def _name(line: DatedLine, unit: str) -> str:
    """``MSG average 106.6``, ``West Mercia 104``."""
    last = line.points[-1][1]
    return f"{(line.names or (line.name,))[0] or unit} {count_or_average(int(last) if line.whole else float(last))}"


def _with_gaps(line: DatedLine) -> list[tuple[date, float | None]]:
    """The points with an empty one between two that lie too far apart (rule 18)."""
    found: list[tuple[date, float | None]] = list(line.points[:1])
    for (before, _), (day, value) in pairwise(line.points):
        if day - before > BREAKS_AFTER:
            found.append((before + (day - before) // 2, None))
        found.append((day, value))
    return found


def _with_day(row: Cells) -> Cells:
    """Days are days in the workbook too."""
    return [_EPOCH + timedelta(days=row[0]), row[1]] if row and isinstance(row[0], int) else row


def _dots(series: XySeries, role: Role) -> None:
    series.format.line.fill.background()
    series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, _MARK
    fill(series.marker.format.fill, role)
    outline(series.marker.format.line, role)


def _line(series: XySeries, role: Role, *, marked: bool) -> None:
    stroke(series.format.line, role)
    series.marker.style = XL_MARKER_STYLE.CIRCLE if marked else XL_MARKER_STYLE.NONE
    if marked:
        series.marker.size = _MARK
        fill(series.marker.format.fill, role)


def _dated(chart: Chart, days: list[date]) -> None:
    """The axis of dates: from the first of the first month, a date written every so many months."""
    first, last = days[0].replace(day=1), days[-1]
    months = (last - first).days / _MONTH
    step = next((step for step in _STEPS if months / step <= _TICKS), _STEPS[-1])
    axis = chart.category_axis
    axis.minimum_scale, axis.maximum_scale = (first - _EPOCH).days, (last - _EPOCH).days + _MONTH
    axis.major_unit, axis.has_major_gridlines = step * _MONTH, False
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "mmm yyyy", False
    axis.format.line.color.rgb = colour(theme.BASELINE)


def _counted(chart: Chart, most: float) -> None:
    """The axis of counts, from zero."""
    axis = chart.value_axis
    axis.minimum_scale, axis.maximum_scale, axis.major_tick_mark = 0, most, XL_TICK_MARK.NONE
    axis.format.line.fill.background()
    lines = axis.major_gridlines.format.line
    lines.color.rgb, lines.width = colour(theme.EDGE), THIN


def _ground(chart: Chart, top: float) -> None:
    """Dots stand on a line; how high they are stacked is no figure and so not written."""
    up, along = chart.value_axis, chart.category_axis
    up.minimum_scale, up.maximum_scale, up.has_major_gridlines = 0, top, False
    up.tick_label_position, up.major_tick_mark = XL_TICK_LABEL_POSITION.NONE, XL_TICK_MARK.NONE
    up.format.line.fill.background()
    along.has_major_gridlines = False
    along.format.line.color.rgb = colour(theme.BASELINE)
