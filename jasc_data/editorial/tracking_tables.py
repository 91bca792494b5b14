"""The tables of tracking workbooks: what one would change, row by row, and all that were taken in."""

from collections.abc import Iterable, Iterator
from typing import Any

from jasc_data.drawing.table_spec import Column, Format, TableSpec, rows_of
from jasc_data.editorial.tracking import ReturnedWorkbook, ReturnEntry
from jasc_data.editorial.tracking_return import Returned, TrackingReturn
from jasc_data.editorial.tracking_rows import ReturnedStep
from jasc_data.intake.tracking_layout import STEP_FIELDS
from jasc_data.wording.numbers import local_time, long_date

_NAMES = {"step": "Step", "state": "State", "owner": "Owner", "due_on": "Due", "evidence": "Evidence"}
_BLANK = "blank"


def changes_table(returned: TrackingReturn) -> TableSpec:
    """Every cell that was filled in: of which item, what it is, as held and as the workbook says."""
    columns = (Column("Sheet and row"), Column("Item"), Column("What"), Column("As held"), Column("The workbook says"))
    rows = [row for one in returned.all for row in _changed(one)]
    return TableSpec(columns, rows_of(rows), "What the workbook says that is not held", headed_rows=False)


def both_table(one: Returned) -> TableSpec:
    """A row edited meanwhile: as it was given out, as it is held, and as the workbook says."""
    columns = tuple(Column(heading) for heading in ("What", "Given out", "Held now", "The workbook says"))
    if isinstance(one, ReturnedStep):
        held = None if one.is_gone else one.held
        rows = [
            (_NAMES[name], _of(one.given, name), _of(held, name) if held else "removed", _of(one.change, name))
            for name in STEP_FIELDS
        ]
    else:
        given, held_text = (found.text if found else _BLANK for found in (one.given, one.held))
        rows = [(f"Position {one.new.audience.words}", given, held_text, one.new.text)]
    return TableSpec(columns, rows_of(rows), f"{one.row.sheet}, row {one.row.number}, {one.label}")


def returns_table(workbooks: Iterable[ReturnedWorkbook]) -> TableSpec:
    """Every tracking workbook that was taken in: what it told, how much it wrote, whether that holds."""
    columns = (
        Column("Number", Format.PLAIN),
        Column("Position of", Format.SHORT_DATE),
        Column("State"),
        Column("Steps", Format.COUNT),
        Column("Positions", Format.COUNT),
        Column("File"),
        Column("Given out", Format.SHORT_DATE),
        Column("Taken in"),
        Column("SHA-256"),
    )
    rows = [
        (
            one.number,
            one.taken_in.dated,
            "holds" if one.holds else "withdrawn",
            one.steps,
            one.positions,
            one.taken_in.file_name,
            one.taken_in.made_on,
            f"{local_time(one.taken_in.happened_at)}, {one.taken_in.actor.words}",
            f"{one.taken_in.sha256[:12]}…",
        )
        for one in workbooks
    ]
    return TableSpec(columns, rows_of(rows), "Tracking workbooks that came back, latest first", headed_rows=False)


def return_log_table(entries: Iterable[ReturnEntry]) -> TableSpec:
    """Everything that was done with them, in order."""
    columns = tuple(Column(heading) for heading in ("When", "What", "Who", "Detail"))
    rows = (
        (
            local_time(entry.happened_at),
            f"{entry.action} tracking workbook {entry.return_number}",
            entry.actor.words,
            entry.reason or entry.file_name,
        )
        for entry in entries
    )
    return TableSpec(columns, rows_of(rows), "The log of tracking workbooks", headed_rows=False)


def _changed(one: Returned) -> Iterator[tuple[str, ...]]:
    place = f"{one.row.sheet}, {one.row.number}"
    if not isinstance(one, ReturnedStep):
        text = one.held.text if one.held else _BLANK
        yield place, one.label, f"Position {one.new.audience.words}", text, one.new.text
        return
    held = None if one.is_gone else one.held
    for name in STEP_FIELDS:
        before = _of(held, name) if held else ""
        after = _of(one.change, name)
        if before != after and (held or after != _BLANK):
            yield place, one.label, _NAMES[name], before or ("removed" if one.is_gone else "new"), after


def _of(step: Any, name: str) -> str:
    value = getattr(step, name)
    if name == "due_on":
        return long_date(value) if value else _BLANK
    return str(value) or _BLANK
