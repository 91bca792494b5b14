"""Reading a file of the activity register, such as this dashboard gives out: rows of typed cells, or what is wrong.

Lines above the headings are left aside.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jasc_data.domain.vocabulary import ActivityKind, Stage
from jasc_data.intake.given_out import GivenOut, day_or_blank, word_of
from jasc_data.intake.problems import CellFault, Problem, problem
from jasc_data.intake.reading import Sheet, SheetRow, Unreadable, read_sheet
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
    columns, problems = _REGISTER.columns(sheet.rows[place])
    rows = []
    for row in sheet.rows[place + 1 :]:
        said, wrong = _REGISTER.said(row, columns)
        problems += wrong
        rows.append(ActivityRow(row.number, said))
    return ReadActivity(tuple(rows), (*problems, *_twice(rows)))


def _is_heading(row: SheetRow) -> bool:
    return set(_NEEDED) <= {_REGISTER.field_of(cell) for cell in row.cells}


def _twice(rows: list[ActivityRow]) -> list[Problem]:
    """Ids that two rows carry: nobody can tell which of them is meant. New entries that two rows give alike: one was
    copied, and would stand in the register twice."""
    seen: dict[object, int] = {}
    problems = []
    for row in rows:
        number = row.activity_id
        first = seen.setdefault(number if number is not None else tuple(sorted(row.said.items(), key=str)), row.number)
        if first != row.number and number is not None:
            problems.append(problem("activity.id_twice", row_number=row.number, value=str(number)))
        elif first != row.number:
            name = str(row.said.get("name", ""))
            problems.append(problem("activity.row_twice", row_number=row.number, value=name, first=first))
    return problems


def _number(cell: str) -> int | None:
    text = cell.strip()
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise CellFault("activity.number")
    return int(text)


def _needed(cell: str) -> str:
    if not cell.strip():
        raise CellFault("activity.name")
    return cell


_DAY = day_or_blank("activity.day")
_REGISTER = GivenOut(
    "activity",
    HEADINGS,
    tuple(HEADINGS),
    {
        "activity_id": _number,
        "base": _number,
        "name": _needed,
        "kind": word_of(ActivityKind, "activity.word"),
        "stage": word_of(Stage, "activity.word"),
        "starts_on": _DAY,
        "ends_on": _DAY,
    },
)
