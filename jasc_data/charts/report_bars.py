"""The reports behind the open items: a horizontal bar per report, largest first, the smaller ones summed in the last.

The figures stand in a column between the titles and the bars, as in the charts of forces. Long titles are wrapped, so
rows differ in height and the bars stand at places in pixels.
"""

from dataclasses import dataclass
from html import escape
from itertools import pairwise

import plotly.graph_objects as go

from jasc_data.analysis.register_sources import items_date
from jasc_data.analysis.reports import ReportLine, Reports
from jasc_data.analysis.reports_words import reports_message
from jasc_data.charts import theme
from jasc_data.charts.caption import caption
from jasc_data.charts.chart import Chart, Provenance, alt_text, file_name_part, line_count, wrapped
from jasc_data.charts.report_table import reports_table
from jasc_data.figures import whole_percent

SHOWN = 12
LINE = 20
GAP = 9
_LETTER = 7.9  # pixels, at the chart's text size, on average
_LINES_OF_A_TITLE = 3


@dataclass(frozen=True)
class _Bar:
    """One row: the title in lines, the figure, and the name that a click chooses (blank for the summed rest)."""

    title: str
    open: int
    choice: str

    @property
    def height(self) -> int:
        return line_count(self.title) * LINE + GAP


def report_bars(
    reports: Reports, provenance: Provenance, *, chosen: str = "", characters: int = 80, of_title: int = 40
) -> Chart | None:
    """The chart; None when nothing is open. A click on a bar gives its customdata: the report's label.

    characters: how many characters of text one line of the chart has room for; of_title: the same for a report's title.
    """
    rows = _rows(reports, of_title)
    if not rows:
        return None
    words = caption(reports_message(reports), _measure(reports), provenance, characters)
    above, below = words.height_above + 14, words.height_below + 14
    plot = sum(row.height for row in rows)
    left = round(max(len(part) for row in rows for part in row.title.split("<br>")) * _LETTER) + 66
    places = _places(rows)
    figure = go.Figure(_bars(reports, rows, places))
    figure.update_layout(
        template=theme.TEMPLATE,
        height=above + plot + below,
        margin={"l": left, "r": 14, "t": above, "b": below, "autoexpand": False},
        xaxis={"range": [0, max(row.open for row in rows) * 1.02], "visible": False, "fixedrange": True},
        yaxis={
            "range": [plot, 0],
            "fixedrange": True,
            "tickmode": "array",
            "tickvals": places,
            "ticktext": [_named(row, chosen) for row in rows],
            "ticklen": 6,
            "tickcolor": theme.WHITE,
            "showline": True,
            "linecolor": theme.BASELINE,
            "showgrid": False,
            "zeroline": False,
        },
    )
    words.write_on(figure, left=left, over=6, under=6)
    return Chart(
        figure=figure,
        message=reports_message(reports),
        alt=describe(reports),
        table=reports_table(reports),
        file_name=f"{file_name_part(reports.home)}-open-items-by-report-{reports.as_of}",
        provenance=provenance,
    )


def describe(reports: Reports) -> str:
    """The chart in words: how many items and reports, the largest, the smallest, what the last bar sums."""
    held = reports.with_open
    first = f"Bar chart: {reports.open:,} open items of {reports.home} by inspection report, {len(held)} reports."
    lines = [first, f"{reports_message(reports)}."]
    if len(held) > SHOWN:
        rest = sum(line.open for line in held[SHOWN:])
        lines.append(f"The last bar sums the {len(held) - SHOWN} smallest ({rest:,}).")
    return alt_text(*lines)


def _rows(reports: Reports, of_title: int) -> list[_Bar]:
    held = reports.with_open
    rows = [_Bar(_title(line, of_title), line.open, line.label) for line in held[:SHOWN]]
    rest = held[SHOWN:]
    if rest:
        name = f"{len(rest)} more report{'s' if len(rest) > 1 else ''}"
        rows.append(_Bar(name, sum(line.open for line in rest), ""))
    return rows


def _title(line: ReportLine, width: int) -> str:
    parts = wrapped(line.label, width).split("<br>")
    if len(parts) > _LINES_OF_A_TITLE:  # the whole title stands in the table beside the chart
        parts = [*parts[: _LINES_OF_A_TITLE - 1], f"{parts[_LINES_OF_A_TITLE - 1]} …"]
    return "<br>".join(escape(part) for part in parts)


def _places(rows: list[_Bar]) -> list[float]:
    """The middle of each row, in pixels from the top."""
    ends = [0]
    for row in rows:
        ends.append(ends[-1] + row.height)
    return [(start + end) / 2 for start, end in pairwise(ends)]


def _bars(reports: Reports, rows: list[_Bar], places: list[float]) -> go.Bar:
    return go.Bar(
        x=[row.open for row in rows],
        y=places,
        width=LINE,
        orientation="h",
        marker={"color": [theme.HOME if row.choice else theme.OTHERS for row in rows], "line": {"width": 0}},
        # A click chooses a report; it must not fade the other bars, which are no less open.
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        customdata=[[row.choice, whole_percent(row.open / reports.open)] for row in rows],
        hovertemplate="%{x:,} open, %{customdata[1]} of all<extra></extra>",
    )


def _named(row: _Bar, chosen: str) -> str:
    if chosen and row.choice == chosen:
        return f"<b>▸ {row.title}</b>  <b>{row.open:,}</b>"
    return f"{row.title}  <b>{row.open:,}</b>"


def _measure(reports: Reports) -> str:
    return f"Open items of {reports.home} by inspection report, {items_date(reports.held)}"
