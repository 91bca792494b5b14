"""From where figures are looked at: which force, compared with whom, on which day, with which average.

A viewpoint is a force's for as long as its groups stand; a perspective is what it comes to on one day.
"""

from dataclasses import dataclass
from datetime import date

from jasc_data.domain.peer_groups import PeerGroups
from jasc_data.domain.vocabulary import AverageBasis


@dataclass(frozen=True)
class Perspective:
    """One force, the members of its group on the day (itself included; none where no group is held), all the nation's
    forces, the day, and how the group is averaged (rule 10)."""

    home: str
    group: tuple[str, ...]
    nation: tuple[str, ...]
    day: date
    basis: AverageBasis = AverageBasis.WITH_US


@dataclass(frozen=True)
class Viewpoint:
    """One force, every group held with its dates, and the names of all the nation's forces.

    The nation's forces are those whose mean is the computed national average (rule 11).
    """

    home: str
    groups: PeerGroups
    nation: tuple[str, ...]

    def on(self, day: date, basis: AverageBasis = AverageBasis.WITH_US) -> Perspective:
        """The perspective of a day: the group is the one in force on it."""
        return Perspective(self.home, self.groups.at(self.home, day), self.nation, day, basis)

    @property
    def fingerprint(self) -> tuple[str, str, tuple[str, ...]]:
        """Differs whenever the viewpoint does. The groups count by what they say, not by the name of their file."""
        return (self.home, self.groups.fingerprint, self.nation)
