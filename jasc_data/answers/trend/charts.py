"""One kind's open counts over time: the home force as a line with its points, both averages labelled at the end.

A point stands only where an export of that date is held; a line breaks after 120 days, so that a gap shows as a gap.
"""

from datetime import date, timedelta
from math import ceil

import plotly.graph_objects as go

from jasc_data.answers.trend.answer import Trend
from jasc_data.answers.trend.tables import points_table
from jasc_data.answers.trend.text import group_line_name
from jasc_data.domain.vocabulary import Kind
from jasc_data.drawing import theme
from jasc_data.drawing.caption import LINE_HEIGHT, caption
from jasc_data.drawing.chart import Chart, Provenance, alt_text, file_name_part, wrapped
from jasc_data.drawing.dated_line import Line, drawn_line
from jasc_data.wording.numbers import average, listed, long_date, short_date

PLOT = 235
LEFT = 40
LABEL_HEIGHT = 46  # a label at a line's end: a line for the name, one for the figure
_NEAR_THE_FOOT = 0.2  # share of the highest figure: lower than this a figure would run over the dates
_PRINTED = 14  # with more points, or in a narrow chart, only the first and the last figure are printed


def trend_chart(trend: Trend, kind: Kind, provenance: Provenance, *, characters: int = 42) -> Chart | None:
    """The chart of one kind; None when no figure of the home force is held.

    characters: how many characters of text one line of the chart has room for.
    """
    figures = trend.figures(kind)
    if not figures:
        return None
    lines = lines_of(trend, kind)
    named = _named_at_the_end(trend, kind, dated=characters > 60)
    words = caption(trend_message(trend, kind), _measure(trend, kind), provenance, characters)
    top = words.height_above + 26
    bottom = words.height_below + LINE_HEIGHT + 22
    right = 14 + round(9 * max(len(part) for name in named for part in _name(name, characters).split("<br>")))
    highest = max(value for line in lines.values() for _, value in line)
    days = [day for line in lines.values() for day, _ in line]
    ceiling = max(1, highest) * 1.18
    layout = {
        "template": theme.TEMPLATE,
        "height": top + PLOT + bottom,
        "margin": {"l": LEFT, "r": right, "t": top, "b": bottom, "autoexpand": False},
        "xaxis": _time_axis(min(days), max(days), wide=characters > 60),
        "yaxis": {
            "range": [0, ceiling],
            "fixedrange": True,
            **({"dtick": 1} if highest <= 4 else {"nticks": 5}),  # whole steps only
            "tickformat": ",d",
            "gridcolor": "#E5E6E7",
            "zerolinecolor": theme.BASELINE,
            "zerolinewidth": 2,
        },
        "annotations": [
            *_end_labels(named, trend.home, ceiling, characters),
            *_printed(lines, trend.home, characters),
            *words.annotations(left=LEFT, over=18, under=LINE_HEIGHT + 14),
        ],
    }
    drawn = [drawn_line(name, line, home=name == trend.home) for name, line in lines.items()]
    figure = go.Figure(drawn, layout)
    return Chart(
        figure=figure,
        message=trend_message(trend, kind),
        alt=_describe(trend, kind),
        table=points_table(trend, kind),
        file_name=f"{file_name_part(trend.home)}-{file_name_part(kind.value)}-trend-{figures[-1].as_of}",
        provenance=provenance,
    )


def lines_of(trend: Trend, kind: Kind) -> dict[str, Line]:
    """The points of each line by its name, the home force's last so that it is drawn above the averages."""
    points = trend.kinds[kind]
    named: dict[str, Line] = {
        "National average": [(point.day, point.national.value) for point in points if point.national],
        group_line_name(trend): [(p.day, p.group_average) for p in points if p.group_average is not None],
        trend.home: [(figure.as_of, float(figure.open)) for figure in trend.figures(kind)],
    }
    return {name: line for name, line in named.items() if line}


def _named_at_the_end(trend: Trend, kind: Kind, *, dated: bool) -> dict[str, Line]:
    """The lines by the names that their last figures have: of how many forces, a computed average of which dates."""
    points = trend.kinds[kind]
    count = next((point.averaged.in_brackets for point in points[::-1] if point.group_average is not None), "")
    dates = next((point.national.in_brackets for point in points[::-1] if point.national), "") if dated else ""
    more = {group_line_name(trend): count, "National average": dates}
    return {f"{name}{more.get(name, '')}": line for name, line in lines_of(trend, kind).items()}


def trend_message(trend: Trend, kind: Kind) -> str:
    """The chart's message in up to 12 words: the latest figure, and how far it is from the first one."""
    figures = trend.figures(kind)
    last, first = figures[-1], figures[0]
    if len(figures) == 1:
        return f"{kind.short_heading}: {last.open:,} open, one date held"
    difference = last.open - first.open
    moved = f"{abs(difference):,} {'more' if difference > 0 else 'fewer'} than" if difference else "as many as"
    return f"{kind.short_heading}: {last.open:,} open, {moved} on {short_date(first.as_of)}"


def _measure(trend: Trend, kind: Kind) -> str:
    figures = trend.figures(kind)
    if len(figures) == 1:
        return f"Open, {short_date(figures[0].as_of)}"
    revised = [short_date(revision.start) for revision in trend.revisions]
    more = f"; MSG revised {listed(revised)}" if revised else ""
    return f"Open, {short_date(figures[0].as_of)} to {short_date(figures[-1].as_of)}{more}"


def _describe(trend: Trend, kind: Kind) -> str:
    figures = trend.figures(kind)
    first, last = figures[0], figures[-1]
    low, high = (pick(figures, key=lambda figure: figure.open) for pick in (min, max))
    opening = (
        f"Lines over time: {trend.home} has {kind.counted(last.open)} open on {long_date(last.as_of)}, "
        f"{first.open:,} on {long_date(first.as_of)}."
    )
    tellings = [
        alt_text(opening, _ends(trend, kind, dated=dated), f"Lowest {low.open:,}, highest {high.open:,}.")
        for dated in (True, False)
    ]
    return next((telling for telling in tellings if "Lowest" in telling), tellings[-1])


def _ends(trend: Trend, kind: Kind, *, dated: bool) -> str:
    """The averages' last figures; the dates of a computed one where there is room for them."""
    named = _named_at_the_end(trend, kind, dated=dated)
    ends = [f"{name} {average(line[-1][1])}" for name, line in named.items() if name != trend.home]
    return f"{'; '.join(ends)}." if ends else ""


def _time_axis(first: date, last: date, *, wide: bool) -> dict[str, object]:
    """Dates along the foot: years or months where there is room for them, else the first and the last date."""
    days = max((last - first).days, 30)
    margin = ceil(days * 0.03)  # whole days: a date takes no fraction of one, and the last point would be cut
    months = next((step for step in (1, 3, 6, 12, 24, 60) if days / 30.4 / step <= 8), 120)
    ends = [day.isoformat() for day in dict.fromkeys((first, last))]
    at_the_ends = {"tickmode": "array", "tickvals": ends, "tickformat": "%b %Y"}
    regular = {"dtick": f"M{months}", "tick0": f"{first.year}-01-01", "tickformat": "%Y" if months >= 12 else "%b %Y"}
    return (regular if wide else at_the_ends) | {
        "type": "date",
        "range": [first - timedelta(days=margin), last + timedelta(days=margin)],
        "fixedrange": True,
        "showgrid": False,
        "ticks": "outside",
        "tickcolor": theme.BASELINE,
        "tickangle": 0,
    }


def _end_labels(lines: dict[str, Line], home: str, reach: float, characters: int) -> list[dict[str, object]]:
    """Each line's name and last figure right of it, pushed apart where they would collide."""
    wanted = sorted(((line[-1][1] / reach * PLOT, name) for name, line in lines.items()), reverse=True)
    heights = {name: LABEL_HEIGHT + 20 * _name(name, characters).count("<br>") for _, name in wanted}
    places: dict[str, float] = {}
    ceiling = PLOT + 20.0
    for height, name in wanted:
        places[name] = min(height, ceiling - heights[name] / 2)
        ceiling = places[name] - heights[name] / 2
    floor = 2.0  # clear of the dates along the foot
    for _, name in reversed(wanted):
        places[name] = max(places[name], floor + heights[name] / 2)
        floor = places[name] + heights[name] / 2
    return [
        {
            "text": f"{_name(name, characters)}<br><b>{_figure(lines[name][-1][1], whole=name == home)}</b>",
            "font": {"color": theme.HOME if name == home else theme.INK},
            "x": 1,
            "xref": "paper",
            "xanchor": "left",
            "xshift": 4,
            "y": 0,
            "yref": "paper",
            "yanchor": "middle",
            "yshift": place,
            "align": "left",
            "showarrow": False,
        }
        for name, place in places.items()
    ]


def _printed(lines: dict[str, Line], home: str, characters: int) -> list[dict[str, object]]:
    """The home force's figures at its points where they fit, else at the first one (the last stands at the end).

    A figure stands above its point, or below it where the line goes up from there or an average runs above.
    """
    line = lines[home]
    shown = line[:-1] if len(line) <= _PRINTED and characters > 60 else line[: min(1, len(line) - 1)]
    averages = [dict(other) for name, other in lines.items() if name != home]
    found: list[dict[str, object]] = []
    for place, (day, value) in enumerate(shown):
        rises = place + 1 < len(line) and line[place + 1][1] > value
        below = rises or any(other.get(day, value) > value for other in averages)
        below = below and value > _NEAR_THE_FOOT * max(other for _, other in line)
        found.append(
            {
                "text": f"<b>{_figure(value, whole=True)}</b>",
                "font": {"color": theme.HOME},
                "bgcolor": "rgba(255,255,255,0.8)",  # an average may run behind it
                "borderpad": 0,
                "x": day.isoformat(),
                "xanchor": "center" if place else "left",
                "xshift": 0 if place else 3,
                "y": value,
                "yanchor": "top" if below else "bottom",
                "yshift": -5 if below else 5,
                "showarrow": False,
            }
        )
    return found


def _name(name: str, characters: int) -> str:
    return wrapped(name, 16 if characters > 60 else 11)


def _figure(value: float, *, whole: bool) -> str:
    return f"{value:,.0f}" if whole else average(value)
