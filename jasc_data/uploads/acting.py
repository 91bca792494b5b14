"""Withdrawing and restoring an upload, and what that changes: found inside the transaction that makes the change."""

from dataclasses import dataclass, replace

from jasc_data.answers.comparison.answer import Comparison, compare
from jasc_data.answers.figures.item_states import State, state_at
from jasc_data.audit.acting import acting
from jasc_data.domain.access import Action
from jasc_data.domain.actor import Actor
from jasc_data.domain.failures import UploadUnknown
from jasc_data.domain.perspective import Viewpoint
from jasc_data.domain.vocabulary import LogAction
from jasc_data.store.connection import Store
from jasc_data.store.snapshot import Snapshot
from jasc_data.uploads.action_impact import Acted
from jasc_data.uploads.dated_impact import DatedFigures, dated_changes, dated_figures
from jasc_data.uploads.effects import effect_of_action
from jasc_data.uploads.history import LoggedUpload, logged_uploads
from jasc_data.uploads.impact import headline_effects
from jasc_data.uploads.upload_log import REHEARSAL, finish, log


@dataclass(frozen=True)
class Seen:
    """What is held at one moment, as far as an action on this upload can change it."""

    upload: LoggedUpload
    state: State
    figures: DatedFigures
    comparison: Comparison


def logged_upload(snapshot: Snapshot, upload_id: int) -> LoggedUpload:
    """The upload of that number. Raises UploadUnknown when there is none."""
    uploads = {held.upload_id: held for held in logged_uploads(snapshot)}
    if upload_id not in uploads:
        raise UploadUnknown(f"There is no upload {upload_id}. The list of uploads shows the numbers.")
    return uploads[upload_id]


def actable(snapshot: Snapshot, upload_id: int, action: LogAction) -> LoggedUpload:
    """The upload, when it is not already what the action would make of it. Raises UploadUnknown."""
    upload = logged_upload(snapshot, upload_id)
    if upload.live == (action is LogAction.RESTORED):
        state = "live" if upload.live else "withdrawn"
        raise UploadUnknown(f"Upload {upload_id} is {state} already; nothing was changed.")
    return upload


def seen(snapshot: Snapshot, upload: LoggedUpload, viewpoint: Viewpoint) -> Seen:
    """What is held now."""
    return Seen(upload, state_at(snapshot, upload.as_of), dated_figures(snapshot), compare(snapshot, viewpoint))


def acted(action: LogAction, before: Seen, after: Seen) -> Acted:
    """What lies between the two moments."""
    effect = effect_of_action(before.upload.export_type, before.upload.forces, before.state, after.state)
    effect = replace(effect, headlines=headline_effects(before.comparison, after.comparison))
    live = before.upload if action is LogAction.WITHDRAWN else after.upload
    return Acted(live, action, effect, dated_changes(before.figures, after.figures))


def withdraw(store: Store, upload_id: int, actor: Actor, reason: str = "") -> None:
    """Hides an upload from every figure; nothing is deleted. Raises UploadUnknown."""
    _act(store, upload_id, LogAction.WITHDRAWN, actor, reason)


def restore(store: Store, upload_id: int, actor: Actor, reason: str = "") -> None:
    """Brings a withdrawn upload back at its old place. Raises UploadUnknown."""
    _act(store, upload_id, LogAction.RESTORED, actor, reason)


def rehearse_action(store: Store, upload_id: int, action: LogAction, viewpoint: Viewpoint) -> Acted:
    """What withdrawing or restoring the upload would change. Nothing is kept. Raises UploadUnknown."""
    with store.writing(keep=False) as snapshot:
        return _act_seen(snapshot, upload_id, action, REHEARSAL, viewpoint)


def carry_out(
    store: Store, upload_id: int, action: LogAction, actor: Actor, reason: str, viewpoint: Viewpoint
) -> Acted:
    """Withdraws or restores the upload and tells what that changed. Raises UploadUnknown."""
    with acting(store, actor, Action.WITHDRAW) as snapshot:
        return _act_seen(snapshot, upload_id, action, actor, viewpoint, reason)


def _act_seen(
    snapshot: Snapshot, upload_id: int, action: LogAction, actor: Actor, viewpoint: Viewpoint, reason: str = ""
) -> Acted:
    before = seen(snapshot, actable(snapshot, upload_id, action), viewpoint)
    log(snapshot, upload_id, action, actor, " ".join(reason.split()))
    finish(snapshot)
    return acted(action, before, seen(snapshot, logged_upload(snapshot, upload_id), viewpoint))


def _act(store: Store, upload_id: int, action: LogAction, actor: Actor, reason: str) -> None:
    with acting(store, actor, Action.WITHDRAW) as snapshot:
        actable(snapshot, upload_id, action)
        log(snapshot, upload_id, action, actor, " ".join(reason.split()))
        finish(snapshot)
