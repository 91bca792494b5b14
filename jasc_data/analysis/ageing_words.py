"""Deadlines, ages and leads in sentences, each of which can stand alone."""

from jasc_data.analysis.ageing import HORIZONS, NO_LEAD, Age, Ageing, Due
from jasc_data.figures import listed, long_date, share

_LARGEST = 3


def deadlines_headline(ageing: Ageing) -> str:
    """The page's message: overdue now, and due in the longest of the horizons."""
    home = ageing.register.home
    if not ageing.items:
        return f"{home} has no open items" if ageing.register.held else f"No total of {home}'s items is held"
    soon = len(ageing.due_within(HORIZONS[-1]))
    late = f"{_items(len(ageing.overdue))} overdue" if ageing.overdue else "nothing overdue"
    return f"{home}: {late}, {soon:,} due in {HORIZONS[-1]} days"


def ages_message(ageing: Ageing) -> str:
    """The message of the ages, in at most 12 words."""
    old = sum(line.open for line in ageing.ages if line.name in (Age.TWO_YEARS, Age.THREE_YEARS, Age.OLDER))
    return f"{old:,} of {_items(len(ageing.items))} {'is' if old == 1 else 'are'} a year old or more"


def leads_message(ageing: Ageing) -> str:
    """The message of the leads, in at most 12 words; a lead with a long name is counted and not named."""
    named = [line for line in ageing.leads if line.name != NO_LEAD]
    if not named:
        return f"No lead is stated for {_items(len(ageing.items))}"
    first = named[0]
    level = [line for line in named if line.open == first.open]
    if len(level) > 1:
        return f"{_leads(len(level))} have most: {first.open:,} of {_items(len(ageing.items))} each"
    if len(first.name.split()) > 5:
        return f"{_leads(len(named))} own the open items; one owns {first.open:,}"
    return f"{first.name} has most: {first.open:,} of {_items(len(ageing.items))}"


def ageing_sentences(ageing: Ageing) -> tuple[str, ...]:
    """Overdue, due soon, no deadline, old, revised, whose; nothing when no item is open."""
    items, home = ageing.items, ageing.register.home
    if not items:
        return (f"On {long_date(ageing.day)} {home} had no open items.",) if ageing.register.held else ()
    lines = [_overdue(ageing), _due_soon(ageing)]
    by_due = {line.name: line.open for line in ageing.due}
    if by_due[Due.NONE]:
        lines.append(f"No HMICFRS deadline: {share(by_due[Due.NONE], len(items))} open items.")
    if by_due[Due.NOT_UNDERSTOOD]:
        verb = "has" if by_due[Due.NOT_UNDERSTOOD] == 1 else "have"
        lines.append(f"{_items(by_due[Due.NOT_UNDERSTOOD])} {verb} a deadline in words that give no date.")
    lines.append(_ages(ageing))
    passed = sum(item.target_date is not None and item.target_date < ageing.day for item in items)
    if passed:
        lines.append(f"Own target date passed, which makes no item overdue: {share(passed, len(items))} open items.")
    late = sum(item.planned_late(ageing.day) for item in items)
    if late:
        part = share(late, len(items))
        lines.append(f"Own target date after an HMICFRS deadline that is still to be met: {part} open items.")
    if ageing.revised_often:
        lines.append(
            f"Own target date revised more than once: {share(len(ageing.revised_often), len(items))} open items, "
            f"at most {_times(ageing.revised_often[0].revisions)}."
        )
    else:
        lines.append("No open item's own target date was revised more than once.")
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
    return (
        f"{when} {_items(line.open)} of {ageing.register.home} {verb} past the HMICFRS deadline ({', '.join(details)})."
    )


def _due_soon(ageing: Ageing) -> str:
    parts = [f"{len(ageing.due_within(days)):,} in {days} days" for days in HORIZONS]
    return f"Due by the HMICFRS deadline: {listed(parts)}, each counting the ones before it."


def _ages(ageing: Ageing) -> str:
    old = next(line for line in ageing.ages if line.name == Age.OLDER)
    known = [item.published for item in ageing.items if item.published]
    without = len(ageing.items) - len(known)
    extra = f"; {_items(without)} without a publication date counted from when first seen" if without else ""
    oldest = f" The oldest open report was published on {long_date(min(known))}." if known else ""
    return f"3 years old or more since publication: {share(old.open, len(ageing.items))} open items{extra}.{oldest}"


def _whose(ageing: Ageing) -> str:
    named = [line for line in ageing.leads if line.name != NO_LEAD]
    without = sum(line.open for line in ageing.leads if line.name == NO_LEAD)
    missing = f"No lead is stated for {_items(without)}." if without else ""
    if not named:
        return missing
    largest = listed([f"{line.name} ({line.open:,})" for line in named[:_LARGEST]])
    opening = f"Most of the {len(ageing.items):,} open items are" if len(named) > _LARGEST else "The open items are"
    return f"{opening} with {largest}. {missing}".strip()


def _items(number: int) -> str:
    return f"{number:,} {'item' if number == 1 else 'items'}"


def _leads(number: int) -> str:
    return f"{number:,} {'lead' if number == 1 else 'leads'}"


def _times(number: int) -> str:
    return "twice" if number == 2 else f"{number:,} times"
