"""The projection as a picture: the group's forces as bars, the home force hatched, its figure now in outline."""

import plotly.graph_objects as go

from jasc_data.answers.comparison.answer import KindComparison
from jasc_data.answers.comparison.captions import force_extremes
from jasc_data.answers.comparison.ranked_bars import LETTER
from jasc_data.answers.comparison.tables import kind_table
from jasc_data.answers.comparison.text import rank_words
from jasc_data.answers.figures.averaged import average_name
from jasc_data.answers.projection.answer import Plan
from jasc_data.domain.vocabulary import Kind
from jasc_data.drawing import theme
from jasc_data.drawing.average_lines import CLEAR, average_lines
from jasc_data.drawing.caption import caption
from jasc_data.drawing.chart import Chart, Provenance, file_name_part, longest_told
from jasc_data.wording.numbers import average, short_date

ROW_HEIGHT = 29
LABEL_HEIGHT = 26
MARK = "PROJECTION, not a figure held"


def plan_chart(plan: Plan, kind: Kind, provenance: Provenance, *, characters: int = 60) -> Chart | None:
    """The chart of one kind as projected; None when no force of the group, or the home force, is not held."""
    entry = plan.then.kinds.get(kind)
    if entry is None or entry.home is None or not entry.members:
        return None
    measure = f"Hatched: {plan.now.home} as projected; outlined: signed off. Others as held"
    words = caption(plan_message(plan, kind), measure, provenance, characters, warning=MARK)
    above = words.height_above + 12 + LABEL_HEIGHT
    below = LABEL_HEIGHT + words.height_below + 10
    left = max(round(len(m.force) * 8.4 + len(_figures(plan, kind, m.force, m.open)) * 9) for m in entry.members) + 30
    longest = max(_longest(entry), plan.now.kinds[kind].home.open if plan.now.kinds[kind].home else 0)  # type: ignore[union-attr]
    figure = go.Figure(_bars(plan, kind, entry))
    figure.update_layout(
        template=theme.TEMPLATE,
        height=above + ROW_HEIGHT * len(entry.members) + below,
        barmode="stack",
        bargap=theme.BAR_GAP,
        margin={"l": left, "r": 14, "t": above, "b": below, "autoexpand": False},
        xaxis={"range": [0, longest * 1.02], "visible": False, "fixedrange": True},
        yaxis={
            "autorange": "reversed",
            "categoryorder": "array",
            "categoryarray": [member.force for member in entry.members],
            "fixedrange": True,
            "tickmode": "array",
            "tickvals": [member.force for member in entry.members],
            "ticktext": [_named(plan, kind, member.force, member.open) for member in entry.members],
            "ticklen": 6,
            "tickcolor": theme.WHITE,
            "showline": True,
            "linecolor": theme.BASELINE,
            "showgrid": False,
        },
    )
    nation = entry.national.value if entry.national else None
    for shape in average_lines(entry.group_average, nation, (characters * LETTER - left - 14) / (longest * 1.02)):
        figure.add_shape(shape)
    for value, name, dashed in _averages(plan, entry):
        figure.add_annotation(_label(name, value, value / (longest * 1.02), above=dashed))
    words.write_on(figure, left=left, over=LABEL_HEIGHT + 4, under=LABEL_HEIGHT + 4)
    return Chart(
        figure=figure,
        message=plan_message(plan, kind),
        alt=_describe(plan, kind, entry),
        table=kind_table(plan.then, kind),
        file_name=f"{file_name_part(plan.now.home)}-{file_name_part(kind.value)}-projection-{plan.now.as_of}",
        provenance=provenance,
        warning=MARK,
    )


def plan_message(plan: Plan, kind: Kind) -> str:
    """The chart's message in up to 12 words, always marked as a projection."""
    entry = plan.then.kinds[kind]
    open_ = entry.home.open if entry.home else 0
    rank = f", {rank_words(entry.rank)}" if entry.rank else ""
    return f"Projection: {kind.counted(open_)} open{rank}"


def _describe(plan: Plan, kind: Kind, entry: KindComparison) -> str:
    now = plan.now.kinds[kind].home
    when = f", {now.open:,} as held on {short_date(now.as_of)}" if now else ""
    averages = [f"{name} {average(value)}" for value, name, _ in _averages(plan, entry)]
    would_have = kind.counted(entry.home.open if entry.home else 0)
    first = f"Projection as bars: {plan.now.home} would have {would_have} open{when}."
    return longest_told([first, f"{'; '.join(averages)}." if averages else ""], force_extremes(entry.members))


def _bars(plan: Plan, kind: Kind, entry: KindComparison) -> list[go.Bar]:
    """The other forces in grey, the home force hatched, and beyond it in outline what is signed off."""
    home, off = plan.now.home, plan.signed_off.get(kind, 0)
    others = [member for member in entry.members if member.force != home]
    own = [member for member in entry.members if member.force == home]
    outline = {"color": theme.HOME, "width": 2}
    hatched = {"shape": "/", "bgcolor": theme.WHITE, "fgcolor": theme.HOME, "size": 7, "solidity": 0.5}
    told = "<b>%{y}</b>: %{x:,}"
    drawn = [
        ([member.open for member in others], others, {"color": theme.OTHERS}, told),
        (
            [m.open for m in own],
            own,
            {"color": theme.HOME, "pattern": hatched, "line": outline},
            f"{told} as projected",
        ),
        ([off for _ in own if off], own if off else [], {"color": theme.WHITE, "line": outline}, f"{told} signed off"),
    ]
    return [
        go.Bar(
            x=figures,
            y=[member.force for member in members],
            orientation="h",
            marker=marker,
            hovertemplate=f"{words}<extra></extra>",
        )
        for figures, members, marker, words in drawn
    ]


def _averages(plan: Plan, entry: KindComparison) -> list[tuple[float, str, bool]]:
    """The group's average is labelled above the bars and the nation's below, so that they cannot collide."""
    named = []
    if entry.group_average is not None:
        name = f"{average_name(plan.then.basis, plan.then.home)}{plan.then.averaged(entry).in_brackets}"
        named.append((entry.group_average, f"{name} as projected", True))
    if entry.national is not None:
        named.append((entry.national.value, f"National average{entry.national.in_brackets}", False))
    return named


def _label(name: str, value: float, share: float, *, above: bool) -> dict[str, object]:
    return {
        "text": f"{name} <b>{average(value)}</b>",
        "x": value,
        "xref": "x",
        "xanchor": "center" if 0.25 < share <= 0.5 else "right" if share > 0.5 else "left",
        "y": 1 if above else 0,
        "yref": "paper",
        "yanchor": "bottom" if above else "top",
        "yshift": CLEAR if above else -CLEAR,
        "showarrow": False,
        "xshift": 8 if share > 0.5 else 0,
    }


def _figures(plan: Plan, kind: Kind, force: str, open_: int) -> str:
    now = plan.now.kinds[kind].home
    if force == plan.now.home and now is not None and now.open != open_:
        return f"{open_:,} (now {now.open:,})"
    return f"{open_:,}"


def _named(plan: Plan, kind: Kind, force: str, open_: int) -> str:
    figures = f"<b>{_figures(plan, kind, force, open_)}</b>"
    return f"<b>{force}</b>  {figures}" if force == plan.now.home else f"{force}  {figures}"


def _longest(entry: KindComparison) -> float:
    averages = [entry.group_average or 0, entry.national.value if entry.national else 0]
    return max(1, *averages, *(member.open for member in entry.members))
