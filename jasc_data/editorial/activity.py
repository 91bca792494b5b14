"""The activity register: what is to be kept of an inspection, a super-complaint or a board's date, and the log."""

from dataclasses import dataclass
from datetime import date

from jasc_data.domain.actor import Done
from jasc_data.domain.vocabulary import ActivityKind, Stage, Written
from jasc_data.store.snapshot import Snapshot


@dataclass(frozen=True)
class ActivityChange:
    """An entry of the register as it is to stand.

    expected, expected_when: what is expected next, and when, in words or as a day. All texts but the name may be blank.
    activity_id: of an entry that is held; None for a new one. base: the number of the action that the change rests on;
    when another one has been done since, the change is refused. None does not ask.
    """

    name: str
    kind: ActivityKind
    stage: Stage
    body: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    expected: str = ""
    expected_when: str = ""
    lead: str = ""
    commentary: str = ""
    activity_id: int | None = None
    base: int | None = None


@dataclass(frozen=True)
class ActivityEntry(Done):
    """One line of the log. log_entry: the last entry of the uploads' log when it was written (rule 21)."""

    activity_id: int
    action: Written
    force: str
    name: str
    kind: ActivityKind
    body: str
    stage: Stage
    starts_on: date | None
    ends_on: date | None
    expected: str
    expected_when: str
    expected_on: date | None
    lead: str
    commentary: str
    log_entry: int


def activity_log(snapshot: Snapshot) -> tuple[ActivityEntry, ...]:
    """Everything that was ever done to the register, in order."""
    return tuple(snapshot.rows("editorial/activity_log", ActivityEntry))
