"""HMICFRS's deadlines, which come as a date, as words ("By January 2024", "within three months") or not at all.

A deadline worked out from words is marked so; words that give no date are kept and never guessed.
"""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from jasc_data.domain.normalise import marked_key
from jasc_data.domain.vocabulary import DeadlineBasis
from jasc_data.intake.problems import CellFault
from jasc_data.intake.signs import is_sign
from jasc_data.intake.words import NO_DATE, month_number, probable, read_day

_IMMEDIATELY = frozenset({"immediately", "immediate", "with immediate effect", "at once", "now"})
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(),
        start=1,
    )
} | {"eighteen": 18, "twenty four": 24, "a": 1}
_WITHIN = re.compile(
    r"(?:within|in)(?: the next)? (\d{1,9}|[a-z ]+?) (day|week|month|year)s?"
    r"(?: (?:of|from)(?: the)?(?: report s?| reports)? ?(?:date of )?publication(?: of(?: the| this)? report)?"
    r"| of the report)?"
)
_BY = re.compile(r"(?:by|no later than|not later than)(?: the)? ")
_BY_AS_WRITTEN = re.compile(r"\s*(?:by|no later than|not later than)(?:\s+the)?\s+", re.IGNORECASE)
_MONTH = re.compile(r"(?:the )?(?:end (?:of )?)?([a-z]+) ([12]\d{3})")


class Deadline(NamedTuple):
    """A deadline's day (None when there is none, or none is known) and how the day is known."""

    day: date | None
    basis: DeadlineBasis


@lru_cache(maxsize=16384)
def read_deadline(words: str, published: date | None, *, epoch: date | None = None) -> Deadline:
    """The deadline that the words give, counted from the report's publication where they say so.

    epoch: the day from which a workbook counts its dates; None for text.

    Raises CellFault ``deadline.sign`` for a mark instead of a word, ``deadline.no_publication`` when that date is
    needed and not given, ``deadline.not_understood`` for other words, and the date faults for what looks like a date
    and is none.
    """
    key = marked_key(words)
    if is_sign(words):
        raise CellFault("deadline.sign")
    if key in NO_DATE:
        return Deadline(None, DeadlineBasis.NONE)
    if key in _IMMEDIATELY:
        return Deadline(_publication(published), DeadlineBasis.IMMEDIATELY)
    if match := _WITHIN.fullmatch(key):
        number = int(match[1]) if match[1].isdigit() else _NUMBERS.get(match[1])
        if number:
            start = _publication(published)
            try:
                return Deadline(_later(start, number, match[2]), DeadlineBasis.WORKED_OUT)
            except (OverflowError, ValueError):
                raise CellFault("deadline.not_understood") from None
        raise CellFault("deadline.not_understood")
    stripped = _BY.sub("", key, count=1) if _BY.match(key) else key
    if (match := _MONTH.fullmatch(stripped)) and (month := month_number(match[1])):
        year = int(match[2])
        return Deadline(probable(date(year, month, 1) + relativedelta(day=31)), DeadlineBasis.WORKED_OUT)
    try:
        return Deadline(read_day(_BY_AS_WRITTEN.sub("", words, count=1), epoch=epoch), DeadlineBasis.STATED)
    except CellFault as fault:
        code = "deadline.not_understood" if fault.code == "date.not_understood" else fault.code
        raise CellFault(code) from None


def _publication(published: date | None) -> date:
    if published is None:
        raise CellFault("deadline.no_publication")
    return published


def _later(start: date, number: int, unit: str) -> date:
    """The day that many days, weeks, months or years later; a month too short ends on its last day."""
    if unit in ("day", "week"):
        return start + timedelta(days=number * (7 if unit == "week" else 1))
    return start + relativedelta(months=number * (12 if unit == "year" else 1))
