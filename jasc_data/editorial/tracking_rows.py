"""One row of a tracking workbook that came back, against the version that was given out and the one that holds now."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from jasc_data.answers.commentary.answer import Version
from jasc_data.answers.register.answer import RegisterItem
from jasc_data.answers.steps.answer import StepVersion
from jasc_data.answers.tracking.answer import TrackingHeld, item_label
from jasc_data.documents.tracking_workbook import identity
from jasc_data.domain.normalise import spelling_key
from jasc_data.domain.vocabulary import Audience, Written
from jasc_data.editorial.commentary import NewCommentary
from jasc_data.editorial.step_actions import kept_step
from jasc_data.editorial.steps import StepChange
from jasc_data.editorial.written_text import WrittenRefused, kept_text
from jasc_data.intake.problems import Problem, problem
from jasc_data.intake.tracking_file import TrackingRow
from jasc_data.intake.tracking_layout import STEP_FIELDS, PositionKey, StepKey, says_the_same
from jasc_data.wording.numbers import long_date

_TEXTS = ("step", "owner", "evidence")


class Unfit(Exception):
    """A row, or a part of it, that is not taken in."""

    def __init__(self, found: Problem):
        super().__init__(found.message)
        self.problem = found


@dataclass(frozen=True)
class ReturnedStep:
    """A step that the file would add or change. given: as it was given out, None for a new one. held: the version that
    holds now, which can say that it was removed; None for a new one, and where no version holds any more."""

    row: TrackingRow
    label: str
    change: StepChange
    given: StepVersion | None
    held: StepVersion | None

    @property
    def is_gone(self) -> bool:
        """True for a step that was given out and is held no more."""
        return self.given is not None and (self.held is None or self.held.action is Written.REMOVED)

    @property
    def edited_meanwhile(self) -> bool:
        """True when what holds is no longer what was given out."""
        return self.given is not None and (self.held is None or self.held.action_id != self.given.action_id)

    @property
    def held_later(self) -> bool:
        """True when what is held is of a later day than the file tells, so that it goes on holding."""
        return self.edited_meanwhile and self.held is not None and self.held.dated > self.change.dated

    @property
    def must_choose(self) -> bool:
        """True when it must be said whether what is held or what the file says is to hold."""
        return self.edited_meanwhile and not self.held_later


@dataclass(frozen=True)
class ReturnedPosition:
    """A position that the file would write, of an item or a report; given and held as of a step."""

    row: TrackingRow
    label: str
    new: NewCommentary
    given: Version | None
    held: Version | None

    @property
    def edited_meanwhile(self) -> bool:
        """True when what holds is no longer what was given out."""
        return self.held is not None and (self.given is None or self.given.version_id != self.held.version_id)

    @property
    def held_later(self) -> bool:
        """True when what is held is of a later day than the file tells, so that it goes on holding."""
        return self.edited_meanwhile and self.held is not None and self.held.dated > self.new.dated

    @property
    def must_choose(self) -> bool:
        """True when it must be said whether what is held or what the file says is to hold."""
        return self.edited_meanwhile and not self.held_later


@dataclass(frozen=True)
class RowReader:
    """Reads rows against what is held. dated: the day whose position the file tells."""

    held: TrackingHeld
    dated: date

    def step(self, row: TrackingRow, key: StepKey) -> ReturnedStep | None:
        """What the row would do; None where it says what was given out or what is held. Raises Unfit."""
        issued = self.held.item_of.get(key.item_id)
        given = self.held.step_versions.get(key.action_id) if key.step_id else None
        if issued is None or key.told_by != identity(issued.told_by, invented=False):
            raise Unfit(row_problem(row, "tracking.key_unknown", value=str(key)))
        if key.step_id and (given is None or given.step_id != key.step_id):
            raise Unfit(row_problem(row, "tracking.key_unknown", value=str(key)))
        if row.is_blank:
            if given is None:
                return None
            raise Unfit(row_problem(row, "tracking.cleared", value=given.step))
        change = self._change(row, key, given)
        label = self.label(issued.item_key)
        if given is None:
            return self._new(row, label, issued.item_key, change)
        held = self.held.latest.get(key.step_id)
        if all(_same(row, name, getattr(given, name)) for name in STEP_FIELDS) or _stands(held, change):
            return None
        return ReturnedStep(row, label, change, given, held)

    def positions(self, row: TrackingRow, key: PositionKey) -> Iterator[ReturnedPosition | Problem]:
        """What the row would write for each audience, and what it would but cannot. Raises Unfit."""
        issued = self.held.report_of.get(key.subject_id) if key.is_report else self.held.item_of.get(key.subject_id)
        numbers = {Audience.DESK: key.desk, Audience.COMMITTEE: key.committee}
        if issued is None or key.told_by != identity(issued.told_by, invented=False):
            raise Unfit(row_problem(row, "tracking.key_unknown", value=str(key)))
        if any(number and number not in self.held.positions for number in numbers.values()):
            raise Unfit(row_problem(row, "tracking.key_unknown", value=str(key)))
        for audience, number in numbers.items():
            try:
                found = self._position(row, key, audience, self.held.positions.get(number))
            except Unfit as unfit:
                yield unfit.problem
                continue
            if found:
                yield found

    def gone(self, found: ReturnedStep | ReturnedPosition) -> Problem | None:
        """What is to be said of a row whose item is open no longer."""
        key = found.row.key
        if isinstance(key, PositionKey) and key.is_report:
            return None
        number = key.subject_id if isinstance(key, PositionKey) else key.item_id
        item = self._items.get(self.held.item_of[number].item_key)
        if item is None or item.counts:
            return None
        return row_problem(found.row, "tracking.item_gone", value=found.label, day=long_date(item.decided_on))

    def label(self, item_key: str) -> str:
        """The name of the item, as far as a live export tells it."""
        item = self._items.get(item_key)
        return item_label(self.held, item) if item else "an item that no live export lists"

    @cached_property
    def _items(self) -> dict[str, RegisterItem]:
        return self.held.steps.register.by_key

    def _change(self, row: TrackingRow, key: StepKey, given: StepVersion | None) -> StepChange:
        """The step as the row would have it: what was given out, with what was filled in."""
        said = dict(row.said)
        if not said.get("step"):
            if given is None:
                raise Unfit(row_problem(row, "tracking.step_missing"))
            said["step"] = given.step
        if said.get("state") is None:
            if given is None or "state" in said:
                raise Unfit(row_problem(row, "tracking.state_missing"))
            said["state"] = given.state
        as_given: dict[str, Any] = {name: getattr(given, name) for name in STEP_FIELDS} if given else {}
        filled = {
            name: as_given[name] if name in as_given and _same(row, name, as_given[name]) else value
            for name, value in said.items()
        }
        change = StepChange(**as_given | filled, item_id=key.item_id, dated=self.dated, step_id=key.step_id or None)
        try:
            kept_step(replace(change, dated=min(self.dated, self.held.day)))
        except WrittenRefused as refusal:
            raise Unfit(row_problem(row, "tracking.too_long", why=refusal.why)) from None
        return change

    def _new(self, row: TrackingRow, label: str, item_key: str, change: StepChange) -> ReturnedStep | None:
        """A new step, unless the item has it already: as it is written, or (an error) not quite so."""
        words = spelling_key(change.step)
        found = self.held.steps.by_key.get(item_key)
        alike = next((step for step in found.steps if spelling_key(step.step) == words), None) if found else None
        if alike is None:
            return ReturnedStep(row, label, change, None, None)
        if _stands(alike, change):
            return None
        raise Unfit(row_problem(row, "tracking.step_twice", value=change.step))

    def _position(
        self, row: TrackingRow, key: PositionKey, audience: Audience, given: Version | None
    ) -> ReturnedPosition | None:
        if audience.value not in row.said or says_the_same(row.said[audience.value], given.text if given else ""):
            return None
        if not row.said[audience.value]:
            raise Unfit(row_problem(row, "tracking.cleared", value=given.text if given else ""))
        try:
            text = kept_text(row.said[audience.value], "The position")
        except WrittenRefused as refusal:
            raise Unfit(row_problem(row, "tracking.too_long", why=refusal.why)) from None
        subject: int | str
        if key.is_report:
            subject = report_id = self.held.report_of[key.subject_id].meant_id
            label = self.held.steps.register.report_labels.get(report_id, "a report that no live export names")
            about = {"report_id": report_id}
        else:
            subject = self.held.item_of[key.subject_id].item_key
            label, about = self.label(subject), {"item_id": key.subject_id}
        held = self.held.commentary.position(subject, audience)
        if held is not None and held.text == text:
            return None
        return ReturnedPosition(
            row, label, NewCommentary(self.held.home, audience, self.dated, text, **about), given, held
        )


def row_problem(row: TrackingRow, code: str, value: str | None = None, **details: Any) -> Problem:
    """What is wrong with a row as a whole."""
    return problem(code, row_number=row.number, value=value, sheet=row.sheet, **details)


def _same(row: TrackingRow, name: str, given: Any) -> bool:
    """True when the row says of the field what was given out, or nothing."""
    if name not in row.said:
        return True
    said = row.said[name]
    if name == "owner":
        return bool(said == " ".join(given.split()))
    return says_the_same(said, given) if name in _TEXTS else bool(said == given)


def _stands(held: StepVersion | None, change: StepChange) -> bool:
    return (
        held is not None
        and held.action is Written.WRITTEN
        and all(getattr(held, name) == getattr(change, name) for name in STEP_FIELDS)
    )
