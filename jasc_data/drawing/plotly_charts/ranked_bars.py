"""Horizontal bars from zero, in the spec's order, over the averages that they are held against."""

from collections.abc import Sequence
from dataclasses import replace

import plotly.graph_objects as go

from jasc_data.drawing import theme
from jasc_data.drawing.chart_spec import ChartSpec, Part, RankedBars, Reference
from jasc_data.drawing.plotly_charts.average_lines import average_lines, label
from jasc_data.drawing.plotly_charts.bar_frame import RIGHT, Room, Row, in_frame, left_margin, row_height, rows_of
from jasc_data.drawing.plotly_charts.caption import caption
from jasc_data.drawing.plotly_charts.written import TOLD, fitting, told
from jasc_data.drawing.roles import Role

_LABEL_HEIGHT = 28
_LETTER = 10  # pixels that a letter takes at most on average, bold figures included
_EDGE = 2  # pixels that a label keeps from the picture's edges
_BEYOND = 1.02  # of the longest bar, so that its end is seen
_WIDTH, _WIDTH_OVER_AVERAGES = 0.78, 0.66  # of a row: the averages behind the bars show between them
_OUTLINED = (Role.PROJECTED, Role.SIGNED_OFF)


def ranked_bars(spec: ChartSpec, plot: RankedBars, characters: int) -> go.Figure:
    """The picture in which one line has room for so many characters."""
    rows = rows_of(plot.bars, range(len(plot.bars)))
    longest = max(1, *(bar.value for bar in plot.bars), *(reference.value for reference in plot.references))
    reach, left, width = longest * _BEYOND, left_margin(rows), characters * _LETTER
    scale = (width - RIGHT - left) / reach
    room = Room(reach, row_height(rows) * len(rows), (-0.5, len(rows) - 0.5), left)
    if plot.references:
        room = replace(room, labels=_LABEL_HEIGHT)
    layout = in_frame(
        rows,
        caption(spec, characters),
        room,
        shapes=average_lines(plot.references, scale),
        labels=[_label(reference, left + reference.value * scale, width) for reference in plot.references],
    )
    return go.Figure(_traces(rows, _WIDTH_OVER_AVERAGES if plot.references else _WIDTH), layout)


def _traces(rows: Sequence[Row], width: float) -> list[go.Bar]:
    """The first parts of all bars, then what lies beyond them."""
    depth = max(len(row.bar.parts) for row in rows)
    return [_trace([row for row in rows if len(row.bar.parts) > place], place, width) for place in range(depth)]


def _trace(rows: Sequence[Row], place: int, width: float) -> go.Bar:
    parts = [row.bar.parts[place] for row in rows]
    return go.Bar(
        x=[part.value for part in parts],
        y=[row.place for row in rows],
        orientation="h",
        width=width,
        marker=_looks(parts),
        customdata=[told(row.bar.name, part.hover) for row, part in zip(rows, parts, strict=True)],
        hovertemplate=TOLD,
    )


def _looks(parts: Sequence[Part]) -> dict[str, object]:
    """Each part in its role's colour; what is projected is hatched, and outlined like what would be gone."""
    looks: dict[str, object] = {
        "color": [theme.FILLS[part.role] for part in parts],
        "line": {"width": [2 if part.role in _OUTLINED else 0 for part in parts], "color": theme.HOME},
    }
    if any(part.role is Role.PROJECTED for part in parts):
        shapes = ["/" if part.role is Role.PROJECTED else "" for part in parts]
        looks["pattern"] = {
            "shape": shapes,
            "bgcolor": theme.WHITE,
            "fgcolor": theme.HOME,
            "size": 7,
            "solidity": 0.5,
        }
    return looks


def _label(reference: Reference, at: float, width: float) -> dict[str, object]:
    """The longest of the names that the picture holds, centred on the line, moved just as far as keeps it inside."""
    name = fitting(reference.names, (width - 2 * _EDGE) // _LETTER - len(reference.printed) - 1)
    half = (len(name) + 1 + len(reference.printed)) * _LETTER / 2
    inside = min(max(at, half + _EDGE), width - half - _EDGE)
    return label(reference, name, "center", inside - at)
