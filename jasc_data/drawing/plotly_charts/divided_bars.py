"""One class's parts of bars that are divided: white gaps between them, what is white outlined, words where they fit."""

from collections.abc import Sequence

import plotly.graph_objects as go

from jasc_data.drawing import theme
from jasc_data.drawing.chart_spec import Part
from jasc_data.drawing.plotly_charts.bar_frame import Row
from jasc_data.drawing.plotly_charts.written import written

_LETTER, _AIR = 9.5, 9  # pixels that a letter takes, and those that words keep from both ends of a part together


def fits(letters: int, pixels: float) -> bool:
    """Whether so many letters stand within so many pixels of a bar."""
    return letters * _LETTER + _AIR <= pixels


def words_within(part: Part, pixels: float) -> str:
    """The first of the part's tellings that it has room for; blank where none fits."""
    return next((telling for telling in part.printed if fits(len(telling), pixels)), "")


def by_class(rows: Sequence[Row]) -> list[tuple[Part, ...]]:
    """The parts of each class in turn, a part a row."""
    return list(zip(*(row.bar.parts for row in rows), strict=True))


def parts_of_a_class(
    rows: Sequence[Row],
    parts: Sequence[Part],
    *,
    width: float,
    outlines: Sequence[float],
    printed: Sequence[str],
    told: tuple[Sequence[object], str],
) -> go.Bar:
    """One class's parts as plotly reads them. width: of the axis of places. outlines: how wide each is.

    printed: what stands in each, as plotly writes it. told: what is known of each, and the template that shows it.
    """
    customdata, hover = told
    colour = theme.FILLS[parts[0].role]
    return go.Bar(
        name=written(parts[0].name),
        x=[part.value for part in parts],
        y=[row.place for row in rows],
        orientation="h",
        width=width,
        marker={
            "color": colour,
            "line": {"width": outlines, "color": theme.INK if colour == theme.WHITE else theme.WHITE},
        },
        text=printed,
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        constraintext="none",
        textfont={"color": theme.ink_on(colour), "size": theme.TEXT_SIZE},
        # A click chooses a bar; it must not fade the others, which are no less open.
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        customdata=customdata,
        hovertemplate=f"{hover}<extra></extra>",
    )
