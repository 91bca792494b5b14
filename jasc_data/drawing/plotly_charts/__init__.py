"""A chart's spec drawn with plotly, for the screen and the pictures saved from it. All arithmetic in pixels is here.

Plotly is known to this package alone. It reads a little HTML in every text: plain text is escaped here, nowhere else.
"""

from jasc_data.drawing.plotly_charts.drawn import card_figure, figure

__all__ = ["card_figure", "figure"]
