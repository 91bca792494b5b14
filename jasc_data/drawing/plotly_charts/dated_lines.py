"""Lines over dates. Several stand over a scale and are named at their ends; one that the measure names needs neither.

A point stands only where an export of that date is held; a line breaks after 120 days, so that a gap shows as a gap.
"""

from collections.abc import Sequence

import plotly.graph_objects as go

from jasc_data.drawing import theme
from jasc_data.drawing.chart_spec import ChartSpec, DatedLine, DatedLines
from jasc_data.drawing.plotly_charts.caption import LINE_HEIGHT, caption
from jasc_data.drawing.plotly_charts.dated_line import drawn_line, on_axis
from jasc_data.drawing.plotly_charts.line_labels import end_labels, end_name, figures_at_points, value_words
from jasc_data.drawing.plotly_charts.template import TEMPLATE
from jasc_data.drawing.plotly_charts.time_axis import ends_and_middle, regular_dates
from jasc_data.drawing.plotly_charts.written import BREAK

_WIDE = 60  # with more characters a line there is room for dates along the foot and figures at points
_PLOT, _PLOT_ALONE = 235, 190
_LEFT, _SIDE_ALONE = 40, 34
_LETTER = 10
_LABELLED = 9  # of a line alone: with more points only the first, the latest and the highest are printed
_GRID = "#E5E6E7"


def dated_lines(spec: ChartSpec, plot: DatedLines, characters: int) -> go.Figure:
    """The picture in which one line has room for so many characters."""
    if [line.name for line in plot.lines] == [""]:
        return _alone(spec, plot.lines[0], characters)
    return _several(spec, plot.lines, characters)


def _several(spec: ChartSpec, lines: Sequence[DatedLine], characters: int) -> go.Figure:
    wide = characters > _WIDE
    words = caption(spec, characters)
    top, bottom = words.height_above + 26, words.height_below + LINE_HEIGHT + 22
    longest = max(len(part) for line in lines for part in end_name(line, wide=wide).split(BREAK))
    points = [point for line in lines for point in line.points]
    highest = max(value for _, value in points)
    ceiling = max(1, highest) * 1.18
    days = [day for day, _ in points]
    layout = {
        "template": TEMPLATE,
        "height": top + _PLOT + bottom,
        "margin": {"l": _LEFT, "r": 14 + _LETTER * longest, "t": top, "b": bottom, "autoexpand": False},
        "xaxis": regular_dates(min(days), max(days), wide=wide),
        "yaxis": _scale(highest, ceiling),
        "annotations": [
            *end_labels(lines, ceiling, _PLOT, wide=wide),
            *figures_at_points(lines, wide=wide),
            *words.annotations(left=_LEFT, over=18, under=LINE_HEIGHT + 14),
        ],
    }
    return go.Figure([drawn_line(line, spec.unit) for line in lines], layout)


def _scale(highest: float, ceiling: float) -> dict[str, object]:
    return {
        "range": [0, ceiling],
        "fixedrange": True,
        **({"dtick": 1} if highest <= 4 else {"nticks": 5}),  # whole steps only
        "tickformat": ",d",
        "gridcolor": _GRID,
        "zerolinecolor": theme.BASELINE,
        "zerolinewidth": 2,
    }


def _alone(spec: ChartSpec, line: DatedLine, characters: int) -> go.Figure:
    words = caption(spec, characters)
    above, below = words.height_above + 34, words.height_below + 44
    highest = max(value for _, value in line.points)
    layout = {
        "template": TEMPLATE,
        "height": above + _PLOT_ALONE + below,
        "margin": {"l": _SIDE_ALONE, "r": _SIDE_ALONE, "t": above, "b": below, "autoexpand": False},
        "xaxis": ends_and_middle([day for day, _ in line.points]),
        "yaxis": {"range": [0, max(highest, 1) * 1.05], "visible": False, "fixedrange": True},
        "annotations": words.annotations(left=_SIDE_ALONE, over=26, under=38),
    }
    return go.Figure([drawn_line(line, spec.unit), _figures(line)], layout)


def _figures(line: DatedLine) -> dict[str, object]:
    """Every figure over its point while there is room for it; else the first, the latest and the highest."""
    points = line.points
    some = {points[0], points[-1], max(points, key=lambda point: point[1])}
    shown = points if len(points) <= _LABELLED else sorted(some)
    return {
        "type": "scatter",
        "x": on_axis([day for day, _ in shown]),
        "y": [value for _, value in shown],
        "mode": "text",
        "text": [value_words(line, value) for _, value in shown],
        "textposition": "top center",
        "textfont": {"size": theme.TEXT_SIZE, "color": theme.INK},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
