"""The activity register in sentences: what goes on, what is expected when, and what did not come when expected."""

from collections.abc import Sequence

from jasc_data.answers.activity.answer import Activity, ActivityHeld
from jasc_data.domain.vocabulary import ActivityKind, Stage
from jasc_data.wording.numbers import long_date, long_span, sentence_case


def activity_headline(held: ActivityHeld) -> str:
    """The page's message."""
    if not held.entries:
        return f"{held.home}: no inspections, super-complaints or board dates are held"
    return f"{held.home}: {timeline_message(held)}"


def timeline_message(held: ActivityHeld) -> str:
    """The message of the chart, in few words."""
    going_on = len(held.going_on)
    said = f"{going_on:,} {'activity' if going_on == 1 else 'activities'} not finished"
    return f"{said}; next by {long_date(held.awaited[0].awaited_on or held.day)}" if held.awaited else said


def activity_sentences(held: ActivityHeld, entries: Sequence[Activity] | None = None) -> tuple[str, ...]:
    """One sentence for each entry, or each of those given: its days, its stage, and what is expected of it."""
    return tuple(_sentence(entry, held) for entry in (held.entries if entries is None else entries))


def expected_words(entry: Activity) -> str:
    """``Results by 31 October 2023 (“October 2023”)``; ``Results, winter of 2023``; blank where nothing is expected."""
    what = sentence_case(entry.expected) or ("Expected" if entry.expected_when else "")
    if entry.expected_on is None:
        return f"{what}, {entry.expected_when}" if entry.expected_when else what
    day = long_date(entry.expected_on)
    return f"{what} by {day}" + (
        "" if entry.expected_when in (day, str(entry.expected_on)) else f" (“{entry.expected_when}”)"
    )


def days_words(entry: Activity) -> str:
    """``5 June to 9 June 2023``, ``on 5 June 2023``, ``from 5 June 2023``, ``until ...``; blank without a day."""
    if entry.starts_on and entry.ends_on:
        return long_span(entry.starts_on, entry.ends_on)
    if entry.starts_on and (entry.kind is ActivityKind.BOARD or entry.stage is Stage.FINISHED):
        return f"on {long_date(entry.starts_on)}"
    if entry.starts_on:
        return f"from {long_date(entry.starts_on)}"
    return f"until {long_date(entry.ends_on)}" if entry.ends_on else ""


def activity_source(held: ActivityHeld) -> str:
    """For the foot of a page, a picture or a file."""
    if not held.entries:
        return f"Source: activity register kept on this dashboard; empty on {long_date(held.day)}"
    latest = max(entry.happened_at for entry in held.entries)
    number = len(held.entries)
    many = f"{number:,} {'entry' if number == 1 else 'entries'}"
    return f"Source: activity register kept on this dashboard, {many}, last written {long_date(latest.date())}"


def _sentence(entry: Activity, held: ActivityHeld) -> str:
    days = days_words(entry)
    body = f" ({entry.body})" if entry.body else ""
    parts = [f"{entry.name}{body}: {', '.join(part for part in (entry.stage.value, days) if part)}"]
    if expected := expected_words(entry):
        passed = entry.awaited_on is not None and entry.awaited_on < held.day
        parts.append(f"{expected}{', not come yet' if passed else ''}")
    return f"On {long_date(held.day)}: {'; '.join(parts)}."
