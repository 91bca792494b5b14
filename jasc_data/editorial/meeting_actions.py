"""Keeping the list of meeting dates: a date is added or removed, and every such action is logged and stays."""

from datetime import UTC, date, datetime

from jasc_data.audit.acting import acting
from jasc_data.domain.access import Action
from jasc_data.domain.actor import Actor
from jasc_data.domain.failures import FileRefused
from jasc_data.editorial.meetings import meetings_held
from jasc_data.store.connection import Store
from jasc_data.wording.numbers import long_date


class MeetingRefused(FileRefused):
    """The date is on the list already, or is not on it."""


def add_meeting(store: Store, day: date, actor: Actor) -> None:
    """Puts a date on the list. Raises MeetingRefused when it stands there."""
    _act(store, day, "added", actor)


def remove_meeting(store: Store, day: date, actor: Actor) -> None:
    """Takes a date off the list; the log keeps that it stood there. Raises MeetingRefused when it does not."""
    _act(store, day, "removed", actor)


def _act(store: Store, day: date, action: str, actor: Actor) -> None:
    with acting(store, actor, Action.KEEP_MEETINGS) as snapshot:
        listed = day in {meeting.meeting_on for meeting in meetings_held(snapshot)}
        if listed == (action == "added"):
            where = "already on" if listed else "not on"
            raise MeetingRefused(f"{long_date(day)} is {where} the list of meetings; nothing was changed.")
        now = datetime.now(UTC).replace(tzinfo=None)
        snapshot.write(
            "editorial/insert_meeting_action",
            meeting_on=day,
            action=action,
            happened_at=now,
            who=actor.name,
            role=actor.role.value,
            way=actor.way.value,
        )
        snapshot.raise_version()
