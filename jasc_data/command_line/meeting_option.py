"""``--meeting``: the meeting that a document is for, and with it the date of its figures and their period."""

import argparse
from dataclasses import dataclass
from datetime import date

from jasc_data.answers.figures.headlines import default_date, held_dates
from jasc_data.command_line.period_option import WORDS, counted_since, since
from jasc_data.command_line.viewpoint import day
from jasc_data.domain.failures import FileRefused
from jasc_data.editorial.meetings import kept_meeting, repeated_period
from jasc_data.editorial.periods import Since, beginnings
from jasc_data.store.snapshot import Snapshot
from jasc_data.wording.numbers import long_date


@dataclass(frozen=True)
class Period:
    """The date of the figures, since when their changes count, for which meeting, and what is to be said of it.

    counted: what the document says of the beginning.
    """

    as_of: date
    since: date | None
    meeting_on: date | None = None
    counted: tuple[str, ...] = ()
    said: tuple[str, ...] = ()


def add_period(parser: argparse.ArgumentParser, *usually: Since) -> None:
    """``--meeting`` and ``--since``, which usually is the first of those periods that there is."""
    parser.add_argument(
        "--meeting", type=day, metavar="YYYY-MM-DD", help="the meeting it is for, by its date on the list of meetings"
    )
    parser.add_argument(
        "--since",
        type=since,
        metavar="YYYY-MM-DD",
        help=f"changes since that day, or {WORDS} (default: the {', else the '.join(usually)})",
    )
    parser.set_defaults(usually=usually)


def period_asked_for(snapshot: Snapshot, home: str, given: argparse.Namespace) -> Period:
    """The period. Raises FileRefused when nothing is held, the list has no such meeting, or the dates do not follow."""
    dates = held_dates(snapshot, home)
    held = beginnings(snapshot, dates)
    meeting = kept_meeting(held.meetings, given.meeting) if given.meeting else None
    known = tuple(one for one in dates if meeting is None or one.as_of <= meeting)
    as_of = given.as_of or default_date(known)
    if as_of is None:
        by_then = f" by the meeting of {long_date(meeting)}" if meeting and dates else ""
        raise FileRefused(f"No figures are held{by_then}, so there is nothing to write about.")
    if meeting and as_of > meeting:
        raise FileRefused(f"The figures of {long_date(as_of)} are later than the meeting of {long_date(meeting)}.")
    usual = next((named for named in given.usually if held.day(named, as_of)), None)
    asked = given.since or usual
    counted = counted_since(held, asked, as_of) if asked else None
    if counted and counted.day >= as_of:
        raise FileRefused("The date after --since must be before the date of the figures.")
    repeated = repeated_period(held.meetings, meeting, as_of) if meeting and not given.since else ""
    if counted is None:
        return Period(as_of, None, meeting, said=(repeated,))
    return Period(as_of, counted.day, meeting, counted.known, (repeated, *counted.known, *counted.said))
