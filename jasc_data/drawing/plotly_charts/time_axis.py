"""Dates along the foot of a plot: as many as there is room for."""

from collections.abc import Sequence
from datetime import date, timedelta
from math import ceil

from jasc_data.drawing import theme
from jasc_data.wording.numbers import short_date

_SHORTEST = 30  # days that an axis spans at least
_MOST_STEPS = 8
_MONTHS = 30.4  # days of one, on average


def regular_dates(first: date, last: date, *, wide: bool) -> dict[str, object]:
    """Years or months where there is room for them, else the first and the last date."""
    days = max((last - first).days, _SHORTEST)
    margin = ceil(days * 0.03)  # whole days: a date takes no fraction of one, and the last point would be cut
    months = next((step for step in (1, 3, 6, 12, 24, 60) if days / _MONTHS / step <= _MOST_STEPS), 120)
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


def ends_and_middle(days: Sequence[date]) -> dict[str, object]:
    """The first, the last and the middle one of the dates, each written out."""
    span = max((days[-1] - days[0]).days, _SHORTEST)
    margin = timedelta(days=round(span * 0.08) + 1)
    middle = days[0] + (days[-1] - days[0]) / 2
    shown = sorted({days[0], min(days, key=lambda day: abs(day - middle)), days[-1]})
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
