"""Leaves out what a sheet spells but does not hold: a table formatted to its last column has millions of cells without
a value, each of which would cost as much to read as one with a value.

Only what says its own place and holds nothing goes, and only before something that says its own place too, so every
cell that is left keeps its row and column.
"""

import re
from collections.abc import Iterable, Iterator

_LONGEST_ROW = 2 * 1024 * 1024  # a row of all 16,384 columns has half a million bytes; a longer one is read as it is
_START_OF_ROW = b'<row r="'  # every piece ends before one, so its end is a place too
_DECLARATION = b"<?xml"
_NOT_MARKUP = (b"<![CDATA[", b"<!--", b"<?", b"<!DOCTYPE")  # what follows may look like cells and be none

# A run is taken whole and never tried again from its middle, or a hostile file could make this the slow part. The
# empty group says that what follows has a place of its own.
_BLANK_CELLS = re.compile(
    rb'(?:<c r="[A-Z]{1,3}[0-9]{1,7}"(?: s="[0-9]{1,5}")? ?/>[ \t\r\n]*+)++(?:(?=</row>|<c r=")())?'
)
_EMPTY_ROWS = re.compile(
    rb'(?:<row r="[0-9]{1,7}"[^<>]*+(?:(?<=/)>|>[ \t\r\n]*+</row>)[ \t\r\n]*+)++(?:(?=</sheetData>|<row r="|\Z)())?'
)


def without_blanks(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The XML of a sheet without cells that hold nothing and rows without cells; all other bytes as they came."""
    held = b""
    is_plain = True
    for chunk in chunks:
        held += chunk
        if is_plain:
            upto = held.rfind(_START_OF_ROW)
            is_plain = len(held) - upto < _LONGEST_ROW and not _may_hide_markup(held)
        if is_plain:
            if upto > 0:
                yield _light(held[:upto])
                held = held[upto:]
        else:
            yield held
            held = b""
    yield held


def _light(piece: bytes) -> bytes:
    return _EMPTY_ROWS.sub(_unless_followed_by_place, _BLANK_CELLS.sub(_unless_followed_by_place, piece))


def _unless_followed_by_place(run: re.Match[bytes]) -> bytes:
    return run[0] if run.lastindex is None else b""


def _may_hide_markup(piece: bytes) -> bool:
    return any(mark in piece.removeprefix(_DECLARATION) for mark in _NOT_MARKUP)
