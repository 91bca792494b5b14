"""Deciding whether an item repeats an earlier finding: confirmed, dismissed or taken back, and each logged."""

from datetime import UTC, datetime

from jasc_data.audit.acting import acting
from jasc_data.domain.access import Action
from jasc_data.domain.actor import Actor
from jasc_data.domain.failures import FileRefused
from jasc_data.domain.vocabulary import RepeatAction
from jasc_data.editorial.repeat_decisions import RepeatPair
from jasc_data.store.connection import Store
from jasc_data.store.snapshot import Snapshot

_ALREADY = {
    RepeatAction.CONFIRMED: "It is confirmed already that this item repeats the earlier one",
    RepeatAction.DISMISSED: "It is decided already that this item does not repeat the earlier one",
    RepeatAction.TAKEN_BACK: "Nothing is decided about these two items",
}


class RepeatRefused(FileRefused):
    """The two cannot repeat one another, or what is asked for is so already."""


def confirm_repeat(store: Store, pair: RepeatPair, actor: Actor) -> None:
    """Says that the item repeats the earlier one. Raises RepeatRefused when it is said already."""
    _act(store, pair, RepeatAction.CONFIRMED, actor)


def dismiss_repeat(store: Store, pair: RepeatPair, actor: Actor) -> None:
    """Says that it does not, so that it is suggested no more. Raises RepeatRefused when it is said already."""
    _act(store, pair, RepeatAction.DISMISSED, actor)


def take_back(store: Store, pair: RepeatPair, actor: Actor) -> None:
    """Leaves the two undecided again; the log keeps what was decided. Raises RepeatRefused when nothing was."""
    _act(store, pair, RepeatAction.TAKEN_BACK, actor)


def _act(store: Store, pair: RepeatPair, action: RepeatAction, actor: Actor) -> None:
    with acting(store, actor, Action.DECIDE_REPEATS) as snapshot:
        why_not = _why_not(snapshot, pair, action)
        if why_not:
            raise RepeatRefused(f"{why_not}; nothing was changed.")
        snapshot.write(
            "editorial/insert_repeat_action",
            item_id=pair.item_id,
            earlier_id=pair.earlier_id,
            action=action.value,
            log_entry=None,
            happened_at=datetime.now(UTC).replace(tzinfo=None),
            who=actor.name,
            role=actor.role.value,
            way=actor.way.value,
        )
        snapshot.raise_version()


def _why_not(snapshot: Snapshot, pair: RepeatPair, action: RepeatAction) -> str:
    """Why the action is refused; blank when it is not."""
    found = snapshot.raw("editorial/repeat_state", item_id=pair.item_id, earlier_id=pair.earlier_id)
    if not found:
        return "One of these two items is not held"
    state = found[0]
    if state["same"] or state["force"] != state["earlier_force"]:
        return "An item can repeat another one of the same force only"
    held = state["action"] or RepeatAction.TAKEN_BACK.value
    return _ALREADY[action] if held == action.value else ""
