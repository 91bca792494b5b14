"""The causes of concern in words: the page's message, what is known of each, and the sentences."""

from collections import Counter
from collections.abc import Sequence

from jasc_data.answers.causes.answer import Cause, Causes, Stray
from jasc_data.answers.register.answer import RegisterItem
from jasc_data.answers.register.text import deadline_words, late_words
from jasc_data.domain.vocabulary import Kind, Status
from jasc_data.wording.numbers import age_words, listed, long_date, short_date
from jasc_data.wording.statuses import standing_words


def causes_headline(causes: Causes) -> str:
    """The page's message: how many are open, and since when the oldest."""
    home = causes.register.home
    if not causes.held and not causes.causes:
        return f"The causes of concern of {home} are not held"
    if not causes.causes:
        return f"{home} has no open causes of concern"
    counted = f"{home}: {Kind.CAUSE_OF_CONCERN.counted(len(causes.causes))} open"
    oldest = causes.causes[0].item.published
    if oldest is None:
        return counted
    return f"{counted}, {'' if len(causes.causes) == 1 else 'the oldest '}published {long_date(oldest)}"


def since_words(causes: Causes, cause: Cause) -> str:
    """When its report was published, how long before the date of the figures; since when our exports have held it."""
    item, day = cause.item, causes.register.as_of
    seen = short_date(item.first_held_on)
    if item.published is None:
        return f"No publication date held; first seen in our exports {seen}"
    age = age_words(item.published, day)
    return f"Published {short_date(item.published)}, {age} before {short_date(day)}; first seen in our exports {seen}"


def due_words(causes: Causes, cause: Cause) -> str:
    """Its lead and HMICFRS deadline: ``Lead: ACC Jones. HMICFRS deadline: 2 Nov 2025 (stated), 104 days past``."""
    late = late_words(cause.item, causes.register.as_of)
    deadline = deadline_words(cause.item) + (f"; {late}" if late else "")
    return f"Lead: {cause.item.lead or 'not stated'}. HMICFRS deadline: {deadline[0].lower() + deadline[1:]}"


def belonging_words(cause: Cause) -> str:
    """What belongs to it: ``2 recommendations open: R1 and R6; 1 awaiting sign-off``."""
    gone = f"; {cause.no_longer_open:,} more no longer open" if cause.no_longer_open else ""
    if not cause.open:
        return f"No open recommendation names it{gone}"
    names = listed([item.name for item in cause.open])
    waiting = sum(item.status is Status.AWAITING_SIGN_OFF for item in cause.open)
    waits = f"; {waiting:,} awaiting sign-off" if waiting else ""
    kinds = Counter(item.kind for item in cause.open)
    counts = listed([kind.counted(kinds[kind]) for kind in Kind if kinds[kind]])
    return f"{counts} open: {names}{waits}{gone}"


def stray_words(causes: Causes, stray: Stray) -> str:
    """Items that name a cause of concern which is not open, and why it is not among those shown."""
    names = listed([item.name for item in stray.items])
    verb = "names" if len(stray.items) == 1 else "name"
    if stray.cause is not None:
        return f"{names} {verb} {stray.named}, which is {standing_words(stray.cause.standing).lower()}."
    return f"{names} {verb} {stray.named}, of which no record of {causes.register.home} is held."


def causes_sentences(causes: Causes) -> tuple[str, ...]:
    """How many, from which reports, what belongs to them, and what does not."""
    register = causes.register
    when = f"On {long_date(register.as_of)}"
    if not causes.held and not causes.causes:
        return ()
    if not causes.causes:
        return (f"{when} {register.home} had no open causes of concern.",)
    reports = Counter(register.report_labels[cause.item.report_id] for cause in causes.causes)
    per_report = [f"{report} ({number:,})" for report, number in sorted(reports.items(), key=lambda e: (-e[1], e[0]))]
    counted = Kind.CAUSE_OF_CONCERN.counted(len(causes.causes)).replace(" cause", " open cause", 1)
    lines = [f"{when} {register.home} had {counted}, from {listed(per_report)}."]
    open_causes = "the open cause of concern" if len(causes.causes) == 1 else "the open causes of concern"
    late = sum(cause.item.days_overdue(register.as_of) is not None for cause in causes.causes)
    if late:
        whose = f"{late:,} of {open_causes}" if len(causes.causes) > 1 else open_causes
        lines.append(f"{when} {whose} {'was' if late == 1 else 'were'} past the HMICFRS deadline.")
    if causes.belonging:
        waiting = sum(item.status is Status.AWAITING_SIGN_OFF for item in causes.belonging)
        waits = f", {waiting:,} of them awaiting sign-off" if waiting else ""
        lines.append(f"{when} {_open_counts(causes.belonging)} belonged to {open_causes}{waits}.")
    if causes.astray:
        lines.append(
            f"{when} {_open_counts(causes.astray)} named a cause of concern that was not open or of which no record "
            "is held."
        )
    bare = sum(all(item.kind is not Kind.RECOMMENDATION for item in cause.open) for cause in causes.causes)
    if bare:
        named = Kind.CAUSE_OF_CONCERN.counted(bare).replace(" cause", " open cause", 1)
        lines.append(f"{when} {named} had no open recommendation that names {'it' if bare == 1 else 'them'}.")
    if causes.naming_none:
        rest = Kind.RECOMMENDATION.counted(causes.naming_none).replace(" ", " open ", 1)
        lines.append(f"{when} {rest} named no cause of concern.")
    return tuple(lines)


def _open_counts(items: Sequence[RegisterItem]) -> str:
    """``3 open recommendations and 1 open AFI``."""
    kinds = Counter(item.kind for item in items)
    return listed([kind.counted(kinds[kind]).replace(" ", " open ", 1) for kind in Kind if kinds[kind]])
