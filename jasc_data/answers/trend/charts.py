"""One kind's open counts over time: the home force as a line with its points, and both averages."""

from jasc_data.answers.trend.answer import Trend
from jasc_data.answers.trend.tables import points_table
from jasc_data.answers.trend.text import group_line_name
from jasc_data.domain.vocabulary import Kind
from jasc_data.drawing.chart import Provenance, alt_text, file_name_part
from jasc_data.drawing.chart_spec import ChartSpec, DatedLine, DatedLines
from jasc_data.drawing.roles import Role
from jasc_data.wording.numbers import average, listed, long_date, short_date

_NARROW = 40  # characters that the end of a line has room for in a narrow picture


def trend_chart(trend: Trend, kind: Kind, provenance: Provenance) -> ChartSpec | None:
    """The chart of one kind; None when no figure of the home force is held."""
    figures = trend.figures(kind)
    if not figures:
        return None
    lines = lines_of(trend, kind)
    return ChartSpec(
        plot=DatedLines(lines),
        message=trend_message(trend, kind),
        measure=_measure(trend, kind),
        unit="open",
        alt=_describe(trend, kind, lines),
        table=points_table(trend, kind),
        file_name=f"{file_name_part(trend.home)}-{file_name_part(kind.value)}-trend-{figures[-1].as_of}",
        provenance=provenance,
    )


def lines_of(trend: Trend, kind: Kind) -> tuple[DatedLine, ...]:
    """The lines that there are, the home force's last so that it is drawn above the averages.

    At its end an average says of how many forces its last figure is and, where there is room, of which dates and how it
    is drawn.
    """
    points, group = trend.kinds[kind], group_line_name(trend)
    count = next((point.averaged.in_brackets for point in points[::-1] if point.group_average is not None), "")
    dates = next((point.national.in_brackets for point in points[::-1] if point.national), "")
    dashed = f"{group}{count}, dashed"
    lines = (
        DatedLine(
            "National average",
            Role.NATIONAL_AVERAGE,
            [(point.day, point.national.value) for point in points if point.national],
            (f"National average{dates}", "National average"),
        ),
        DatedLine(
            group,
            Role.GROUP_AVERAGE,
            [(point.day, point.group_average) for point in points if point.group_average is not None],
            (dashed, dashed if len(dashed) <= _NARROW else f"{group}{count}"),
        ),
        DatedLine(
            trend.home,
            Role.HOME,
            [(figure.as_of, float(figure.open)) for figure in trend.figures(kind)],
            whole=True,
        ),
    )
    return tuple(line for line in lines if line.points)


def trend_message(trend: Trend, kind: Kind) -> str:
    """The chart's message in one narrow line: how far the latest figure is from the first; the title has both."""
    figures = trend.figures(kind)
    last, first = figures[-1], figures[0]
    if len(figures) == 1:
        return f"{kind.short_heading}: {last.open:,} open, one date held"
    difference = last.open - first.open
    moved = f"{abs(difference):,} {'more' if difference > 0 else 'fewer'}" if difference else "as many"
    return f"{kind.short_heading}: {moved}"


def _measure(trend: Trend, kind: Kind) -> str:
    figures = trend.figures(kind)
    if len(figures) == 1:
        return f"Open, {short_date(figures[0].as_of)}"
    revised = [short_date(revision.start) for revision in trend.revisions]
    more = f"; MSG revised {listed(revised)}" if revised else ""
    return f"Open, {short_date(figures[0].as_of)} to {short_date(figures[-1].as_of)}{more}"


def _describe(trend: Trend, kind: Kind, lines: tuple[DatedLine, ...]) -> str:
    figures = trend.figures(kind)
    first, last = figures[0], figures[-1]
    low, high = (pick(figures, key=lambda figure: figure.open) for pick in (min, max))
    opening = (
        f"Lines over time: {trend.home} has {kind.counted(last.open)} open on {long_date(last.as_of)}, "
        f"{first.open:,} on {long_date(first.as_of)}."
    )
    tellings = [
        alt_text(opening, _ends(lines, told), f"Lowest {low.open:,}, highest {high.open:,}.") for told in (0, -1)
    ]
    return next((telling for telling in tellings if "Lowest" in telling), tellings[-1])


def _ends(lines: tuple[DatedLine, ...], told: int) -> str:
    """The averages' last figures, each by the longest or the shortest of its names (0 or -1)."""
    ends = [f"{line.names[told]} {average(line.points[-1][1])}" for line in lines if line.role is not Role.HOME]
    return f"{'; '.join(ends)}." if ends else ""
