"""The uploads held, and withdrawing and restoring one: what happened, in JSON's terms and in words."""

import argparse
import json
from dataclasses import asdict
from typing import Any

from jasc_data.command_line.commands import Answer
from jasc_data.command_line.kept_store import held_store, kept_store
from jasc_data.domain.actor import Way, at_the_machine
from jasc_data.domain.forces import national_directory
from jasc_data.domain.perspective import Viewpoint
from jasc_data.domain.settings import Settings
from jasc_data.domain.vocabulary import LogAction
from jasc_data.drawing.tables.terminal_table import terminal_table
from jasc_data.editorial.tracking_actions import restore_return, withdraw_return
from jasc_data.uploads.acting import carry_out
from jasc_data.uploads.action_impact import Acted
from jasc_data.uploads.action_text import done_sentences
from jasc_data.uploads.history import SpokenFor, UploadState, logged_uploads, spoken_for
from jasc_data.uploads.history_tables import uploads_table


def uploads(settings: Settings, _given: argparse.Namespace) -> Answer:
    """Every upload, latest first."""
    with held_store(settings) as store, store.snapshot() as snapshot:
        rows = snapshot.raw("uploads/history")
        held = logged_uploads(snapshot)
        spoken = spoken_for(snapshot, [upload.upload_id for upload in held])
    table = uploads_table(held, spoken, of=len(held))
    data = [_data(row, spoken[row["upload_id"]]) for row in rows]
    return Answer(data, "\n".join(terminal_table(table)) or "No uploads are held.")


def _data(row: dict[str, Any], spoken: SpokenFor) -> dict[str, Any]:
    actor = {"name": row["committed_by"], "role": row.pop("committed_role"), "way": row.pop("committed_way")}
    return {
        **row,
        "forces": spoken.forces,
        "kinds": spoken.kinds,
        "as_of": row["as_of"].isoformat(),
        "committed_at": f"{row['committed_at'].isoformat(timespec='seconds')}Z",
        "actor": actor,
        "request": json.loads(row["request"]) if row["request"] else None,
    }


def withdraw(settings: Settings, given: argparse.Namespace) -> Answer:
    """Hides an upload."""
    return _act(settings, given, LogAction.WITHDRAWN, f"To undo it: restore {given.id}.")


def restore(settings: Settings, given: argparse.Namespace) -> Answer:
    """Brings an upload back."""
    return _act(settings, given, LogAction.RESTORED, f"To undo it: withdraw {given.id}.")


def add_reason(command: argparse.ArgumentParser) -> None:
    """The options of withdraw and restore."""
    command.add_argument("--reason", metavar="TEXT", default="", help="why, for the log")


def _act(settings: Settings, given: argparse.Namespace, action: LogAction, undone: str) -> Answer:
    if given.tracking:
        return _act_on_tracking(settings, given, action, f"{undone.removesuffix('.')} --tracking.")
    viewpoint = Viewpoint(settings.home_force, settings.groups(), national_directory().names)
    with kept_store(settings) as store:
        acted = carry_out(store, given.id, action, at_the_machine(Way.COMMAND_LINE), given.reason, viewpoint)
    said = done_sentences(acted, settings.home_force)
    live = action is LogAction.RESTORED
    data = {
        "upload": given.id,
        "live": live,
        "state": acted.upload.state if live else UploadState.WITHDRAWN,
        "replaced_by": acted.upload.replaced_by if live else [],
        "reason": given.reason,
        "changes": asdict(acted.effect.changes),
        "dates": _dates(acted),
        "sentences": list(said),
    }
    return Answer(data, "\n".join([*said, undone]))


def _act_on_tracking(settings: Settings, given: argparse.Namespace, action: LogAction, undone: str) -> Answer:
    """The same of a tracking workbook: what it wrote holds no more, or again."""
    live = action is LogAction.RESTORED
    act = restore_return if live else withdraw_return
    with kept_store(settings) as store:
        act(store, given.id, at_the_machine(Way.COMMAND_LINE), given.reason)
    words = "holds again" if live else "holds no more, and stays in the logs"
    data = {"tracking": given.id, "live": live, "reason": given.reason}
    return Answer(data, f"What tracking workbook {given.id} wrote {words}.\n{undone}")


def _dates(acted: Acted) -> list[dict[str, Any]]:
    return [
        {
            "as_of": change.day.isoformat(),
            "of": change.owner,
            "kind": change.kind.value,
            "before": change.before.value if change.before else None,
            "after": change.after.value if change.after else None,
        }
        for change in acted.dates
    ]
