"""Sheets that the dashboard gave out and that came back filled in: which columns they have, and what their cells say.

A column that is not there says nothing of what it would hold; a heading that is not known, and a cell that stands under
none, are problems, since what stands there would be lost.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeVar

from jasc_data.domain.normalise import spelling_key
from jasc_data.intake.problems import CellFault, Problem, problem
from jasc_data.intake.reading import SheetRow, column_letter
from jasc_data.intake.words import read_date

Reader = Callable[[str], Any]
Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True)
class GivenOut:
    """One kind of sheet. codes: how the codes of its problems begin. headings: by the field that each column holds.

    fields: those that are read, of which a reader says how; a text as it stands where none does. name: of the sheet,
    where there is more than one.
    """

    codes: str
    headings: Mapping[str, str]
    fields: Collection[str]
    readers: Mapping[str, Reader] = field(default_factory=dict)
    name: str = ""

    @cached_property
    def _by_spelling(self) -> dict[str, str]:
        return {spelling_key(heading): name for name, heading in self.headings.items()}

    def field_of(self, cell: str) -> str | None:
        """The field whose heading the cell is."""
        return self._by_spelling.get(spelling_key(cell))

    def columns(self, row: SheetRow) -> tuple[dict[int, str], list[Problem]]:
        """The field of each column by its place from 0, and the headings that are none or stand twice."""
        columns: dict[int, str] = {}
        problems = []
        for place, cell in enumerate(row.cells):
            found = self.field_of(cell)
            if found and found not in columns.values():
                columns[place] = found
            elif cell.strip():
                problems.append(self._problem("heading_twice" if found else "heading", row.number, place, cell))
        return columns, problems

    def said(
        self, row: SheetRow, columns: Mapping[int, str], uncalculated: Collection[tuple[int, int]] = ()
    ) -> tuple[dict[str, Any], list[Problem]]:
        """What the row says of the fields that are read, and the cells that cannot be read or stand under no heading.

        uncalculated: cells whose formula was never worked out, by row number and place.
        """
        said: dict[str, Any] = {}
        problems = self._beyond(row, columns)
        for place, name in columns.items():
            if name not in self.fields:
                continue
            cell = cell_at(row, place)
            try:
                if (row.number, place) in uncalculated:
                    raise CellFault(f"{self.codes}.formula")
                said[name] = self.readers.get(name, str)(cell)
            except CellFault as fault:
                problems.append(
                    problem(
                        fault.code,
                        row_number=row.number,
                        column_letter=column_letter(place),
                        heading=self.headings[name],
                        value=cell.strip(),
                        **fault.details,
                    )
                )
        return said, problems

    def _beyond(self, row: SheetRow, columns: Mapping[int, str]) -> list[Problem]:
        beyond = [(place, cell) for place, cell in enumerate(row.cells) if place not in columns and cell.strip()]
        return [self._problem("beyond", row.number, place, cell) for place, cell in beyond]

    def _problem(self, code: str, number: int, place: int, cell: str) -> Problem:
        return problem(
            f"{self.codes}.{code}",
            row_number=number,
            column_letter=column_letter(place),
            value=cell.strip(),
            sheet=self.name,
        )


def cell_at(row: SheetRow, place: int) -> str:
    """The cell at a place from 0; blank where the row ends before it."""
    return row.cells[place] if place < len(row.cells) else ""


def day_or_blank(code: str) -> Callable[[str], date | None]:
    """Reads a day; code: of the problem where it is none."""

    def read(cell: str) -> date | None:
        try:
            return read_date(cell) if cell.strip() else None
        except CellFault:
            raise CellFault(code) from None

    return read


def word_of(words: Iterable[Word], code: str) -> Callable[[str], Word]:
    """Reads one of these words; code: of the problem where it is none of them."""
    known = tuple(words)
    by_spelling = {spelling_key(word.value): word for word in known}

    def read(cell: str) -> Word:
        found = by_spelling.get(spelling_key(cell))
        if found is None:
            raise CellFault(code, words=", ".join(known))
        return found

    return read
