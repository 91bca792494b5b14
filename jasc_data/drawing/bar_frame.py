"""The frame of a picture of horizontal bars: message and measure above, provenance below, names and figures at left."""

from collections.abc import Sequence
from html import escape

import plotly.graph_objects as go

from jasc_data.drawing import theme
from jasc_data.drawing.caption import caption
from jasc_data.drawing.chart import Provenance, line_count, wrapped

ROW_HEIGHT = 29
NAME_WIDTH = 30  # characters of a name before it goes on in a second line


def set_in_frame(
    figure: go.Figure,
    *,
    places: Sequence[float],
    names: Sequence[str],
    title: str,
    measure: str,
    provenance: Provenance,
    characters: int,
    key: str = "",
    reach: float,
) -> None:
    """Lays the bars out. places: each bar's row, from the top. names: what stands left of it, as plotly writes it.

    characters: how many fit one line. key: a line above the bars, as plotly writes it. reach: the end of the scale.
    """
    words = caption(title, measure, provenance, characters, key=key)
    above, below = words.height_above + 14, words.height_below + 14
    left = room_for(names)
    row = ROW_HEIGHT + 20 * (max(map(line_count, names)) - 1)
    figure.update_layout(
        template=theme.TEMPLATE,
        height=round(above + row * (max(places) - min(places) + 1) + below),
        margin={"l": left, "r": 14, "t": above, "b": below, "autoexpand": False},
        xaxis={"range": [0, reach], "visible": False, "fixedrange": True},
        yaxis={
            "range": [max(places) + 0.5, min(places) - 0.5],
            "fixedrange": True,
            "tickmode": "array",
            "tickvals": list(places),
            "ticktext": list(names),
            "ticklen": 6,
            "tickcolor": theme.WHITE,
            "showgrid": False,
            "zeroline": False,
        },
    )
    words.write_on(figure, left=left, over=6, under=6)


def named(name: str, figure: str, *, bold: bool = False) -> str:
    """A bar's name and figure as they stand left of it; a long name goes on in a second line."""
    shown = wrapped(escape(name), NAME_WIDTH)
    return f"{f'<b>{shown}</b>' if bold else shown}  <b>{figure}</b>"


def room_for(names: Sequence[str]) -> int:
    """The left margin in pixels: the longest line of the names at the text size, with air."""
    lines = [line.replace("<b>", "").replace("</b>", "") for name in names for line in name.split("<br>")]
    return round(max(len(line.replace("&amp;", "&")) for line in lines) * 8.7) + 22
