"""The headline figure of every force and kind at a date (rule 8), and the dates for which anything is held."""

from dataclasses import dataclass
from datetime import date, datetime

from jasc_data.domain.vocabulary import ExportType, Kind
from jasc_data.store.snapshot import Snapshot


@dataclass(frozen=True)
class Headline:
    """How many items of a kind are open for a force, and which export says so.

    as_of is the export's date; complete_as_of is when all reports were last confirmed at once (earlier only when a
    later export spoke for some reports). other_open and other_as_of are what the other type of export says.
    """

    force: str
    kind: Kind
    open: int
    as_of: date
    complete_as_of: date
    source: ExportType
    upload_id: int
    other_open: int | None
    other_as_of: date | None
    file_name: str
    committed_at: datetime


@dataclass(frozen=True)
class HeldDate:
    """A date of which an export is held; about_home when one of its exports speaks for the home force."""

    as_of: date
    about_home: bool


def headlines_at(snapshot: Snapshot, day: date) -> dict[tuple[str, Kind], Headline]:
    """Every headline figure at that date, by force and kind."""
    return {(row.force, row.kind): row for row in snapshot.rows("figures/headlines", Headline, day=day)}


def held_dates(snapshot: Snapshot, home: str) -> tuple[HeldDate, ...]:
    """The dates held, latest first."""
    return tuple(snapshot.rows("figures/dates", HeldDate, home=home))


def default_date(dates: tuple[HeldDate, ...]) -> date | None:
    """The home force's latest date (rule 9); of any force when the home force is not held; None when nothing is."""
    about_home = [held.as_of for held in dates if held.about_home]
    return max(about_home, default=max((held.as_of for held in dates), default=None))


def date_before(dates: tuple[HeldDate, ...], day: date) -> date | None:
    """The home force's date before that one, else any force's; None when nothing earlier is held."""
    return default_date(tuple(held for held in dates if held.as_of < day))
