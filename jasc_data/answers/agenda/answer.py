"""The agenda: every day on which something is due or takes place, from what is held and from what people wrote."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jasc_data.answers.activity.answer import Activity, ActivityHeld
from jasc_data.answers.activity.text import expected_words
from jasc_data.answers.register.answer import Register, RegisterItem
from jasc_data.answers.replies.answer import Replies
from jasc_data.domain.vocabulary import ActivityKind, Kind, Stage
from jasc_data.wording.numbers import listed


class Matter(StrEnum):
    """What an event of the agenda is about."""

    DEADLINE = "HMICFRS deadline"
    REPLY = "Commissioner's reply"
    EXPECTED = "Expected"
    ACTIVITY = "Activity"
    BOARD = "Board"
    MEETING = "Committee"


@dataclass(frozen=True)
class Event:
    """What is due or takes place from one day to another (mostly the same).

    key: its own, the same whenever the agenda is made again, so that a calendar replaces what it has. details: blank
    where there is no more to say. Leads are in no event (rule 20).
    """

    key: str
    matter: Matter
    first: date
    last: date
    what: str
    details: str = ""


def agenda(register: Register, replies: Replies, activity: ActivityHeld, meetings: Iterable[date]) -> tuple[Event, ...]:
    """Everything that is known, in the order of days; what of it lies before a day is the asker's to leave out."""
    found = [
        *_deadlines(register),
        *_replies(replies),
        *(event for entry in activity.entries for event in _activity(entry)),
        *(Event(f"meeting-{day}", Matter.MEETING, day, day, "Meeting of the committee") for day in meetings),
    ]
    return tuple(sorted(found, key=lambda event: (event.first, event.matter, event.what)))


def due_from(events: Iterable[Event], day: date) -> tuple[Event, ...]:
    """Those that are not over on the day."""
    return tuple(event for event in events if event.last >= day)


def _deadlines(register: Register) -> Iterator[Event]:
    """HMICFRS's deadlines of open items: one event a report and day."""
    due: dict[tuple[int, date], list[RegisterItem]] = {}
    for item in register.open:
        if item.deadline_on:
            due.setdefault((item.report_id, item.deadline_on), []).append(item)
    for (report_id, day), items in due.items():
        kinds = listed([kind.counted(number) for kind in Kind if (number := sum(one.kind is kind for one in items))])
        worked_out = sum(one.deadline_basis.is_worked_out for one in items)
        basis = f" ({worked_out:,} worked out from words)" if worked_out else ""
        names = ", ".join(register.labels[item.item_key] for item in items)
        what = f"{kinds} of {register.report_labels[report_id]} due"
        yield Event(f"deadline-{report_id}-{day}", Matter.DEADLINE, day, day, what, f"{names}{basis}")


def _replies(replies: Replies) -> Iterator[Event]:
    """The replies that are not recorded as sent."""
    for line in replies.lines:
        if line.sent is None:
            what, key = f"Reply to {line.report.label} due", f"reply-{line.report.report_id}"
            yield Event(key, Matter.REPLY, line.due_on, line.due_on, what, "56 days after publication")


def _activity(entry: Activity) -> Iterator[Event]:
    """The days of an activity, and what is expected of one that is not finished."""
    matter = Matter.BOARD if entry.kind is ActivityKind.BOARD else Matter.ACTIVITY
    first = entry.starts_on or entry.ends_on
    if first:
        last = entry.ends_on or first
        yield Event(f"activity-{entry.activity_id}", matter, first, last, entry.name, entry.stage.value)
    if entry.awaited_on and entry.stage is not Stage.FINISHED:
        what = f"{entry.name}: {expected_words(entry)}"
        day = entry.awaited_on
        yield Event(f"expected-{entry.activity_id}", Matter.EXPECTED, day, day, what)
