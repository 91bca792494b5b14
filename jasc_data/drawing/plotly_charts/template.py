"""The one template of every figure."""

import plotly.graph_objects as go

from jasc_data.drawing import theme

TEMPLATE = go.layout.Template(
    layout={
        "font": {"family": theme.FONT, "size": theme.TEXT_SIZE, "color": theme.INK},
        "paper_bgcolor": theme.WHITE,
        "plot_bgcolor": theme.WHITE,
        "hoverlabel": {"font": {"family": theme.FONT, "size": theme.TEXT_SIZE}},
        "showlegend": False,
        "dragmode": False,
    }
)
