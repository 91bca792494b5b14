"""Steps to green: which steps each item has at a day, how far they are, and which sign-offs are recorded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from jasc_data.answers.register.answer import Register, RegisterItem
from jasc_data.domain.actor import Done
from jasc_data.domain.vocabulary import Status, StepState, Written
from jasc_data.store.snapshot import Snapshot


@dataclass(frozen=True)
class StepVersion(Done):
    """A step as one action left it. dated: the day from which it stands so. action_id: what a later change rests on.

    withdrawn: it came with a tracking workbook that is withdrawn, and does not hold.
    """

    action_id: int
    step_id: int
    action: Written
    item_key: str
    step: str
    owner: str
    due_on: date | None
    state: StepState
    evidence: str
    dated: date
    withdrawn: bool = False

    def late_on(self, day: date) -> bool:
        """True when the step is past its own due date and not met; that makes no item overdue."""
        return self.due_on is not None and self.due_on < day and not self.state.is_met


@dataclass(frozen=True)
class SignedOff(Done):
    """That the Chief Constable has signed an item off, by what is recorded."""

    item_key: str
    signed_on: date
    board: str
    note: str


@dataclass(frozen=True)
class ItemSteps:
    """An item of the register with its steps, in the order in which they were first written."""

    item: RegisterItem
    steps: tuple[StepVersion, ...]
    signed_off: SignedOff | None

    @property
    def met(self) -> int:
        """How many steps are met, their evidence seen or not."""
        return sum(step.state.is_met for step in self.steps)

    @property
    def all_met(self) -> bool:
        """True when there are steps and each is met."""
        return bool(self.steps) and self.met == len(self.steps)

    @property
    def evidence_seen(self) -> bool:
        """True when the evidence of every step was seen."""
        return bool(self.steps) and all(step.state is StepState.EVIDENCE_SEEN for step in self.steps)

    @property
    def ready(self) -> bool:
        """True when the item is open with all steps met, is not signed off, and does not await sign-off yet."""
        waits = self.item.status is Status.AWAITING_SIGN_OFF
        return self.item.counts and self.all_met and not waits and self.signed_off is None


@dataclass(frozen=True)
class StepsHeld:
    """The steps of every own item of a register as they stand on a day, and all that was ever done to them."""

    register: Register
    until: date
    items: tuple[ItemSteps, ...]
    versions: tuple[StepVersion, ...]

    @cached_property
    def by_key(self) -> dict[str, ItemSteps]:
        """By the key of the item."""
        return {found.item.item_key: found for found in self.items}

    @property
    def ready(self) -> tuple[ItemSteps, ...]:
        """The items that are ready to close, in the register's order."""
        return tuple(found for found in self.items if found.ready)

    @property
    def signed_off(self) -> tuple[ItemSteps, ...]:
        """The items whose sign-off is recorded."""
        return tuple(found for found in self.items if found.signed_off)

    def of_report(self, report_id: int) -> tuple[ItemSteps, ...]:
        """The items of one report."""
        return tuple(found for found in self.items if found.item.report_id == report_id)


def steps_held(snapshot: Snapshot, register: Register, until: date) -> StepsHeld:
    """The steps to green of a register's items. until: the day on which they are looked at."""
    versions = tuple(snapshot.rows("steps/versions", StepVersion, force=register.home))
    signed = {one.item_key: one for one in snapshot.rows("steps/sign_offs", SignedOff, force=register.home)}
    by_item: dict[str, list[StepVersion]] = {}
    for step in standing_on(versions, until):
        by_item.setdefault(step.item_key, []).append(step)
    items = (
        ItemSteps(item, tuple(by_item.get(item.item_key, ())), _by(until, signed.get(item.item_key)))
        for item in register.own
    )
    return StepsHeld(register, until, tuple(items), versions)


def standing_on(versions: Iterable[StepVersion], day: date) -> Sequence[StepVersion]:
    """Each step as it stands on a day, in the order of their numbers; without those that are removed by then."""
    latest = latest_on(versions, day)
    return [latest[number] for number in sorted(latest) if latest[number].action is Written.WRITTEN]


def latest_on(versions: Iterable[StepVersion], day: date) -> dict[int, StepVersion]:
    """Of each step, by its number, the version that holds on a day: the last dated up to it that is not withdrawn."""
    latest: dict[int, StepVersion] = {}
    for version in sorted(versions, key=lambda one: (one.dated, one.action_id)):
        if version.dated <= day and not version.withdrawn:
            latest[version.step_id] = version
    return latest


def _by(day: date, signed: SignedOff | None) -> SignedOff | None:
    return signed if signed and signed.signed_on <= day else None
