"""What would the figures be if some of the open items were signed off? A projection, never a figure held.

Items are chosen by report, grade and status: those that fit every choice made. The other forces are left as they are.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from jasc_data.answers.comparison.answer import Comparison, KindComparison, group_average
from jasc_data.answers.figures.open_items import ItemsHeld, OpenItems, items_held, open_items
from jasc_data.domain.rank import rank_of
from jasc_data.domain.vocabulary import Grade, Kind, NationalSource, Status
from jasc_data.store.snapshot import Snapshot


@dataclass(frozen=True)
class Choices:
    """What is taken as signed off; nothing chosen anywhere signs off nothing."""

    reports: frozenset[str] = frozenset()
    grades: frozenset[Grade] = frozenset()
    statuses: frozenset[Status] = frozenset()

    def fits(self, items: OpenItems) -> bool:
        """True when the items fit every choice made."""
        chosen = ((self.reports, items.report), (self.grades, items.grade), (self.statuses, items.status))
        return any(wanted for wanted, _ in chosen) and all(not wanted or value in wanted for wanted, value in chosen)


@dataclass(frozen=True)
class Projection:
    """The answer behind the Path to target page.

    now: the comparison as held. then: the same as projected, for the kinds whose items are held. signed_off and left
    count the items of each kind by the choices; left is what remains open, by report and status.
    """

    now: Comparison
    then: Comparison
    choices: Choices
    held: Mapping[Kind, ItemsHeld]
    items: tuple[OpenItems, ...]
    signed_off: Mapping[Kind, int]

    @property
    def projects(self) -> bool:
        """True when anything is signed off."""
        return any(self.signed_off.values())

    def left(self, kind: Kind) -> list[OpenItems]:
        """The items of a kind that remain open."""
        return [entry for entry in self.items if entry.kind is kind and not self.choices.fits(entry)]

    @property
    def reports(self) -> tuple[str, ...]:
        """The reports with open items, the largest first."""
        counted: dict[str, int] = defaultdict(int)
        for entry in self.items:
            counted[entry.report] += entry.open
        return tuple(sorted(counted, key=lambda report: (-counted[report], report)))


@dataclass(frozen=True)
class OpenNow:
    """The open items that a projection can sign off, of the kinds whose items are held."""

    held: Mapping[Kind, ItemsHeld]
    items: tuple[OpenItems, ...]


def open_now(snapshot: Snapshot, comparison: Comparison) -> OpenNow:
    """The home force's open items at the comparison's date."""
    if comparison.as_of is None:
        return OpenNow({}, ())
    held = {entry.kind: entry for entry in items_held(snapshot, comparison.home, comparison.as_of)}
    items = open_items(snapshot, comparison.home, comparison.as_of)
    return OpenNow(held, tuple(entry for entry in items if entry.kind in held))


def projected(comparison: Comparison, now: OpenNow, choices: Choices) -> Projection:
    """The comparison with the chosen items signed off."""
    signed_off = {
        kind: sum(entry.open for entry in now.items if entry.kind is kind and choices.fits(entry)) for kind in now.held
    }
    kinds = {kind: _with_fewer(entry, comparison, signed_off.get(kind, 0)) for kind, entry in comparison.kinds.items()}
    return Projection(comparison, replace(comparison, kinds=kinds), choices, now.held, now.items, signed_off)


def _with_fewer(entry: KindComparison, comparison: Comparison, number: int) -> KindComparison:
    if entry.home is None or number == 0:
        return entry
    home = replace(entry.home, open=max(0, entry.home.open - number))
    members = tuple(
        sorted(
            (home if member.force == home.force else member for member in entry.members),
            key=lambda member: (member.open, member.force),
        )
    )
    open_by_force = {member.force: member.open for member in members}
    nation = tuple(home if other.force == home.force else other for other in entry.nation)
    national = entry.national
    if national is not None and national.source is NationalSource.COMPUTED:
        national = replace(national, value=_mean(headline.open for headline in nation))
    return replace(
        entry,
        home=home,
        members=members,
        group_average=group_average(open_by_force, home.force, comparison.basis),
        rank=rank_of(home.force, open_by_force),
        national=national,
        nation=tuple(sorted(nation, key=lambda headline: (headline.open, headline.force))),
        national_rank=rank_of(home.force, {headline.force: headline.open for headline in nation}),
    )


def _mean(figures: Iterable[int]) -> float:
    values = list(figures)
    return sum(values) / len(values)
