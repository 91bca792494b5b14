"""Forces as dots on one line, fewest at the left, with the home force marked and both averages drawn.

Equal figures are stacked, so that every force can be counted.
"""

from collections import Counter
from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from jasc_data.analysis.commentary import rank_words
from jasc_data.analysis.comparison import Comparison, KindComparison
from jasc_data.analysis.headlines import Headline
from jasc_data.charts import theme
from jasc_data.charts.bars import describe, kind_table
from jasc_data.charts.chart import Chart, alt_text, average_line
from jasc_data.figures import average, long_date
from jasc_data.vocabulary import Kind

_SLOTS = 46  # dots nearer than this fraction of the line are stacked
_DOT = 13


def group_strip(comparison: Comparison, kind: Kind) -> Chart | None:
    """The group's forces on a line; None when none is held."""
    entry = comparison.kinds[kind]
    if not entry.members:
        return None
    figure = _strip(comparison, entry, entry.members, height=112)
    alt = describe(comparison, kind).replace("Bar chart", "Dots on a line", 1)
    return Chart(figure, alt, kind_table(comparison, kind), f"{kind.value}-strip")


def nation_strip(comparison: Comparison, kind: Kind) -> Chart | None:
    """All the nation's forces on a line; None unless all are held."""
    entry = comparison.kinds[kind]
    if not entry.nation:
        return None
    figure = _strip(comparison, entry, entry.nation, height=170)
    rows = [
        {
            "Rank": place,
            "Force": headline.force,
            "Open": f"{headline.open:,}",
            "As of": long_date(headline.as_of),
        }
        for headline in entry.nation
        for place in [1 + sum(other.open < headline.open for other in entry.nation)]
    ]
    words = rank_words(entry.national_rank) if entry.national_rank else "not held"
    low, high = entry.nation[0], entry.nation[-1]
    alt = alt_text(
        f"Dots on a line for all {len(entry.nation)} forces: {comparison.home} is {words} for open {kind.plural}.",
        f"Lowest {low.open:,} ({low.force}), highest {high.open:,} ({high.force}).",
    )
    return Chart(figure, alt, pd.DataFrame(rows).set_index("Rank"), f"{kind.value}-nation")


def _strip(comparison: Comparison, entry: KindComparison, dots: Sequence[Headline], *, height: int) -> go.Figure:
    averages = [value for value in (entry.group_average, entry.national.value if entry.national else None) if value]
    low = min([dot.open for dot in dots] + averages)
    high = max([dot.open for dot in dots] + averages)
    reach = max(high - low, 1)
    span = (low - 0.04 * reach, high + 0.04 * reach)
    x, y = _stacked(comparison, dots, low, reach)
    tallest = max(y) if y else 0
    is_home = [dot.force == comparison.home for dot in dots]
    in_group = [dot.force in comparison.group for dot in dots]
    figure = go.Figure(
        go.Scatter(
            x=x,
            y=y,
            mode="markers",
            marker={
                "size": [_DOT + 6 if home else _DOT for home in is_home],
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
        margin={"l": 12, "r": 12, "t": 26, "b": 26},
        xaxis={"range": span, "visible": False, "fixedrange": True},
        yaxis={"range": [-0.9, max(tallest, 1) + 0.9], "visible": False, "fixedrange": True},
    )
    figure.add_shape(
        type="line", x0=span[0], x1=span[1], y0=0, y1=0, layer="below", line={"color": theme.BASELINE, "width": 3}
    )
    for value, name, above in _averages(entry):
        for shape in average_line(value, dashed=above, y0=0, y1=1):
            figure.add_shape({**shape, "layer": "below" if shape["line"]["color"] == theme.WHITE else "above"})  # type: ignore[index]
        figure.add_annotation(_label(name, value, (value - span[0]) / (span[1] - span[0]), above=above))
    return figure


def _stacked(
    comparison: Comparison, dots: Sequence[Headline], low: float, reach: float
) -> tuple[list[float], list[float]]:
    """Where each dot stands: at its figure, raised above the dots that are too near; home at the top of its pile."""
    piles = Counter[int]()
    places: dict[str, float] = {}
    for dot in sorted(dots, key=lambda entry: (entry.force == comparison.home, entry.open, entry.force)):
        slot = round((dot.open - low) / reach * _SLOTS)
        places[dot.force] = piles[slot]
        piles[slot] += 1
    return [float(dot.open) for dot in dots], [places[dot.force] for dot in dots]


def _averages(entry: KindComparison) -> list[tuple[float, str, bool]]:
    named = []
    if entry.group_average is not None:
        named.append((entry.group_average, "MSG", True))
    if entry.national is not None:
        named.append((entry.national.value, "National", False))
    return named


def _label(name: str, value: float, share: float, *, above: bool) -> dict[str, object]:
    return {
        "text": f"{name} <b>{average(value)}</b>",
        "x": value,
        "xref": "x",
        "xanchor": "left" if share < 0.2 else "right" if share > 0.8 else "center",
        "y": 1 if above else 0,
        "yref": "paper",
        "yanchor": "bottom" if above else "top",
        "showarrow": False,
    }
