"""The rows of an items export, understood column by column.

Most cells say what others of their column said: each text of a column is given its meaning once, and each meaning is
validated once.
"""

from collections.abc import Callable, Mapping, Sequence
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
    cells = list(zip(*(row.cells for row in table.rows), strict=True)) or [()] * len(table.columns)
    columns: ItemColumns = {"row_number": [row.number for row in table.rows]}
    meanings: dict[str, list[Any]] = {"row_number": columns["row_number"]}
    faults: _Faults = {}
    for field in ItemRow._fields[1:]:
        written = _AS_WRITTEN.get(field)
        column = table.column_of(written or field)
        means = _Meanings(field, vocabulary, None if written else assumed.get(field))
        columns[field] = list(map(means.__getitem__, cells[column.index])) if column else [means[""]] * len(table.rows)
        meanings[field] = list(means.values())
        if means.refused:
            meanings[field] = [meaning for meaning in means.values() if not isinstance(meaning, CellFault)]
            _add_faults(faults, columns[field], table, column, means)
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
        self.refused = False
        self._field, self._vocabulary, self._read = field, vocabulary, _READ.get(field, _word)

    def __missing__(self, cell: str) -> object:
        try:
            self[cell] = self._meaning(cell if cell.strip() else self.assumed)
        except CellFault as fault:
            self[cell], self.refused = fault, True
        return self[cell]

    def _meaning(self, text: str | None) -> object:
        if text is not None:
            return self._read(text, self._vocabulary)
        if self._field not in ItemRow._field_defaults:
            raise CellFault("cell.missing", field=self._field.replace("_", " "))
        return ItemRow._field_defaults[self._field]


def _add_faults(faults: _Faults, said: Sequence[object], table: Table, column: Column | None, means: _Meanings) -> None:
    """Adds the cells of a column that are refused to the faults of their rows."""
    for place, (row, meaning) in enumerate(zip(table.rows, said, strict=True)):
        if isinstance(meaning, CellFault):
            text = row.cells[column.index] if column else ""
            value = text if text.strip() else means.assumed or ""
            faults.setdefault(place, []).append(cell_problem(meaning, Place(row.number, column), value))
