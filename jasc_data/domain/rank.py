"""A force's place among others by its open items."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Rank:
    """1 + the number of forces with fewer open (rule 12). ``tied`` are the others with the same figure."""

    place: int
    of: int
    tied: tuple[str, ...]

    @property
    def joint(self) -> bool:
        """True when another force has the same figure."""
        return bool(self.tied)


def rank_of(force: str, open_by_force: Mapping[str, int]) -> Rank | None:
    """The force's rank, 1 = fewest open; None when its figure is not held, or no other."""
    if force not in open_by_force or len(open_by_force) == 1:
        return None
    own = open_by_force[force]
    tied = tuple(sorted(other for other, open_ in open_by_force.items() if open_ == own and other != force))
    return Rank(1 + sum(open_ < own for open_ in open_by_force.values()), len(open_by_force), tied)
