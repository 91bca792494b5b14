"""How wide the columns of a printed table are, and how large its text: as its words ask, and no word broken."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from jasc_data.drawing.table_spec import Format, TableSpec
from jasc_data.drawing.tables.cell_words import table_words

NUMBERS = frozenset(Format) - {Format.TEXT, Format.LONG_DATE, Format.SHORT_DATE, Format.ISO_DATE, Format.AGE}
_LETTER, _AIR = 0.6, 15.0  # of the text's height that a letter takes where it is bold; points beside a cell's words
_ENOUGH = 40  # letters of a line, beyond which more width makes a cell no easier to read


class _Letters(NamedTuple):
    """Of a column: those of its longest word, and of its longest text."""

    word: int
    text: int


def measured(spec: TableSpec, width: float, sizes: Sequence[float]) -> tuple[list[float], float]:
    """The widths of the columns in points, and the first of the sizes at which no word is broken; else the last."""
    letters = [_letters(texts) for texts in _texts(spec)]
    size = next((size for size in sizes if sum(_least(one, size) for one in letters) <= width), sizes[-1])
    least = [_least(one, size) for one in letters]
    asked = [(one.text - one.word) * _LETTER * size for one in letters]
    share = min(1.0, max(0.0, width - sum(least)) / sum(asked)) if sum(asked) else 0.0
    widths = [base + more * share for base, more in zip(least, asked, strict=True)]
    return [wide * min(1.0, width / sum(widths)) for wide in widths], size


def _texts(spec: TableSpec) -> Iterable[list[str]]:
    """Every text of each column, the lines below a value too."""
    below = [[[line.text for line in cell.below] for cell in row.cells] for row in spec.rows]
    for place, column in enumerate(zip(*table_words(spec), strict=True)):
        yield [*column, *(line for row in below for line in row[place])]


def _letters(texts: Iterable[str]) -> _Letters:
    words = [text.split() or [""] for text in texts]
    word = max(len(word) for told in words for word in told)
    return _Letters(word, max(word, min(max(len(" ".join(told)) for told in words), _ENOUGH)))


def _least(letters: _Letters, size: float) -> float:
    return letters.word * _LETTER * size + _AIR
