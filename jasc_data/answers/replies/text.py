"""The commissioner's replies in sentences: what is overdue is a fact, with each report's name while there are few."""

from datetime import date

from jasc_data.answers.replies.answer import Replies, ReplyLine
from jasc_data.wording.numbers import counted, leading, listed, long_date

_NAMED = 3


def replies_sentences(replies: Replies) -> tuple[str, ...]:
    """What is overdue, what is next, what was late: a sentence each. Blank where no report has a publication date."""
    if not replies.lines:
        return ()
    when = f"On {long_date(replies.day)}"
    many = counted(len(replies.lines), "report")
    overdue = replies.overdue
    if overdue and not any(line.sent for line in replies.lines):  # nobody has begun to record them
        lines = [f"{when} no reply of the commissioner is recorded; to {len(overdue):,} of {many} one was due."]
    elif overdue:
        is_ = "is" if len(overdue) == 1 else "are"
        lines = [
            f"{when} the commissioner's replies to {len(overdue):,} of {many} were due and {is_} not recorded as sent: "
            f"{_named(replies)}."
        ]
    else:
        lines = [f"{when} no reply of the commissioner to any of {many} was overdue."]
    if replies.to_come:
        first = replies.to_come[0]
        lines.append(f"The next reply is due by {long_date(first.due_on)}, to {first.report.label}.")
    late = sum(bool(line.days_late) for line in replies.lines)
    sent = sum(line.sent is not None for line in replies.lines)
    if late:
        noun = "reply" if sent == 1 else "replies"
        were = "was" if late == 1 else "were"
        lines.append(f"By {long_date(replies.day)} {late:,} of {sent:,} {noun} sent {were} later than 56 days.")
    return tuple(lines)


def reply_sentence(line: ReplyLine, day: date) -> str:
    """One report's reply on a day: sent when and how late, overdue by how much, or due by when.

    It is what was recorded: no export says whether a reply was given.
    """
    due = f"{long_date(line.due_on)}, 56 days after publication"
    if line.sent:
        late = f", {counted(line.days_late, 'day')} late" if line.days_late else ", in time"
        return f"The commissioner's reply was sent on {long_date(line.sent.sent_on)}{late} (it was due by {due})."
    days = line.days_overdue(day)
    if days is None:
        return f"The commissioner's reply is due by {due}."
    later = f"on {long_date(day)}, {counted(days, 'day')} later, none is recorded as sent"
    return f"The commissioner's reply was due by {due}; {later}."


def _named(replies: Replies) -> str:
    """The longest overdue by name, and how many more."""
    pairs = [(line.report.label, line.days_overdue(replies.day) or 0) for line in replies.overdue]
    shown = leading(pairs, _NAMED) or pairs[:_NAMED]
    names = [f"{label} ({counted(days, 'day')})" for label, days in shown]
    more = [f"{len(pairs) - len(shown):,} more"] if len(pairs) > len(shown) else []
    return listed(names + more)
