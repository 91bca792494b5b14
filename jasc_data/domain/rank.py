"""A force's place among others by its open items."""

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
