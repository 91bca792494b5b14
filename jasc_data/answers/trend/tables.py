"""The tables of the trend: every date's figures, and what opened and closed in each period."""

import pandas as pd

from jasc_data.answers.trend.answer import Point, Trend
from jasc_data.answers.trend.periods import Period
from jasc_data.answers.trend.text import group_line_name
from jasc_data.domain.vocabulary import Kind
from jasc_data.wording.numbers import average, gained, long_date, lost, short_date, short_span

LATEST = 12  # rows shown at once; years of weekly exports would make a page slow, and nobody reads them all
_NO_EXPORT = "no export of this date"


def points_table(trend: Trend, kind: Kind) -> pd.DataFrame:
    """Every held date, latest first: the home figure with its source, and both averages as they held at that date."""
    points = trend.kinds[kind][::-1]
    columns = {
        trend.home: [f"{point.home.open:,}" if point.home else _NO_EXPORT for point in points],
        "From": [point.home.source.value if point.home else "" for point in points],
        group_line_name(trend): [_group(point) for point in points],
        "National average": [_national(point) for point in points],
    }
    return pd.DataFrame(columns, index=pd.Index([long_date(point.day) for point in points], name="As of"))


def latest_rows(table: pd.DataFrame) -> pd.DataFrame:
    """The latest rows of a table whose first row is the latest."""
    return table.head(LATEST)


def periods_table(periods: tuple[Period, ...]) -> pd.DataFrame:
    """A row per period, latest first: open before, what opened, closed, left and moved, open after."""
    moved = any(period.moved for period in periods)
    rows = [
        {
            "Period": period.label,
            "From the export of": long_date(period.since),
            "To the export of": long_date(period.last),
            "Open before": f"{period.before:,}",
            "Opened": gained(period.opened),
            "Closed": lost(period.closed),
            "Left otherwise": lost(period.left),
        }
        | (
            {"Moved from or to other kinds": gained(period.moved) if period.moved >= 0 else lost(-period.moved)}
            if moved
            else {}
        )
        | {"Open after": f"= {period.after:,}"}
        for period in periods
    ]
    return pd.DataFrame(rows).set_index("Period")


def _group(point: Point) -> str:
    if point.group_average is None:
        return "not held"
    of = point.averaged
    partial = "" if of.whole else f" ({of.brief}{'' if of.others else ' forces'})"
    when = f" (newest {short_date(point.others_as_of)})" if point.others_as_of not in (None, point.day) else ""
    return f"{average(point.group_average)}{partial}{when}"


def _national(point: Point) -> str:
    if point.national is None:
        return "not held"
    dates = point.national.dates
    when = f" {short_span(*dates)}" if dates != (point.day, point.day) else ""
    return f"{average(point.national.value)} ({point.national.source}{when})"
