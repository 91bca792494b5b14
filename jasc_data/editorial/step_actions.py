"""Keeping the steps to green: each is written whole, changed, or removed; every action is logged and stays."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from jasc_data.audit.acting import acting
from jasc_data.domain.access import Action
from jasc_data.domain.actor import Actor
from jasc_data.domain.vocabulary import Written
from jasc_data.editorial.steps import StepChange
from jasc_data.editorial.written_text import by, kept_text, must_be_item, needed_text, not_to_come, one_line, refused
from jasc_data.store.connection import Store
from jasc_data.store.snapshot import Snapshot

_SAID = ("step", "owner", "due_on", "state", "evidence", "dated")


def save_step(store: Store, change: StepChange, actor: Actor) -> None:
    """Keeps a new step, or a held one as it now stands. Raises WrittenRefused when that cannot be."""
    save_steps(store, [change], actor)


def save_steps(store: Store, changes: Sequence[StepChange], actor: Actor) -> None:
    """Keeps several, all or none. One that says what is held already is an error only when it is the only one."""
    with acting(store, actor, Action.WRITE_STEPS, lambda _: [change.item_id for change in changes]) as snapshot:
        checked = [_checked(snapshot, change) for change in changes]
        new = [row for row in checked if row is not None]
        if not new:
            raise refused("Every step stands so already")
        for row in new:
            snapshot.write("editorial/insert_step_action", **row, return_number=None, **by(actor))
        snapshot.raise_version()


def remove_step(store: Store, step_id: int, dated: date, actor: Actor) -> None:
    """Takes a step away from that day on: it is counted no more, and stays in the log. Raises WrittenRefused."""

    def items(snapshot: Snapshot) -> list[int | None]:
        return [row["item_id"] for row in snapshot.raw("editorial/step_state", step_id=step_id)]

    with acting(store, actor, Action.WRITE_STEPS, items) as snapshot:
        held = _held(snapshot, step_id)
        gone = {name: held[name] for name in ("item_id", *_SAID)}
        gone |= {"step_id": step_id, "action": Written.REMOVED.value, "dated": not_to_come(dated, "The day")}
        snapshot.write("editorial/insert_step_action", **gone, return_number=None, **by(actor))
        snapshot.raise_version()


def kept_step(change: StepChange) -> dict[str, Any]:
    """What is kept of a change, by column. Raises WrittenRefused where it is blank, too long or of a day to come."""
    return {
        "step": needed_text(change.step, "The step"),
        "owner": one_line(change.owner, "The owner"),
        "due_on": change.due_on,
        "state": change.state.value,
        "evidence": kept_text(change.evidence, "The evidence note"),
        "dated": not_to_come(change.dated, "The day from which the step stands so"),
    }


def _checked(snapshot: Snapshot, change: StepChange) -> dict[str, Any] | None:
    """The step as it is kept; None where it stands so already. Raises WrittenRefused."""
    said = kept_step(change)
    if change.step_id is None:
        must_be_item(snapshot, change.item_id)
    elif _stands_so(_held(snapshot, change.step_id), change, said):
        return None
    return {"step_id": change.step_id, "action": Written.WRITTEN.value, "item_id": change.item_id, **said}


def _stands_so(held: Mapping[str, Any], change: StepChange, said: Mapping[str, Any]) -> bool:
    """True when nothing but the day is another. Raises WrittenRefused when the change cannot rest on what is held."""
    if held["item_id"] != change.item_id:
        raise refused("This step belongs to another item")
    if change.base not in (None, held["action_id"]):
        raise refused(f"This step was changed meanwhile by {held['who']}: look at it again")
    return all(held[name] == said[name] for name in _SAID if name != "dated")


def _held(snapshot: Snapshot, step_id: int) -> dict[str, Any]:
    found = snapshot.raw("editorial/step_state", step_id=step_id)
    if not found:
        raise refused("This step is not held")
    if found[0]["action"] == Written.REMOVED:
        raise refused("This step was removed")
    return found[0]
