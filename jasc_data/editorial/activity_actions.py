"""Keeping the activity register: an entry is written whole, changed, or removed; every action is logged and stays."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from jasc_data.audit.acting import acting
from jasc_data.domain.access import Action
from jasc_data.domain.actor import Actor
from jasc_data.domain.vocabulary import Written
from jasc_data.editorial.activity import ActivityChange
from jasc_data.editorial.written_text import by, kept_text, needed_text, one_line, refused
from jasc_data.intake.deadlines import read_deadline
from jasc_data.intake.problems import CellFault
from jasc_data.store.connection import Store
from jasc_data.store.snapshot import Snapshot


def save_activity(store: Store, force: str, changes: Sequence[ActivityChange], actor: Actor) -> int:
    """Keeps new entries and held ones as they now stand, all or none. Returns how many of them changed anything.

    Raises WrittenRefused when one cannot be kept, or none changes anything.
    """
    with acting(store, actor, Action.KEEP_ACTIVITY) as snapshot:
        rows = [row for change in changes if (row := _checked(snapshot, force, change)) is not None]
        if not rows:
            raise refused("Every entry stands so already")
        for row in rows:
            snapshot.write("editorial/insert_activity_action", **row, **by(actor))
        snapshot.raise_version()
    return len(rows)


def remove_activity(store: Store, force: str, activity_id: int, actor: Actor) -> None:
    """Takes an entry off the register; the log keeps it. Raises WrittenRefused when it is not there."""
    with acting(store, actor, Action.KEEP_ACTIVITY) as snapshot:
        held = _held(snapshot, force, activity_id)
        kept = {name: value for name, value in held.items() if name not in ("action_id", "who")}
        gone = kept | {"activity_id": activity_id, "action": Written.REMOVED.value}
        snapshot.write("editorial/insert_activity_action", **gone, **by(actor))
        snapshot.raise_version()


def expected_day(words: str) -> date | None:
    """The last day that the words give, such as 31 October for "October 2023"; None where they give none."""
    try:
        return read_deadline(words, None).day
    except CellFault:
        return None


def checked_alone(change: ActivityChange) -> Mapping[str, Any]:
    """The entry as it would be kept, whatever is held. Raises WrittenRefused when it cannot be."""
    return _said(change)


def _checked(snapshot: Snapshot, force: str, change: ActivityChange) -> dict[str, Any] | None:
    """The entry as it is kept; None where it stands so already. Raises WrittenRefused."""
    said = _said(change)
    if change.activity_id is not None:
        held = _held(snapshot, force, change.activity_id)
        if change.base not in (None, held["action_id"]):
            raise refused(f"“{held['name']}” was changed meanwhile by {held['who']}: look at it again")
        if all(held[name] == value for name, value in said.items()):
            return None
    return {"activity_id": change.activity_id, "action": Written.WRITTEN.value, "force": force, **said}


def _said(change: ActivityChange) -> Mapping[str, Any]:
    name = one_line(needed_text(change.name, "The name"), "The name")
    if change.starts_on and change.ends_on and change.ends_on < change.starts_on:
        raise refused(f"“{name}” would end before it begins")
    when = one_line(change.expected_when, "When it is expected")
    return {
        "name": name,
        "kind": change.kind.value,
        "body": one_line(change.body, "The body"),
        "stage": change.stage.value,
        "starts_on": change.starts_on,
        "ends_on": change.ends_on,
        "expected": one_line(change.expected, "What is expected"),
        "expected_when": when,
        "expected_on": expected_day(when),
        "lead": one_line(change.lead, "The lead"),
        "commentary": kept_text(change.commentary, "The commentary"),
    }


def _held(snapshot: Snapshot, force: str, activity_id: int) -> dict[str, Any]:
    found = snapshot.raw("editorial/activity_state", activity_id=activity_id)
    if not found or found[0]["force"] != force:
        raise refused(f"The register of {force} has no entry {activity_id}")
    if found[0]["action"] == Written.REMOVED:
        raise refused(f"“{found[0]['name']}” was removed from the register")
    return found[0]
