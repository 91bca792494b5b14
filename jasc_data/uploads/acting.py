"""Withdrawing and restoring an upload, and what that changes: found inside the transaction that makes the change."""

from dataclasses import dataclass, replace

from jasc_data.answers.comparison.answer import Comparison, compare
from jasc_data.answers.figures.item_states import FigureCells, cells_at
from jasc_data.audit.acting import acting
from jasc_data.domain.access import Action
from jasc_data.domain.actor import Actor
from jasc_data.domain.failures import UploadUnknown
from jasc_data.domain.perspective import Viewpoint
from jasc_data.domain.vocabulary import ExportType, LogAction
from jasc_data.store.connection import Store
from jasc_data.store.snapshot import Snapshot
from jasc_data.uploads.action_impact import Acted
from jasc_data.uploads.dated_impact import DatedFigures, dated_changes, dated_figures
from jasc_data.uploads.effects import effect_of_action_on_figures, effect_of_action_on_items
from jasc_data.uploads.history import LoggedUpload, logged_uploads, spoken_for
from jasc_data.uploads.impact import headline_effects
from jasc_data.uploads.turned import keep_states
from jasc_data.uploads.upload_log import REHEARSAL, finish, log


@dataclass(frozen=True)
class Seen:
    """What is held at one moment, as far as an action on this upload can change it, but the items (``keep_states``)."""

    upload: LoggedUpload
    cells: FigureCells
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
    upload = actable(snapshot, upload_id, action)
    if upload.export_type is ExportType.ITEMS:
        keep_states(snapshot, [upload.as_of])
    before = _seen(snapshot, upload, viewpoint)
    log(snapshot, upload_id, action, actor, " ".join(reason.split()))
    finish(snapshot)
    after = _seen(snapshot, logged_upload(snapshot, upload_id), viewpoint)
    if upload.export_type is ExportType.ITEMS:
        forces = spoken_for(snapshot, [upload_id])[upload_id].forces
        effect = effect_of_action_on_items(snapshot, forces, upload.as_of)
    else:
        effect = effect_of_action_on_figures(before.cells, after.cells)
    effect = replace(effect, headlines=headline_effects(before.comparison, after.comparison))
    live = before.upload if action is LogAction.WITHDRAWN else after.upload
    return Acted(live, action, effect, dated_changes(before.figures, after.figures))


def _seen(snapshot: Snapshot, upload: LoggedUpload, viewpoint: Viewpoint) -> Seen:
    cells = cells_at(snapshot, upload.as_of)
    return Seen(upload, cells, dated_figures(snapshot), compare(snapshot, viewpoint))


def _act(store: Store, upload_id: int, action: LogAction, actor: Actor, reason: str) -> None:
    with acting(store, actor, Action.WITHDRAW) as snapshot:
        actable(snapshot, upload_id, action)
        log(snapshot, upload_id, action, actor, " ".join(reason.split()))
        finish(snapshot)
