"""One report through time: a point for every date held, the line broken where no export of 120 days lies between."""

from datetime import date

from jasc_data.answers.reports.answer import ReportLine
from jasc_data.answers.reports.history import HistoryPoint
from jasc_data.answers.reports.tables import history_table
from jasc_data.answers.reports.text import history_sentence
from jasc_data.drawing.chart import Provenance, alt_text
from jasc_data.drawing.chart_spec import ChartSpec, DatedLine, DatedLines
from jasc_data.drawing.roles import Role
from jasc_data.wording.numbers import short_date


def report_history_chart(
    line: ReportLine, points: tuple[HistoryPoint, ...], provenance: Provenance
) -> ChartSpec | None:
    """The chart; None when no date holds all of the report's kinds."""
    told = [(point.as_of, point.open) for point in points if point.open is not None]
    if not told:
        return None
    return ChartSpec(
        plot=DatedLines((DatedLine("", Role.HOME, told, whole=True),)),
        message=history_message(told),
        measure=f"Open items of the report at every date held: {line.label}",
        unit="open",
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
