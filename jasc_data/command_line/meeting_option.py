"""``--meeting``: the meeting that a document is for, and with it the date of its figures and their period."""

import argparse
from dataclasses import dataclass
from datetime import date

from jasc_data.answers.figures.headlines import date_before, default_date, held_dates
from jasc_data.command_line.viewpoint import day
from jasc_data.domain.failures import FileRefused
from jasc_data.editorial.meetings import kept_meeting, last_meeting, meetings_held, repeated_period
from jasc_data.store.snapshot import Snapshot
from jasc_data.wording.numbers import long_date


@dataclass(frozen=True)
class Period:
    """The date of the figures, since when their changes count, for which meeting, and what is to be said of it."""

    as_of: date
    since: date | None
    meeting_on: date | None = None
    said: str = ""


def add_period(parser: argparse.ArgumentParser) -> None:
    """``--meeting`` and ``--since``."""
    parser.add_argument(
        "--meeting", type=day, metavar="YYYY-MM-DD", help="the meeting it is for, by its date on the list of meetings"
    )
    parser.add_argument("--since", type=day, metavar="YYYY-MM-DD", help="changes since (default: the meeting before)")


def period_asked_for(snapshot: Snapshot, home: str, given: argparse.Namespace) -> Period:
    """The period. Raises FileRefused when nothing is held, the list has no such meeting, or the dates do not follow."""
    meetings, dates = meetings_held(snapshot), held_dates(snapshot, home)
    meeting = kept_meeting(meetings, given.meeting) if given.meeting else None
    known = tuple(held for held in dates if meeting is None or held.as_of <= meeting)
    as_of = given.as_of or default_date(known)
    if as_of is None:
        by_then = f" by the meeting of {long_date(meeting)}" if meeting and dates else ""
        raise FileRefused(f"No figures are held{by_then}, so there is nothing to write about.")
    if meeting and as_of > meeting:
        raise FileRefused(f"The figures of {long_date(as_of)} are later than the meeting of {long_date(meeting)}.")
    if given.since:
        if given.since >= as_of:
            raise FileRefused("The date after --since must be before the date of the figures.")
        return Period(as_of, given.since, meeting)
    since = last_meeting(meetings, as_of) or date_before(dates, as_of)
    return Period(as_of, since, meeting, repeated_period(meetings, meeting, as_of) if meeting else "")
