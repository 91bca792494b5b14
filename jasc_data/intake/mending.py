"""What is done and said about a sheet's text before anybody asks what it means.

Excel's way of forcing text (``="R1"``) is read as the text. What looks garbled is never mended in silence: a warning
for each column says the first value as it is kept and as it was probably meant. Once it is known what the columns mean,
those that an item is known by are looked at again.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Self

from jasc_data.intake.garbled import (
    MARKUP,
    ODD,
    SOUND,
    TERM_ID,
    TWICE,
    before_read_twice,
    in_table,
    likely_table,
    without_ids,
    without_lost,
    without_markup,
)
from jasc_data.intake.layouts import Table
from jasc_data.intake.problems import Problem, problem
from jasc_data.intake.reading import Sheet, SheetRow, column_letter

_IDENTITY = frozenset({"reference", "number", "report", "cause_of_concern"})
_EQUALS = re.compile(r'\A\s*=\s*"((?:[^"]|"")*)"\s*\Z')
_ASCII = bytes(range(128))
_RUN = re.compile(r"[^\x00-\x7f]+")
_TABLE_NAMES = {"cp850": "MS-DOS", "cp437": "MS-DOS", "mac_roman": "an old Mac"}
_ROWS_AT_ONCE = 1_000
_ODD_CELLS = 200  # are enough to tell the table of characters


@dataclass
class _Noticed:
    """What the texts of a sheet hold somewhere: what may force a text, what may be an id, characters beyond ASCII."""

    equals: bool = False
    ids: bool = False
    beyond_ascii: set[str] = field(default_factory=set)

    @classmethod
    def in_texts_of(cls, rows: Sequence[SheetRow]) -> Self:
        """Looks at some rows at once, and at what they repeat once: all of it as one text would be held twice."""
        noticed = cls()
        for start in range(0, len(rows), _ROWS_AT_ONCE):
            texts = set[str]().union(*(row.cells for row in rows[start : start + _ROWS_AT_ONCE]))
            noticed._look("\n".join(texts))
        return noticed

    def _look(self, text: str) -> None:
        self.equals = self.equals or '="' in text or '= "' in text
        self.ids = self.ids or ";#" in text or ("|" in text and bool(TERM_ID.search(text)))
        if not text.isascii():
            self.beyond_ascii.update(text.encode("utf-8", "replace").translate(None, _ASCII).decode())


@dataclass
class _Finding:
    """The first cell of a column in which something was found, and in how many cells it was."""

    row_number: int
    value: str
    meant: str
    count: int = 0


def mended(sheet: Sheet) -> Sheet:
    """The sheet with what was forced to be text as that text, and with what is to be said of its texts.

    A look at all its texts comes first: most files are sound, and their cells are not looked at singly.
    """
    noticed = _Noticed.in_texts_of(sheet.rows)
    rows, found = _without_equals(sheet.rows) if noticed.equals else (sheet.rows, [])
    if noticed.ids:
        found += _told("text.lookup_id", rows, without_ids)
    sound = SOUND if sheet.encoding != "Windows-1252" else frozenset[str]()  # which text of an older table can be, too
    if not sound.issuperset(noticed.beyond_ascii):
        found += _garbled(rows, "\n".join(chain.from_iterable(row.cells for row in sheet.rows)))
    return replace(sheet, rows=rows, problems=(*sheet.problems, *found)) if found else sheet


def markup_problems(table: Table) -> list[Problem]:
    """Marks of a web page in the columns whose words are an item's identity: elsewhere they do no harm."""
    said = {
        column.letter: "\n".join(row.cells[column.index] for row in table.rows)
        for column in table.columns
        if column.field in _IDENTITY
    }
    marked = {letter for letter, text in said.items() if any(map(text.__contains__, "&<[")) and MARKUP.search(text)}
    found = _told("text.markup", table.rows, without_markup) if marked else ()
    return [entry for entry in found if entry.column_letter in marked]


def _without_equals(rows: tuple[SheetRow, ...]) -> tuple[tuple[SheetRow, ...], list[Problem]]:
    forced = [cell for row in rows for cell in row.cells if _EQUALS.match(cell)]
    if not forced:
        return rows, []
    freed = (replace(row, cells=tuple(_EQUALS.sub(_inner, cell) for cell in row.cells)) for row in rows)
    kept = tuple(row for row in freed if any(cell.strip() for cell in row.cells))
    cells = "1 cell" if len(forced) == 1 else f"{len(forced)} cells"
    return kept, [problem("sheet.equals_quoted", value=forced[0], cells=cells)]


def _inner(match: re.Match[str]) -> str:
    return match[1].replace('""', '"')


def _garbled(rows: Sequence[SheetRow], everything: str) -> list[Problem]:
    found: list[Problem] = []
    suspicious = _in_context(everything)
    if TWICE.search(suspicious):
        found += _told("text.mojibake", rows, before_read_twice)
    if "\ufffd" in suspicious:
        found += _told("text.lost", rows, without_lost)
    if ODD.search(suspicious):
        found += _of_another_table(rows)
    return found


def _in_context(everything: str) -> str:
    """Each different run of characters beyond ASCII once, with as much around it as the searches look at."""
    return "\n".join({everything[max(0, run.start() - 1) : run.end() + 2] for run in _RUN.finditer(everything)})


def _of_another_table(rows: Sequence[SheetRow]) -> list[Problem]:
    odd = (cell for row in rows for cell in row.cells if not cell.isascii() and ODD.search(cell))
    table = likely_table(cell for _, cell in zip(range(_ODD_CELLS), odd, strict=False))
    if table is None:
        return []

    def meant(text: str) -> str | None:
        return None if before_read_twice(text) else in_table(text, table)

    return list(_told("text.codepage", rows, meant, _TABLE_NAMES[table]))


def _told(
    code: str, rows: Sequence[SheetRow], meant: Callable[[str], str | None], system: str = ""
) -> Iterator[Problem]:
    """A problem for each column with such cells, at the first of them."""
    columns: dict[int, _Finding] = {}
    for row in rows:
        for index, cell in enumerate(row.cells):
            probably = meant(cell) if cell else None
            if probably is not None:
                columns.setdefault(index, _Finding(row.number, cell, probably)).count += 1
    for index, first in sorted(columns.items()):
        others = f" ({first.count} cells of the column are like it)" if first.count > 1 else ""
        yield problem(
            code,
            row_number=first.row_number,
            column_letter=column_letter(index),
            value=first.value,
            other=first.meant,
            others=others,
            system=system,
        )
