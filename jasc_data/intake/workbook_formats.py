"""What a number's format shows around its digits: the words before and after them, zeros, groups of a code."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_FIRST = re.compile(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"])*')  # of the format's sections: that of numbers above nought
_PART = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|(?P<bare>[-+(): ])|(?P<digits>General|[0#?.,%]+)'
    r"|\[[^\]<>=]*\]|[_*]."  # colours, currencies, and room that is left, are nothing that a person reads
)
_DIGITS = re.compile(r"(?:General|(0*)#?|#,##0)(?:\.(0+))?(%?)")
_GROUP = re.compile(r"0+")


class Shown(NamedTuple):
    """How a number is shown: with words around it, padded with zeros to so many digits and decimals, as per cent; or
    its digits in groups, which stand in ``groups`` with what stands between them."""

    before: str = ""
    after: str = ""
    digits: int = 0
    decimals: int = 0
    is_share: bool = False
    groups: tuple[str, ...] = ()


def shown_by(code: str) -> Shown:
    """What the format shows of a number; nothing where it is no simple one, so that the number's own digits count."""
    parts = _parts(code)
    before = parts.pop(0) if parts and not _is_digits(parts[0]) else ""
    after = parts.pop() if parts and not _is_digits(parts[-1]) else ""
    after = "" if after[:1].isspace() else after  # a unit (``30 days``), which a count or a level is read without
    digits = [part.removeprefix("\0") for part in parts]
    if len(parts) == 1 and (match := _DIGITS.fullmatch(digits[0])):
        zeros, decimals, share = match.groups(default="")
        return Shown(before, after, len(zeros) if len(zeros) > 1 else 0, len(decimals), bool(share))
    if len(parts) > 1 and all(map(_GROUP.fullmatch, digits[::2])):
        return Shown(before, after, groups=tuple(digits))
    return Shown()


def in_groups(number: str, groups: tuple[str, ...]) -> str:
    """The digits as the groups have them, filled up with zeros; what is too long stands in the first.

    >>> in_groups("12345", ("000", "-", "000"))
    '012-345'
    """
    digits = number.zfill(sum(map(len, groups[::2])))
    shown = ""
    for between, group in zip(("", *groups[-2::-2]), groups[::-2], strict=True):
        digits, shown = digits[: -len(group)], digits[-len(group) :] + between + shown
    return digits + shown


def _parts(code: str) -> list[str]:
    """The words and, marked by a nought byte, the places for digits of a format in turn; none where it has others."""
    first = _FIRST.match(code)
    parts: list[str] = []
    place, section = 0, first[0] if first else ""
    while place < len(section):
        match = _PART.match(section, place)
        if match is None:
            return []
        place = match.end()
        for text in _texts(match):
            joins = parts and _is_digits(parts[-1]) == _is_digits(text)
            parts[-1:] = [parts[-1] + text.removeprefix("\0")] if joins else [*parts[-1:], text]
    return parts


def _texts(match: re.Match[str]) -> Iterator[str]:
    if match["digits"]:
        yield "\0" + match["digits"]
    elif word := match["quoted"] or match["escaped"] or match["bare"]:
        yield word


def _is_digits(part: str) -> bool:
    return part.startswith("\0")
