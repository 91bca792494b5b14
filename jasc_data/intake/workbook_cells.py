"""What a workbook's sheet holds, as its XML says it: cells by row, and areas of cells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from jasc_data.intake.problems import problem
from jasc_data.intake.reading import Unreadable, column_letter
from jasc_data.intake.words import EXCEL_EPOCH
from jasc_data.intake.workbook_package import Damaged
from jasc_data.intake.workbook_styles import Style
from jasc_data.intake.workbook_words import SharedStrings

CELL_LIMIT = 6_000_000
_GAP = 50  # blank columns beside a cell that make it a stray one
_COLUMNS = 16_384
_PLACE = re.compile(r"([A-Za-z]{1,3})(\d{0,7})")


@dataclass(frozen=True)
class Area:
    """A rectangle of cells. Rows as the spreadsheet numbers them, columns from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int

    @classmethod
    def of(cls, reference: str) -> "Area":
        """The area of ``B2:C5``, or of one cell."""
        corners = [_PLACE.fullmatch(corner.replace("$", "")) for corner in reference.split(":")]
        places = [(int(corner[2] or 1), column_index(corner[1])) for corner in corners if corner]
        if not places:
            raise Damaged("an area without corners")
        return cls(places[0][0], places[0][1], places[-1][0], places[-1][1])

    def __str__(self) -> str:
        return f"{column_letter(self.left)}{self.top}:{column_letter(self.right)}{self.bottom}"


@dataclass
class Book:
    """What the cells of every sheet of a workbook refer to."""

    styles: Sequence[Style] = ()
    strings: SharedStrings = field(default_factory=lambda: SharedStrings([], set(), {}))
    epoch: date = EXCEL_EPOCH
    saved_is_stale: bool = False  # values were not worked out by the program that saved them


@dataclass
class Cells:
    """What a sheet holds. rows: those that are not blank, by number, up to their last cell that holds something."""

    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    uncalculated: set[tuple[int, int]] = field(default_factory=set)
    merged: list[Area] = field(default_factory=list)
    joined: set[tuple[int, int]] = field(default_factory=set)  # what merging made part of another cell
    covered: dict[tuple[int, int], str] = field(default_factory=dict)  # what merging hides, though it differs
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    struck_rows: list[int] = field(default_factory=list)
    struck_cells: list[tuple[int, int, str]] = field(default_factory=list)  # row, column, text; in rows that are not
    struck_parts: dict[tuple[int, int], str] = field(default_factory=dict)  # by row and column, of cells not all struck
    filtered: Area | None = None
    filter_is_on: bool = False


def column_index(letters: str) -> int:
    """The column of a spreadsheet's letters, from 0."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    if not 1 <= number <= _COLUMNS:
        raise Damaged("a column that no sheet has")
    return number - 1


def refuse_stray(rows: list[tuple[int, list[str]]]) -> None:
    """Raises Unreadable for a cell far right of all others: filled by mistake, it would make the table as wide."""
    used: set[int] = set()
    for _, cells in rows:
        if len(cells) > _GAP:
            used.update(index for index, cell in enumerate(cells) if cell)
        else:
            used.update(range(len(cells)))
    for left, right in pairwise(sorted(used)):
        if right - left > _GAP:
            number, text = next((number, cells[right]) for number, cells in rows if len(cells) > right and cells[right])
            cell = f"{column_letter(right)}{number}"
            raise Unreadable(problem("sheet.stray_cell", value=text, cell=cell, last=column_letter(left)))
