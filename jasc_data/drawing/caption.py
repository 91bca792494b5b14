"""The words around a plot: its message and what it measures above, where its figures come from below.

They are part of the picture, so that a picture which leaves the dashboard still says what it is, whose and as of when.
"""

from dataclasses import dataclass
from html import escape

import plotly.graph_objects as go

from jasc_data.drawing import theme
from jasc_data.drawing.chart import Provenance, line_count, wrapped

LINE_HEIGHT = 23
_EDGE = 4  # pixels between the picture's left edge and the words


@dataclass(frozen=True)
class Caption:
    """The words in lines that fit the picture, as plotly writes them."""

    title: str
    measure: str
    foot: str

    @property
    def height_above(self) -> int:
        """The pixels that the lines above the plot take."""
        return LINE_HEIGHT * (line_count(self.title) + line_count(self.measure))

    @property
    def height_below(self) -> int:
        """The pixels that the lines below the plot take."""
        return LINE_HEIGHT * line_count(self.foot)

    def annotations(self, *, left: int, over: int, under: int) -> list[dict[str, object]]:
        """The words at the picture's left edge. left: the plot's margin; over, under: pixels from the plot."""
        heading = f"<b><span style='font-size:{theme.TITLE_SIZE}px'>{self.title}</span></b><br>{self.measure}"
        at_the_left = {
            "x": 0,
            "xref": "paper",
            "xanchor": "left",
            "xshift": _EDGE - left,
            "yref": "paper",
            "align": "left",
            "showarrow": False,
        }
        return [
            at_the_left | {"text": heading, "y": 1, "yanchor": "bottom", "yshift": over},
            at_the_left
            | {"text": self.foot, "y": 0, "yanchor": "top", "yshift": -under, "font": {"color": theme.QUIET_INK}},
        ]

    def write_on(self, figure: go.Figure, *, left: int, over: int, under: int) -> None:
        """Sets the words on a figure that stands already, as ``annotations`` describes them."""
        for annotation in self.annotations(left=left, over=over, under=under):
            figure.add_annotation(annotation)


def caption(
    message: str, measure: str, provenance: Provenance, characters: int, *, key: str = "", warning: str = ""
) -> Caption:
    """The caption of a picture in which one line has room for that many characters.

    key: one more line above the plot, as plotly writes it. warning: a line that stands before the source.
    """
    lines = [escape(line, quote=False) for line in (warning, *provenance.lines) if line]
    return Caption(
        title=wrapped(escape(message, quote=False), round(characters * 0.88)),
        measure=wrapped(escape(measure, quote=False), characters) + (f"<br>{key}" if key else ""),
        foot="<br>".join(wrapped(line, characters) for line in lines),
    )
