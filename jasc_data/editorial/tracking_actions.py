"""Taking in a tracking workbook that came back, withdrawing it, and bringing it back: each logged, and all kept.

It is rehearsed by the very code that takes it in, in a transaction that is rolled back.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from jasc_data.answers.register.answer import register_of
from jasc_data.answers.steps.answer import ItemSteps, StepsHeld, StepVersion, steps_held
from jasc_data.audit.acting import acting
from jasc_data.domain.access import Action
from jasc_data.domain.actor import Actor
from jasc_data.domain.vocabulary import ReturnAction, Written
from jasc_data.editorial.step_actions import kept_step
from jasc_data.editorial.tracking import ReturnEntry, return_log
from jasc_data.editorial.tracking_return import Returned, TrackingReturn
from jasc_data.editorial.tracking_rows import ReturnedPosition, ReturnedStep
from jasc_data.editorial.written_text import by, refused
from jasc_data.store.connection import Store
from jasc_data.store.snapshot import Snapshot


class Holds(StrEnum):
    """Which version holds of a row that was edited meanwhile; the other one is kept in the log."""

    FILE = "what the workbook says"
    HELD = "what is held"


_OF_THE_WORKBOOK = ("return_number", "force", "file_name", "sha256", "made_on", "dated")
Choices = Mapping[tuple[str, int], Holds]  # by the sheet and the number of the row


@dataclass(frozen=True)
class TakenIn:
    """What a workbook did, or would do. ready, ready_no_more: the items that became ready to close, or ceased to be.

    number: by which it goes; 0 of a rehearsal. data_version: the store's, against which it was found.
    """

    ready: tuple[ItemSteps, ...]
    ready_no_more: tuple[ItemSteps, ...]
    number: int
    data_version: int


def place_of(returned: Returned) -> tuple[str, int]:
    """By what the row is chosen."""
    return returned.row.sheet, returned.row.number


def unchosen(returned: TrackingReturn, choices: Choices) -> tuple[Returned, ...]:
    """The rows edited meanwhile of which nobody has said yet which version holds."""
    return tuple(one for one in returned.to_choose if place_of(one) not in choices)


def rehearse_return(store: Store, home: str, returned: TrackingReturn, choices: Choices, actor: Actor) -> TakenIn:
    """What taking it in would do, rows without a choice aside. Nothing is kept."""
    with store.writing(keep=False) as snapshot:
        return _apply(snapshot, home, returned, choices, actor)


def take_in(
    store: Store,
    home: str,
    returned: TrackingReturn,
    choices: Choices,
    actor: Actor,
    *,
    seen_version: int | None = None,
) -> TakenIn:
    """Takes it in as one transaction. seen_version: the data version that the preview was made against.

    Raises WrittenRefused when it has errors, says nothing new, leaves a choice open, or the store has moved on.
    """
    if returned.errors:
        raise refused(f"The workbook cannot be taken in: {returned.errors[0].message.rstrip('.')}")
    if not returned.all:
        raise refused("The workbook says nothing that is not held already")
    if unchosen(returned, choices):
        raise refused("Of rows edited meanwhile it must be said which version holds")
    items = [step.change.item_id for step in returned.steps] + [position.new.item_id for position in returned.positions]
    with acting(store, actor, Action.RETURN_TRACKING, lambda _: items) as snapshot:
        if seen_version not in (None, snapshot.data_version):
            raise refused("What is held has changed since this preview was made: look at the new one")
        return _apply(snapshot, home, returned, choices, actor)


def withdraw_return(store: Store, number: int, actor: Actor, reason: str = "") -> None:
    """Nothing that the workbook wrote holds any longer; all of it stays in the logs. Raises WrittenRefused."""
    _act(store, number, ReturnAction.WITHDRAWN, actor, reason)


def restore_return(store: Store, number: int, actor: Actor, reason: str = "") -> None:
    """What the workbook wrote holds again, at its old place. Raises WrittenRefused."""
    _act(store, number, ReturnAction.RESTORED, actor, reason)


def _act(store: Store, number: int, action: ReturnAction, actor: Actor, reason: str) -> None:
    with acting(store, actor, Action.WITHDRAW_TRACKING) as snapshot:
        entries = [entry for entry in return_log(snapshot) if entry.return_number == number]
        if not entries:
            raise refused(f"There is no tracking workbook {number}")
        if (entries[-1].action is ReturnAction.WITHDRAWN) == (action is ReturnAction.WITHDRAWN):
            state = "withdrawn" if action is ReturnAction.WITHDRAWN else "not withdrawn"
            raise refused(f"Tracking workbook {number} is {state} already")
        _log(snapshot, entries[0], action, actor, " ".join(reason.split()))
        snapshot.raise_version()


def _log(snapshot: Snapshot, entry: ReturnEntry, action: ReturnAction, actor: Actor, reason: str) -> None:
    kept = {name: getattr(entry, name) for name in _OF_THE_WORKBOOK}
    snapshot.write("editorial/insert_tracking_action", **kept, action=action.value, reason=reason, **by(actor))


def _apply(snapshot: Snapshot, home: str, returned: TrackingReturn, choices: Choices, actor: Actor) -> TakenIn:
    assert returned.dated is not None  # or there were errors
    assert returned.made is not None
    before = _ready(snapshot, home)
    snapshot.write(
        "editorial/insert_tracking_action",
        return_number=None,
        action=ReturnAction.TAKEN_IN.value,
        force=home,
        file_name=returned.file_name,
        sha256=snapshot.keep_file(returned.content),
        made_on=returned.made.day,
        dated=returned.dated,
        reason="",
        **by(actor),
    )
    number = return_log(snapshot)[-1].return_number
    for step in returned.steps:
        _write_step(snapshot, step, choices.get(place_of(step)), number, actor)
    for position in returned.positions:
        _write_position(snapshot, position, choices.get(place_of(position)), number, actor)
    snapshot.raise_version()
    after = _ready(snapshot, home)
    ready = tuple(found for key, found in after.items() if key not in before)
    no_more = tuple(found for key, found in before.items() if key not in after)
    return TakenIn(ready, no_more, number, snapshot.data_version)


def _ready(snapshot: Snapshot, home: str) -> dict[str, ItemSteps]:
    today = date.today()
    held: StepsHeld = steps_held(snapshot, register_of(snapshot, home, today), today)
    return {found.item.item_key: found for found in held.ready}


def _write_step(snapshot: Snapshot, step: ReturnedStep, holds: Holds | None, number: int, actor: Actor) -> None:
    """The file's version; where the held one is to hold, that one again after it, so that both are in the log."""
    said = {"item_id": step.change.item_id, **kept_step(step.change)}
    _insert_step(snapshot, step.change.step_id, Written.WRITTEN, said, number, actor)
    if step.must_choose and holds is not Holds.FILE:
        assert step.given is not None
        again = _content(step.held or step.given) | {"item_id": step.change.item_id, "dated": step.change.dated}
        action = Written.REMOVED if step.is_gone else Written.WRITTEN
        _insert_step(snapshot, step.change.step_id, action, again, number, actor)


def _insert_step(
    snapshot: Snapshot, step_id: int | None, action: Written, said: Mapping[str, Any], number: int, actor: Actor
) -> None:
    snapshot.write(
        "editorial/insert_step_action",
        step_id=step_id,
        action=action.value,
        **said,
        return_number=number,
        **by(actor),
    )


def _content(step: StepVersion) -> dict[str, Any]:
    kept = {name: getattr(step, name) for name in ("step", "owner", "due_on", "evidence")}
    return kept | {"state": step.state.value}


def _write_position(
    snapshot: Snapshot, position: ReturnedPosition, holds: Holds | None, number: int, actor: Actor
) -> None:
    """The same of a position."""
    new, held = position.new, position.held
    texts = [new.text]
    if position.must_choose and holds is not Holds.FILE and held:
        texts.append(held.text)
    for text in texts:
        snapshot.write(
            "editorial/insert_commentary_action",
            version_id=None,
            action=Written.WRITTEN.value,
            force=new.force,
            report_id=new.report_id,
            item_id=new.item_id,
            audience=new.audience.value,
            dated=new.dated,
            text=text,
            return_number=number,
            **by(actor),
        )
