"""A chart as it is drawn: the figure of its spec, and the words in it."""

import re
from html import unescape

import plotly.graph_objects as go

from jasc_data.drawing import plotly_charts
from jasc_data.drawing.chart_spec import ChartSpec


def drawn(chart: ChartSpec | None, characters: int = 60) -> go.Figure:
    """The picture with its words; a chart that is not there ends the test."""
    assert chart is not None
    return plotly_charts.figure(chart, characters=characters)


def drawn_on_a_card(chart: ChartSpec | None) -> go.Figure:
    """The line of dots without its words."""
    assert chart is not None
    return plotly_charts.card_figure(chart)


def texts(figure: go.Figure) -> list[str]:
    """What stands in the picture, with the markup that plotly reads; a text in several lines is one."""
    return [unescape(note.text).replace("<br>", " ") for note in figure.layout.annotations]


def words(figure: go.Figure) -> str:
    """Everything written in the picture, without markup."""
    found = [note.text for note in figure.layout.annotations]
    found += list(figure.layout.yaxis.ticktext or ())
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)) for text in found)
