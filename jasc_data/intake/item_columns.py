"""The rows of an items export, understood column by column.

Most cells say what others of their column said: each text of a column is given its meaning once, and each meaning is
validated once.
"""

from collections.abc import Callable, Mapping
from itertools import chain, compress
from typing import Any

from jasc_data.domain.normalise import visible
from jasc_data.intake import cell_meanings
from jasc_data.intake.layouts import Column, Table
from jasc_data.intake.learned import Vocabulary
from jasc_data.intake.problems import CellFault, Problem
from jasc_data.intake.rows import ItemMeanings, ItemRow, Place, cell_problem

_Read = Callable[[str, Vocabulary], object]
ItemColumns = dict[str, list[Any]]  # by field of ItemRow, in its order, what each row says
_Faults = dict[int, list[Problem]]  # by the place of the row in the table


def _word(value: str, _vocabulary: Vocabulary) -> str:
    return visible(value)


def _text(value: str, _vocabulary: Vocabulary) -> str:
    return value.strip()


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


def item_columns(table: Table, vocabulary: Vocabulary, assumed: Mapping[str, str]) -> tuple[ItemColumns, list[Problem]]:
    """What the rows of the table say, those left out in which a cell is refused, and what is wrong with such cells.

    assumed: by field, what a row without a cell for it says.
    """
    columns: ItemColumns = {"row_number": [row.number for row in table.rows]}
    meanings: dict[str, list[Any]] = {"row_number": columns["row_number"]}
    faults: _Faults = {}
    for field in ItemRow._fields[1:]:
        written = _AS_WRITTEN.get(field)
        column = table.column_of(written or field)
        means = _Meanings(field, vocabulary, None if written else assumed.get(field))
        columns[field] = _understood(table, column, means, faults)
        meanings[field] = [meaning for meaning in means.values() if not isinstance(meaning, CellFault)]
    ItemMeanings.model_validate(meanings)
    if faults:
        sound = [place not in faults for place in range(len(table.rows))]
        columns = {field: list(compress(said, sound)) for field, said in columns.items()}
    return columns, list(chain.from_iterable(faults.values()))


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
        if self._field not in ItemRow._field_defaults:
            raise CellFault("cell.missing", field=self._field.replace("_", " "))
        return ItemRow._field_defaults[self._field]


def _understood(table: Table, column: Column | None, meanings: _Meanings, faults: _Faults) -> list[object]:
    """What each row says in the column, or without one. Cells that are refused are added to the faults of their row."""
    if column is None:
        texts = [""] * len(table.rows)
        said = [meanings[""]] * len(table.rows)
    else:
        texts = [row.cells[column.index] for row in table.rows]
        said = list(map(meanings.__getitem__, texts))
    if any(isinstance(meaning, CellFault) for meaning in meanings.values()):
        for place, (row, meaning, text) in enumerate(zip(table.rows, said, texts, strict=True)):
            if isinstance(meaning, CellFault):
                value = text if text.strip() else meanings.assumed or ""
                faults.setdefault(place, []).append(cell_problem(meaning, Place(row.number, column), value))
    return said
