"""Rows along time: bars between days, marks on days, and a line at the day from which they are looked at."""

from datetime import timedelta

import plotly.graph_objects as go

from jasc_data.drawing import theme
from jasc_data.drawing.chart_spec import Bar, ChartSpec, DatedRow, Milestone, Stretch, Timeline
from jasc_data.drawing.plotly_charts.bar_frame import Marking, Room, Row, in_frame, left_margin, row_height, rows_of
from jasc_data.drawing.plotly_charts.caption import caption
from jasc_data.drawing.plotly_charts.time_axis import regular_dates
from jasc_data.drawing.plotly_charts.written import TOLD, told, written
from jasc_data.drawing.roles import Role

_A_DAY = 86_400_000  # in the milliseconds in which a bar along dates is as long as it is
_WIDTH, _MARK = 0.5, 15
_LABELS = 30  # pixels below the plot for the dates, and above it for the day
_WIDE = 60  # with more characters a line there is room for months along the foot


def timeline(spec: ChartSpec, plot: Timeline, characters: int) -> go.Figure:
    """The picture in which one line has room for so many characters."""
    rows = rows_of([_named(row) for row in plot.rows], range(len(plot.rows)))
    placed = list(zip(plot.rows, rows, strict=True))
    stretches = [(stretch, row) for dated, row in placed for stretch in dated.stretches]
    marks = [(mark, row) for dated, row in placed for mark in dated.marks]
    height = row_height(rows) * len(rows)
    days = [plot.day, *(day for row in plot.rows for day in row.days)]
    line = {"visible": True, "showline": True, "linecolor": theme.BASELINE}
    layout = in_frame(
        rows,
        caption(spec, characters),
        Room(1, height, (-0.5, len(rows) - 0.5), left_margin(rows), _LABELS),
        shapes=[_line_at_the_day(plot)],
        labels=[_name_of_the_day(plot)],
        across=line | regular_dates(min(days), max(days), wide=characters > _WIDE),
    )
    return go.Figure([_bars(stretches), _marks(marks)], layout)


def _named(row: DatedRow) -> Bar:
    return Bar(row.name, "", (), emphasised=row.emphasised)


def _bars(stretches: list[tuple[Stretch, Row]]) -> go.Bar:
    hatched = [stretch.role is Role.PROJECTED for stretch, _ in stretches]
    return go.Bar(
        base=[stretch.first.isoformat() for stretch, _ in stretches],
        x=[(stretch.last - stretch.first).days * _A_DAY for stretch, _ in stretches],
        y=[row.place for _, row in stretches],
        orientation="h",
        width=_WIDTH,
        marker={
            "color": [theme.FILLS[stretch.role] for stretch, _ in stretches],
            "pattern": {
                "shape": ["/" if those else "" for those in hatched],
                "bgcolor": theme.WHITE,
                "fgcolor": theme.HOME,
                "size": 7,
                "solidity": 0.4,
            },
        },
        customdata=[told(row.bar.name, stretch.hover) for stretch, row in stretches],
        hovertemplate=TOLD,
    )


def _marks(marks: list[tuple[Milestone, Row]]) -> go.Scatter:
    return go.Scatter(
        x=[mark.day.isoformat() for mark, _ in marks],
        y=[row.place for _, row in marks],
        mode="markers",
        marker={
            "symbol": "diamond",
            "size": _MARK,
            "color": [theme.FILLS[mark.role] for mark, _ in marks],
            "line": {"width": 2, "color": theme.WHITE},
        },
        cliponaxis=False,
        customdata=[told(row.bar.name, mark.hover) for mark, row in marks],
        hovertemplate=TOLD,
    )


def _line_at_the_day(plot: Timeline) -> Marking:
    """Through all rows."""
    day, stroke = plot.day.isoformat(), {"color": theme.INK, "width": 2}
    place = {"x0": day, "x1": day, "y0": 0, "y1": 1, "yref": "paper"}
    return {**place, "type": "line", "line": stroke, "layer": "below"}


def _name_of_the_day(plot: Timeline) -> Marking:
    """Above the line, within the plot wherever the day lies."""
    return {
        "x": plot.day.isoformat(),
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "xanchor": _anchor(plot),
        "text": f"<b>{written(plot.day_name)}</b>",
        "showarrow": False,
    }


def _anchor(plot: Timeline) -> str:
    """At which side of the line the name stands: towards the middle."""
    days = [day for row in plot.rows for day in row.days]
    first, last = min([plot.day, *days]), max([plot.day, *days])
    part = (plot.day - first) / max(last - first, timedelta(days=1))
    return "left" if part < 0.2 else "right" if part > 0.8 else "center"
