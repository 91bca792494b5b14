"""The figure of a spec: each shape has its module."""

import plotly.graph_objects as go

from jasc_data.drawing.chart_spec import (
    ChartSpec,
    DatedLines,
    DotStrip,
    RankedBars,
    StackedCounts,
    StackedShares,
    Timeline,
)
from jasc_data.drawing.plotly_charts.dot_strip import bare_strip, dot_strip
from jasc_data.drawing.plotly_charts.ranked_bars import ranked_bars
from jasc_data.drawing.plotly_charts.stacked_counts import stacked_counts
from jasc_data.drawing.plotly_charts.stacked_shares import stacked_shares
from jasc_data.drawing.plotly_charts.timeline import timeline
from jasc_data.drawing.plotly_charts.whole_libraries import see_whole_libraries_alone

see_whole_libraries_alone()


def figure(spec: ChartSpec, *, characters: int) -> go.Figure:
    """The picture with its words. characters: how many characters of text one line of it has room for."""
    match spec.plot:
        case RankedBars():
            return ranked_bars(spec, spec.plot, characters)
        case DotStrip():
            return dot_strip(spec, spec.plot, characters)
        case StackedShares():
            return stacked_shares(spec, spec.plot, characters)
        case StackedCounts():
            return stacked_counts(spec, spec.plot, characters)
        case DatedLines():
            from jasc_data.drawing.plotly_charts.dated_lines import dated_lines  # with numpy, which no other needs

            return dated_lines(spec, spec.plot, characters)
        case Timeline():
            return timeline(spec, spec.plot, characters)


def card_figure(spec: ChartSpec) -> go.Figure:
    """A line of dots without its words, for a card that says them."""
    assert isinstance(spec.plot, DotStrip), "only a line of dots is small enough for a card"
    return bare_strip(spec.plot)
