"""The tables of the trend: every date's figures, and what opened and closed in each period."""

from jasc_data.answers.trend.answer import Point, Trend
from jasc_data.answers.trend.periods import Period
from jasc_data.answers.trend.text import group_line_name
from jasc_data.domain.vocabulary import Kind
from jasc_data.drawing.table_spec import NOT_HELD, Cell, Column, Contents, Format, Missing, TableSpec, rows_of
from jasc_data.wording.definitions import LEFT
from jasc_data.wording.numbers import short_date, short_span

LATEST = 12  # rows shown at once; years of weekly exports would make a page slow, and nobody reads them all
LATEST_PERIODS = 4  # the same of each kind's periods, which stand on the page unasked: of quarters a year
_NO_EXPORT = Missing("no export of this date")


def points_table(trend: Trend, kind: Kind) -> TableSpec:
    """Every held date, latest first: the home figure with its source, and both averages as they held at that date."""
    columns = (
        Column("As of", Format.LONG_DATE),
        Column(trend.home, Format.COUNT, emphasised=True),
        Column("From"),
        Column(group_line_name(trend), Format.AVERAGE),
        Column("National average", Format.AVERAGE),
    )
    rows = [
        (
            point.day,
            point.home.open if point.home else _NO_EXPORT,
            point.home.source.value if point.home else None,
            _group(point),
            _national(point),
        )
        for point in trend.kinds[kind][::-1]
    ]
    return TableSpec(columns, rows_of(rows))


def periods_table(periods: tuple[Period, ...], kind: Kind) -> TableSpec:
    """A row per period, latest first: open before, what opened, closed, left and moved, open after."""
    moved = any(period.moved for period in periods)
    columns = (
        Column("Period"),
        Column("From the export of", Format.LONG_DATE),
        Column("To the export of", Format.LONG_DATE),
        Column("Open before", Format.COUNT),
        *(Column(heading, Format.SIGNED) for heading in ("Opened", "Closed", LEFT)),
        *([Column("Moved from or to other kinds", Format.SIGNED)] if moved else []),
        Column("Open after", Format.SUM),
    )
    rows: list[Contents] = [
        (
            period.label,
            period.since,
            period.last,
            period.before,
            period.opened,
            -period.closed,
            -period.left,
            *([period.moved] if moved else []),
            period.after,
        )
        for period in periods
    ]
    return TableSpec(columns, rows_of(rows), f"{kind.heading} opened and closed by period")


def _group(point: Point) -> Cell:
    if point.group_average is None:
        return Cell(NOT_HELD)
    of = point.averaged
    partial = [] if of.whole else [f"{of.brief}{'' if of.others else ' forces'}"]
    newest = point.others_as_of
    when = [f"newest {short_date(newest)}"] if newest and newest != point.day else []
    return Cell(point.group_average, (*partial, *when))


def _national(point: Point) -> Cell:
    if point.national is None:
        return Cell(NOT_HELD)
    dates = point.national.dates
    when = f" {short_span(*dates)}" if dates != (point.day, point.day) else ""
    return Cell(point.national.value, (f"{point.national.source}{when}",))
