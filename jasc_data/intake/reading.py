"""Bytes to a sheet of cells: encoding, delimiter, quoting. Forgiving about form, and says what it found."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from jasc_data.intake.fields import KNOWN_HEADINGS, heading_key
from jasc_data.intake.file_kinds import kind_of_bytes, kind_of_text
from jasc_data.intake.problems import Problem, problem
from jasc_data.wording.spreadsheet_text import as_written

SIZE_LIMIT_MB = 50
_DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_CONTROLS = bytes({*range(0x20)} - {*range(0x09, 0x0E)})
_UTF8_PAIR = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
_SAMPLE_LINES = 200
_AT_ONCE = 64 * 1024  # bytes
_LONGEST_HEADING = max(map(len, KNOWN_HEADINGS)) + 10  # with what people put around it
_TELLING_HEADINGS = 3  # known ones in one row

csv.field_size_limit(SIZE_LIMIT_MB * 1024 * 1024)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row that is not blank, numbered as a spreadsheet shows it."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """The cells of a file as text. ``encoding`` and ``delimiter`` are in words fit for a page.

    epoch: the day from which a workbook counts its dates (it has two systems), None for text: there a number is no
    date. problems: what was noticed in reading (hidden rows, merged cells filled). uncalculated: cells, by row number
    and column index from 0, that hold a formula whose value was never saved; their text is the formula. joined: cells,
    told likewise, that are part of another by merging. struck_parts: by such a cell, what of it is struck through.
    name: the name of a workbook's sheet, blank for text.
    """

    encoding: str
    delimiter: str
    rows: tuple[SheetRow, ...]
    epoch: date | None = None
    problems: tuple[Problem, ...] = ()
    uncalculated: frozenset[tuple[int, int]] = frozenset()
    joined: frozenset[tuple[int, int]] = frozenset()
    struck_parts: Mapping[tuple[int, int], str] = field(default_factory=dict)
    name: str = ""


class _Said(dict[str, str]):
    """The cells of a file as they were written: what is said many times is one text, a third of the memory."""

    def __missing__(self, cell: str) -> str:
        self[cell] = text = as_written(cell)
        return text


class Unreadable(Exception):
    """The file as a whole cannot be read; carries its one problem."""

    def __init__(self, found: Problem):
        super().__init__(found)
        self.problem = found

    def __str__(self) -> str:
        return self.problem.message


def read_sheet(content: bytes) -> Sheet:
    """The sheet in the bytes of a CSV file. Raises Unreadable with the problem that says why not."""
    refuse_too_large(content)
    _refuse(kind_of_bytes(content))
    written = _written(content)
    rows = tuple(_rows(written))
    if all(len(row.cells) < 2 for row in rows):
        raise Unreadable(problem("file.not_table"))
    return Sheet(written.encoding, _DELIMITERS[written.delimiter], rows)


def refuse_too_large(content: bytes) -> None:
    """Raises Unreadable for a file larger than any export."""
    if len(content) > SIZE_LIMIT_MB * 1024 * 1024:
        size = -(-len(content) // (1024 * 1024))
        raise Unreadable(problem("file.too_large", size=size, limit=SIZE_LIMIT_MB))


def column_letter(index: int) -> str:
    """The spreadsheet's letter of a column counted from 0: 0 -> A, 26 -> AA."""
    letters = ""
    index += 1
    while index:
        index, remainder = divmod(index - 1, 26)
        letters = chr(ord("A") + remainder) + letters
    return letters


@dataclass(frozen=True)
class _Written:
    """The bytes of a text and how it is written. The text itself is let go: it would be held beside its cells."""

    content: bytes
    codec: str
    encoding: str
    delimiter: str
    has_nul: bool


def _written(content: bytes) -> _Written:
    """How the text in the bytes is written, once it is known to be one."""
    codec, encoding = _codec(content)
    text = _strictly(content, codec)
    if text.endswith("\x1a"):  # with which MS-DOS ends a text
        text = text.rstrip("\x1a")
        content = text.encode(codec)
    if not text or text.isspace():
        raise Unreadable(problem("file.empty"))
    _refuse(kind_of_text(text))
    return _Written(content, codec, encoding, _delimiter(text), "\x00" in text)


def _refuse(code: str | None) -> None:
    if code is not None:
        raise Unreadable(problem(code))


def _codec(content: bytes) -> tuple[str, str]:
    """The name by which Python decodes the bytes, and the one fit for a page."""
    for bom, name in _BOMS.items():
        if content.startswith(bom):
            return name, {"utf-8-sig": "UTF-8 with BOM", "utf-16": "UTF-16"}[name]
    sixteen = _utf16_without_bom(content)
    if sixteen:
        return sixteen, "UTF-16"
    if _control_characters(content) > max(4, len(content) // 200):
        raise Unreadable(problem("file.binary"))
    try:
        content.decode("utf-8")
        return "utf-8", "UTF-8"
    except UnicodeDecodeError as failure:
        if _UTF8_PAIR.search(content):
            line = content.count(b"\n", 0, failure.start) + 1
            raise Unreadable(problem("file.mixed_encoding", row_number=line)) from None
    return "cp1252", "Windows-1252"


def _control_characters(content: bytes) -> int:
    parts = (content[start : start + _AT_ONCE] for start in range(0, len(content), _AT_ONCE))
    return sum(len(part) - len(part.translate(None, _CONTROLS)) for part in parts)


def _utf16_without_bom(content: bytes) -> str | None:
    """Latin text in UTF-16 has a zero in nearly every second byte."""
    sample = content[:2000]
    half = max(1, len(sample) // 2)
    if sample[1::2].count(0) > 0.7 * half and sample[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable(problem("file.encoding")) from None


def _delimiter(text: str) -> str:
    """The delimiter that cuts a row into known headings, whatever else the texts below are full of; else the one that
    cuts most rows into the same number of cells, and into most of them."""
    sample = "\n".join(text[: 400 * _SAMPLE_LINES].splitlines()[:_SAMPLE_LINES])

    def likelihood(delimiter: str) -> tuple[int, float]:
        rows = [cells for cells in csv.reader(io.StringIO(sample), delimiter=delimiter) if cells]
        widths = Counter(map(len, rows))
        evenness = max(((width - 1) * number * number / len(rows) for width, number in widths.items()), default=0)
        if not evenness:
            return 0, 0
        headings = max(sum(map(_is_known_heading, cells)) for cells in rows)
        return headings if headings >= _TELLING_HEADINGS else 0, evenness

    return max(_DELIMITERS, key=likelihood)


def _is_known_heading(cell: str) -> bool:
    return len(cell) <= _LONGEST_HEADING and heading_key(cell) in KNOWN_HEADINGS


def _rows(written: _Written) -> Iterator[SheetRow]:
    lines = io.TextIOWrapper(io.BytesIO(written.content), written.codec, newline="")
    reader = csv.reader(lines, delimiter=written.delimiter, strict=True)
    said = _Said().__getitem__
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            if written.has_nul and any("\x00" in cell for cell in cells):
                raise Unreadable(problem("file.nul", row_number=number))
            if any(map(str.strip, cells)):
                yield SheetRow(number, tuple(map(said, cells)))
    except csv.Error:
        raise Unreadable(problem("file.quotes", row_number=number + 1)) from None
