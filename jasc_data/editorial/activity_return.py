"""A file of the activity register that came back: what it would change, or which rows cannot be taken, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jasc_data.answers.activity.answer import Activity, ActivityHeld
from jasc_data.editorial.activity import ActivityChange
from jasc_data.editorial.activity_actions import checked_alone
from jasc_data.editorial.written_text import WrittenRefused
from jasc_data.intake.activity_file import HEADINGS, ActivityRow, ReadActivity, read_activity
from jasc_data.intake.problems import Problem, problem, shortened
from jasc_data.wording.numbers import listed

_FIELDS = tuple(field for field in HEADINGS if field not in ("activity_id", "base"))


@dataclass(frozen=True)
class ActivityReturn:
    """What a file would change. untouched: rows that say what is held; absent: entries that the file does not list,
    which stay as they are. With a problem nothing may be kept of it."""

    added: tuple[ActivityChange, ...]
    changed: tuple[ActivityChange, ...]
    untouched: int
    absent: int
    problems: tuple[Problem, ...]

    @property
    def changes(self) -> tuple[ActivityChange, ...]:
        """All that would be kept."""
        return (*self.added, *self.changed)

    @property
    def sentence(self) -> str:
        """What keeping it would do."""
        parts = [f"{len(self.added):,} added", f"{len(self.changed):,} changed", f"{self.untouched:,} as held"]
        left = f" {self.absent:,} held but not in the file: left as they are." if self.absent else ""
        return f"{listed(parts)}.{left}"


def returned_activity(content: bytes, held: ActivityHeld) -> ActivityReturn:
    """The file against the register as it stands."""
    return returned_rows(read_activity(content), held)


def returned_rows(read: ReadActivity, held: ActivityHeld) -> ActivityReturn:
    """What was read of a file against the register as it stands."""
    by_id = {entry.activity_id: entry for entry in held.entries}
    problems, changes, untouched = list(read.problems), [], 0
    for row in () if read.problems else read.rows:
        try:
            change = _change(row, by_id)
        except _Unfit as unfit:
            problems.append(unfit.problem)
            continue
        if change is None:
            untouched += 1
        else:
            changes.append(change)
    named = {row.activity_id for row in read.rows}
    added = tuple(change for change in changes if change.activity_id is None)
    changed = tuple(change for change in changes if change.activity_id is not None)
    return ActivityReturn(added, changed, untouched, len(by_id.keys() - named), tuple(problems))


class _Unfit(Exception):
    """A row that cannot be taken."""

    def __init__(self, problem: Problem):
        super().__init__(problem.message)
        self.problem = problem


def _change(row: ActivityRow, by_id: Mapping[int, Activity]) -> ActivityChange | None:
    """What the row would change; None where it says what is held, whichever version it rests on. Raises _Unfit.

    A row without an id that says what an entry says is that entry: the same file taken in twice adds nothing twice.
    """
    said: dict[str, Any] = {field: row.said[field] for field in _FIELDS if field in row.said}
    try:
        if row.activity_id is None:
            change = ActivityChange(**said)
            checked_alone(change)
            return None if any(_stands(entry, said) for entry in by_id.values()) else change
        entry = _entry(row, by_id)
        if _stands(entry, said):
            return None
        _must_rest_on_what_is_held(row, entry)
        change = ActivityChange(**_as_held(entry) | said, activity_id=entry.activity_id, base=entry.action_id)
        checked_alone(change)
        return change
    except WrittenRefused as refusal:
        name = str(said.get("name", ""))
        raise _Unfit(problem("activity.refused", row_number=row.number, value=name, why=refusal.why)) from None


def _entry(row: ActivityRow, by_id: Mapping[int, Activity]) -> Activity:
    entry = by_id.get(row.activity_id or 0)
    if entry is None:
        raise _Unfit(problem("activity.id", row_number=row.number, value=str(row.activity_id)))
    return entry


def _must_rest_on_what_is_held(row: ActivityRow, entry: Activity) -> None:
    if row.said.get("base") not in (None, entry.action_id):
        told = {"name": shortened(entry.name), "who": entry.actor.words}
        raise _Unfit(problem("activity.changed", row_number=row.number, value=str(row.activity_id), **told))


def _stands(entry: Activity, said: Mapping[str, Any]) -> bool:
    """True when the entry says so already. Raises WrittenRefused where what is said cannot be kept."""
    held = _as_held(entry)
    return checked_alone(ActivityChange(**held | dict(said))) == checked_alone(ActivityChange(**held))


def _as_held(entry: Activity) -> dict[str, Any]:
    return {field: getattr(entry, field) for field in _FIELDS}
