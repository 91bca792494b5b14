"""An item's dates and standing in words, and the sentences of the register."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from jasc_data.answers.register.answer import Register, RegisterItem
from jasc_data.answers.register.filter import Found
from jasc_data.domain.vocabulary import DeadlineBasis, Kind, Status
from jasc_data.intake.deadlines import read_deadline
from jasc_data.intake.problems import CellFault
from jasc_data.wording.grades import grade_words, has_no_grade_by_nature, level_words
from jasc_data.wording.numbers import age_words, counted, listed, long_date, sentence_case, share_of, short_date
from jasc_data.wording.statuses import standing_words, status_in_full, told_status

AGE_NOT_KNOWN = "not known (no longer open, no closing date)"
_LONGEST_SEARCH = 40  # characters of what was searched for


def item_standing_words(item: RegisterItem) -> str:
    """How an item stands; where that is what the export says, with the file's word or that it gave none."""
    if item.standing is not item.status or item.standing is Status.NOT_FOR_FORCE:
        return standing_words(item.standing)
    return sentence_case(status_in_full(item.status, item.status_written))


def reopened_words(item: RegisterItem) -> str:
    """That the item had been closed before, and since when it is open again; blank where it was not, or is not open."""
    return f"Reopened {short_date(item.reopened_on)}" if item.reopened_on and item.counts else ""


def item_grade_words(item: RegisterItem) -> str:
    """``Level 3``, ``Not graded``; causes of concern carry no grade by their nature."""
    if has_no_grade_by_nature(item.kind, item.grade):
        return "No grade (cause of concern)"
    return grade_words(item.grade)


def deadline_words(item: RegisterItem) -> str:
    """HMICFRS's deadline, how its day is known, and as it is written where the words are not the day itself."""
    written = f"“{' '.join(item.deadline.split())}”" if item.deadline else ""
    day = short_date(item.deadline_on) if item.deadline_on else ""
    since, first = (", counted from the first publication", "first ") if item.deadline_since_first else ("", "")
    return {
        DeadlineBasis.STATED: f"{day} (stated)",
        DeadlineBasis.WORKED_OUT: f"{day} (worked out from {written}{since})",
        DeadlineBasis.IMMEDIATELY: f"{day} (worked out from {written}: the day of {first}publication)",
        DeadlineBasis.NONE: "None",
        DeadlineBasis.NOT_UNDERSTOOD: f"{_without_date(item.deadline or '')}: {written}",
    }[item.deadline_basis]


def basis_words(item: RegisterItem) -> str:
    """How the day of HMICFRS's deadline is known, in the words of a file's column."""
    if item.deadline_basis is DeadlineBasis.IMMEDIATELY:
        return "worked out (immediately)"
    if item.deadline_basis is DeadlineBasis.NOT_UNDERSTOOD:
        return _lower(_without_date(item.deadline or ""))
    return item.deadline_basis.value


def _without_date(words: str) -> str:
    """Why the words give no day: they count from a publication date that is not given, or nobody knows what they mean.

    The former are understood well enough, as any publication date shows.
    """
    try:
        read_deadline(words, date.min)
    except CellFault:
        return "Not understood"
    return "No publication date to count from"


def late_words(item: RegisterItem, day: date) -> str:
    """``127 days past the deadline, awaiting sign-off``; blank when it is not overdue."""
    days = item.days_overdue(day)
    if days is None:
        return ""
    return f"{_days(days)} past the deadline{', awaiting sign-off' if item.status is Status.AWAITING_SIGN_OFF else ''}"


def reason_words(item: RegisterItem) -> str:
    """``Reason: ...``, also where none is given."""
    return f"Reason: {' '.join(item.overdue_reason.split()) if item.overdue_reason else 'none given'}"


def target_words(item: RegisterItem, day: date) -> str:
    """The force's own target date: the current one, whether it has passed, the original one, how often revised.

    A target that has passed makes no item overdue (rule 16), and is said all the same; so is one that lies after a
    deadline which is still to be met.
    """
    if item.target_date is None:
        return f"None now (first {short_date(item.first_target)})" if item.first_target else "None"
    passed = ", passed" if item.counts and item.target_date < day else ""
    late = ", after the HMICFRS deadline" if item.planned_late(day) else ""
    current = f"{short_date(item.target_date)}{passed}{late}"
    if not item.revisions or item.first_target is None:
        return f"{current} (not revised)"
    times = "once" if item.revisions == 1 else f"{item.revisions:,} times"
    return f"{current} (first {short_date(item.first_target)}, revised {times})"


def item_age(item: RegisterItem, day: date) -> str:
    """How long ago it was first published; without that date, since when the exports have held it.

    What is closed grows no older: it has the age at which it closed, where a file states the day, or at which it was
    last in an export.
    """
    when = ""
    if item.standing in (Status.CLOSED, Status.SUPERSEDED):
        if item.closed_on is not None:
            day, when = min(day, item.closed_on), " when it closed"
        elif not item.listed:
            day, when = item.told_on, " when last in an export"
        else:
            return AGE_NOT_KNOWN
    if item.published is not None:
        return f"{age_words(item.published, day)}{when}"
    return f"at least {age_words(item.first_held_on, day)}{when} (no publication date)"


def published_words(item: RegisterItem) -> str:
    """The publication under which it was first held, and the one of its report now where that is another."""
    if item.published is None or item.published_now is None:
        return "not stated"
    first, now = long_date(item.published), long_date(item.published_now)
    if first == now:
        return first
    return f"{first}; reissued {now}" if item.reissued else f"{first} when first held; its report now is of {now}"


def register_headline(register: Register) -> str:
    """The page's message."""
    counts = _counts(register)
    return f"{register.home}: {counts} open" if counts else f"{register.home}: no open items"


def _counts(register: Register) -> str:
    by_kind = Counter(item.kind for item in register.open)
    return listed([kind.counted(by_kind[kind]) for kind in Kind if by_kind[kind]])


def found_sentence(register: Register, found: Found, search: str = "") -> str:
    """How many items the choices leave, of how many; search: the words that were asked for."""
    open_ = sum(item.counts for item in found.own)
    closed = len(found.own) - open_
    gone = f", and {closed:,} that {'is' if closed == 1 else 'are'} open no longer" if closed else ""
    if not register.open:
        return f"No open items{gone}."
    if not found.own:
        words = search if len(search) <= _LONGEST_SEARCH else f"{search[:_LONGEST_SEARCH]}…"
        fits = f"says “{words}” and fits the other choices" if search else "fits all the choices"
        return f"None of the {counted(len(register.own))} held, open or not, {fits}."
    if not open_:
        order = ", in the order of their references" if closed > 1 else ""
        return f"{counted(closed)} that {'is' if closed == 1 else 'are'} open no longer{order}."
    if open_ == len(register.open):
        every = "The only open item" if open_ == 1 else f"All {open_:,} open items"
        return f"{every}{gone}, in the order of their references."
    return f"{share_of(open_, len(register.open))}{gone}, in the order of their references."


def held_sentence(register: Register) -> str:
    """How many items there are to look at: the force's own, which the register counts, and other bodies' apart."""
    own, others = len(register.own), len(register.items) - len(register.own)
    first = f"{counted(own)} of {register.home} {'is' if own == 1 else 'are'} held, open or not"
    if not others:
        return f"{first}."
    return (
        f"{first}; {others:,} more {'is' if others == 1 else 'are'} addressed to other bodies, in none of the counts."
    )


def register_sentences(register: Register) -> tuple[str, ...]:
    """What the register shows as a whole: deadlines, target dates, leads, other bodies' items."""
    items = register.open
    when = f"On {long_date(register.as_of)}"
    had = f"{counts} open" if (counts := _counts(register)) else "no open items"
    lines = [f"{when} {register.home} had {had} by the items held."]
    late = [item for item in items if item.days_overdue(register.as_of) is not None]
    if late:
        verb = "was" if len(late) == 1 else "were"
        lines.append(f"{when} {counted(len(late))} {verb} past the HMICFRS deadline, {late_details(late)}.")
    moved = sum(1 for item in items if item.revisions)
    often = sum(1 for item in items if item.revisions > 1)
    if moved:
        lines.append(
            f"{when} the force's own target date had been revised for {share_of(moved, len(items))}, "
            f"for {f'{often:,} of them' if often else 'none of them'} more than once."
        )
    unowned = sum(1 for item in items if not item.lead)
    if unowned:
        lines.append(f"{when} {counted(unowned, 'open item')} had no lead.")
    silent = sum(1 for item in items if item.status_written is None)
    if silent:
        whose = "it counts" if silent == 1 else "they count"
        lines.append(f"{when} the exports gave no status of {share_of(silent, len(items))}; {whose} as open.")
    others = sum(1 for item in register.items if item.elsewhere and item.listed)
    if others:
        verb = "was" if others == 1 else "were"
        lines.append(f"{when} {counted(others)} addressed to other bodies {verb} listed apart and not counted.")
    return tuple(lines)


def late_details(late: Sequence[RegisterItem]) -> str:
    """What is counted within the overdue items and must be shown as such (rule 16), and how many give no reason."""
    without = sum(1 for item in late if not item.overdue_reason)
    waiting = sum(item.status is Status.AWAITING_SIGN_OFF for item in late)
    worked_out = sum(item.deadline_basis.is_worked_out for item in late)
    details = [f"{without:,} without a reason" if without else "each with a reason given"]
    if waiting:
        details.append(f"{waiting:,} awaiting sign-off")
    if worked_out:
        details.append(f"{worked_out:,} by a deadline worked out from words")
    return ", ".join(details)


def _days(number: int) -> str:
    return counted(number, "day")


def item_sentence(item: RegisterItem, label: str, day: date) -> str:
    """One item's heading: what it is, how it stands, and whether it is late."""
    grade = [] if item.kind is Kind.CAUSE_OF_CONCERN else [level_words(item.grade)]
    days = item.days_overdue(day)
    late = [] if days is None else [f"{_days(days)} past the deadline"]
    return f"{label}: {', '.join([item.kind.singular, *grade, _stands(item), *late])}"


def _stands(item: RegisterItem) -> str:
    """In a heading, without the file's own word."""
    own = item.standing is item.status and item.standing is not Status.NOT_FOR_FORCE
    return told_status(item.status, item.status_written) if own else _lower(standing_words(item.standing))


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
