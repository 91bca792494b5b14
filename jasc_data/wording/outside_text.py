"""Text from outside as any medium may have it: its directions end where it ends, and no terminal is told what to do.

A name that turns the direction of writing would turn the date beside it as well: 12 September could read as 21.
"""

import json
import re

_TURNS, _TURNED_BACK = "\u202a\u202b\u202d\u202e", "\u202c"
_APART, _TOGETHER = "\u2066\u2067\u2068", "\u2069"
_FIRST_STRONG = "\u2068"
_DIRECTED = re.compile(f"[{_TURNS}{_TURNED_BACK}{_APART}{_TOGETHER}]")
_MARKS = re.compile("[\u061c\u200e\u200f]")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_NOT_TO_BE_SEEN = re.compile(f"{_CONTROLS.pattern}|{_DIRECTED.pattern}|[\u2028\u2029]")  # lines of their own, too


def isolated(text: str) -> str:
    """The text, set apart from what stands beside it where it says anything of directions; other text stays.

    What it opens is closed, what it closes and never opened is left out.
    """
    if text.isascii() or not (_DIRECTED.search(text) or _MARKS.search(text)):
        return text
    if text[0] == _FIRST_STRONG and text[-1] == _TOGETHER and _balanced(text[1:-1]) == text[1:-1]:
        return text
    return f"{_FIRST_STRONG}{_balanced(text)}{_TOGETHER}"


def undirected(text: str) -> str:
    """The text as it may stand in a sentence or a label of ours: nothing in it says anything of directions.

    Where a name ends within a sentence nobody can tell any more, so what it opens would go on to the figures behind it.
    """
    return text if text.isascii() else _MARKS.sub("", _DIRECTED.sub("", text))


def without_controls(text: str) -> str:
    """The text as a terminal may have it: lines and tabs stay, nothing in it moves, colours, asks or rings."""
    return _CONTROLS.sub("", text)


def json_text(value: object, indent: int | None = None) -> str:
    """The value as JSON that a terminal may have: what commands one or turns directions is written as its number.

    Raises TypeError for what JSON cannot hold.
    """
    said = json.dumps(value, indent=indent, ensure_ascii=False)
    return _NOT_TO_BE_SEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", said)


def _balanced(text: str) -> str:
    kept: list[str] = []
    open_: list[str] = []  # what closes each that is open, the innermost last
    for letter in text:
        if letter in _TURNS:
            open_.append(_TURNED_BACK)
        elif letter in _APART:
            open_.append(_TOGETHER)
        elif letter in (_TURNED_BACK, _TOGETHER):
            if not open_ or open_[-1] != letter:
                continue
            open_.pop()
        kept.append(letter)
    return "".join((*kept, *reversed(open_)))
