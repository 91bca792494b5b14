"""The rows of an items export, understood column by column.

Most cells say what others of their column said: each text of a column is given its meaning once, then the rows are put
together and validated.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from jasc_data.domain.normalise import visible
from jasc_data.intake import cell_meanings
from jasc_data.intake.layouts import Column, Table
from jasc_data.intake.learned import Vocabulary
from jasc_data.intake.problems import CellFault, Problem
from jasc_data.intake.reading import SheetRow
from jasc_data.intake.rows import ItemRow, Place, cell_problem

_Read = Callable[[str, Vocabulary], object]
_Faults = dict[int, list[Problem]]  # by the place of the row in the table


def _word(value: str, _vocabulary: Vocabulary) -> str:
    return visible(value)


def _text(value: str, _vocabulary: Vocabulary) -> str:
    return value.strip()


_FIELDS: dict[str, Any] = {field.name: field.default for field in fields(ItemRow)}  # pydantic's account of each
_AS_WRITTEN = {"status_written": "status", "report_written": "report"}
_READ: Mapping[str, _Read] = {
    "force": cell_meanings.force,
    "kind": cell_meanings.kind,
    "report": cell_meanings.report,
    "report_published": cell_meanings.day,
    "text": _text,
    "grade": cell_meanings.grade,
    "status": cell_meanings.status,
    "target_date": cell_meanings.own_day,
    "overdue_reason": _text,
    "steps_to_green": _text,
    "closed_on": cell_meanings.own_day,
    "as_of": cell_meanings.day,
}


def item_rows(
    table: Table, vocabulary: Vocabulary, assumed: Mapping[str, str]
) -> Iterator[tuple[SheetRow, ItemRow | list[Problem]]]:
    """Each row of the table as an item's, or what is wrong with its cells.

    assumed: by field, what a row without a cell for it says.
    """
    by_field = {column.field: column for column in table.columns if column.field}
    faults: _Faults = {}
    columns: list[list[Any]] = []
    for field in _FIELDS:
        if field == "row_number":
            columns.append([row.number for row in table.rows])
            continue
        written = _AS_WRITTEN.get(field)
        column = by_field.get(written or field)
        meanings = _Meanings(field, vocabulary, None if written else assumed.get(field))
        columns.append(_understood(table, column, meanings, faults))
    for place, (row, values) in enumerate(zip(table.rows, zip(*columns, strict=True), strict=True)):
        if place in faults:
            yield row, faults[place]
        else:
            yield row, ItemRow(*values)


class _Meanings(dict[str, object]):
    """What the texts of a column mean, each found when it is first asked for; of one that is refused, the CellFault."""

    def __init__(self, field: str, vocabulary: Vocabulary, assumed: str | None):
        super().__init__()
        self.assumed = assumed
        self._field, self._vocabulary, self._read = field, vocabulary, _READ.get(field, _word)

    def __missing__(self, cell: str) -> object:
        try:
            self[cell] = self._meaning(cell if cell.strip() else self.assumed)
        except CellFault as fault:
            self[cell] = fault
        return self[cell]

    def _meaning(self, text: str | None) -> object:
        if text is not None:
            return self._read(text, self._vocabulary)
        if _FIELDS[self._field].is_required():
            raise CellFault("cell.missing", field=self._field.replace("_", " "))
        return _FIELDS[self._field].default


def _understood(table: Table, column: Column | None, meanings: _Meanings, faults: _Faults) -> list[object]:
    """What each row says in the column, or without one. Cells that are refused are added to the faults of their row."""
    texts = [row.cells[column.index] for row in table.rows] if column else [""] * len(table.rows)
    said = list(map(meanings.__getitem__, texts))
    if any(isinstance(meaning, CellFault) for meaning in meanings.values()):
        for place, (row, meaning, text) in enumerate(zip(table.rows, said, texts, strict=True)):
            if isinstance(meaning, CellFault):
                value = text if text.strip() else meanings.assumed or ""
                faults.setdefault(place, []).append(cell_problem(meaning, Place(row.number, column), value))
    return said
