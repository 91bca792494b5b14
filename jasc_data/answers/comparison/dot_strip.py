"""Forces as dots on one line, fewest at the left, with the home force marked and both averages drawn.

Equal figures are stacked, so that every force can be counted.
"""

from collections.abc import Sequence

import plotly.graph_objects as go

from jasc_data.answers.comparison.answer import Comparison, KindComparison
from jasc_data.answers.comparison.captions import describe, force_extremes, message
from jasc_data.answers.comparison.tables import kind_table, nation_table
from jasc_data.answers.comparison.text import rank_words
from jasc_data.answers.figures.headlines import Headline
from jasc_data.domain.vocabulary import AverageBasis, Kind
from jasc_data.drawing import theme
from jasc_data.drawing.average_lines import CLEAR, average_lines
from jasc_data.drawing.caption import Caption, caption
from jasc_data.drawing.chart import Chart, Provenance, file_name_part, longest_told
from jasc_data.wording.numbers import average, short_date

_NEAR = 0.055  # dots nearer than this fraction of the line's reach are stacked
_DOT = 13
_STEP = 15  # pixels from one dot to the one above it
_LABEL = 26 + CLEAR
_SIDE = 12
_LETTER = 8  # pixels that a letter takes at most on average
_NARROWEST = 330  # pixels of the line of dots in a card on a screen of 1280 pixels
_SHORT_NAMES = {
    AverageBasis.WITH_US: "MSG",
    AverageBasis.WITHOUT_US: "MSG without us",
    AverageBasis.MEDIAN: "MSG median",
}


def group_strip(comparison: Comparison, kind: Kind, provenance: Provenance) -> Chart | None:
    """The group's forces on a line; None when none is held. It has no caption: the card that it stands in is one."""
    entry = comparison.kinds[kind]
    if not entry.members:
        return None
    figure = _strip(comparison, entry, entry.members, height=104 + 2 * CLEAR)
    alt = describe(comparison, kind, "Dots on a line")
    table = kind_table(comparison, kind)
    return Chart(figure, message(comparison, kind), alt, table, f"{kind.value}-strip", provenance)


def nation_strip(comparison: Comparison, kind: Kind, provenance: Provenance, *, characters: int = 42) -> Chart | None:
    """All the nation's forces on a line; None unless all are held. characters: how many one line has room for."""
    entry = comparison.kinds[kind]
    if not entry.nation:
        return None
    figure = _strip(comparison, entry, entry.nation, height=190 + 2 * CLEAR)
    words = rank_words(entry.national_rank) if entry.national_rank else "not held"
    told = f"Dots on a line for all {len(entry.nation)} forces: {comparison.home} is {words} for open {kind.plural}."
    alt = longest_told([told], force_extremes(entry.nation))
    said = f"{kind.short_heading}: {words} forces"
    days = sorted({headline.as_of for headline in entry.nation})
    when = short_date(days[0]) if len(days) == 1 else f"{short_date(days[0])} to {short_date(days[-1])}"
    measure = f"Open, {when}. Blue: {comparison.home}; grey: the rest of its MSG; white: the other forces"
    _with_caption(figure, caption(said, measure, provenance, characters))
    file_name = f"{file_name_part(comparison.home)}-{file_name_part(kind.value)}-nation-{comparison.as_of}"
    return Chart(figure, said, alt, nation_table(entry, comparison.home), file_name, provenance)


def _with_caption(figure: go.Figure, words: Caption) -> None:
    above, below = words.height_above + 12, words.height_below + 12
    figure.update_layout(
        height=figure.layout.height + above + below,
        margin={"t": _LABEL + above, "b": _LABEL + below, "autoexpand": False},
    )
    words.write_on(figure, left=_SIDE, over=_LABEL + 4, under=_LABEL + 4)


def _strip(comparison: Comparison, entry: KindComparison, dots: Sequence[Headline], *, height: int) -> go.Figure:
    averages = [value for value, _, _ in _averages(comparison, entry)]
    low = min([dot.open for dot in dots] + averages)
    high = max([dot.open for dot in dots] + averages)
    reach = max(high - low, 1)
    span = (low - 0.04 * reach, high + 0.04 * reach)
    y = _stacked(comparison, dots, reach)
    levels = max(max(y), (height - 2 * _LABEL) / _STEP - 1.2)
    is_home = [dot.force == comparison.home for dot in dots]
    in_group = [dot.force in comparison.group for dot in dots]
    figure = go.Figure(
        go.Scatter(
            x=[dot.open for dot in dots],
            y=y,
            mode="markers",
            marker={
                "size": [_DOT + 5 if home else _DOT for home in is_home],
                "color": [
                    theme.HOME if home else theme.OTHERS if group else theme.WHITE
                    for home, group in zip(is_home, in_group, strict=True)
                ],
                "line": {"width": 2, "color": [theme.HOME if home else theme.QUIET_INK for home in is_home]},
                "opacity": 1,
            },
            customdata=[[dot.force, dot.open] for dot in dots],
            hovertemplate="<b>%{customdata[0]}</b>: %{customdata[1]:,} open<extra></extra>",
            cliponaxis=False,
        )
    )
    figure.update_layout(
        template=theme.TEMPLATE,
        height=height,
        margin={"l": _SIDE, "r": _SIDE, "t": _LABEL, "b": _LABEL},
        xaxis={"range": span, "visible": False, "fixedrange": True},
        yaxis={"range": [-0.7, levels + 0.5], "visible": False, "fixedrange": True},
    )
    figure.add_shape(
        type="line", x0=span[0], x1=span[1], y0=0, y1=0, layer="below", line={"color": theme.BASELINE, "width": 3}
    )
    nation = entry.national.value if entry.national else None
    scale = (_NARROWEST - 2 * _SIDE) / (span[1] - span[0])
    for shape in average_lines(entry.group_average, nation, scale):
        figure.add_shape(shape)
    for value, name, above in _averages(comparison, entry):
        figure.add_annotation(_label(name, value, (value - span[0]) / (span[1] - span[0]), above=above))
    return figure


def _stacked(comparison: Comparison, dots: Sequence[Headline], reach: float) -> list[int]:
    """How high each dot stands: on the line when it has room there, else above the dots that are too near.

    The home force comes first, so that it always stands on the line.
    """
    levels: dict[str, int] = {}
    placed: list[tuple[float, int]] = []
    for dot in sorted(dots, key=lambda entry: (entry.force != comparison.home, entry.open, entry.force)):
        place = dot.open / reach
        near = {level for other, level in placed if abs(other - place) < _NEAR}
        levels[dot.force] = next(level for level in range(len(dots)) if level not in near)
        placed.append((place, levels[dot.force]))
    return [levels[dot.force] for dot in dots]


def _averages(comparison: Comparison, entry: KindComparison) -> list[tuple[float, str, bool]]:
    named = []
    if entry.group_average is not None:
        name = f"{_SHORT_NAMES[comparison.basis]}{comparison.averaged(entry).in_brackets}"
        named.append((entry.group_average, name, True))
    if entry.national is not None:
        room = (_NARROWEST - 4) // _LETTER - len(average(entry.national.value)) - 1
        dated = f"National{entry.national.in_brackets}"
        named.append((entry.national.value, dated if len(dated) <= room else "National", False))
    return named


def _label(name: str, value: float, share: float, *, above: bool) -> dict[str, object]:
    """Words at the average's line: beside it near an end, else centred; a long name is moved inside."""
    anchor = "left" if share < 0.2 else "right" if share > 0.8 else "center"
    start = {"left": 0.0, "center": 0.5, "right": 1.0}[anchor]
    length = (len(name) + len(average(value)) + 1) * _LETTER
    begins = _SIDE + share * (_NARROWEST - 2 * _SIDE) - start * length
    inside = max(2.0, min(begins, _NARROWEST - 2 - length))
    return {
        "text": f"{name} <b>{average(value)}</b>",
        "x": value,
        "xref": "x",
        "xanchor": anchor,
        "xshift": round(inside - begins),
        "y": 1 if above else 0,
        "yref": "paper",
        "yanchor": "bottom" if above else "top",
        "yshift": CLEAR if above else -CLEAR,
        "showarrow": False,
    }
