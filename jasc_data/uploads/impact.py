"""What an upload does, or would do: every change, and the headline figures before and after."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from jasc_data.answers.comparison.answer import Comparison
from jasc_data.answers.figures.item_states import Change, Changes, FigureChange, ItemChange
from jasc_data.domain.rank import Rank
from jasc_data.domain.vocabulary import Kind
from jasc_data.uploads.replaced import Replaced
from jasc_data.uploads.rows_read import FiguresRead, RowsRead


@dataclass(frozen=True)
class HeadlineEffect:
    """One headline figure of the home force before and after; None where it is not held."""

    kind: Kind
    open_before: int | None
    open_after: int | None
    rank_before: Rank | None
    rank_after: Rank | None

    @property
    def differs(self) -> bool:
        """True when the figure or the rank changes."""
        return (self.open_before, self.rank_before) != (self.open_after, self.rank_after)


@dataclass(frozen=True)
class Effect:
    """Everything that changes. ``items`` and ``figures`` list what differs; ``changes`` counts the rest as well."""

    changes: Changes = field(default_factory=Changes)
    items: tuple[ItemChange, ...] = ()
    figures: tuple[FigureChange, ...] = ()
    headlines: tuple[HeadlineEffect, ...] = ()
    replaces: tuple[Replaced, ...] = ()
    read: tuple[RowsRead | FiguresRead, ...] = ()

    def counted_by(self, part: str) -> dict[str, dict[Change, int]]:
        """How many items went which way, by ``kind``, ``grade`` or ``report``; the largest first."""
        counts: dict[str, Counter[Change]] = {}
        for item in self.items:
            counts.setdefault(str(getattr(item, part)), Counter())[item.change] += 1
        in_order = sorted(counts.items(), key=lambda pair: (-sum(pair[1].values()), pair[0]))
        return {name: dict(counter) for name, counter in in_order}

    def with_part(self, beginning: str) -> int:
        """How many items changed in a part whose words begin so: ``status``, ``target date``, ``text``."""
        return sum(any(part.startswith(beginning) for part in item.parts) for item in self.items)


def headline_effects(before: Comparison, after: Comparison) -> tuple[HeadlineEffect, ...]:
    """The home force's headline figures and ranks, before and after."""
    return tuple(
        HeadlineEffect(kind, _open(before.kinds, kind), _open(after.kinds, kind), *_ranks(before, after, kind))
        for kind in Kind
    )


def _open(kinds: Mapping[Kind, object], kind: Kind) -> int | None:
    home = getattr(kinds.get(kind), "home", None)
    return home.open if home else None


def _ranks(before: Comparison, after: Comparison, kind: Kind) -> Iterable[Rank | None]:
    return (state.kinds[kind].rank if kind in state.kinds else None for state in (before, after))
