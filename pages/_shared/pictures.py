"""Charts as they are drawn on the screen. Each is drawn once, for all who look, for as long as its spec is kept.

Years of exports make a picture that takes longer to draw than to show, and its spec is kept between page runs.
"""

from typing import Any
from weakref import WeakKeyDictionary

from jasc_data.drawing import plotly_charts
from jasc_data.drawing.chart_spec import ChartSpec
from pages._shared.single_flight import SingleFlight

_CARD = 0  # in the place of how many characters fit a line
_SIZES = 8  # in which one chart is shown
_drawn: WeakKeyDictionary[ChartSpec, SingleFlight[Any]] = WeakKeyDictionary()


def picture(chart: ChartSpec, characters: int) -> Any:
    """The chart with its words, as ``st.plotly_chart`` takes it. characters: how many fit one line of it."""
    drawn = _drawn.setdefault(chart, SingleFlight(_SIZES))
    return drawn.get(characters, lambda: plotly_charts.figure(chart, characters=characters))


def card_picture(chart: ChartSpec) -> Any:
    """A line of dots without its words, for a card that says them."""
    return _drawn.setdefault(chart, SingleFlight(_SIZES)).get(_CARD, lambda: plotly_charts.card_figure(chart))
