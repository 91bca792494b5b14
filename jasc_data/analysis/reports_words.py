"""The reports in sentences: which is the largest, the oldest, what is overdue; and what there is to say of one."""

import textwrap
from datetime import date

from jasc_data.analysis.register_sources import some_reports_only
from jasc_data.analysis.register_words import age_words, grade_words
from jasc_data.analysis.reports import ReportLine, Reports
from jasc_data.analysis.reports_history import HistoryPoint
from jasc_data.figures import listed, long_date, share
from jasc_data.vocabulary import Grade, Kind

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
        return f"All {reports.open:,} open items come from one report: {largest[0].label}"
    if len(largest) > 1:
        return f"{len(largest)} of {number} reports are the largest, with {largest[0].open:,} open items each"
    part = share(largest[0].open, reports.open)
    return f"{largest[0].label} is the largest of {number} reports: {part} open items"


def report_headline(reports: Reports, line: ReportLine) -> str:
    """The page's message where one report is chosen."""
    if not line.open:
        return f"{line.label}: no item is open"
    return f"{line.label}: {share(line.open, reports.open)} open items"


def reports_message(reports: Reports) -> str:
    """The chart's message, in up to 12 words."""
    largest = _largest(reports)
    if len(largest) > 1:
        return f"{len(largest)} reports have the most open items, {largest[0].open:,} each"
    words = largest[0].label.split()
    title = " ".join(words[:_TITLE_WORDS]).rstrip(",;:") + ("…" if len(words) > _TITLE_WORDS else "")
    return f"Largest report: {title}, {share(largest[0].open, reports.open)}"


def reports_sentences(reports: Reports) -> tuple[str, ...]:
    """What the reports show; each sentence can stand alone."""
    if not reports.held:
        return (some_reports_only(reports.home),)
    if not reports.open:
        return (f"{reports_headline(reports)}.",)
    held = reports.with_open
    number = f"{len(held):,} report{'' if len(held) == 1 else 's'}"
    lines = [f"On {long_date(reports.as_of)} {reports.home}'s {reports.open:,} open items came from {number}."]
    largest = _largest(reports)
    if len(held) > 1:
        verb, ending = ("was", "") if len(largest) == 1 else ("were", " each")
        part = share(largest[0].open, reports.open)
        lines.append(f"Largest {verb} {listed([line.label for line in largest[:3]])}, with {part} open items{ending}.")
    if len(held) > 3:
        part = share(sum(line.open for line in held[:3]), reports.open)
        lines.append(f"The three largest together: {part} open items.")
    dated = [line for line in held if line.published]
    if dated:
        oldest = min(dated, key=lambda line: (line.published or date.max, line.label))
        assert oldest.published is not None
        lines.append(
            f"Oldest with open items: {oldest.label}, published {long_date(oldest.published)} "
            f"({age_words(oldest.published, reports.as_of)} before), {oldest.open:,} open."
        )
    lines += _by_report("Past the HMICFRS deadline", [(line, line.overdue) for line in held])
    lines += _by_report("Awaiting sign-off", [(line, line.awaiting_sign_off) for line in held])
    closed, ever = sum(line.closed for line in reports.lines), sum(line.ever for line in reports.lines)
    lines.append(f"Closed so far: {share(closed, ever)} items ever held.")
    return tuple(lines)


def report_sentences(reports: Reports, line: ReportLine) -> tuple[str, ...]:
    """What is to be said of one report."""
    day = reports.as_of
    counts = [kind.counted(line.by_kind[kind]) for kind in Kind if line.by_kind[kind]]
    opening = f"{share(line.open, reports.open)} open items: {listed(counts)}" if counts else "No item is open"
    lines = [f"{opening}. Closed so far: {share(line.closed, line.ever)} ever held."]
    grades = [f"{line.by_grade[grade]:,} {_grade(grade)}" for grade in Grade if line.by_grade[grade]]
    if grades:
        lines.append(f"Recommendations and AFIs by grade: {listed(grades)}.")
    if line.open:
        late = f"{line.overdue:,} past the HMICFRS deadline" if line.overdue else "None past the HMICFRS deadline"
        lines.append(f"{late}; {line.awaiting_sign_off:,} awaiting sign-off.")
    if line.published and line.reply_due:
        verb = "was" if line.reply_due < day else "is"
        lines.append(
            f"Published {long_date(line.published)}, {age_words(line.published, day)} before {long_date(day)}."
        )
        lines.append(
            f"The police and crime commissioner's published reply {verb} due by {long_date(line.reply_due)} "
            "(56 days after publication); the exports do not say whether it was given."
        )
    else:
        lines.append("Its publication date is not held, so neither its age nor the date of the reply is known.")
    if line.oldest_open_held_on:
        lines.append(f"Open longest: in the exports since {long_date(line.oldest_open_held_on)}.")
    return tuple(lines)


def history_sentence(points: tuple[HistoryPoint, ...]) -> str:
    """The first, highest and latest count of a report's open items; blank when none is complete."""
    told = [(point.as_of, point.open) for point in points if point.open is not None]
    if not told:
        return ""
    last = told[-1]
    if len(told) == 1:
        return f"{last[1]:,} open on {long_date(last[0])}, the only date held."
    highest = max(told, key=lambda entry: entry[1])
    return (
        f"{told[0][1]:,} open on {long_date(told[0][0])}, {last[1]:,} on {long_date(last[0])}; "
        f"most {highest[1]:,} on {long_date(highest[0])}."
    )


def _largest(reports: Reports) -> list[ReportLine]:
    return [line for line in reports.with_open if line.open == reports.with_open[0].open]


def _grade(grade: Grade) -> str:
    return grade_words(grade)[0].lower() + grade_words(grade)[1:]


def _by_report(what: str, counts: list[tuple[ReportLine, int]]) -> list[str]:
    """``Past the HMICFRS deadline: 5 items, from Vetting (3) and Custody (2).``; nothing when there is none."""
    some = sorted((pair for pair in counts if pair[1]), key=lambda pair: (-pair[1], pair[0].label))
    if not some:
        return []
    total = sum(number for _, number in some)
    named = [f"{textwrap.shorten(line.label, 60, placeholder=' …')} ({number:,})" for line, number in some[:_NAMED]]
    rest = len(some) - _NAMED
    more = [f"{rest} more report{'s' if rest > 1 else ''}"] if rest > 0 else []
    items = f"{total:,} item{'' if total == 1 else 's'}"
    return [f"{what}: {items}, from {listed(named + more)}."]
