"""The reports in sentences: which is the largest, the oldest, what is overdue; and what there is to say of one."""

from collections.abc import Sequence

from jasc_data.answers.figures.item_sources import some_reports_only
from jasc_data.answers.reports.answer import ReportLine, Reports
from jasc_data.answers.reports.history import HistoryPoint
from jasc_data.domain.vocabulary import Grade, Kind
from jasc_data.wording.grades import level_words
from jasc_data.wording.numbers import age_words, counted, leading, listed, long_date, on_days, share, share_of

_TITLE_WORDS = 6
_NAMED = 3


def reports_headline(reports: Reports) -> str:
    """The page's message."""
    if not reports.held:
        return f"The open items of {reports.home} are held for some reports only"
    if not reports.open:
        return f"{reports.home} has no open items by the items held"
    largest = _largest(reports)
    number = len(reports.with_open)
    if number == 1:
        every = "The only open item comes" if reports.open == 1 else f"All {reports.open:,} open items come"
        return f"{every} from one report: {largest[0].label}"
    if len(largest) > 1:
        each = counted(largest[0].open, "open item")
        return f"{len(largest)} of {number} reports are the largest, with {each} each"
    return f"{largest[0].label} is the largest of {number} reports: {share_of(largest[0].open, reports.open)}"


def report_headline(reports: Reports, line: ReportLine) -> str:
    """The page's message where one report is chosen."""
    if not line.open:
        return f"{line.label}: no item is open"
    return f"{line.label}: {share_of(line.open, reports.open)}"


def reports_message(reports: Reports) -> str:
    """The chart's message, in up to 12 words: the three largest together, since the title names the largest."""
    held = reports.with_open
    if len(held) > _NAMED:
        return f"The three largest reports: {share_of(sum(line.open for line in held[:_NAMED]), reports.open)}"
    largest = _largest(reports)
    if len(largest) > 1:
        return f"{len(largest)} reports have the most open items, {largest[0].open:,} each"
    words = largest[0].label.split()
    title = " ".join(words[:_TITLE_WORDS]).rstrip(",;:") + ("…" if len(words) > _TITLE_WORDS else "")
    return f"Largest report: {title}, {share(largest[0].open, reports.open)}"


def reports_sentences(reports: Reports) -> tuple[str, ...]:
    """What the reports show; each sentence can stand alone."""
    day, home = long_date(reports.as_of), reports.home
    if not reports.held:
        return (some_reports_only(home, reports.as_of),)
    if not reports.open:
        return (f"On {day} {home} had no open items by the items held.",)
    held = reports.with_open
    came = f"{counted(reports.open, 'open item')} came from {counted(len(held), 'report')}"
    lines = [f"On {day} {home}'s {came}."]
    if len(held) > 1:
        lines.append(_largest_sentence(reports))
    if len(held) > _NAMED:
        part = share_of(sum(line.open for line in held[:_NAMED]), reports.open)
        lines.append(f"The three largest reports together on {day}: {part}.")
    lines += _oldest(reports)
    lines += _by_report(f"Past the HMICFRS deadline on {day}", [(line.label, line.overdue) for line in held])
    lines += _by_report(f"Awaiting sign-off on {day}", [(line.label, line.awaiting_sign_off) for line in held])
    closed, ever = sum(line.closed for line in reports.lines), sum(line.ever for line in reports.lines)
    lines.append(f"Closed by {day}: {share_of(closed, ever, 'item')} ever held.")
    return tuple(lines)


def _largest_sentence(reports: Reports) -> str:
    """The largest report; those that are equally large all by name, or, when they are many, by their number."""
    day, largest = long_date(reports.as_of), _largest(reports)
    part = share_of(largest[0].open, reports.open)
    if len(largest) > _NAMED:
        return f"On {day} {len(largest):,} reports were the largest, with {part} each."
    names = listed([line.label for line in largest])
    if len(largest) == 1:
        return f"Largest report on {day}: {names}, with {part}."
    return f"Largest reports on {day}: {names}, with {part} each."


def _oldest(reports: Reports) -> list[str]:
    """The report that has items open for longest since its publication, or all of that day."""
    first = min((line.published for line in reports.with_open if line.published), default=None)
    if first is None:
        return []
    oldest = [line for line in reports.with_open if line.published == first]
    when = f"published {long_date(first)} ({age_words(first, reports.as_of)} before)"
    what = f"Oldest with open items on {long_date(reports.as_of)}"
    if len(oldest) > _NAMED:
        open_ = counted(sum(line.open for line in oldest), "open item")
        return [f"{what}: {len(oldest):,} reports {when}, with {open_} together."]
    return [f"{what}: {listed([f'{line.label} ({line.open:,} open)' for line in oldest])}, {when}."]


def report_sentences(reports: Reports, line: ReportLine) -> tuple[str, ...]:
    """What is to be said of one report."""
    day, when = reports.as_of, f"On {long_date(reports.as_of)}"
    counts = [kind.counted(line.by_kind[kind]) for kind in Kind if line.by_kind[kind]]
    part = share_of(line.open, reports.open)
    opening = f"{when} it had {part}: {listed(counts)}" if counts else f"{when} no item of it was open"
    lines = [f"{opening}. Closed so far: {share(line.closed, line.ever)} ever held."]
    grades = [f"{line.by_grade[grade]:,} {level_words(grade)}" for grade in Grade if line.by_grade[grade]]
    if grades:
        lines.append(f"Recommendations and AFIs by grade on {long_date(day)}: {listed(grades)}.")
    if line.open:
        late, waiting = (f"{number:,}" if number else "none" for number in (line.overdue, line.awaiting_sign_off))
        lines.append(f"{when} {late} past the HMICFRS deadline, {waiting} awaiting sign-off.")
    if line.published:
        lines.append(
            f"Published {long_date(line.published)}, {age_words(line.published, day)} before {long_date(day)}."
        )
    else:
        lines.append(f"{when} its publication date is not held, so neither its age nor the date of the reply is known.")
    if line.oldest_open_held_on:
        lines.append(f"Open longest on {long_date(day)}: in the exports since {long_date(line.oldest_open_held_on)}.")
    return tuple(lines)


def history_sentence(points: tuple[HistoryPoint, ...]) -> str:
    """The first, highest and latest count of a report's open items; blank when none is complete."""
    told = [(point.as_of, point.open) for point in points if point.open is not None]
    if not told:
        return ""
    last = told[-1]
    if len(told) == 1:
        return f"{last[1]:,} open on {long_date(last[0])}, the only date held."
    most = max(number for _, number in told)
    when = on_days([day for day, number in told if number == most])
    return f"{told[0][1]:,} open on {long_date(told[0][0])}, {last[1]:,} on {long_date(last[0])}; most {most:,} {when}."


def _largest(reports: Reports) -> list[ReportLine]:
    return [line for line in reports.with_open if line.open == reports.with_open[0].open]


def _by_report(what: str, counts: Sequence[tuple[str, int]]) -> list[str]:
    """``Past the HMICFRS deadline: 5 items, from Vetting (3) and Custody (2).``; nothing when there is none."""
    some = sorted((pair for pair in counts if pair[1]), key=lambda pair: (-pair[1], pair[0]))
    if not some:
        return []
    named = [f"{label} ({number:,})" for label, number in leading(some, _NAMED)]
    rest = len(some) - len(named)
    more = [counted(rest, "more report" if named else "report")] if rest else []
    return [f"{what}: {counted(sum(number for _, number in some))}, from {listed(named + more)}."]
