"""The frame of a picture of horizontal bars: message and measure above, provenance below, names and figures at left.

The figures stand in a column between the names and the bars: inside a bar they would not fit when it is short, and an
average near zero would strike them out.
"""

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from jasc_data.drawing import theme
from jasc_data.drawing.chart_spec import Bar
from jasc_data.drawing.plotly_charts.caption import Caption
from jasc_data.drawing.plotly_charts.template import TEMPLATE
from jasc_data.drawing.plotly_charts.written import written

LINE = 22  # pixels of one line of a name
GAP = 2  # pixels between the names of two rows
RIGHT = 14
_NAME_WIDTH = 30  # characters of a name before it goes on in a second line
_LETTER, _DIGIT = 9.4, 11  # pixels that one takes at most on average; figures are bold
_AIR = 26  # pixels beside the names
_UNLABELLED = 2  # pixels kept free where no average is labelled

Marking = dict[str, object]  # a shape or a label as plotly reads it


@dataclass(frozen=True)
class Row:
    """A bar's name in lines, and the place of its middle along the axis that runs downwards."""

    bar: Bar
    lines: tuple[str, ...]
    place: float

    @property
    def room(self) -> float:
        """The pixels that the name and the figure beside its last line take."""
        *before, last = (len(line) * _LETTER for line in self.lines)
        return max(*before, last + len(self.bar.printed) * _DIGIT, 0)

    @property
    def name(self) -> str:
        """Name and figure as they stand left of the bar."""
        name = written("\n".join(self.lines))
        return f"{f'<b>{name}</b>' if self.bar.emphasised else name}  <b>{written(self.bar.printed)}</b>"


@dataclass(frozen=True)
class Room:
    """What the bars stand in. reach: the end of the scale. height: the plot's in pixels. ends: of the axis of places.

    left: the pixels beside the bars. labels: those above and below the plot in which averages are labelled.
    """

    reach: float
    height: float
    ends: tuple[float, float]
    left: int
    labels: int = _UNLABELLED


def rows_of(bars: Sequence[Bar], places: Sequence[float]) -> list[Row]:
    """The bars at these places; a long name goes on in a second line."""
    return [
        Row(bar, tuple(textwrap.wrap(bar.name, _NAME_WIDTH)), place) for bar, place in zip(bars, places, strict=True)
    ]


def row_height(rows: Sequence[Row]) -> int:
    """The pixels of each row where all are equally high."""
    return LINE * max(len(row.lines) for row in rows) + GAP


def left_margin(rows: Sequence[Row]) -> int:
    """The pixels left of the bars, so that no name is cut."""
    return round(max(row.room for row in rows)) + _AIR


def in_frame(
    rows: Sequence[Row],
    words: Caption,
    room: Room,
    *,
    shapes: Sequence[Marking] = (),
    labels: Sequence[Marking] = (),
    across: Mapping[str, object] = MappingProxyType({}),
) -> dict[str, object]:
    """The layout of the bars. shapes, labels: what stands in it besides. across: what is said of the axis across.

    As a whole: a figure that is laid out piece by piece takes plotly five times as long.
    """
    above, below = words.height_above + 12 + room.labels, words.height_below + 10 + room.labels
    return {
        "template": TEMPLATE,
        "height": round(above + room.height + below),
        "barmode": "stack",
        "margin": {"l": room.left, "r": RIGHT, "t": above, "b": below, "autoexpand": False},
        "xaxis": {"range": [0, room.reach], "visible": False, "fixedrange": True, **across},
        "yaxis": {
            "range": [room.ends[1], room.ends[0]],  # the first stands on top
            "fixedrange": True,
            "tickmode": "array",
            "tickvals": [row.place for row in rows],
            "ticktext": [row.name for row in rows],
            "ticklen": 6,
            "tickcolor": theme.WHITE,
            "showline": True,
            "linecolor": theme.BASELINE,
            "showgrid": False,
            "zeroline": False,
        },
        "shapes": list(shapes),
        "annotations": [*labels, *words.annotations(left=room.left, over=room.labels + 4, under=room.labels + 4)],
    }
