"""Recording that the Chief Constable has signed an item off. What the export says of the item stays what it says."""

from typing import Any

from jasc_data.audit.acting import acting
from jasc_data.domain.access import Action
from jasc_data.domain.actor import Actor
from jasc_data.domain.vocabulary import Written
from jasc_data.editorial.steps import SignOff
from jasc_data.editorial.written_text import by, kept_text, must_be_item, needed_text, not_to_come, refused
from jasc_data.store.connection import Store
from jasc_data.store.snapshot import Snapshot


def record_sign_off(store: Store, sign_off: SignOff, actor: Actor) -> None:
    """Keeps the record; a later one takes its place. Raises WrittenRefused when it cannot be kept or is held."""
    record_sign_offs(store, [sign_off], actor)


def record_sign_offs(store: Store, sign_offs: list[SignOff], actor: Actor) -> None:
    """Keeps several, all or none."""
    with acting(store, actor, Action.RECORD_SIGN_OFFS) as snapshot:
        rows = [_checked(snapshot, sign_off) for sign_off in sign_offs]
        for row in rows:
            snapshot.write("editorial/insert_sign_off_action", **row, **by(actor))
        snapshot.raise_version()


def take_back_sign_off(store: Store, item_id: int, actor: Actor) -> None:
    """The item counts as not signed off again; the log keeps the record. Raises WrittenRefused when there is none."""
    with acting(store, actor, Action.RECORD_SIGN_OFFS) as snapshot:
        found = snapshot.raw("editorial/sign_off_state", item_id=item_id)
        if not found or found[0]["action"] == Written.TAKEN_BACK:
            raise refused("No sign-off of this item is recorded")
        gone = found[0] | {"item_id": item_id, "action": Written.TAKEN_BACK.value}
        snapshot.write("editorial/insert_sign_off_action", **gone, **by(actor))
        snapshot.raise_version()


def _checked(snapshot: Snapshot, sign_off: SignOff) -> dict[str, Any]:
    must_be_item(snapshot, sign_off.item_id)
    row = {
        "action": Written.RECORDED.value,
        "signed_on": not_to_come(sign_off.signed_on, "The sign-off"),
        "board": needed_text(sign_off.board, "The oversight board"),
        "note": kept_text(sign_off.note, "The note"),
    }
    held = snapshot.raw("editorial/sign_off_state", item_id=sign_off.item_id)
    if held and held[0] == row:
        raise refused("This sign-off is recorded already")
    return {"item_id": sign_off.item_id, **row}
