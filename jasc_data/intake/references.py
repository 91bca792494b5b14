"""References and numbers as spreadsheets spoil them: looked at before they are kept as an item's identity."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jasc_data.domain.normalise import reference_key
from jasc_data.intake.problems import CellFault
from jasc_data.intake.signs import tells_nothing_apart
from jasc_data.intake.words import month_number

_SPOILT = re.compile(
    r"(?P<exponent>\d(?:[.,]\d+)?[Ee][+\-]?\d{1,3})"
    r"|(?P<date>(?:\d{4}-\d{2}-\d{2}|\d{1,2}-[A-Za-z]{3}(?:-\d{2,4})?|[A-Za-z]{3}-\d{2}|\d{2}/\d{2}/\d{4})"
    r"(?: 00:00:00)?)"
    r"|(?P<month>[A-Za-z]+) [12][0-9]{3}"
    r"|(?P<rounded>[1-9][0-9]{14}0+)"
)
_NINTH = re.compile(r"(\d+\.)([1-9]?9)")  # after which comes one that ends in a nought
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")


def reference_fault(field: str, value: str | None, *, alone: bool) -> CellFault | None:
    """What is wrong with a reference or a number, as ``visible`` gives it; alone: it is what the item is known by."""
    if not value:
        return None
    if alone and tells_nothing_apart(value):
        return CellFault("reference.sign", field=field)
    spoilt = _SPOILT.fullmatch(value)
    if spoilt is None:
        return None
    if spoilt["exponent"]:
        return CellFault("reference.exponent", field=field, meant=_written_out(value))
    if spoilt["rounded"]:
        return CellFault("reference.rounded", field=field)
    return CellFault("reference.date", field=field) if spoilt["date"] or month_number(spoilt["month"]) else None


def noughts_lost(field: str, values: Sequence[str | None], groups: Sequence[object]) -> Iterator[tuple[int, CellFault]]:
    """By its place, each value that follows 1.9 as 1.1, which 1.10 becomes where it is taken for a number; groups: of
    which list each is, for the next begins anew."""
    for place, (before, value) in enumerate(pairwise(values), start=1):
        if before and value and before[-1] == "9" and groups[place - 1] == groups[place]:
            ninth = _NINTH.fullmatch(before)
            meant = f"{ninth[1]}{int(ninth[2]) + 1}" if ninth else ""
            if meant and value == meant.rstrip("0"):
                yield place, CellFault("reference.nought_lost", field=field, before=before, meant=meant)


def look(reference: str) -> str:
    """Equal for references that look the same to a person: one hyphen is like another."""
    key = reference_key(reference)
    return key if key.isascii() else _DASHES.sub("-", key)


def loose_key(reference: str) -> str:
    """Equal for references that differ in leading zeros, hyphens, spaces or an apostrophe before them alone, as a
    spreadsheet changes them."""
    return _ZEROS.sub("", look(reference).lstrip("'")).replace(" ", "").replace("-", "")


def _written_out(number: str) -> str:
    """The digits that an exponent stands for, as far as they are there: ``1E+05`` is 100000."""
    return f"{float(number.replace(',', '.')):.0f}"
