"""Deadlines, ages and leads in sentences, each of which can stand alone."""

from collections.abc import Sequence

from jasc_data.answers.deadlines.answer import HORIZONS, NO_LEAD, Age, Ageing, Due, Line
from jasc_data.wording.numbers import counted, leading, listed, long_date, share_of

_LONG_NAME = 5  # words; a longer name does not stand in a message


def deadlines_headline(ageing: Ageing) -> str:
    """The page's message: overdue now, and due in the longest of the horizons."""
    home = ageing.register.home
    if not ageing.items:
        return f"{home} has no open items" if ageing.register.held else f"No total of {home}'s items is held"
    soon = len(ageing.due_within(HORIZONS[-1]))
    late = f"{counted(len(ageing.overdue))} overdue" if ageing.overdue else "nothing overdue"
    return f"{home}: {late}, {soon:,} due in {HORIZONS[-1]} days"


def ages_message(ageing: Ageing) -> str:
    """The message of the ages, in at most 12 words."""
    old = sum(line.open for line in ageing.ages if line.name in (Age.TWO_YEARS, Age.THREE_YEARS, Age.OLDER))
    return f"{old:,} of {counted(len(ageing.items))} {'is' if old == 1 else 'are'} a year old or more"


def overdue_message(ageing: Ageing, late: Sequence[Line]) -> str:
    """The message of the overdue items by lead, in at most 12 words. late: the leads with any, the most first."""
    total, most = counted(len(ageing.overdue)), late[0].overdue
    if len(late) == 1:
        return (
            f"All {total} overdue: {_short_name(late[0])}" if most > 1 else f"{total} overdue: {_short_name(late[0])}"
        )
    level = [line for line in late if line.overdue == most]
    if len(level) > 1:
        return f"{counted(len(level), 'lead')} have most of {total} overdue: {most:,} each"
    return f"{_short_name(late[0])} has {most:,} of {total} overdue"


def _short_name(line: Line) -> str:
    return line.name if len(line.name.split()) <= _LONG_NAME else "one lead"


def leads_message(ageing: Ageing) -> str:
    """The message of the leads, in at most 12 words; a lead with a long name is counted and not named."""
    named = [line for line in ageing.leads if line.name != NO_LEAD]
    if not named:
        return f"No lead is stated for {counted(len(ageing.items))}"
    first = named[0]
    level = [line for line in named if line.open == first.open]
    if len(level) > 1:
        return f"{counted(len(level), 'lead')} have most: {first.open:,} of {counted(len(ageing.items))} each"
    if len(first.name.split()) > _LONG_NAME:
        owned = sum(line.open for line in named)
        owners = f"{counted(len(named), 'lead')} {'owns' if len(named) == 1 else 'own'}"
        return f"{owners} {owned:,} of {counted(len(ageing.items))}; one owns {first.open:,}"
    return f"{first.name} has most: {first.open:,} of {counted(len(ageing.items))}"


def ageing_sentences(ageing: Ageing) -> tuple[str, ...]:
    """Overdue, due soon, no deadline, old, revised, whose; nothing when no item is open."""
    items, home, day = ageing.items, ageing.register.home, long_date(ageing.day)
    if not items:
        return (f"On {day} {home} had no open items.",) if ageing.register.held else ()
    lines = [_overdue(ageing), _due_soon(ageing)]
    by_due = {line.name: line.open for line in ageing.due}
    if by_due[Due.NONE]:
        lines.append(f"No HMICFRS deadline: {share_of(by_due[Due.NONE], len(items))} on {day}.")
    if by_due[Due.NOT_UNDERSTOOD]:
        lines.append(f"On {day} {counted(by_due[Due.NOT_UNDERSTOOD])} had a deadline in words that give no date.")
    lines.append(_ages(ageing))
    passed = sum(item.target_date is not None and item.target_date < ageing.day for item in items)
    if passed:
        lines.append(f"Own target date passed, which makes no item overdue: {share_of(passed, len(items))} on {day}.")
    late = sum(item.planned_late(ageing.day) for item in items)
    if late:
        part = share_of(late, len(items))
        lines.append(f"Own target date after an HMICFRS deadline that is still to be met: {part} on {day}.")
    if ageing.revised_often:
        lines.append(
            f"Own target date revised more than once: {share_of(len(ageing.revised_often), len(items))} on {day}, "
            f"at most {_times(ageing.revised_often[0].revisions)}."
        )
    else:
        lines.append(f"On {day} no open item's own target date had been revised more than once.")
    lines.append(_whose(ageing))
    return tuple(lines)


def _overdue(ageing: Ageing) -> str:
    line = ageing.due[0]
    when = f"On {long_date(ageing.day)}"
    if not line.open:
        return f"{when} no open item of {ageing.register.home} was past its HMICFRS deadline."
    details = [f"{line.with_reason:,} with a reason given"]
    if line.awaiting:
        details.append(f"{line.awaiting:,} awaiting sign-off")
    if line.worked_out:
        details.append(f"{line.worked_out:,} by a deadline worked out from words")
    verb = "was" if line.open == 1 else "were"
    late = f"{counted(line.open)} of {ageing.register.home} {verb} past the HMICFRS deadline"
    return f"{when} {late} ({', '.join(details)})."


def _due_soon(ageing: Ageing) -> str:
    parts = [f"{len(ageing.due_within(days)):,} in {days} days" for days in HORIZONS]
    when = long_date(ageing.day)
    return f"Due by the HMICFRS deadline, counted from {when}: {listed(parts)}, each counting the ones before it."


def _ages(ageing: Ageing) -> str:
    old = next(line for line in ageing.ages if line.name == Age.OLDER)
    known = [item.published for item in ageing.items if item.published]
    without = len(ageing.items) - len(known)
    extra = f"; {counted(without)} without a publication date counted from when first seen" if without else ""
    oldest = f" The oldest open report was published on {long_date(min(known))}." if known else ""
    part = f"{share_of(old.open, len(ageing.items))} on {long_date(ageing.day)}"
    return f"3 years old or more since publication: {part}{extra}.{oldest}"


def _whose(ageing: Ageing) -> str:
    """The leads with the most items; ``most`` of the items only where they have more than half of them."""
    when, of = f"On {long_date(ageing.day)}", counted(len(ageing.items), "open item")
    named = [(line.name, line.open) for line in ageing.leads if line.name != NO_LEAD]
    without = sum(line.open for line in ageing.leads if line.name == NO_LEAD)
    if not named:
        return f"{when} no lead was stated for {counted(without)}."
    largest, rest = leading(named), f"; no lead was stated for {counted(without)}" if without else ""
    if not largest:
        level = sum(number == named[0][1] for _, number in named)
        return f"{when} {level:,} of {len(named):,} leads had the most, {named[0][1]:,} of the {of} each{rest}."
    owners = listed([f"{name} ({number:,})" for name, number in largest])
    if len(largest) == len(named):
        stated = len(ageing.items) - without
        return f"{when} the {counted(stated, 'open item')} with a lead {_was(stated)} with {owners}{rest}."
    if 2 * sum(number for _, number in largest) > len(ageing.items):
        return f"{when} most of the {of} were with {owners}{rest}."
    return f"{when} the largest number{'' if len(largest) == 1 else 's'} of the {of} were with {owners}{rest}."


def _was(number: int) -> str:
    return "was" if number == 1 else "were"


def _times(number: int) -> str:
    return "twice" if number == 2 else f"{number:,} times"
