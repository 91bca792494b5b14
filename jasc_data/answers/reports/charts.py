"""The reports behind the open items: a horizontal bar per report, largest first, the smaller ones summed in the last.

Each bar is divided by level, most severe first, with causes of concern before them; the level is printed where it fits.

The figures stand in a column between the titles and the bars, as in the charts of forces. Long titles are wrapped, so
rows differ in height and the bars stand at places in pixels.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from itertools import pairwise

import plotly.graph_objects as go

from jasc_data.answers.figures.item_sources import items_date
from jasc_data.answers.reports.answer import ReportLine, Reports
from jasc_data.answers.reports.tables import reports_table
from jasc_data.answers.reports.text import reports_message
from jasc_data.domain.vocabulary import Grade, Kind
from jasc_data.drawing import theme
from jasc_data.drawing.caption import caption
from jasc_data.drawing.chart import Chart, Provenance, alt_text, file_name_part, line_count, wrapped
from jasc_data.wording.numbers import whole_percent

SHOWN = 12
LINE = 20
GAP = 9
_LETTER = 7.9  # pixels, at the chart's text size, on average
_LINES_OF_A_TITLE = 3
_NAME_FITS, _COUNT_FITS = 0.042, 0.09  # share of the longest bar that a letter of a name takes, alone and with a count


_CLASSES: dict[Kind | Grade, tuple[str, str]] = {  # what a bar is divided into: the words, and the colour
    Kind.CAUSE_OF_CONCERN: ("CoC", theme.TURQUOISE),
    **{
        grade: ("not graded" if grade is Grade.NOT_GRADED else f"L{grade}", theme.GRADE_COLOURS[grade])
        for grade in (Grade.FOUR, Grade.THREE, Grade.TWO, Grade.ONE, Grade.NOT_GRADED)
    },
}


@dataclass(frozen=True)
class _Bar:
    """One row: the title in lines, its open items by class, and the name that a click chooses (blank for the rest)."""

    title: str
    by_class: Mapping[Kind | Grade, int]
    choice: str

    @property
    def open(self) -> int:
        return sum(self.by_class.values())

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
    words = caption(reports_message(reports), _measure(reports), provenance, characters, key=_key(rows))
    above, below = words.height_above + 14, words.height_below + 14
    plot = sum(row.height for row in rows)
    left = round(max(len(part) for row in rows for part in row.title.split("<br>")) * _LETTER) + 66
    places = _places(rows)
    figure = go.Figure([_segments(reports, rows, places, part) for part in _CLASSES if _held(rows, part)])
    figure.update_layout(
        template=theme.TEMPLATE,
        height=above + plot + below,
        barmode="stack",
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
    number = f"{len(held)} report{'' if len(held) == 1 else 's'}"
    first = f"Bar chart: {reports.open:,} open items of {reports.home} by inspection report, {number}."
    lines = [first, f"{reports_message(reports)}."]
    if len(held) > SHOWN:
        rest = sum(line.open for line in held[SHOWN:])
        lines.append(f"The last bar sums the {len(held) - SHOWN} smallest ({rest:,}).")
    return alt_text(*lines)


def _rows(reports: Reports, of_title: int) -> list[_Bar]:
    held = reports.with_open
    rows = [_Bar(_title(line, of_title), _by_class(line), line.label) for line in held[:SHOWN]]
    rest = held[SHOWN:]
    if rest:
        name = f"{len(rest)} more report{'s' if len(rest) > 1 else ''}"
        rows.append(_Bar(name, sum((_by_class(line) for line in rest), Counter[Kind | Grade]()), ""))
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


def _by_class(line: ReportLine) -> Counter[Kind | Grade]:
    """Causes of concern, which carry no level, and the rest by level; they sum to the report's open items."""
    found = Counter[Kind | Grade](line.by_grade)
    found[Kind.CAUSE_OF_CONCERN] = line.by_kind[Kind.CAUSE_OF_CONCERN]
    return found


def _held(rows: list[_Bar], part: Kind | Grade) -> bool:
    return any(row.by_class.get(part) for row in rows)


def _key(rows: list[_Bar]) -> str:
    """The classes that are drawn, each with its colour."""
    shown = [
        f"□ {name}" if colour == theme.WHITE else f"<span style='color:{colour}'>■</span> {name}"
        for part, (name, colour) in _CLASSES.items()
        if _held(rows, part)
    ]
    return f"CoC: cause of concern; L: level. {' '.join(shown)}"


def _segments(reports: Reports, rows: list[_Bar], places: list[float], part: Kind | Grade) -> go.Bar:
    name, colour = _CLASSES[part]
    longest = max(row.open for row in rows)
    counts = [row.by_class.get(part, 0) for row in rows]
    bare = colour == theme.WHITE
    return go.Bar(
        name=name,
        x=counts,
        y=places,
        width=LINE,
        orientation="h",
        marker={
            "color": colour,
            "line": {"width": [1 if count else 0 for count in counts], "color": theme.INK if bare else theme.WHITE},
        },
        text=[_printed(name, count, count / longest) for count in counts],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        constraintext="none",
        textfont={"color": theme.ink_on(colour), "size": theme.TEXT_SIZE},
        # A click chooses a report; it must not fade the other bars, which are no less open.
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        customdata=[
            [row.choice, f"{row.open:,} open, {whole_percent(row.open / reports.open)} of all", f"{name}: {count:,}"]
            for row, count in zip(rows, counts, strict=True)
        ],
        hovertemplate="%{customdata[1]}<br>%{customdata[2]}<extra></extra>",
    )


def _printed(name: str, count: int, share: float) -> str:
    """The class with its count where both fit, or its name alone; a number alone could be taken for the other."""
    if share >= _COUNT_FITS * len(name):
        return f"{name}: {count:,}"
    return name if share >= _NAME_FITS * len(name) else ""


def _named(row: _Bar, chosen: str) -> str:
    if chosen and row.choice == chosen:
        return f"<b>▸ {row.title}</b>  <b>{row.open:,}</b>"
    return f"{row.title}  <b>{row.open:,}</b>"


def _measure(reports: Reports) -> str:
    return f"Open items of {reports.home} by inspection report and level, {items_date(reports.held)}"
