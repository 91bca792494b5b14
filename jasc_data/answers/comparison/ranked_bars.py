"""One kind's open counts in the group: a horizontal bar per force, fewest first, both averages drawn and labelled.

The figures stand in a column between the names and the bars: inside a bar they would not fit when it is short, and an
average near zero would strike them out.
"""

import plotly.graph_objects as go

from jasc_data.answers.comparison.answer import Comparison, KindComparison
from jasc_data.answers.comparison.captions import describe, measure, message, national_name
from jasc_data.answers.comparison.tables import kind_table
from jasc_data.answers.comparison.text import against_average, group_average_name
from jasc_data.answers.figures.national import NationalAverage
from jasc_data.domain.vocabulary import AverageBasis, Kind
from jasc_data.drawing import theme
from jasc_data.drawing.average_lines import CLEAR, average_lines
from jasc_data.drawing.caption import caption
from jasc_data.drawing.chart import Chart, Provenance, file_name_part
from jasc_data.wording.numbers import average

ROW_HEIGHT = 29
LABEL_HEIGHT = 26
LETTER = 9  # pixels that a letter takes at most on average, bold figures included
RIGHT = 14
ABOVE: dict[str, object] = {"y": 1, "yanchor": "bottom", "yshift": CLEAR}
BELOW: dict[str, object] = {"y": 0, "yanchor": "top", "yshift": -CLEAR}
_SHORT_NAMES = {
    AverageBasis.WITH_US: "MSG average",
    AverageBasis.WITHOUT_US: "MSG without us",
    AverageBasis.MEDIAN: "MSG median",
}


def bar_chart(comparison: Comparison, kind: Kind, provenance: Provenance, *, characters: int = 42) -> Chart | None:
    """The chart of one kind; None when no force of the group is held.

    characters: how many characters of text one line of the chart has room for.
    """
    entry = comparison.kinds[kind]
    if not entry.members:
        return None
    words = caption(message(comparison, kind), measure(comparison, entry), provenance, characters)
    above = words.height_above + 12 + LABEL_HEIGHT
    below = LABEL_HEIGHT + words.height_below + 10
    plot = ROW_HEIGHT * len(entry.members)
    left = _room_for_names(entry)
    figure = go.Figure(_bars(comparison, entry))
    figure.update_layout(
        template=theme.TEMPLATE,
        height=above + plot + below,
        margin={"l": left, "r": RIGHT, "t": above, "b": below, "autoexpand": False},
        bargap=theme.BAR_GAP,
        xaxis={"range": [0, _longest(entry) * 1.02], "visible": False, "fixedrange": True},
        yaxis={
            "autorange": "reversed",
            "fixedrange": True,
            "tickmode": "array",
            "tickvals": [member.force for member in entry.members],
            "ticktext": [_name(comparison, member.force, member.open) for member in entry.members],
            "ticklen": 6,
            "tickcolor": theme.WHITE,
            "showline": True,
            "linecolor": theme.BASELINE,
            "showgrid": False,
        },
    )
    nation = entry.national.value if entry.national else None
    for shape in average_lines(entry.group_average, nation, _scale(entry, left, characters * LETTER)):
        figure.add_shape(shape)
    for label in _average_labels(comparison, entry, left, characters * LETTER):
        figure.add_annotation(label)
    words.write_on(figure, left=left, over=LABEL_HEIGHT + 4, under=LABEL_HEIGHT + 4)
    return Chart(
        figure=figure,
        message=message(comparison, kind),
        alt=describe(comparison, kind),
        table=kind_table(comparison, kind),
        file_name=_file_name(comparison, kind),
        provenance=provenance,
    )


def _bars(comparison: Comparison, entry: KindComparison) -> go.Bar:
    return go.Bar(
        x=[member.open for member in entry.members],
        y=[member.force for member in entry.members],
        orientation="h",
        marker={
            "color": [theme.HOME if member.force == comparison.home else theme.OTHERS for member in entry.members],
            "line": {"width": 0},
        },
        customdata=[
            against_average(member.open, entry.group_average, group_average_name(comparison, entry))
            if entry.group_average is not None
            else ""
            for member in entry.members
        ],
        hovertemplate="<b>%{y}</b>: %{x:,} open<br>%{customdata}<extra></extra>",
    )


def _name(comparison: Comparison, force: str, open_: int) -> str:
    if force == comparison.home:
        return f"<b>{force}</b>  <b>{open_:,}</b>"
    return f"{force}  <b>{open_:,}</b>"


def _room_for_names(entry: KindComparison) -> int:
    """The left margin in pixels: the longest name and figure at the text size, with air."""
    return max(round(len(member.force) * 8.4 + len(f"{member.open:,}") * 10) for member in entry.members) + 26


def _longest(entry: KindComparison) -> float:
    averages = [entry.group_average or 0, entry.national.value if entry.national else 0]
    return max(1, *averages, *(member.open for member in entry.members))


def _average_labels(comparison: Comparison, entry: KindComparison, left: int, width: int) -> list[dict[str, object]]:
    """The group's label above the bars and the nation's below, so that they cannot collide however close they lie."""
    labels = []
    if entry.group_average is not None:
        name = f"{_SHORT_NAMES[comparison.basis]}{comparison.averaged(entry).in_brackets}"
        labels.append(_label(name, entry.group_average, entry, left, width) | ABOVE)
    if entry.national is not None:
        name = _national_name(entry.national, width)
        labels.append(_label(name, entry.national.value, entry, left, width) | BELOW)
    return labels


def _national_name(national: NationalAverage, width: int) -> str:
    """The label of the nation's line, with the dates of a computed one where there is room for them."""
    return national_name(national, (width - 4) // LETTER - len(average(national.value)) - 1)


def _scale(entry: KindComparison, left: int, width: int) -> float:
    """The pixels of one open item."""
    return (width - RIGHT - left) / (_longest(entry) * 1.02)


def _label(name: str, value: float, entry: KindComparison, left: int, width: int) -> dict[str, object]:
    """Words centred on the average's line, moved aside just as far as keeps them inside the picture."""
    at = left + value * _scale(entry, left, width)
    half = (len(name) + len(average(value)) + 1) * LETTER / 2
    inside = min(max(at, half + 2), width - half - 2)
    return {
        "text": f"{name} <b>{average(value)}</b>",
        "x": value,
        "xref": "x",
        "xanchor": "center",
        "xshift": round(inside - at),
        "yref": "paper",
        "showarrow": False,
    }


def _file_name(comparison: Comparison, kind: Kind) -> str:
    home = file_name_part(comparison.home)
    return f"{home}-{kind.value.replace('_', '-')}-msg-{comparison.as_of}"
