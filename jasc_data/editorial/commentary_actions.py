"""Writing the current position of a report or an item, and taking a version back; each logged, and all kept."""

from collections.abc import Sequence
from typing import Any

from jasc_data.audit.acting import acting
from jasc_data.domain.access import Action
from jasc_data.domain.actor import Actor
from jasc_data.domain.vocabulary import Written
from jasc_data.editorial.commentary import NewCommentary
from jasc_data.editorial.written_text import (
    by,
    must_be_item,
    must_be_report,
    needed_text,
    not_to_come,
    refused,
)
from jasc_data.store.connection import Store
from jasc_data.store.snapshot import Snapshot


def write_commentary(store: Store, new: NewCommentary, actor: Actor) -> None:
    """Keeps a new version; earlier ones stay. Raises WrittenRefused when it cannot be kept."""
    write_commentaries(store, [new], actor)


def write_commentaries(store: Store, new: Sequence[NewCommentary], actor: Actor) -> None:
    """Keeps several, all or none."""
    with acting(store, actor, Action.WRITE_COMMENTARY, lambda _: [one.item_id for one in new]) as snapshot:
        versions = [_checked(snapshot, one) for one in new]
        for version in versions:
            snapshot.write("editorial/insert_commentary_action", **version, return_number=None, **by(actor))
        snapshot.raise_version()


def take_back_commentary(store: Store, version_id: int, actor: Actor) -> None:
    """Marks a version as taken back: it is no current position any more, and still shown. Raises WrittenRefused."""

    def state(snapshot: Snapshot) -> list[dict[str, Any]]:
        return snapshot.raw("editorial/commentary_state", version_id=version_id)

    def items(snapshot: Snapshot) -> list[int | None]:
        return [row["item_id"] for row in state(snapshot)]

    with acting(store, actor, Action.WRITE_COMMENTARY, items) as snapshot:
        found = state(snapshot)
        if not found:
            raise refused("This version was never written")
        if found[0]["action"] == Written.TAKEN_BACK:
            raise refused("This version is taken back already")
        gone = found[0] | {"version_id": version_id, "action": Written.TAKEN_BACK.value}
        snapshot.write("editorial/insert_commentary_action", **gone, return_number=None, **by(actor))
        snapshot.raise_version()


def _checked(snapshot: Snapshot, new: NewCommentary) -> dict[str, Any]:
    """The version as it is kept. Raises WrittenRefused."""
    if (new.report_id is None) == (new.item_id is None):
        raise refused("A commentary is about one report or one item")
    if new.item_id is not None:
        must_be_item(snapshot, new.item_id, new.force)
    if new.report_id is not None:
        must_be_report(snapshot, new.report_id, new.force)
    return {
        "version_id": None,
        "action": Written.WRITTEN.value,
        "force": new.force,
        "report_id": new.report_id,
        "item_id": new.item_id,
        "audience": new.audience.value,
        "dated": not_to_come(new.dated, "The day of the position"),
        "text": needed_text(new.text, "The commentary"),
    }
