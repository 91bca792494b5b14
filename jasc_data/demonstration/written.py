"""What is written in the demonstration: activity, commentary, steps to green and replies, all invented and saying so.

It goes through the same actions as anybody's, after the exports, and names roles and no people.
"""

import csv
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from jasc_data.answers.activity.answer import activity_held
from jasc_data.answers.register.answer import register_of
from jasc_data.demonstration.forces import DAY, HOME
from jasc_data.domain.actor import Actor
from jasc_data.domain.vocabulary import Audience, StepState
from jasc_data.editorial.activity_actions import save_activity
from jasc_data.editorial.activity_return import returned_activity
from jasc_data.editorial.commentary import NewCommentary
from jasc_data.editorial.commentary_actions import write_commentaries
from jasc_data.editorial.replies import Reply
from jasc_data.editorial.reply_actions import record_replies
from jasc_data.editorial.sign_off_actions import record_sign_offs
from jasc_data.editorial.step_actions import save_steps
from jasc_data.editorial.steps import SignOff, StepChange
from jasc_data.store.connection import Store

FOLDER = Path(__file__).parent / "files" / "written"


def write_invented(store: Store, actor: Actor) -> None:
    """Writes all of it into the demonstration's store. Raises RuntimeError when the register is refused (our bug)."""
    with store.snapshot() as snapshot:
        register, held = register_of(snapshot, HOME, DAY), activity_held(snapshot, HOME, DAY)
    returned = returned_activity((FOLDER / "activity.csv").read_bytes(), held)
    if returned.problems:
        raise RuntimeError(f"activity.csv was refused: {returned.problems[0].sentence}")
    items = {item.reference: item.item_id for item in register.items}
    reports = {name: number for number, name in register.report_labels.items()}
    save_activity(store, HOME, returned.changes, actor)
    write_commentaries(store, [_commentary(row, items, reports) for row in _rows("commentary")], actor)
    save_steps(store, [_step(row, items) for row in _rows("steps")], actor)
    record_sign_offs(store, [_sign_off(row, items) for row in _rows("sign_offs")], actor)
    record_replies(store, [_reply(row, reports) for row in _rows("replies")], actor)


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _commentary(row: dict[str, str], items: dict[str | None, int], reports: dict[str, int]) -> NewCommentary:
    new = partial(NewCommentary, HOME, Audience(row["audience"]), date.fromisoformat(row["dated"]), row["text"])
    return new(report_id=reports[row["report"]]) if row["report"] else new(item_id=items[row["reference"]])


def _step(row: dict[str, str], items: dict[str | None, int]) -> StepChange:
    return StepChange(
        item_id=items[row["reference"]],
        step=row["step"],
        state=StepState(row["state"]),
        dated=date.fromisoformat(row["dated"]),
        owner=row["owner"],
        due_on=date.fromisoformat(row["due"]),
        evidence=row["evidence"],
    )


def _sign_off(row: dict[str, str], items: dict[str | None, int]) -> SignOff:
    return SignOff(items[row["reference"]], date.fromisoformat(row["signed_on"]), row["board"], row["note"])


def _reply(row: dict[str, str], reports: dict[str, int]) -> Reply:
    return Reply(HOME, reports[row["report"]], date.fromisoformat(row["sent_on"]), row["note"])
