"""The two averages across a plot: the group's dashed, the nation's solid, both to be seen however close they lie.

They run behind what is drawn, so that a bar keeps its length and its one piece: they show between the bars, and beyond
their ends. Each has a mark that leads to its label, the group's above the plot and the nation's below. Where the two
would lie over each other, the group's is drawn as white dashes inside the nation's line.
"""

from jasc_data.drawing import theme

MARK = 6  # pixels of an average's mark outside the plot, which its label touches
CLEAR = 4  # pixels by which a label stands off the plot, so that the mark touches it and does not strike it through
_OVER_EACH_OTHER = 2.0  # nearer than so many pixels the dashes would vanish in the solid line
_WITHIN = 1.2  # pixels of the dashes inside the solid line
_DASHES = "6px,4px"


def average_lines(group: float | None, nation: float | None, pixels_per_unit: float) -> list[dict[str, object]]:
    """The shapes of the averages that there are. pixels_per_unit: how wide one unit of the axis is drawn."""
    shapes = []
    if nation is not None:
        shapes += [_line(nation, theme.INK, theme.AVERAGE_WIDTH, "solid"), _mark(nation, above=False)]
    if group is not None:
        over = nation is not None and abs(group - nation) * pixels_per_unit < _OVER_EACH_OTHER
        colour, width = (theme.WHITE, _WITHIN) if over else (theme.INK, theme.AVERAGE_WIDTH)
        shapes += [_line(group, colour, width, _DASHES), _mark(group, above=True)]
    return shapes


def _line(at: float, colour: str, width: float, dash: str) -> dict[str, object]:
    place = {"type": "line", "x0": at, "x1": at, "xref": "x", "yref": "paper", "y0": 0, "y1": 1, "layer": "below"}
    return {**place, "line": {"color": colour, "width": width, "dash": dash}}


def _mark(at: float, *, above: bool) -> dict[str, object]:
    end = MARK if above else -MARK
    place = {"type": "line", "x0": at, "x1": at, "xref": "x", "yref": "paper", "ysizemode": "pixel"}
    stroke = {"color": theme.INK, "width": theme.AVERAGE_WIDTH}
    return {**place, "yanchor": 1 if above else 0, "y0": 0, "y1": end, "layer": "above", "line": stroke}
