"""Forces as dots on one line, fewest at the left, with the home force marked and both averages drawn.

Equal figures are stacked, so that every force can be counted.
"""

from collections.abc import Sequence

import plotly.graph_objects as go

from jasc_data.drawing import theme
from jasc_data.drawing.chart_spec import ChartSpec, Dot, DotStrip, Reference
from jasc_data.drawing.plotly_charts.average_lines import CLEAR, average_lines, label
from jasc_data.drawing.plotly_charts.caption import caption
from jasc_data.drawing.plotly_charts.template import TEMPLATE
from jasc_data.drawing.plotly_charts.written import TOLD, fitting, told
from jasc_data.drawing.roles import Role

_NEAR = 0.055  # dots nearer than this fraction of the line's reach are stacked
_DOT = 13
_STEP = 15  # pixels from one dot to the one above it
_LABEL = 28 + CLEAR
_SIDE = 12
_LETTER = 8.5  # pixels that a letter takes at most on average
_NARROWEST = 330  # pixels of the line of dots in a card on a screen of 1280 pixels
_BARE, _WITH_WORDS = 104 + 2 * CLEAR, 190 + 2 * CLEAR  # pixels of the plot's height with its labels
_BESIDE = 0.2  # of the line from its ends: an average there is labelled beside its mark
_AIR = 0.04  # of the reach, left and right of the dots


def dot_strip(spec: ChartSpec, plot: DotStrip, characters: int) -> go.Figure:
    """The picture in which one line has room for so many characters."""
    words = caption(spec, characters)
    return _strip(
        plot,
        _WITH_WORDS,
        above=words.height_above + 12,
        below=words.height_below + 12,
        words=words.annotations(left=_SIDE, over=_LABEL + 4, under=_LABEL + 4),
    )


def bare_strip(plot: DotStrip) -> go.Figure:
    """The line of dots without words, but those of the averages."""
    return _strip(plot, _BARE)


def _strip(
    plot: DotStrip, height: int, *, above: int = 0, below: int = 0, words: Sequence[dict[str, object]] = ()
) -> go.Figure:
    """height: the plot's, with its labels. above, below: the pixels for the words around it."""
    values = [*(dot.value for dot in plot.dots), *(reference.value for reference in plot.references)]
    reach = max(max(values) - min(values), 1)
    low, high = min(values) - _AIR * reach, max(values) + _AIR * reach
    levels = _stacked(plot.dots, reach)
    top = max(*levels, (height - 2 * _LABEL) / _STEP - 1.2)
    baseline = {"type": "line", "x0": low, "x1": high, "y0": 0, "y1": 0, "layer": "below"}
    labels = [_label(reference, (reference.value - low) / (high - low)) for reference in plot.references]
    layout = {
        "template": TEMPLATE,
        "height": height + above + below,
        "margin": {"l": _SIDE, "r": _SIDE, "t": _LABEL + above, "b": _LABEL + below, "autoexpand": not words},
        "xaxis": {"range": (low, high), "visible": False, "fixedrange": True},
        "yaxis": {"range": [-0.7, top + 0.5], "visible": False, "fixedrange": True},
        "shapes": [
            baseline | {"line": {"color": theme.BASELINE, "width": 3}},
            *average_lines(plot.references, (_NARROWEST - 2 * _SIDE) / (high - low)),
        ],
        "annotations": [*labels, *words],
    }
    return go.Figure(_trace(plot.dots, levels), layout)


def _trace(dots: Sequence[Dot], levels: Sequence[int]) -> go.Scatter:
    is_home = [dot.role is Role.HOME for dot in dots]
    return go.Scatter(
        x=[dot.value for dot in dots],
        y=levels,
        mode="markers",
        marker={
            "size": [_DOT + 5 if home else _DOT for home in is_home],
            "color": [theme.FILLS[dot.role] for dot in dots],
            "line": {"width": 2, "color": [theme.HOME if home else theme.QUIET_INK for home in is_home]},
            "opacity": 1,
        },
        customdata=[told(dot.name, dot.hover) for dot in dots],
        hovertemplate=TOLD,
        cliponaxis=False,
    )


def _stacked(dots: Sequence[Dot], reach: float) -> list[int]:
    """How high each dot stands: on the line when it has room there, else above the dots that are too near.

    The home force comes first, so that it always stands on the line.
    """
    levels: dict[int, int] = {}
    placed: list[tuple[float, int]] = []
    order = sorted(range(len(dots)), key=lambda at: (dots[at].role is not Role.HOME, dots[at].value, dots[at].name))
    for at in order:
        place = dots[at].value / reach
        near = {level for other, level in placed if abs(other - place) < _NEAR}
        levels[at] = next(level for level in range(len(dots)) if level not in near)
        placed.append((place, levels[at]))
    return [levels[at] for at in range(len(dots))]


def _label(reference: Reference, share: float) -> dict[str, object]:
    """Words at the average's line: beside it near an end, else centred; a long name is moved inside.

    share: where the line stands, of the whole reach. How wide a card is, is not known: it must fit the narrowest.
    """
    anchor = "left" if share < _BESIDE else "right" if share > 1 - _BESIDE else "center"
    start = {"left": 0.0, "center": 0.5, "right": 1.0}[anchor]
    name = fitting(reference.names, (_NARROWEST - 4) // _LETTER - len(reference.printed) - 1)
    length = (len(name) + 1 + len(reference.printed)) * _LETTER
    begins = _SIDE + share * (_NARROWEST - 2 * _SIDE) - start * length
    inside = max(2.0, min(begins, _NARROWEST - 2 - length))
    return label(reference, name, anchor, inside - begins)
