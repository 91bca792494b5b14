"""How many items a quarter does the home force open and close, and what comes of it if that goes on?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from jasc_data.answers.figures.headlines import Headline, headlines_at
from jasc_data.answers.pace.back_test import BackTest, back_test
from jasc_data.answers.pace.quarters import recent, together
from jasc_data.answers.pace.rule import Rate, rate_of
from jasc_data.answers.trend.periods import Every, Period, periods
from jasc_data.domain.policy import CURRENT_FOR
from jasc_data.domain.vocabulary import Kind
from jasc_data.store.snapshot import Snapshot

Scope = Kind | None  # None: all kinds together


@dataclass(frozen=True)
class ScopePace:
    """The pace of a kind, or of all together.

    quarters: the whole ones of the last two years, latest first. open: how many items are open at the latest export, of
    as_of. current: that export is recent enough to go on from (rule 9). rate: None where the quarters are too few.
    """

    quarters: tuple[Period, ...]
    open: int
    as_of: date
    current: bool
    rate: Rate | None
    tested: BackTest


@dataclass(frozen=True)
class Pace:
    """The pace of each kind of which two items exports are held, and of all together where that is so of every kind.

    headlines: the home force's, which may be of another export than the items (rule 8).
    """

    home: str
    as_of: date
    scopes: Mapping[Scope, ScopePace]
    headlines: Mapping[Kind, Headline]

    def told(self, scope: Scope) -> tuple[ScopePace, Rate] | None:
        """The pace with its rate, where one can be told."""
        found = self.scopes.get(scope)
        return (found, found.rate) if found and found.rate and found.current else None


def pace_at(snapshot: Snapshot, home: str, day: date) -> Pace:
    """The home force's pace at a date."""
    of_kinds = {kind: found for kind, found in periods(snapshot, home, day, Every.QUARTER).items() if found}
    scopes: dict[Scope, ScopePace] = {}
    if set(of_kinds) == set(Kind):
        scopes[None] = _of_all(list(of_kinds.values()), day)
    for kind, found in of_kinds.items():
        scopes[kind] = _pace(found, found[0].after, (found[0].last, found[0].last), day)
    headlines = {kind: held for (force, kind), held in headlines_at(snapshot, day).items() if force == home}
    return Pace(home, day, scopes, headlines)


def _of_all(of_kinds: list[tuple[Period, ...]], day: date) -> ScopePace:
    """All kinds together: as recent as the oldest of their latest exports."""
    latest = [found[0] for found in of_kinds]
    days = [each.last for each in latest]
    return _pace(together(of_kinds), sum(each.after for each in latest), (min(days), max(days)), day)


def _pace(quarters: tuple[Period, ...], open_: int, latest: tuple[date, date], day: date) -> ScopePace:
    """latest: the oldest and the newest of the latest exports."""
    oldest, newest = latest
    of_two_years = recent(quarters, newest)
    current = day - oldest <= CURRENT_FOR
    return ScopePace(of_two_years, open_, newest, current, rate_of(of_two_years), back_test(quarters))
