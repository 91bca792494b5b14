"""Charts as they are drawn on the screen. Each is drawn once for as long as its spec is kept.

Years of exports make a picture that takes longer to draw than to show, and its spec is kept between page runs.
"""

from typing import Any
from weakref import WeakKeyDictionary

from jasc_data.drawing import plotly_charts
from jasc_data.drawing.chart_spec import ChartSpec

_CARD = 0  # in the place of how many characters fit a line
_drawn: WeakKeyDictionary[ChartSpec, dict[int, Any]] = WeakKeyDictionary()


def picture(chart: ChartSpec, characters: int) -> Any:
    """The chart with its words, as ``st.plotly_chart`` takes it. characters: how many fit one line of it."""
    kept = _drawn.setdefault(chart, {})
    if characters not in kept:
        kept[characters] = plotly_charts.figure(chart, characters=characters)
    return kept[characters]


def card_picture(chart: ChartSpec) -> Any:
    """A line of dots without its words, for a card that says them."""
    kept = _drawn.setdefault(chart, {})
    if _CARD not in kept:
        kept[_CARD] = plotly_charts.card_figure(chart)
    return kept[_CARD]
