"""Which quarters the pace is taken from: whole ones, of the last two years that are held.

They are the trend's quarters, counted from export to export, so that both pages tell the same figures of one quarter.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from jasc_data.answers.trend.periods import Period

# Two and a half to four months: a monthly export that comes a day late lets one quarter end with the month before.
SHORTEST, LONGEST = timedelta(days=75), timedelta(days=123)
AT_MOST, AT_LEAST = 8, 4  # how many quarters the pace is of: those of two years, and no fewer than those of one


def number_of(day: date) -> int:
    """The calendar quarter of a day, counted from the year 0, so that the next one is one more."""
    return day.year * 4 + (day.month - 1) // 3


def net(quarter: Period) -> int:
    """How many more are open at its end than at its beginning, in items; negative when fewer are."""
    return quarter.after - quarter.before


def is_whole(quarter: Period) -> bool:
    """True when the exports at its ends lie about three months apart.

    Shorter ones have only begun, at the beginning or the end of what is held; over longer ones nobody can say what
    belongs to which quarter.
    """
    return SHORTEST <= quarter.last - quarter.since <= LONGEST


def recent(quarters: Iterable[Period], day: date) -> tuple[Period, ...]:
    """The whole ones of the last two years at a day, latest first.

    The quarter of the day itself is one of the eight only where it is whole already.
    """
    return of_two_years(whole_by_number(quarters), day)


def whole_by_number(quarters: Iterable[Period]) -> dict[int, Period]:
    """The whole ones by their numbers."""
    return {number_of(each.last): each for each in quarters if is_whole(each)}


def of_two_years(whole: Mapping[int, Period], day: date) -> tuple[Period, ...]:
    """Those of the last two years at a day, latest first, of all whole ones by their numbers."""
    latest = number_of(day) if number_of(day) in whole else number_of(day) - 1
    return tuple(whole[number] for number in range(latest, latest - AT_MOST, -1) if number in whole)


def together(of_kinds: Sequence[Sequence[Period]]) -> tuple[Period, ...]:
    """The quarters of all kinds added up, latest first: those that are whole for every one of them.

    since and last are the earliest and the latest export of any kind.
    """
    by_label = [{each.label: each for each in quarters if is_whole(each)} for quarters in of_kinds]
    labels = set.intersection(*(set(found) for found in by_label))
    added = [_added([found[label] for found in by_label]) for label in labels]
    return tuple(sorted(added, key=lambda each: each.last, reverse=True))


def _added(quarters: Sequence[Period]) -> Period:
    return Period(
        label=quarters[0].label,
        since=min(each.since for each in quarters),
        last=max(each.last for each in quarters),
        before=sum(each.before for each in quarters),
        opened=sum(each.opened for each in quarters),
        closed=sum(each.closed for each in quarters),
        left=sum(each.left for each in quarters),
        moved=sum(each.moved for each in quarters),
        after=sum(each.after for each in quarters),
    )
