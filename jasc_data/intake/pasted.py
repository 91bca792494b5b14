"""A table pasted from Word, Excel or a PDF file: the bytes of a CSV file that the importer reads like any other.

Only the form is dealt with here: which characters set the cells apart, and lines that were broken within a cell. What
a cell says is left as it is, footnote marks and blanks included, and is judged by the importer.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from jasc_data.domain.forces import ForceDirectory
from jasc_data.domain.normalise import spelling_key
from jasc_data.intake.checking import CheckContext, check_file
from jasc_data.intake.uploads import CheckedFile, UploadRequest
from jasc_data.intake.words import KINDS, is_average_or_total

Known = Callable[[str], bool]

_KIND_WORDS = {word for words in KINDS.values() for word in words.split("|")}
_WIDE_GAP = re.compile(r"(?<=\S)(?:[ \xa0]{2,})(?=\S)")
_NUMBER = re.compile(r"[\d.,]*\d[\d.,]*\W?")  # with a footnote's mark
_GROUPED = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_MOST_WORDS = 6  # of a force's name


def pasted_csv(text: str, directory: ForceDirectory) -> bytes:
    """The pasted text as a CSV file in UTF-8, rows numbered as they stand in the table."""
    written = io.StringIO(newline="")
    csv.writer(written).writerows(pasted_cells(text, directory))
    return written.getvalue().encode()


def pasted_cells(text: str, directory: ForceDirectory) -> list[list[str]]:
    """The cells of the pasted table. Tabs (Word and Excel) set them apart; without any tab semicolons, bars, commas,
    wide gaps or, as in a PDF file, the words that are known and the numbers."""

    def known(words: str) -> bool:
        return bool(directory.find(words)) or spelling_key(words) in _KIND_WORDS or is_average_or_total(words)

    text = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    if "\t" in text:
        return _mended(_separated(text, "\t"), known)
    lines = [line for line in text.split("\n") if line.strip()]
    for delimiter in ";|,":
        if 2 * sum(delimiter in _GROUPED.sub("", line) for line in lines) > len(lines):
            return _separated(text, delimiter)
    if all(_WIDE_GAP.search(line) for line in lines):
        return _mended([_at_wide_gaps(line) for line in text.split("\n")], known)
    return _by_words(lines, known)


def _separated(text: str, delimiter: str) -> list[list[str]]:
    """Excel puts a cell of several lines into quotation marks, Word never does."""
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        return [line.split(delimiter) for line in text.split("\n")]


def _at_wide_gaps(line: str) -> list[str]:
    cells = _WIDE_GAP.split(line.rstrip())
    return ["", *cells] if line.startswith((" ", "\xa0")) else cells


def _mended(rows: list[list[str]], known: Known) -> list[list[str]]:
    """Rows of a table from Word, in which a line broken within a cell breaks the row: joined where that gives a whole
    row, and left for the importer to refuse where it does not."""
    width = max(map(len, rows), default=0)
    mended: list[list[str]] = []
    place = 0
    while place < len(rows):
        row, following = _joined(rows, place, width)
        if (
            row
            and mended
            and len(mended[-1]) == 1
            and not known(row[0])
            and known(f"{mended[-1][0].strip()} {row[0].strip()}")
        ):
            row = [f"{mended.pop()[0]} {row[0]}", *row[1:]]  # the first cell's own line was broken
        mended.append(row)
        place = following
    return mended


def _joined(rows: list[list[str]], place: int, width: int) -> tuple[list[str], int]:
    """The row at that place with the broken ones after it, and where the next one begins."""
    row, following = rows[place], place + 1
    while 1 < len(row) < width and following < len(rows) and len(rows[following]) < width:
        first, *rest = rows[following] or [""]
        row = [*row[:-1], f"{row[-1]} {first}".strip(), *rest]
        following += 1
    return (row, following) if len(row) == width else (rows[place], place + 1)


def _by_words(lines: list[str], known: Known) -> list[list[str]]:
    """A table whose cells stand one blank apart: numbers are cells, and so are the longest words that are known."""
    rows: list[list[str]] = []
    words: list[str] = []
    for line in lines:
        tokens = line.split()
        numbers = [token for token in tokens if _NUMBER.fullmatch(token)]
        if numbers and words:
            rows.append(list(_known_cells(words, known)))
            words = []
        if numbers:
            first = tokens.index(numbers[0])
            rows.append([" ".join(tokens[:first]), *tokens[first:]])
        else:
            words += tokens
    rows += [list(_known_cells(words, known))] if words else []
    return _with_corner(rows)


def _known_cells(words: list[str], known: Known) -> Iterator[str]:
    place = 0
    while place < len(words):
        reaches = range(min(len(words), place + _MOST_WORDS), place, -1)
        reach = next((end for end in reaches if known(" ".join(words[place:end]))), place + 1)
        yield " ".join(words[place:reach])
        place = reach


def _with_corner(rows: list[list[str]]) -> list[list[str]]:
    """The headings of such a table lack the blank cell in their corner."""
    first_figures = next((place for place, row in enumerate(rows) if _NUMBER.fullmatch(row[-1])), 0)
    if first_figures and len(rows[first_figures - 1]) == len(rows[first_figures]) - 1:
        rows[first_figures - 1].insert(0, "")
    return rows


def looked_at(content: bytes, file_name: str, context: CheckContext) -> CheckedFile:
    """The table as it would be read, before its date is asked for: today's stands in where the table has none."""
    checked = check_file(content, file_name, UploadRequest(as_of=context.today), context)
    if any(column.field == "as_of" for column in checked.columns):
        return check_file(content, file_name, UploadRequest(), context)
    contradicted = "as_of.title"  # today's date, which nobody has given
    return replace(checked, problems=tuple(found for found in checked.problems if found.code != contradicted))
