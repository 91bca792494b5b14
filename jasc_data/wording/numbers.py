"""How numbers and dates are written. Rounding happens here, half up, once, at display."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import cache


def round_half_up(value: float, places: int) -> Decimal:
    """The value rounded half up to ``places`` decimals (106.65 -> 106.7), free of binary surprises."""
    return Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def average(value: float) -> str:
    """An average, always to one decimal: ``106.6``, ``6.0``."""
    return f"{round_half_up(value, 1):,}"


def count_or_average(value: float) -> str:
    """A count as it is, ``1,204``; an average of counts, which is a float, to one decimal: ``6.0``."""
    return f"{value:,}" if isinstance(value, int) else average(value)


def whole_percent(fraction: float) -> str:
    """A fraction as a whole per cent: 0.224 -> ``22%``."""
    percent = abs(Decimal(f"{fraction:.12g}")) * 100  # in binary 0.285 * 100 is 28.499999999999996
    return f"{percent.quantize(Decimal(1), rounding=ROUND_HALF_UP):,}%"


def share(part: int, whole: int) -> str:
    """A share with its count: ``51%, 71 of 138``; ``0 of 0`` when there is nothing to share."""
    return f"{whole_percent(part / whole)}, {part:,} of {whole:,}" if whole else "0 of 0"


def share_or_means(part: float, whole: float) -> str:
    """The same of counts; of averages ``62%, 98.5 of 156.8 a force``."""
    if isinstance(part, int):
        return share(part, int(whole))
    return f"{whole_percent(part / whole)}, {average(part)} of {average(whole)} a force" if whole else "0 of 0"


def share_of(part: int, whole: int, unit: str = "open item") -> str:
    """The same of something that is counted: ``51%, 71 of 138 open items``, ``100%, 1 of 1 open item``."""
    return f"{share(part, whole)} {unit}{'' if whole == 1 else 's'}"


def part_of(part: float, whole: float) -> str:
    """``3 of 10``."""
    return f"{part:,} of {whole:,}"


def of_its(part: float, whole: float) -> str:
    """``25 of its 34``; ``16`` where that is all."""
    return f"{part:,}" if part == whole else f"{part:,} of its {whole:,}"


def counted(number: int, unit: str = "item") -> str:
    """``1 item``, ``1,204 items``."""
    return f"{number:,} {unit}{'' if number == 1 else 's'}"


def gained(count: int) -> str:
    """What comes on top in a sum: ``+9``; ``0`` when nothing does."""
    return f"+{count:,}" if count else "0"


def lost(count: int) -> str:
    """What goes off in a sum: ``−24``; ``0`` when nothing does."""
    return f"−{count:,}" if count else "0"


def signed(change: int) -> str:
    """What comes on top or goes off in a sum: ``+9``, ``−24``, ``0``."""
    return lost(-change) if change < 0 else gained(change)


def more_or_fewer(change: float) -> str:
    """A change of a count, to one decimal: ``3.5 more``, ``2.0 fewer``; ``no change`` where that would be 0.0."""
    written = average(abs(change))
    return "no change" if written == "0.0" else f"{written} {'more' if change > 0 else 'fewer'}"


def times(number: int) -> str:
    """``once``, ``3 times``."""
    return "once" if number == 1 else f"{number:,} times"


def ordinal(number: int) -> str:
    """``1st``, ``2nd``, ``3rd``, ``4th`` ... ``11th``, ``21st``."""
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


@cache
def long_date(day: date) -> str:
    """``4 September 2023``."""
    return f"{day.day} {day:%B %Y}"


def short_date(day: date) -> str:
    """``4 Sep 2023``."""
    return f"{day.day} {day:%b %Y}"


def long_month(day: date) -> str:
    """The month of a day: ``September 2023``."""
    return f"{day:%B} {day.year}"


def local_time(moment: datetime) -> str:
    """A time kept in UTC, as the clock on the wall shows it: ``4 September 2023 09:12``."""
    local = moment.replace(tzinfo=UTC).astimezone()
    return f"{long_date(local.date())} {local:%H:%M}"


def long_span(first: date, last: date) -> str:
    """``12 January to 13 April 2023``, ``12 December 2022 to 13 April 2023``; one date when both are the same."""
    return _span(first, last, "%B")


def short_span(first: date, last: date) -> str:
    """``12 Jan to 13 Apr 2023``."""
    return _span(first, last, "%b")


def _span(first: date, last: date, month: str) -> str:
    end = f"{last.day} {last:{month}} {last.year}"
    if first == last:
        return end
    year = f" {first.year}" if first.year != last.year else ""
    return f"{first.day} {first:{month}}{year} to {end}"


def age_words(since: date, day: date) -> str:
    """``2 years 3 months``, ``7 months``, ``12 days``."""
    months = (day.year - since.year) * 12 + day.month - since.month - (day.day < since.day)
    if months < 1:
        return counted(max((day - since).days, 0), "day")
    years, rest = divmod(months, 12)
    return " ".join(counted(number, unit) for number, unit in ((years, "year"), (rest, "month")) if number)


def on_days(days: Sequence[date]) -> str:
    """``on 5 June 2023``; several days all by name up to three, more by their number and their ends."""
    if len(days) <= 3:
        return f"on {listed([long_date(day) for day in days])}"
    return f"on {len(days):,} dates from {long_date(min(days))} to {long_date(max(days))}"


def leading(counts: Sequence[tuple[str, int]], at_most: int = 3) -> list[tuple[str, int]]:
    """The first of what is sorted by number, largest first: at most so many, and of equal ones all or none."""
    if len(counts) <= at_most:
        return list(counts)
    left_out = counts[at_most][1]
    return [pair for pair in counts[:at_most] if pair[1] > left_out]


def listed(words: Sequence[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def sentence_case(words: str) -> str:
    """The words with a capital at their beginning, and as they are after it."""
    return words[:1].upper() + words[1:]
