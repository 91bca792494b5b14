"""The tracking workbook: open items with their steps and positions, for a lead to fill in and send back.

Each item has free rows for new steps. What an export says is protected, and each row carries a hidden key.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jasc_data.answers.register.text import deadline_words, item_grade_words
from jasc_data.answers.steps.answer import ItemSteps, StepVersion
from jasc_data.answers.steps.differences import theirs
from jasc_data.answers.tracking.answer import TrackingHeld, item_label
from jasc_data.documents.presentation.work import shortened
from jasc_data.domain.vocabulary import Audience, StepState
from jasc_data.drawing.chart import Provenance, file_name_part
from jasc_data.drawing.tables.form_book import FormColumn, FormSheet, form_book
from jasc_data.intake.tracking_layout import (
    ASKED_SHEET,
    DAY_LABEL,
    KEY,
    POSITION_HEADINGS,
    POSITIONS_SHEET,
    READ_ME_SHEET,
    STEP_HEADINGS,
    STEPS_SHEET,
    Made,
    PositionKey,
    StepKey,
    cell_text,
    check_of,
)
from jasc_data.wording.numbers import long_date

_FREE_ROWS = 3  # below the steps of each item, for new ones
_SHOWN = 160  # characters of what an item asks, beside each of its rows; a sheet of its own has all of it
_WIDTHS = {"item": 14, "kind": 17, "report": 28, "asked": 44, "deadline": 20, "standing": 24, "about": 22}
_WIDTHS |= {"step": 48, "state": 14, "owner": 20, "due_on": 19, "evidence": 34, "desk": 60, "committee": 60}
_READ_ME = (
    "Write in the white cells of the sheets “{steps}” and “{positions}”; grey cells say what the exports say.",
    "Write the day whose position you tell into the cell beside “{day}” on the sheet “{steps}”.",
    "A step: what is to be done, its state (choose from the list), who owns it, when it is due, and where its evidence "
    "is to be found. Never put the evidence itself into the workbook.",
    "A new step: write it into a free row of its item. A step that is no longer needed: leave it and say so to the "
    "force liaison officer, who takes it away.",
    "Positions: what the desk alone is to read, and what the committee may read, each in its own column.",
    "Rows may be sorted, filtered and left out; what is left out stays as it is held. Do not copy rows, and leave the "
    "hidden first column alone: it says what a row is about.",
    "Send the workbook back to the force liaison officer. Nothing is taken in before it was looked at, and nothing "
    "that is held is lost.",
)


@dataclass(frozen=True)
class Scope:
    """Which items are given out: of a report, of a lead, or all; and whether owners of steps are named (rule 20)."""

    report_id: int | None = None
    lead: str | None = None
    with_owners: bool = True


def tracking_workbook(held: TrackingHeld, scope: Scope, provenance: Provenance) -> bytes:
    """The workbook of the items in scope, under where their figures come from and how they are marked."""
    found = held.asked(scope.report_id, scope.lead)
    steps = [row for one in found for row in _step_rows(held, one, invented=provenance.invented)]
    positions = list(_position_rows(held, found, invented=provenance.invented))
    made = str(Made(held.day, held.entry, len(steps) + len(positions)))
    title = f"Tracking of {held.home}, {long_date(held.day)}: {_scope_words(held, scope)}"
    above = ((made, title), ("", *(" · ".join(provenance.lines),)))
    step_fields = [name for name in STEP_HEADINGS if scope.with_owners or name != "owner"]
    day_row = ("", DAY_LABEL, "", "")
    sheets = (
        _read_me(title, provenance),
        FormSheet(
            STEPS_SHEET,
            (*above, day_row, ()),
            [_column(name, STEP_HEADINGS) for name in step_fields],
            [[row[name] for name in step_fields] for row in steps],
            frozenset({(2, 4)}),
        ),
        FormSheet(
            POSITIONS_SHEET,
            (*above, ()),
            [_column(name, POSITION_HEADINGS) for name in POSITION_HEADINGS],
            [[row[name] for name in POSITION_HEADINGS] for row in positions],
        ),
        _asked(held, found),
    )
    return form_book(sheets, title)


def tracking_file_name(held: TrackingHeld, scope: Scope) -> str:
    """A telling name with the force, the report or that it is a lead's, and the day; no lead's name."""
    labels = held.steps.register.report_labels
    of = file_name_part(labels.get(scope.report_id or 0, ""))[:40].strip("-") or ("lead" if scope.lead else "all")
    return f"{file_name_part(held.home)}-tracking-{of}-{held.day}.xlsx"


def identity(told_by: str, *, invented: bool) -> str:
    """The check of what a row is about; an invented item is never taken for one that is held."""
    return check_of("invented" if invented else "held", told_by)


Row = Mapping[str, str | date | None]


def _step_rows(held: TrackingHeld, found: ItemSteps, *, invented: bool) -> Iterator[Row]:
    item = found.item
    grey = {
        "item": item_label(held, item),
        "kind": f"{item.kind.singular}, {item_grade_words(item)}",
        "report": item.report,
        "asked": shortened(item.text or "", _SHOWN),
        "deadline": deadline_words(item),
        "standing": theirs(item),
    }
    told_by = identity(held.item_of[item.item_id].told_by, invented=invented)
    given = check_of(*map(cell_text, grey.values()))

    def row(step: StepVersion | None) -> Row:
        numbers = (step.step_id, step.action_id) if step else (0, 0)
        return {
            KEY: str(StepKey(item.item_id, *numbers, told_by, given)),
            **grey,
            "step": cell_text(step.step) if step else None,
            "state": step.state.value if step else None,
            "owner": cell_text(step.owner) if step else None,
            "due_on": step.due_on if step else None,
            "evidence": cell_text(step.evidence) if step else None,
        }

    yield from (row(step) for step in found.steps)
    yield from [row(None)] * _FREE_ROWS


def _position_rows(held: TrackingHeld, found: Sequence[ItemSteps], *, invented: bool) -> Iterator[Row]:
    """A row for each report, and below it one for each of its items."""
    for report_id, name in held.steps.register.report_labels.items():
        items = [one.item for one in found if one.item.report_id == report_id]
        if not items:
            continue
        if report_id in held.report_of:
            told_by = held.report_of[report_id].told_by
            grey = {"about": "The report as a whole", "report": name, "asked": ""}
            yield _position_row(held, report_id, report_id, grey, identity(told_by, invented=invented))
        for item in items:
            told_by = held.item_of[item.item_id].told_by
            grey = {"about": item_label(held, item), "report": name, "asked": shortened(item.text or "", _SHOWN)}
            yield _position_row(held, item.item_id, item.item_key, grey, identity(told_by, invented=invented))


def _position_row(held: TrackingHeld, number: int, subject: int | str, grey: dict[str, str], told_by: str) -> Row:
    said = {audience: held.commentary.position(subject, audience) for audience in Audience}
    versions = {audience: one.version_id if one else 0 for audience, one in said.items()}
    given = check_of(*map(cell_text, grey.values()))
    is_report = isinstance(subject, int)
    key = PositionKey(is_report, number, versions[Audience.DESK], versions[Audience.COMMITTEE], told_by, given)
    texts = {audience.value: cell_text(one.text) if one else None for audience, one in said.items()}
    return {KEY: str(key), **grey, **texts}


def _column(name: str, headings: Mapping[str, str]) -> FormColumn:
    heading = headings[name]
    if name == KEY:
        return FormColumn(heading, 10, hidden=True)
    editable = name in {"step", "state", "owner", "due_on", "evidence", "desk", "committee"}
    choices = tuple(state.value for state in StepState) if name == "state" else ()
    return FormColumn(heading, _WIDTHS[name], editable, choices, is_day=name == "due_on")


def _read_me(title: str, provenance: Provenance) -> FormSheet:
    words = {"steps": STEPS_SHEET, "positions": POSITIONS_SHEET, "day": DAY_LABEL}
    above = ((title,), *((line,) for line in provenance.lines), ())
    return FormSheet(
        READ_ME_SHEET, above, [FormColumn("How to fill it in", 100)], [(line.format(**words),) for line in _READ_ME]
    )


def _asked(held: TrackingHeld, found: Sequence[ItemSteps]) -> FormSheet:
    columns = [FormColumn("Item", 16), FormColumn("Report", 34), FormColumn("What it asks, in full", 110)]
    rows = [(item_label(held, one.item), one.item.report, cell_text(one.item.text or "not stated")) for one in found]
    return FormSheet(ASKED_SHEET, (), columns, rows)


def _scope_words(held: TrackingHeld, scope: Scope) -> str:
    report = held.steps.register.report_labels.get(scope.report_id) if scope.report_id is not None else None
    words = [report or "all reports", f"items of {scope.lead}" if scope.lead else ""]
    return ", ".join(word for word in words if word)
