"""Bars from zero, divided by class, whose names can be long: rows differ in height and stand at places in pixels."""

import textwrap
from collections.abc import Sequence
from itertools import accumulate

import plotly.graph_objects as go

from jasc_data.drawing.chart_spec import Bar, ChartSpec, Part, StackedCounts
from jasc_data.drawing.plotly_charts.bar_frame import GAP, LINE, RIGHT, Room, Row, in_frame, left_margin
from jasc_data.drawing.plotly_charts.caption import caption
from jasc_data.drawing.plotly_charts.divided_bars import by_class, parts_of_a_class, words_within
from jasc_data.drawing.plotly_charts.written import written

_LINES_OF_A_NAME = 3
_OF_A_LINE = 0.5  # of the picture's characters stand in a line of a name
_CHOSEN = "▸ "
_ROOM_FOR_CHOSEN = 18  # kept free always, or the bars would move when one is chosen
_CHARACTER = 10  # pixels of the picture's width that one character stands for


def stacked_counts(spec: ChartSpec, plot: StackedCounts, characters: int) -> go.Figure:
    """The picture in which one line has room for so many characters. A click on a bar gives the bar's choice first."""
    names = [_name(bar, round(characters * _OF_A_LINE)) for bar in plot.bars]
    heights = [len(lines) * LINE + GAP for lines in names]
    ends = list(accumulate(heights))
    middles = [end - height / 2 for end, height in zip(ends, heights, strict=True)]
    rows = [Row(*row) for row in zip(plot.bars, names, middles, strict=True)]
    reach, left = max(bar.value for bar in plot.bars) * 1.02, left_margin(rows) + _ROOM_FOR_CHOSEN
    scale = (characters * _CHARACTER - left - RIGHT) / reach
    room = Room(reach=reach, height=ends[-1], ends=(0, ends[-1]), left=left)
    layout = in_frame(rows, caption(spec, characters, swatches=True), room)
    return go.Figure([_class(rows, parts, scale) for parts in by_class(rows)], layout)


def _name(bar: Bar, characters: int) -> tuple[str, ...]:
    """The name in lines; the whole of a very long one stands in the table beside the chart."""
    lines = textwrap.wrap(bar.name, characters)
    if len(lines) > _LINES_OF_A_NAME:
        lines = [*lines[: _LINES_OF_A_NAME - 1], f"{lines[_LINES_OF_A_NAME - 1]} …"]
    first, *rest = lines
    return (f"{_CHOSEN}{first}" if bar.emphasised else first, *rest)


def _class(rows: Sequence[Row], parts: Sequence[Part], scale: float) -> go.Bar:
    return parts_of_a_class(
        rows,
        parts,
        width=LINE,
        outlines=[1 if part.value else 0 for part in parts],
        printed=[written(words_within(part, part.value * scale)) for part in parts],
        told=(
            [[row.bar.choice, written(part.hover)] for row, part in zip(rows, parts, strict=True)],
            "%{customdata[1]}",
        ),
    )
