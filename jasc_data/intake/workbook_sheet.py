"""One pass over the XML of a workbook's sheet: every cell that holds something, and what else a reader should know.

Cells count by the value that was last saved. What the sheet says of its own size is not believed, and nothing is laid
out between cells that stand far apart.
"""

import re
from enum import Enum

from jasc_data.intake.problems import problem
from jasc_data.intake.reading import Unreadable
from jasc_data.intake.workbook_blanks import without_blanks
from jasc_data.intake.workbook_cells import CELL_LIMIT, Area, Book, Cells, column_index, refuse_stray
from jasc_data.intake.workbook_package import Attributes, Damaged, End, Package, Start, is_on
from jasc_data.intake.workbook_styles import PLAIN, Style, number_text
from jasc_data.intake.workbook_words import TEXTS, RichText, Words

_ROWS = 1_048_576
_ZONE = re.compile(r"T.+(?:Z|[+-]\d\d:\d\d)$")  # a moment, whose day is another here than there


class Held(Enum):
    """What there is in a sheet; formulas are those only of which no value was ever saved."""

    NOTHING = 0
    FORMULAS = 1
    VALUES = 2


class _Enough(Exception):
    """The one thing that was looked for is found."""


def read_cells(package: Package, part: str, book: Book) -> Cells:
    """Everything that the sheet holds. Raises Unreadable for cells too many or too far apart."""
    reader = _SheetReader(book)
    package.read(part, reader.starts, reader.ends, reader.texts, without_blanks)
    reader.cells.rows.sort(key=lambda row: row[0])
    refuse_stray(reader.cells.rows)
    return reader.cells


def held_by(package: Package, part: str, book: Book) -> Held:
    """What the sheet holds; it is read no further than to its first value."""
    reader = _SheetReader(book, only_first=True)
    try:
        package.read(part, reader.starts, reader.ends, reader.texts, without_blanks)
    except _Enough:
        return Held.VALUES
    return Held.FORMULAS if reader.cells.uncalculated else Held.NOTHING


class _SheetReader:
    def __init__(self, book: Book, only_first: bool = False):
        self.cells = Cells()
        self._book = book
        self._only_first = only_first
        self._words = Words()
        self._rich = RichText()
        self._letters: dict[str, int] = {}
        self._count = 0
        self._row_number = 0
        self._row: list[str] | None = None
        self.texts = (*TEXTS, "v", "f")
        self.starts: dict[str, Start] = {
            **self._rich.starts,
            "row": self._start_row,
            "c": self._start_cell,
            "col": self._column,
            "sheetPr": self._sheet,
            "autoFilter": self._filter,
            "filterColumn": self._filter_on,
            "mergeCell": self._merged,
            "sheetData": self._start_data,
        }
        self.ends: dict[str, End] = {
            **self._rich.ends,
            "row": self._end_row,
            "c": self._end_cell,
            "v": self._value_read,
            "f": self._formula_read,
            "sheetData": self._end_data,
        }
        self._in_data = False

    def _start_data(self, _: Attributes) -> None:
        self._in_data = True

    def _end_data(self, _: str) -> None:
        self._in_data = False  # drawings beside the cells have rows and columns of their own

    def _sheet(self, given: Attributes) -> None:
        self.cells.filter_is_on |= is_on(given.get("filterMode"))

    def _filter(self, given: Attributes) -> None:
        self.cells.filtered = Area.of(given["ref"]) if "ref" in given else None

    def _filter_on(self, _: Attributes) -> None:
        self.cells.filter_is_on = True

    def _merged(self, given: Attributes) -> None:
        self.cells.merged.append(Area.of(given.get("ref", "")))

    def _column(self, given: Attributes) -> None:
        if "min" in given and (is_on(given.get("hidden")) or _is_nothing(given.get("width"))):
            self.cells.hidden_columns.append((int(given["min"]) - 1, int(given.get("max", given["min"])) - 1))

    def _start_row(self, given: Attributes) -> None:
        if self._in_data:
            self._row_number = int(given.get("r", self._row_number + 1))
            self._row_is_hidden = is_on(given.get("hidden")) or _is_nothing(given.get("ht"))
            self._row = []
            self._next = 0
            self._filled = 0
            self._struck: list[int] = []
            self._first_is_struck = False

    def _end_row(self, _: str) -> None:
        row = self._row
        if not row:
            return
        if not 1 <= self._row_number <= _ROWS:
            raise Damaged("a row that no sheet has")
        self._count += len(row)
        if self._count > CELL_LIMIT:
            raise Unreadable(problem("sheet.too_large", millions=CELL_LIMIT // 1_000_000))
        self.cells.rows.append((self._row_number, row))
        if self._row_is_hidden:
            self.cells.hidden_rows.append(self._row_number)
        if self._first_is_struck or len(self._struck) == self._filled:
            self.cells.struck_rows.append(self._row_number)
        else:
            self.cells.struck_cells += [(self._row_number, index, row[index]) for index in self._struck]
        self._row = None

    def _start_cell(self, given: Attributes) -> None:
        reference = given.get("r")
        self._index = self._index_of(reference) if reference else self._next
        self._next = self._index + 1
        self._type = given.get("t", "n")
        self._style = given.get("s")
        self._value: str | None = None
        self._formula: str | None = None
        if self._type == "inlineStr":
            self._rich.begin()

    def _index_of(self, reference: str) -> int:
        letters = reference.rstrip("0123456789")
        if letters not in self._letters:
            self._letters[letters] = column_index(letters)
        return self._letters[letters]

    def _value_read(self, text: str) -> None:
        self._value = text

    def _formula_read(self, text: str) -> None:
        self._formula = text

    def _end_cell(self, _: str) -> None:
        if self._row is None:
            return
        style = self._style_of_cell()
        text, is_struck = self._text_of_cell(style)
        if self._is_uncalculated():
            text = f"={self._formula or '(a formula)'}"
            self.cells.uncalculated.add((self._row_number, self._index))
        elif self._only_first and text.strip():
            raise _Enough
        if text and not text.isspace():
            self._keep(text, is_struck or style.is_struck)

    def _keep(self, text: str, is_struck: bool) -> None:
        row = self._row
        assert row is not None
        if self._index == len(row):
            row.append(text)
        else:
            row.extend([""] * (self._index + 1 - len(row)))
            row[self._index] = text
        if is_struck:
            self._struck.append(self._index)
            self._first_is_struck |= not self._filled
        self._filled += 1

    def _style_of_cell(self) -> Style:
        if self._style is None:
            return PLAIN
        number = int(self._style)
        return self._book.styles[number] if number < len(self._book.styles) else PLAIN

    def _is_uncalculated(self) -> bool:
        """A formula that gives no words has a value, which is blank; one that was never worked out has none."""
        if self._formula is None or (self._type == "str" and self._value is not None):
            return False
        return not self._value or (self._value == "0" and self._book.saved_is_stale)

    def _text_of_cell(self, style: Style) -> tuple[str, bool]:
        """The cell's text, and whether all of it is struck through in itself."""
        if self._type == "inlineStr":
            if self._rich.struck:
                self._part_struck(self._rich.struck_part)
            return self._words(self._rich.text), self._rich.is_struck
        value = self._value
        if not value:
            return "", False
        if self._type == "s":
            number, strings = int(value), self._book.strings
            if strings.struck_parts:
                self._part_struck(strings.struck_parts.get(number))
            return strings.texts[number], number in strings.struck
        if self._type == "n":
            return number_text(value, style, self._book.epoch), False
        if self._type == "b":
            return ("TRUE" if is_on(value) else "FALSE"), False
        if self._type == "d":
            return value if _ZONE.search(value) else value.partition("T")[0] or value, False
        return self._words(value), False

    def _part_struck(self, text: str | None) -> None:
        if text:
            self.cells.struck_parts[self._row_number, self._index] = text


def _is_nothing(size: str | None) -> bool:
    return size is not None and float(size) == 0
