"""Recording that the police and crime commissioner has replied to a report; each record logged, and all kept."""

from collections.abc import Sequence
from typing import Any

from jasc_data.audit.acting import acting
from jasc_data.domain.access import Action
from jasc_data.domain.actor import Actor
from jasc_data.domain.vocabulary import Written
from jasc_data.editorial.replies import Reply
from jasc_data.editorial.written_text import by, kept_text, must_be_report, not_to_come, refused
from jasc_data.store.connection import Store
from jasc_data.store.snapshot import Snapshot
from jasc_data.wording.numbers import long_date


def record_reply(store: Store, reply: Reply, actor: Actor) -> None:
    """Keeps the record; a later one takes its place. Raises WrittenRefused when it cannot be kept or is held."""
    record_replies(store, [reply], actor)


def record_replies(store: Store, replies: Sequence[Reply], actor: Actor) -> None:
    """Keeps several, all or none."""
    with acting(store, actor, Action.RECORD_REPLIES) as snapshot:
        rows = [_checked(snapshot, reply) for reply in replies]
        for row in rows:
            snapshot.write("editorial/insert_reply_action", **row, **by(actor))
        snapshot.raise_version()


def take_back_reply(store: Store, force: str, report_id: int, actor: Actor) -> None:
    """The reply counts as not sent again; the log keeps the record. Raises WrittenRefused when there is none."""
    with acting(store, actor, Action.RECORD_REPLIES) as snapshot:
        found = snapshot.raw("editorial/reply_state", force=force, report_id=report_id)
        if not found or found[0]["action"] == Written.TAKEN_BACK:
            raise refused("No reply to this report is recorded")
        gone = found[0] | {"force": force, "report_id": report_id, "action": Written.TAKEN_BACK.value}
        snapshot.write("editorial/insert_reply_action", **gone, **by(actor))
        snapshot.raise_version()


def _checked(snapshot: Snapshot, reply: Reply) -> dict[str, Any]:
    published = must_be_report(snapshot, reply.report_id, reply.force)
    if published and reply.sent_on < published:
        raise refused(f"A reply cannot be sent before the report was published, on {long_date(published)}")
    row = {
        "action": Written.RECORDED.value,
        "sent_on": not_to_come(reply.sent_on, "The reply"),
        "note": kept_text(reply.note, "The note"),
    }
    held = snapshot.raw("editorial/reply_state", force=reply.force, report_id=reply.report_id)
    if held and held[0] == row:
        raise refused("This reply is recorded already")
    return {"force": reply.force, "report_id": reply.report_id, **row}
