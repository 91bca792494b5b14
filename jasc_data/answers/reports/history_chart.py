"""One report through time: a point for every date held, the line broken where no export of 120 days lies between."""

from datetime import date, timedelta

import plotly.graph_objects as go

from jasc_data.answers.reports.answer import ReportLine
from jasc_data.answers.reports.history import HistoryPoint
from jasc_data.answers.reports.tables import history_table
from jasc_data.answers.reports.text import history_sentence
from jasc_data.drawing import theme
from jasc_data.drawing.caption import caption
from jasc_data.drawing.chart import Chart, Provenance, alt_text
from jasc_data.drawing.dated_line import broken, on_axis
from jasc_data.wording.numbers import short_date

_LABELLED = 9
_SIDE = 34
_PLOT = 190


def report_history_chart(
    line: ReportLine, points: tuple[HistoryPoint, ...], provenance: Provenance, *, characters: int = 72
) -> Chart | None:
    """The chart; None when no date holds all of the report's kinds."""
    told = [(point.as_of, point.open) for point in points if point.open is not None]
    if not told:
        return None
    measure = f"Open items of the report at every date held: {line.label}"
    words = caption(history_message(told), measure, provenance, characters)
    above, below = words.height_above + 34, words.height_below + 44
    most = max(number for _, number in told)
    layout = {
        "template": theme.TEMPLATE,
        "height": above + _PLOT + below,
        "margin": {"l": _SIDE, "r": _SIDE, "t": above, "b": below, "autoexpand": False},
        "xaxis": _dates(told),
        "yaxis": {"range": [0, max(most, 1) * 1.05], "visible": False, "fixedrange": True},
        "annotations": words.annotations(left=_SIDE, over=26, under=38),
    }
    figure = go.Figure(_drawn(told), layout)
    return Chart(
        figure=figure,
        message=history_message(told),
        alt=alt_text(f"Line: open items at {len(told)} dates. {history_sentence(points)}", f"Report: {line.label}."),
        table=history_table(points),
        file_name=f"report-{line.report_id}-history-{told[-1][0]}",
        provenance=provenance,
    )


def history_message(told: list[tuple[date, int]]) -> str:
    """The first and the latest count, in up to 12 words."""
    (first, then), (last, now) = told[0], told[-1]
    if len(told) == 1:
        return f"{now:,} open on {short_date(last)}"
    return f"{then:,} open on {short_date(first)}, {now:,} on {short_date(last)}"


def _drawn(told: list[tuple[date, int]]) -> list[dict[str, object]]:
    """The line, and the figures printed at some of its points."""
    days, counts = broken([(day, float(number)) for day, number in told])
    printed = _printed(told)
    line = {
        "type": "scatter",
        "x": days,
        "y": counts,
        "mode": "lines+markers",
        "connectgaps": False,
        "line": {"color": theme.HOME, "width": 3},
        "marker": {"color": theme.HOME, "size": 9 if len(told) < 60 else 5},
        "cliponaxis": False,
        "hovertemplate": "%{x|%-d %B %Y}: <b>%{y:,}</b> open<extra></extra>",
    }
    figures = {
        "type": "scatter",
        "x": on_axis([day for day, _ in printed]),
        "y": [number for _, number in printed],
        "mode": "text",
        "text": [f"{number:,}" for _, number in printed],
        "textposition": "top center",
        "textfont": {"size": theme.TEXT_SIZE, "color": theme.INK},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
    return [line, figures]


def _printed(told: list[tuple[date, int]]) -> list[tuple[date, int]]:
    """Every figure while there is room for it; else the first, the latest and the highest."""
    if len(told) <= _LABELLED:
        return told
    return sorted({told[0], told[-1], max(told, key=lambda entry: entry[1])})


def _dates(told: list[tuple[date, int]]) -> dict[str, object]:
    days = [day for day, _ in told]
    span = max((days[-1] - days[0]).days, 30)
    margin = timedelta(days=round(span * 0.08) + 1)
    shown = [days[0]] if len(days) == 1 else [days[0], days[-1]]
    if len(days) > 2:
        middle = days[0] + (days[-1] - days[0]) / 2
        shown.insert(1, min(days, key=lambda day: abs(day - middle)))
    return {
        "type": "date",
        "range": [days[0] - margin, days[-1] + margin],
        "fixedrange": True,
        "tickmode": "array",
        "tickvals": shown,
        "ticktext": [short_date(day) for day in shown],
        "showgrid": False,
        "showline": True,
        "linecolor": theme.BASELINE,
    }
