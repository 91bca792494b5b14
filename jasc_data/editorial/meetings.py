"""The committee's meeting dates, as the liaison officer keeps them, and which of them is the last before a date."""

from dataclasses import dataclass
from datetime import date, datetime

from jasc_data.domain.actor import Done
from jasc_data.store.snapshot import Snapshot
from jasc_data.wording.numbers import long_date


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
