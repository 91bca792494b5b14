"""The options of every command that shows figures: for which force, as of which date."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

from jasc_data.answers.figures.headlines import default_date, held_dates
from jasc_data.command_line.kept_store import held_store
from jasc_data.domain.forces import national_directory
from jasc_data.domain.perspective import Viewpoint
from jasc_data.domain.settings import Settings
from jasc_data.store.snapshot import Snapshot


def add_viewpoint(parser: argparse.ArgumentParser) -> None:
    """``--as-of``, ``--force`` and ``--known-at``."""
    parser.add_argument("--as-of", type=day, metavar="YYYY-MM-DD", help="the date (default: the latest held)")
    parser.add_argument("--force", type=force, help="the force to look from (default: the home force)")
    add_known_at(parser)


def viewpoint_of(settings: Settings, given: argparse.Namespace) -> Viewpoint:
    """The force that is asked for (the home force when none is), with its groups and the nation."""
    return Viewpoint(given.force or settings.home_force, settings.groups(), national_directory().names)


@contextmanager
def looking(settings: Settings, given: argparse.Namespace) -> Iterator[tuple[Snapshot, str, date | None]]:
    """The store's present state, the force and the date that are asked for; no date when nothing is held."""
    home = given.force or settings.home_force
    with known(settings, given) as snapshot:
        yield snapshot, home, given.as_of or default_date(held_dates(snapshot, home))


@contextmanager
def known(settings: Settings, given: argparse.Namespace) -> Iterator[Snapshot]:
    """What the store holds, or what it was known to hold at the moment that is asked for (rule 21)."""
    with held_store(settings) as store:
        entry = None
        if given.known_at is not None:
            with store.snapshot() as snapshot:
                entry = snapshot.entry_at(given.known_at)
        with store.snapshot(entry, given.known_at) as snapshot:
            yield snapshot


def add_known_at(parser: argparse.ArgumentParser) -> None:
    """``--known-at``."""
    parser.add_argument(
        "--known-at",
        type=moment,
        metavar="YYYY-MM-DDTHH:MM",
        help="what the dashboard knew at that moment, local time unless an offset is given (default: now)",
    )


def moment(text: str) -> datetime:
    """The moment that an argument writes, in UTC as the log has it. Raises argparse.ArgumentTypeError."""
    try:
        if len(text) <= len("2026-10-05"):
            raise ValueError("a day is no moment")
        written = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not a day and a time: write it as 2026-10-05T10:00") from None
    return written.astimezone(UTC).replace(tzinfo=None)


def day(text: str) -> date:
    """The date that an argument writes. Raises argparse.ArgumentTypeError with a sentence."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not a date: write it as 2023-09-04") from None


def force(text: str) -> str:
    """The force that an argument names. Raises argparse.ArgumentTypeError with a sentence."""
    found = national_directory().find(text)
    if len(found) == 1:
        return found[0].name
    if found:
        raise argparse.ArgumentTypeError(f"'{text}' could be {' or '.join(entry.name for entry in found)}")
    closest = national_directory().closest(text)
    hint = f"; did you mean {closest}?" if closest else ""
    raise argparse.ArgumentTypeError(f"'{text}' is not one of the 43 forces{hint}")
