"""The committee's meeting dates, as the liaison officer keeps them, and which of them is the last before a date."""

from dataclasses import dataclass
from datetime import date, datetime

from jasc_data.domain.actor import Done
from jasc_data.domain.failures import FileRefused
from jasc_data.store.snapshot import Snapshot
from jasc_data.wording.numbers import listed, long_date


@dataclass(frozen=True)
class Meeting:
    """A date on the list: who put it there, and when (UTC)."""

    meeting_on: date
    added_at: datetime
    added_by: str


@dataclass(frozen=True)
class MeetingAction(Done):
    """One line of the list's log: a date was added or removed."""

    meeting_on: date
    action: str

    @property
    def words(self) -> str:
        """``added 12 June 2023``."""
        return f"{self.action} {long_date(self.meeting_on)}"


def meetings_held(snapshot: Snapshot) -> tuple[Meeting, ...]:
    """The meeting dates on the list, latest first."""
    return tuple(snapshot.rows("editorial/meetings_held", Meeting))


def meeting_log(snapshot: Snapshot) -> tuple[MeetingAction, ...]:
    """Everything that was done to the list, in order."""
    return tuple(snapshot.rows("editorial/meeting_log", MeetingAction))


def last_meeting(meetings: tuple[Meeting, ...], before: date) -> date | None:
    """The last meeting before that day; None when the list has none."""
    return max((meeting.meeting_on for meeting in meetings if meeting.meeting_on < before), default=None)


def kept_meeting(meetings: tuple[Meeting, ...], day: date) -> date:
    """The day, which must be one on the list. Raises FileRefused with those that are."""
    kept = sorted(meeting.meeting_on for meeting in meetings)
    if day not in kept:
        held = f"on it: {listed([long_date(one) for one in kept])}" if kept else "it is empty"
        raise FileRefused(f"No meeting of {long_date(day)} is on the list of meetings (page Changes); {held}.")
    return day


def repeated_period(meetings: tuple[Meeting, ...], meeting: date, as_of: date) -> str:
    """What is to be said where the figures are no newer than the meeting before that one; else blank."""
    before = last_meeting(meetings, meeting)
    if before is None or before < as_of:
        return ""
    return (
        f"The figures of {long_date(as_of)} are no newer than the meeting of {long_date(before)}: what changed between "
        "the two meetings cannot be told, and changes are counted up to the figures' own date."
    )
