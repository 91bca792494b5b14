"""The course of each item through the quarters: opened, worked on, its target date moved, signed off or not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from jasc_data.domain.vocabulary import Grade, Kind, Status
from tests.make_demonstration.dates import AS_OF, LAST, first_quarter
from tests.make_demonstration.final_states import closing_quarters, final_grades, still_open
from tests.make_demonstration.paper import EVERY_STEP_MET, HOME, LATE, SIGNED_OFF_IN_JUNE
from tests.make_demonstration.records import Record, records_of

_REGRADED_PER_FORCE = 2
_OTHER = {Grade.TWO: Grade.THREE, Grade.THREE: Grade.TWO}


@dataclass(frozen=True)
class State:
    """What one export says of an item."""

    status: Status
    grade: Grade
    target: date | None = None
    closed_on: date | None = None


@dataclass(frozen=True)
class Life:
    """An item with its state by place in AS_OF; a place that is missing is an export without the item."""

    record: Record
    states: Mapping[int, State]
    concern: str = ""  # reference of the cause of concern it belongs to

    def counts_as_open(self, place: int) -> bool:
        """True when the export of that place holds it open and it is the force's to answer."""
        state = self.states.get(place)
        return state is not None and state.status.counts_as_open and self.record.for_the_force


def lives_of(force: str) -> tuple[Life, ...]:
    """Every item that any export of the force holds, in the order of publication."""
    records = records_of(force)
    staying = still_open(force, records)
    closings = closing_quarters(records, staying)
    grades = _graded_over_time(force, records, staying)
    lives = []
    for record in records:
        states = _states(record, closings.get(record.reference), grades[record.reference])
        if states:
            lives.append(Life(record, states, _concern_of(record, records, closings)))
    return tuple(lives)


def _concern_of(record: Record, records: tuple[Record, ...], closings: Mapping[str, int]) -> str:
    """The reference of its cause of concern, unless that closes first: no export names one that it does not hold."""
    never = LAST + 1
    return next(
        (
            concern.reference
            for concern in records
            if record.concern
            and concern.kind is Kind.CAUSE_OF_CONCERN
            and (concern.report, concern.number) == (record.report, record.concern)
            and closings.get(concern.reference, never) > min(closings.get(record.reference, never), LAST)
        ),
        "",
    )


def _graded_over_time(force: str, records: tuple[Record, ...], staying: frozenset[str]) -> dict[str, tuple[Grade, ...]]:
    """By reference, the grade at each place in AS_OF. A few long-standing items were regraded once on the way."""
    over_time = {reference: (grade,) * len(AS_OF) for reference, grade in final_grades(force, records, staying).items()}
    chance = Random(f"regraded {force}")
    eligible = [
        record
        for record in records
        if record.reference in staying
        and over_time[record.reference][LAST] in _OTHER
        and first_quarter(record.report.published) <= LAST - 2
    ]
    for record in chance.sample(eligible, _REGRADED_PER_FORCE):
        grade = over_time[record.reference][LAST]
        change = chance.randint(first_quarter(record.report.published) + 1, LAST)
        over_time[record.reference] = (_OTHER[grade],) * change + (grade,) * (LAST + 1 - change)
    return over_time


def _states(record: Record, closing: int | None, grades: tuple[Grade, ...]) -> dict[int, State]:
    opened = first_quarter(record.report.published)
    if not record.for_the_force:
        return {place: State(Status.OPEN, grades[place]) for place in range(opened, LAST + 1)}
    chance = Random(f"life {record.reference}")
    started = opened if opened == 0 else opened + chance.randint(0, 2)
    waiting = max(_waiting_from(record, closing, chance), started + 1)
    planned = chance.random() < 0.85
    target: date | None = None
    states = {}
    for place in range(opened, LAST + 1 if closing is None else closing):
        target = _next_target(target, AS_OF[place], chance) if planned and place >= started else target
        begun = Status.AWAITING_SIGN_OFF if place >= waiting else Status.IN_PROGRESS
        status = begun if place >= started else Status.OPEN
        states[place] = State(status, grades[place], target)
    if closing and (closed_on := _shown_closed_on(record, closing, chance)):
        states[closing] = State(Status.CLOSED, grades[closing], target, closed_on)
    return states


def _shown_closed_on(record: Record, closing: int, chance: Random) -> date | None:
    """The closing date where the export still shows the item, once; None where it is simply gone, as half of them."""
    if record.reference in SIGNED_OFF_IN_JUNE:
        return date(2023, 6, 21)
    return AS_OF[closing] - timedelta(days=chance.randint(5, 80)) if chance.random() < 0.5 else None


def _waiting_from(record: Record, closing: int | None, chance: Random) -> int:
    """The place from which the item awaits sign-off; past the last one for never."""
    if closing is not None:
        return closing - chance.randint(0, 1)
    if record.reference in EVERY_STEP_MET:
        return LAST
    fixed = record.reference in LATE or (record.force == HOME and record.report.key == "PEEL21")
    # The paper: updates on all of the vetting thematic went to HMICFRS through the NPCC.
    share = 0 if fixed or record.kind is Kind.CAUSE_OF_CONCERN else 0.35 if record.report.key == "VET" else 0.1
    return LAST if chance.random() < share else LAST + 1


def _next_target(target: date | None, as_of: date, chance: Random) -> date:
    """The force's own target: set once work starts, and mostly moved when an export finds it missed."""
    if target is None:
        return as_of + timedelta(days=chance.randint(80, 270))
    if target < as_of and chance.random() < 0.7:
        return as_of + timedelta(days=chance.randint(45, 180))
    return target
