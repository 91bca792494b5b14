"""Reading a file of the activity register, such as this dashboard gives out: rows of typed cells, or what is wrong.

Lines above the headings are left aside. A column that is not there says nothing of what it would hold; a heading that
is not known is a problem, since what stands below it would be lost.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from jasc_data.domain.normalise import spelling_key
from jasc_data.domain.vocabulary import ActivityKind, Stage
from jasc_data.intake.problems import CellFault, Problem, problem
from jasc_data.intake.reading import Sheet, SheetRow, Unreadable, column_letter, read_sheet
from jasc_data.intake.words import read_date
from jasc_data.wording.numbers import listed

HEADINGS = {  # by the field that each holds, in the order in which they are written
    "activity_id": "Id",
    "base": "Version",
    "name": "Name",
    "kind": "Kind",
    "body": "Body",
    "stage": "Stage",
    "starts_on": "From",
    "ends_on": "To",
    "expected": "Expected",
    "expected_when": "Expected when",
    "lead": "Lead",
    "commentary": "Commentary",
}
_FIELDS = {spelling_key(heading): field for field, heading in HEADINGS.items()}
_NEEDED = ("name", "kind", "stage")


@dataclass(frozen=True)
class ActivityRow:
    """What one row says, by field; a field without a column is not in it. number: as a spreadsheet shows it."""

    number: int
    said: Mapping[str, Any]

    @property
    def activity_id(self) -> int | None:
        """The entry that it is about; None for a new one."""
        number: int | None = self.said.get("activity_id")
        return number


@dataclass(frozen=True)
class ReadActivity:
    """The rows, and what is wrong with the file; nothing may be kept of one with a problem."""

    rows: tuple[ActivityRow, ...]
    problems: tuple[Problem, ...]


def read_activity(content: bytes) -> ReadActivity:
    """The rows of a CSV file of the register."""
    try:
        sheet = read_sheet(content)
    except Unreadable as failure:
        return ReadActivity((), (failure.problem,))
    place = next((place for place, row in enumerate(sheet.rows) if _is_heading(row)), None)
    if place is None:
        named = listed([HEADINGS[field] for field in _NEEDED])
        return ReadActivity((), (problem("activity.no_headings", needed=named),))
    return _read(sheet, place)


def _read(sheet: Sheet, place: int) -> ReadActivity:
    fields, problems = _columns(sheet.rows[place])
    rows = []
    for row in sheet.rows[place + 1 :]:
        said, wrong = _row(row, fields)
        problems += wrong
        rows.append(ActivityRow(row.number, said))
    return ReadActivity(tuple(rows), (*problems, *_twice(rows)))


def _is_heading(row: SheetRow) -> bool:
    found = {_FIELDS.get(spelling_key(cell)) for cell in row.cells}
    return set(_NEEDED) <= found


def _columns(row: SheetRow) -> tuple[dict[int, str], list[Problem]]:
    """The field of each column, and the headings that are none or stand twice."""
    fields: dict[int, str] = {}
    problems = []
    for place, cell in enumerate(row.cells):
        field = _FIELDS.get(spelling_key(cell))
        if field and field not in fields.values():
            fields[place] = field
        elif cell.strip():
            code = "activity.heading_twice" if field else "activity.heading"
            letter = column_letter(place)
            problems.append(problem(code, row_number=row.number, column_letter=letter, value=cell))
    return fields, problems


def _row(row: SheetRow, fields: Mapping[int, str]) -> tuple[dict[str, Any], list[Problem]]:
    said: dict[str, Any] = {}
    problems = []
    for place, field in fields.items():
        cell = row.cells[place] if place < len(row.cells) else ""
        try:
            said[field] = _READERS.get(field, str)(cell)
        except CellFault as fault:
            problems.append(
                problem(
                    fault.code,
                    row_number=row.number,
                    column_letter=column_letter(place),
                    heading=HEADINGS[field],
                    value=cell,
                    **fault.details,
                )
            )
    beyond = [cell for place, cell in enumerate(row.cells) if place not in fields and cell.strip()]
    if beyond:
        problems.append(problem("activity.beyond", row_number=row.number, value=beyond[0]))
    return said, problems


def _twice(rows: list[ActivityRow]) -> list[Problem]:
    """Ids that two rows carry: nobody can tell which of them is meant."""
    seen: set[int] = set()
    problems = []
    for row in rows:
        if row.activity_id is not None and row.activity_id in seen:
            problems.append(problem("activity.id_twice", row_number=row.number, value=str(row.activity_id)))
        seen |= {row.activity_id} if row.activity_id is not None else set()
    return problems


def _number(cell: str) -> int | None:
    text = cell.strip()
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise CellFault("activity.number")
    return int(text)


def _day(cell: str) -> date | None:
    try:
        return read_date(cell) if cell.strip() else None
    except CellFault:
        raise CellFault("activity.day") from None


def _needed(cell: str) -> str:
    if not cell.strip():
        raise CellFault("activity.name")
    return cell


def _one_of(words: type[StrEnum]) -> Callable[[str], StrEnum]:
    by_key = {spelling_key(word.value): word for word in words}

    def read(cell: str) -> StrEnum:
        found = by_key.get(spelling_key(cell))
        if found is None:
            raise CellFault("activity.word", words=", ".join(words))
        return found

    return read


_READERS: dict[str, Callable[[str], Any]] = {
    "activity_id": _number,
    "base": _number,
    "name": _needed,
    "kind": _one_of(ActivityKind),
    "stage": _one_of(Stage),
    "starts_on": _day,
    "ends_on": _day,
}
