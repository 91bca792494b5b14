"""The two averages across a plot: the group's dashed, the nation's solid, both to be seen however close they lie.

They run behind what is drawn, so that a bar keeps its length and its one piece: they show between the bars, and beyond
their ends. Each has a mark that leads to its label, the group's above the plot and the nation's below. Where the two
would lie over each other, the group's is drawn as white dashes inside the nation's line.
"""

from collections.abc import Sequence

from jasc_data.drawing import theme
from jasc_data.drawing.chart_spec import Reference
from jasc_data.drawing.plotly_charts.written import written
from jasc_data.drawing.roles import Role

CLEAR = 4  # pixels by which a label stands off the plot, so that the mark touches it and does not strike it through
_MARK = 6  # pixels of an average's mark outside the plot, which its label touches
_WIDTH = 3
_OVER_EACH_OTHER = 2.0  # nearer than so many pixels the dashes would vanish in the solid line
_WITHIN = 1.2  # pixels of the dashes inside the solid line
DASHES = "6px,4px"


def average_lines(references: Sequence[Reference], pixels_per_unit: float) -> list[dict[str, object]]:
    """The shapes of the averages that there are. pixels_per_unit: how wide one unit of the axis is drawn."""
    at = {reference.role: reference.value for reference in references}
    group, nation = at.get(Role.GROUP_AVERAGE), at.get(Role.NATIONAL_AVERAGE)
    shapes = []
    if nation is not None:
        shapes += [_line(nation, theme.INK, _WIDTH, "solid"), _mark(nation, above=False)]
    if group is not None:
        over = nation is not None and abs(group - nation) * pixels_per_unit < _OVER_EACH_OTHER
        colour, width = (theme.WHITE, _WITHIN) if over else (theme.INK, _WIDTH)
        shapes += [_line(group, colour, width, DASHES), _mark(group, above=True)]
    return shapes


def label(reference: Reference, name: str, anchor: str, shift: float) -> dict[str, object]:
    """An average's name and figure at its mark: the group's above the plot and the nation's below it.

    So they cannot collide however close they lie. anchor: which part of the words stands at the line; shift: by how
    many pixels they are moved from there.
    """
    above = reference.role is Role.GROUP_AVERAGE
    return {
        "text": f"{written(name)} <b>{written(reference.printed)}</b>",
        "x": reference.value,
        "xref": "x",
        "xanchor": anchor,
        "xshift": round(shift),
        "y": 1 if above else 0,
        "yref": "paper",
        "yanchor": "bottom" if above else "top",
        "yshift": CLEAR if above else -CLEAR,
        "showarrow": False,
    }


def _line(at: float, colour: str, width: float, dash: str) -> dict[str, object]:
    place = {"type": "line", "x0": at, "x1": at, "xref": "x", "yref": "paper", "y0": 0, "y1": 1, "layer": "below"}
    return {**place, "line": {"color": colour, "width": width, "dash": dash}}


def _mark(at: float, *, above: bool) -> dict[str, object]:
    end = _MARK if above else -_MARK
    place = {"type": "line", "x0": at, "x1": at, "xref": "x", "yref": "paper", "ysizemode": "pixel"}
    stroke = {"color": theme.INK, "width": _WIDTH}
    return {**place, "yanchor": 1 if above else 0, "y0": 0, "y1": end, "layer": "above", "line": stroke}
