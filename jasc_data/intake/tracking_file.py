"""Reading a tracking workbook that came back: typed rows of its two sheets, or what is wrong with which of them.

Rows are known by their keys, so they may be sorted, and left out; a column that is not there says nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from jasc_data.intake.given_out import cell_at
from jasc_data.intake.problems import CellFault, Problem, problem
from jasc_data.intake.reading import Sheet, SheetRow, Unreadable, read_sheet, refuse_too_large
from jasc_data.intake.tracking_layout import (
    DAY_LABEL,
    KEY,
    POSITIONS_SHEET,
    STEP_HEADINGS,
    STEPS_SHEET,
    Made,
    PositionKey,
    StepKey,
    check_of,
    protected,
)
from jasc_data.intake.tracking_sheets import POSITIONS, STEPS, SheetKind
from jasc_data.intake.words import read_date
from jasc_data.intake.workbook import BEGINS, names_of_sheets, read_workbook

_KNOWN_BY = 3  # headings that make a row the row of headings
_CSV_HEAD = 20_000  # bytes in which the headings of such a file stand


@dataclass(frozen=True)
class TrackingRow:
    """What one row says, by field; a field without a column is not in it.

    key: a StepKey or a PositionKey. protected_changed: its protected cells are not what was given out.
    """

    sheet: str
    number: int
    key: StepKey | PositionKey
    said: Mapping[str, Any]
    protected_changed: bool

    @property
    def is_blank(self) -> bool:
        """True when nothing is written in it that could be taken in."""
        return not any(self.said.values())


@dataclass(frozen=True)
class ReadTracking:
    """A workbook's rows and problems. position_on: the day that was written into it, None where there is none.

    day_unread: what stands in that day's place and is not understood as one, blank where nothing does.
    """

    made: Made | None = None
    position_on: date | None = None
    day_unread: str = ""
    rows: tuple[TrackingRow, ...] = ()
    problems: tuple[Problem, ...] = ()


def is_tracking(content: bytes) -> bool:
    """True when the file was a tracking workbook once: by its sheets, or a CSV by its headings."""
    if content.startswith(BEGINS):
        try:
            names = {name.casefold() for name in names_of_sheets(content)}
        except Unreadable:
            return False
        return bool(names & {STEPS_SHEET.casefold(), POSITIONS_SHEET.casefold()})
    return STEP_HEADINGS[KEY].encode() in content[:_CSV_HEAD]


def read_tracking(content: bytes) -> ReadTracking:
    """Everything that the workbook says, or that is wrong with it."""
    try:
        refuse_too_large(content)
        sheets = _sheets(content)
    except Unreadable as failure:
        return ReadTracking(problems=(failure.problem,))
    made, day = None, ""
    rows: list[TrackingRow] = []
    problems: list[Problem] = []
    for kind in (STEPS, POSITIONS):
        if kind.name not in sheets:
            problems.append(problem("tracking.sheet_absent", sheet=kind.name))
            continue
        sheet = sheets[kind.name]
        problems += [found for found in sheet.problems if found.code != "sheet.columns_hidden"]
        made, day = made or _made(sheet), day or _day_written(sheet)
        read, wrong = _read(sheet, kind)
        rows += read
        problems += wrong
    if made is None:
        problems.append(problem("tracking.unmarked"))
    try:
        position_on, unread = read_date(day) if day else None, ""
    except CellFault:
        position_on, unread = None, day
    return ReadTracking(made, position_on, unread, tuple(rows), tuple(problems))


def _sheets(content: bytes) -> dict[str, Sheet]:
    if not content.startswith(BEGINS):
        sheet = read_sheet(content)
        return {STEPS.name if _heading_row(sheet, STEPS) is not None else POSITIONS.name: sheet}
    names = {name.casefold(): name for name in names_of_sheets(content)}
    asked = [name for name in (STEPS_SHEET, POSITIONS_SHEET) if name.casefold() in names]
    return {name: read_workbook(content, names[name.casefold()]) for name in asked}


def _heading_row(sheet: Sheet, kind: SheetKind) -> int | None:
    """The place of the row that has most of the sheet's headings."""
    known = [sum(kind.sheet.field_of(cell) is not None for cell in row.cells) for row in sheet.rows]
    best = max(known, default=0)
    return known.index(best) if best >= _KNOWN_BY else None


def _made(sheet: Sheet) -> Made | None:
    return next((made for row in sheet.rows for cell in row.cells if (made := Made.of(cell))), None)


def _day_written(sheet: Sheet) -> str:
    """What the cell after the day's label says; blank where nothing does."""
    for row in sheet.rows:
        if DAY_LABEL in row.cells:
            after = row.cells[row.cells.index(DAY_LABEL) + 1 :]
            return next((cell.strip() for cell in after if cell.strip()), "")
    return ""


def _read(sheet: Sheet, kind: SheetKind) -> tuple[list[TrackingRow], list[Problem]]:
    place = _heading_row(sheet, kind)
    if place is None:
        return [], [problem("tracking.headings", sheet=kind.name)]
    columns, problems = kind.sheet.columns(sheet.rows[place])
    if KEY not in columns.values():
        return [], [*problems, problem("tracking.headings", sheet=kind.name)]
    absent = [kind.sheet.headings[name] for name in kind.sheet.fields if name not in columns.values()]
    problems += [problem("tracking.column_absent", sheet=kind.name, heading=heading) for heading in absent]
    rows = []
    for row in sheet.rows[place + 1 :]:
        read, wrong = _row(row, columns, kind, sheet)
        problems += wrong
        rows += [read] if read else []
    return rows, problems


def _row(
    row: SheetRow, columns: Mapping[int, str], kind: SheetKind, sheet: Sheet
) -> tuple[TrackingRow | None, list[Problem]]:
    said, problems = kind.sheet.said(row, columns, sheet.uncalculated)
    cells = {name: cell_at(row, place) for place, name in columns.items()}
    key = kind.key_of(cells[KEY])
    if key is None:
        code = "tracking.key_unknown" if cells[KEY].strip() else "tracking.key_missing"
        return None, [*problems, problem(code, row_number=row.number, value=cells[KEY].strip(), sheet=kind.name)]
    grey = protected(kind.sheet.headings, kind.sheet.fields)
    changed = all(name in cells for name in grey) and check_of(*(cells[name] for name in grey)) != key.given
    return TrackingRow(kind.name, row.number, key, said, changed), problems
