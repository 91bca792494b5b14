"""What a table is: typed values under headings that say how they are to be read, with nothing of any medium.

What is written of a value is the renderers' to ask of `wording`; see `jasc_data/drawing/tables`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import NamedTuple


class Format(Enum):
    """How the values of a column are written."""

    TEXT = "words"
    COUNT = "a whole number; a mean of such numbers, which is a float, to one decimal"
    AVERAGE = "to one decimal"
    PERCENT = "a fraction as a whole per cent"
    SHARE = "a part as a whole per cent of its whole, with both"
    OF_ITS = "a part of its whole; the number alone where it is all"
    LONG_DATE = "a day or a span of days, the month written out"
    SHORT_DATE = "the same with the month cut short"
    ISO_DATE = "a day as machines read it"
    PLAIN = "a whole number as machines read it"
    AGE = "how long the span lasts, in years and months"
    DAYS = "a number of days"
    TIMES = "how often"
    SIGNED = "what comes on top or goes off in a sum"
    SUM = "what a sum comes to"


class Missing(NamedTuple):
    """There is no value, and why: it is never 0, and never a word among the numbers."""

    words: str


NOT_HELD = Missing("not held")
NOT_KNOWN = Missing("not known")


class Span(NamedTuple):
    """The first and the last of several days."""

    first: date
    last: date


class Part(NamedTuple):
    """A part of a whole: counts, or averages of counts."""

    part: float
    whole: float


class Link(NamedTuple):
    """Where a cell leads: to what, which of them (its id), and as of which day (None: the day that is shown)."""

    to: str
    id: int
    as_of: date | None = None


class Weight(Enum):
    """How much a line below a cell's value is to be noticed."""

    LESS = "less than the value"
    EQUAL = "as much"
    MORE = "more"


class Line(NamedTuple):
    """A line of its own below a cell's value."""

    text: str
    weight: Weight = Weight.LESS


Value = str | int | float | date | Span | Part | Missing | None  # None is blank: nothing belongs there


@dataclass(frozen=True)
class Cell:
    """A value that stands with more. notes: what is said in brackets behind it; a day in a note is written short.

    emphasised: it is what the table is about. format: its own, where it is not read as the rest of its column.
    """

    value: Value
    notes: tuple[str | date, ...] = ()
    below: tuple[Line, ...] = ()
    link: Link | None = None
    emphasised: bool = False
    format: Format | None = None


Content = Value | Cell
Contents = tuple[Content, ...]


@dataclass(frozen=True)
class Column:
    """A heading, how the values below it are written, and whether it is what the table is about."""

    heading: str
    format: Format = Format.TEXT
    emphasised: bool = False


@dataclass(frozen=True)
class Row:
    """The cells of a row, one a column; those that are a value and no more stand as that value."""

    contents: Contents
    emphasised: bool = False

    @property
    def cells(self) -> Iterator[Cell]:
        """Each of them as a cell."""
        return (content if isinstance(content, Cell) else Cell(content) for content in self.contents)


@dataclass(frozen=True)
class TableSpec:
    """A table. caption: what it shows, blank for the figures of a chart, whose alternative text says it.

    headed_rows: the first cell of each row names the row.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    headed_rows: bool = True

    @property
    def of_figures(self) -> bool:
        """True where nothing but figures stands behind the first column, which are then read down, aligned."""
        return all(column.format is not Format.TEXT for column in self.columns[1:])

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def first_rows(self, number: int) -> "TableSpec":
        """The same with no more rows than that."""
        return replace(self, rows=self.rows[:number])

    def without(self, left_out: Column) -> "TableSpec":
        """The same without that column."""
        kept = [place for place, column in enumerate(self.columns) if column is not left_out]
        rows = (replace(row, contents=tuple(row.contents[place] for place in kept)) for row in self.rows)
        return replace(self, columns=tuple(self.columns[place] for place in kept), rows=tuple(rows))

    def turned(self, heading: str) -> "TableSpec":
        """The same with its rows as columns of counts, for a page that is narrower than the table.

        heading: of the names that headed the columns. Values keep the formats that they have.
        """
        rows = [list(row.cells) for row in self.rows]
        heads = zip(rows, self.rows, strict=True)
        columns = [Column(str(cells[0].value), Format.COUNT, row.emphasised) for cells, row in heads]
        turned = []
        for place, column in enumerate(self.columns[1:], start=1):
            cells = [replace(row[place], format=row[place].format or column.format) for row in rows]
            turned.append(Row((column.heading, *cells), column.emphasised))
        return replace(self, columns=(Column(heading), *columns), rows=tuple(turned))

    def captioned(self, caption: str) -> "TableSpec":
        """The same with what is said of it."""
        return replace(self, caption=caption)


def rows_of(contents: Iterable[Iterable[Content]], emphasised: str = "") -> tuple[Row, ...]:
    """Rows of these contents; the ones that begin with ``emphasised`` are what the table is about."""
    rows = (tuple(cells) for cells in contents)
    return tuple(Row(cells, bool(emphasised) and cells[0] == emphasised) for cells in rows)
