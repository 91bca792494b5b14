"""One way of saying that two spellings are the same word, used for forces, headings, reports and references."""

import re
import unicodedata
from functools import lru_cache

_ZERO_WIDTH = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_NOT_WORD = re.compile(r"[^\w]+|_+")

_MARKS = {  # a question mark amid words is what a lost dash leaves
    "%": re.compile("[%‰]"),
    "+/-": re.compile(r"[±\u2190-\u2199\u25b2\u25b3\u25bc\u25bd]|\+\s*/\s*[-\u2010-\u2015\u2212]|\(\s*[-+\u2212]\s*\)"),
    "?": re.compile(r"[?\ufe56\uff1f][\W_]*\Z"),
}

_SHORT = 60  # words of forces, kinds, grades and titles come again and again in a file; texts do not


def visible(text: str) -> str:
    """The text without zero-width and direction marks, trimmed, its runs of white space as single blanks."""
    return " ".join((text if text.isascii() else _ZERO_WIDTH.sub("", text)).split())


def spelling_key(text: str) -> str:
    """Equal for spellings that differ only in case, accents of form, ``&``/``and``, dashes, points or spaces.

    >>> spelling_key("Devon & Cornwall") == spelling_key("devon  and-cornwall.")
    True
    """
    return _short_key(text) if len(text) <= _SHORT else _key(text)


def marked_key(text: str) -> str:
    """The spelling key, apart from that of the word alone where a mark says that it is doubted or another measure.

    >>> marked_key("AFIs %"), marked_key("AFIs +/-"), marked_key("Closed?"), marked_key("AFIs*")
    ('afis %', 'afis +/-', 'closed ?', 'afis')
    """
    key = spelling_key(text)
    if text.isalnum() or not key:
        return key
    marks = [mark for mark, pattern in _MARKS.items() if pattern.search(text)]
    return " ".join([key, *marks])


def _key(text: str) -> str:
    if text.isascii() and text.isalnum():
        return text.lower()  # what all the rest would give
    folded = unicodedata.normalize("NFKC", visible(text)).casefold().replace("&", " and ").replace("'", "")
    return " ".join(_NOT_WORD.sub(" ", folded.replace("’", "")).split())


_short_key = lru_cache(maxsize=65_536)(_key)


def reference_key(text: str) -> str:
    """A portal reference as compared: trimmed, case-folded, without zero-width characters. Punctuation counts."""
    shown = visible(text)
    return shown.lower() if shown.isascii() else unicodedata.normalize("NFKC", shown).casefold()
