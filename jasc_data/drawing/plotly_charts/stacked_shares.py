"""Bars of 100%, divided by class. It is printed in every part with room for it: nothing is told by colour alone."""

from collections.abc import Sequence

import plotly.graph_objects as go

from jasc_data.drawing.chart_spec import ChartSpec, Part, StackedShares
from jasc_data.drawing.plotly_charts.bar_frame import Room, Row, in_frame, left_margin, row_height, rows_of
from jasc_data.drawing.plotly_charts.caption import caption
from jasc_data.drawing.plotly_charts.divided_bars import by_class, fits, parts_of_a_class, words_within
from jasc_data.drawing.plotly_charts.written import written
from jasc_data.drawing.roles import Role

_APART = 0.5  # of a row, between two groups of bars
_BAR = 500  # pixels of the shortest bar that a screen shows
_THICK, _THIN = 1.5, 0.7  # pixels of an outline: of a narrow part it must leave the colour to be seen


def stacked_shares(spec: ChartSpec, plot: StackedShares, characters: int) -> go.Figure:
    """The picture in which one line has room for so many characters."""
    apart = [number * _APART for number, group in enumerate(plot.groups) for _ in group]
    rows = rows_of(plot.bars, [place + gap for place, gap in enumerate(apart)])
    room = Room(
        reach=1,
        height=row_height(rows) * (rows[-1].place + 1),
        ends=(-0.5, rows[-1].place + 0.5),
        left=left_margin(rows),
    )
    layout = in_frame(rows, caption(spec, characters, swatches=True), room)
    return go.Figure([_class(rows, parts) for parts in by_class(rows)], layout)


def _class(rows: Sequence[Row], parts: Sequence[Part]) -> go.Bar:
    return parts_of_a_class(
        rows,
        parts,
        width=0.78,
        outlines=[_outline(part) for part in parts],
        printed=[_printed(part) for part in parts],
        told=(
            [f"<b>{written(row.bar.name)}</b><br>{written(part.hover)}" for row, part in zip(rows, parts, strict=True)],
            "%{customdata}",
        ),
    )


def _outline(part: Part) -> float:
    return 0 if not part.value else _THICK if fits(1, part.value * _BAR) else _THIN


def _printed(part: Part) -> str:
    """What fits, the level's digit in bold."""
    text = written(words_within(part, part.value * _BAR))
    return text if part.role is Role.NOT_GRADED else text.replace(part.name, f"<b>{part.name}</b>", 1)
