"""Reading one cell: each function takes the cell's text and returns its meaning or raises CellFault.

Forgiving about form (case, spaces, "L2", "Level 2"), strict about meaning: nothing is guessed.
"""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from jasc_data.domain.forces import ForceDirectory, is_outside_the_43
from jasc_data.domain.normalise import marked_key, spelling_key, visible
from jasc_data.domain.vocabulary import Grade, Kind, Status
from jasc_data.intake.problems import CellFault
from jasc_data.intake.signs import is_sign

KINDS = {
    Kind.CAUSE_OF_CONCERN: (
        "coc|cocs|cause of concern|causes of concern|cause for concern|causes for concern|acoc|acocs|"
        "accelerated cause of concern|accelerated causes of concern|accelerated coc|cause of concern accelerated"
    ),
    Kind.RECOMMENDATION: "rec|recs|recommendation|recommendations",
    Kind.AFI: "afi|afis|area for improvement|areas for improvement",
}
STATUSES = {
    Status.OPEN: "open|new|outstanding|not started|live",
    Status.IN_PROGRESS: "in progress|ongoing|on going|in hand|under way|underway|progressing",
    Status.AWAITING_SIGN_OFF: (
        "awaiting sign off|awaiting signoff|pending sign off|pending signoff|for sign off|submitted for sign off|"
        "awaiting closure|pending closure|awaiting hmicfrs sign off|recommended for closure"
    ),
    Status.CLOSED: "closed|signed off|closed signed off|signed off and closed",
    Status.SUPERSEDED: "superseded|replaced",
    Status.NOT_FOR_FORCE: "not for the force|not for force|not for this force|not applicable to force",
}
AMBIGUOUS_STATUSES = frozenset({"complete", "completed", "done", "finished", "green", "discharged"})
NOT_GRADED = frozenset({"", "not graded", "ungraded", "no grade", "none", "n a", "not applicable"})
NO_DATE = frozenset({"", "none", "no deadline", "n a", "not applicable", "not stated", "no date", "not set"})
NATIONAL = frozenset(
    spelling_key(word)
    for word in (
        "National average|National averages|National|National mean|Nation|England and Wales|"
        "England and Wales average|National average (England and Wales)|All forces average"
    ).split("|")
)
GROUP = frozenset(
    "msg|msg average|msg averages|msg mean|most similar group|most similar group average|group average".split("|")
)
UNCLEAR_AVERAGE = frozenset("average|averages|mean|avg|average mean".split("|"))
TOTAL = frozenset("total|totals|grand total|sum|overall total".split("|"))
ALL = TOTAL | {"all", "all grades", "all levels", "all kinds", "all types"}  # where a kind or a grade stands

_KIND_OF = {word: kind for kind, words in KINDS.items() for word in words.split("|")}
_STATUS_OF = {word: status for status, words in STATUSES.items() for word in words.split("|")}
_GRADE = re.compile(r"(?:l|level|grade)?\s*([1-4])(?:\.0)?", re.IGNORECASE)
_COUNT = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_NUMBER = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_MOST_DIGITS = 9  # of a count: what the store's INTEGER holds
_DAY_FIRST = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?")
_ISO = re.compile(
    r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(
    r"(?:(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
    r"(\d{1,2})(?:st|nd|rd|th)?[\s\-/]+([a-z]+)\.?,?[\s\-/]+(\d{4})",
    re.IGNORECASE,
)
_TWO_DIGIT_YEAR = re.compile(r"\d{1,2}[/.\-\s](?:\d{1,2}|[a-z]{3,9})[/.\-\s]'?\d{2}", re.IGNORECASE)
_SERIAL = re.compile(r"[2-6]\d{4}(?:\.\d+)?")
EXCEL_EPOCH = date(1899, 12, 30)  # day 0 of the usual system; the other one counts from 1 January 1904
_OF_SEVERAL = re.compile(
    r"\b(?:average|avg|mean|median|(?:sub ?)?totals?|rank(?:ing)?|minimum|maximum|range|difference)\b"
)
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_FIRST_DAY, _LAST_DAY = date(1990, 1, 1), date(2099, 12, 31)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LONDON = ZoneInfo("Europe/London")
_MONTHS = {
    name.lower(): month
    for month in range(1, 13)
    for name in (datetime(2000, month, 1).strftime("%B"), datetime(2000, month, 1).strftime("%b"))
} | {"sept": 9}


def month_number(word: str) -> int | None:
    """1 to 12 for an English month's name or its short form, else None."""
    return _MONTHS.get(word.lower())


@lru_cache(maxsize=4096)
def read_kind(text: str) -> Kind:
    """The kind that a cell names."""
    kind = _KIND_OF.get(marked_key(text))
    if kind is None:
        raise CellFault("kind.unknown")
    return kind


@lru_cache(maxsize=4096)
def read_grade(text: str) -> Grade:
    """``2``, ``L2``, ``Level 2``, ``Grade 2``; blank is not graded, a sign (``-``, ``#N/A``) is not blank."""
    if marked_key(text) in NOT_GRADED and not is_sign(text):
        return Grade.NOT_GRADED
    match = _GRADE.fullmatch(visible(text))
    if match is None:
        raise CellFault("grade.unknown")
    return Grade(match[1])


@lru_cache(maxsize=4096)
def read_status(text: str) -> Status:
    """The status that a cell names; blank is open, for a portal's list of open items need not say so."""
    key = marked_key(text)
    if is_sign(text):
        raise CellFault("status.unknown")
    if not key:
        return Status.OPEN
    if key in AMBIGUOUS_STATUSES:
        raise CellFault("status.ambiguous")
    status = _STATUS_OF.get(key)
    if status is None:
        raise CellFault("status.unknown")
    return status


@lru_cache(maxsize=16384)
def read_date(text: str, *, epoch: date | None = None) -> date:
    """A date, day first always: ``04/09/2023``, ``4 Sep 2023``, ``2023-09-04``. A time of day is dropped; one with a
    time zone is the day in London: what a list keeps of a midnight in summer is ``2023-04-29T23:00:00Z``.

    epoch: the day from which a workbook counts its dates, where a number of five digits is one; None in text.
    """
    trimmed = _DASHES.sub("-", visible(text))
    try:
        return _day(trimmed, epoch)
    except CellFault:  # which is a ValueError too
        raise
    except (ValueError, OverflowError):
        raise CellFault("date.impossible") from None


def read_day(text: str, *, epoch: date | None = None) -> date:
    """A date of an export, as ``read_date`` reads it. Raises CellFault also for one that no inspection has."""
    return probable(read_date(text, epoch=epoch))


def probable(day: date) -> date:
    """The day itself. Raises CellFault for one that programs and slips of the hand put where no date is known."""
    if not _FIRST_DAY <= day <= _LAST_DAY:
        raise CellFault("date.improbable")
    return day


def _day(trimmed: str, epoch: date | None) -> date:
    if match := _DAY_FIRST.fullmatch(trimmed):
        return date(int(match[3]), int(match[2]), int(match[1]))
    if match := _ISO.fullmatch(trimmed):
        day = date(int(match[1]), int(match[3]), int(match[4]))
        return _in_london(day, int(match[5]), int(match[6]), match[7].upper()) if match[7] else day
    if (match := _IN_WORDS.fullmatch(trimmed)) and (month := month_number(match[3])):
        return _on_its_weekday(date(int(match[4]), month, int(match[2])), match[1])
    if _TWO_DIGIT_YEAR.fullmatch(trimmed):
        raise CellFault("date.two_digit_year")
    if not _SERIAL.fullmatch(trimmed):
        raise CellFault("date.not_understood")
    if not epoch:
        raise CellFault("date.excel_serial")
    return epoch + timedelta(days=int(float(trimmed)))


def _on_its_weekday(day: date, weekday: str | None) -> date:
    """The day itself. Raises CellFault where another weekday stands before it: one of the two is wrong."""
    if weekday and weekday[:3].lower() != _WEEKDAYS[day.weekday()]:
        raise CellFault("date.impossible")
    return day


def _in_london(day: date, hour: int, minute: int, zone: str) -> date:
    moment = datetime.fromisoformat(f"{day.isoformat()}T{hour:02}:{minute:02}{zone.replace('Z', '+00:00')}")
    return moment.astimezone(_LONDON).date()


def read_count(text: str) -> int | None:
    """A whole number of open items; None for a blank cell, which is "not held" and never 0."""
    trimmed = visible(text)
    if not trimmed:
        return None
    if trimmed[0] in "-−(" and _NUMBER.fullmatch(trimmed.strip("-−() ")):
        raise CellFault("count.negative")
    if _NUMBER.fullmatch(trimmed) and len(trimmed.partition(".")[0].replace(",", "")) > _MOST_DIGITS:
        raise CellFault("count.too_large")
    if _COUNT.fullmatch(trimmed):
        return int(trimmed.replace(",", ""))
    if _NUMBER.fullmatch(trimmed):
        value = float(trimmed.replace(",", ""))
        if value.is_integer():
            return int(value)
        raise CellFault("count.fraction")
    raise CellFault("count.not_a_number")


def read_average(text: str) -> float | None:
    """An average of 0 or more; None for a blank cell."""
    trimmed = visible(text)
    if "," in trimmed and "." not in trimmed:  # of an average, 129,125 is rather 129.125
        raise CellFault("average.not_a_number")
    return read_total(trimmed)


def read_total(text: str) -> float | None:
    """A sum of counts or of averages; None for a blank cell."""
    trimmed = visible(text)
    if not trimmed:
        return None
    if not _NUMBER.fullmatch(trimmed):
        raise CellFault("average.not_a_number")
    return float(trimmed.replace(",", ""))


def read_force(text: str, directory: ForceDirectory) -> str:
    """The one force that goes by this word, by its short name."""
    found = directory.find(text)
    if len(found) == 1:
        return found[0].name
    if found:
        raise CellFault("force.ambiguous", forces=" or ".join(force.name for force in found))
    if is_outside_the_43(text):
        raise CellFault("force.outside")
    if is_average_or_total(text) or _OF_SEVERAL.search(spelling_key(text)):
        raise CellFault("force.not_a_force")
    closest = directory.closest(text)
    raise CellFault("force.unknown", closest=f" (did you mean {closest}?)" if closest else "")


def is_average_or_total(text: str) -> bool:
    """True for the words that head a row or column of averages or totals."""
    key = marked_key(text)
    return key in NATIONAL or key in GROUP or key in UNCLEAR_AVERAGE or key in TOTAL
