"""A date from which changes count, as an argument: a day, or one of the periods that have a name."""

import argparse
from datetime import date
from typing import NamedTuple

from jasc_data.command_line.viewpoint import day
from jasc_data.domain.failures import FileRefused
from jasc_data.editorial.periods import Beginnings, Since
from jasc_data.wording.numbers import long_date

_NAMED = {since.replace(" ", "-"): since for since in Since}
WORDS = " or ".join(_NAMED)


class Counted(NamedTuple):
    """The day that changes are counted from, what the reader must know of it, and what else whoever asked."""

    day: date
    known: tuple[str, ...] = ()
    said: tuple[str, ...] = ()


def since(text: str) -> date | Since:
    """The day or the name that an argument writes. Raises argparse.ArgumentTypeError with a sentence."""
    if text in _NAMED:
        return _NAMED[text]
    try:
        return day(text)
    except argparse.ArgumentTypeError as wrong:
        raise argparse.ArgumentTypeError(f"{wrong}, or {WORDS}") from None


def counted_since(held: Beginnings, asked: date | Since, until: date) -> Counted:
    """The day that is meant. Raises FileRefused where the period has no such beginning before that date."""
    if not isinstance(asked, Since):
        return Counted(asked)
    meant = held.day(asked, until)
    if asked is Since.LAST_PAPER:
        if meant is None:
            raise FileRefused(held.no_paper(until))
        return Counted(meant, held.counted_from_paper(until), held.not_counted_from(until))
    if meant is None:
        what = "meeting before it is on the list of meetings" if asked is Since.LAST_MEETING else "earlier date is held"
        raise FileRefused(f"Changes up to {long_date(until)} cannot be counted from the {asked}: no {what}.")
    return Counted(meant)
