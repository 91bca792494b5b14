"""Steps to green and sign-offs: what is to be kept of each, and the logs of all that was done."""

from dataclasses import dataclass
from datetime import date

from jasc_data.domain.actor import Done
from jasc_data.domain.vocabulary import StepState, Written
from jasc_data.store.snapshot import Snapshot


@dataclass(frozen=True)
class StepChange:
    """A step to green as it is to stand from a day on.

    owner, evidence: blank where there is none; evidence is a reference, never the evidence itself. step_id: of a step
    that is held; None for a new one. base: the number of the action that the change rests on; when another one has been
    done since, the change is refused. None does not ask.
    """

    item_id: int
    step: str
    state: StepState
    dated: date
    owner: str = ""
    due_on: date | None = None
    evidence: str = ""
    step_id: int | None = None
    base: int | None = None


@dataclass(frozen=True)
class SignOff:
    """That the Chief Constable has signed an item off: when, under whose oversight, and a note, which may be blank."""

    item_id: int
    signed_on: date
    board: str
    note: str = ""


@dataclass(frozen=True)
class StepEntry(Done):
    """One line of the log of steps. log_entry: the last entry of the uploads' log when it was written (rule 21).
    return_number: of the tracking workbook that said so; None for what was written here."""

    step_id: int
    action: Written
    item_id: int
    step: str
    owner: str
    due_on: date | None
    state: StepState
    evidence: str
    dated: date
    log_entry: int
    return_number: int | None


@dataclass(frozen=True)
class SignOffEntry(Done):
    """One line of the log of sign-offs."""

    item_id: int
    action: Written
    signed_on: date
    board: str
    note: str
    log_entry: int


def step_log(snapshot: Snapshot) -> tuple[StepEntry, ...]:
    """Everything that was ever done to a step, in order."""
    return tuple(snapshot.rows("editorial/step_log", StepEntry))


def sign_off_log(snapshot: Snapshot) -> tuple[SignOffEntry, ...]:
    """Every sign-off that was ever recorded or taken back, in order."""
    return tuple(snapshot.rows("editorial/sign_off_log", SignOffEntry))
