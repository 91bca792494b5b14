"""The quarters that the demonstration covers, and how its dates are written and understood."""

import calendar
from datetime import date

AS_OF = (
    date(2022, 3, 7),
    date(2022, 6, 6),
    date(2022, 9, 5),
    date(2022, 12, 5),
    date(2023, 3, 6),
    date(2023, 6, 5),
    date(2023, 9, 4),
)
LAST = len(AS_OF) - 1
_MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
_AFTER_PUBLICATION = {"Immediately": 0, "Within three months": 3, "Within six months": 6}


def first_quarter(published: date) -> int:
    """The place in AS_OF of the first export that can hold a report published on that day."""
    return next(place for place, day in enumerate(AS_OF) if published <= day)


def written(day: date | None) -> str:
    """The date as the portal writes it, ``04/09/2023``; blank for none."""
    return f"{day:%d/%m/%Y}" if day else ""


def falls_on(deadline: str, published: date) -> date | None:
    """The day that a deadline's words mean, so that the demonstration knows which of its items are overdue."""
    if not deadline:
        return None
    if deadline in _AFTER_PUBLICATION:
        return _months_later(published, _AFTER_PUBLICATION[deadline])
    if "/" in deadline:
        day, month, year = (int(part) for part in deadline.split("/"))
        return date(year, month, day)
    *days, month_name, year_digits = deadline.removeprefix("By ").split()
    year, month = int(year_digits), _MONTHS[month_name]
    return date(year, month, int(days[0]) if days else calendar.monthrange(year, month)[1])


def _months_later(start: date, months: int) -> date:
    year, month = start.year + (start.month - 1 + months) // 12, (start.month - 1 + months) % 12 + 1
    return date(year, month, min(start.day, calendar.monthrange(year, month)[1]))
