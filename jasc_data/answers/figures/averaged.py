"""Of which forces a group's average is (rule 10): "without us" counts the others only, never the home force."""

from collections.abc import Iterable
from dataclasses import dataclass

from jasc_data.domain.vocabulary import AverageBasis

_NAMES = {
    AverageBasis.WITH_US: "MSG average",
    AverageBasis.WITHOUT_US: "MSG average without {home}",
    AverageBasis.MEDIAN: "MSG median",
}


@dataclass(frozen=True)
class Averaged:
    """The forces that enter an average, and those that could. others: the home force is none of either."""

    forces: tuple[str, ...]
    of: tuple[str, ...]
    others: bool

    @property
    def whole(self) -> bool:
        """True when every force that could enter the average does."""
        return len(self.forces) == len(self.of)

    @property
    def words(self) -> str:
        """What follows the average's name: `` of the 7 of 8 forces held``, ``, of 6 of the 7 others``; or blank."""
        if self.whole:
            return ""
        if self.others:
            return f", of {len(self.forces)} of the {len(self.of)} others"
        return f" of the {len(self.forces)} of {len(self.of)} forces held"

    @property
    def brief(self) -> str:
        """The same for a label or a cell: ``7 of 8``, ``6 of 7 others``; blank if whole."""
        return "" if self.whole else f"{len(self.forces)} of {len(self.of)}{' others' if self.others else ''}"

    @property
    def notes(self) -> tuple[str, ...]:
        """The same as a note behind a figure; none if whole."""
        return (self.brief,) if self.brief else ()

    @property
    def in_brackets(self) -> str:
        """The same behind a name or a figure: `` (7 of 8)``; blank if whole."""
        return "" if self.whole else f" ({self.brief})"


def averaged(members: Iterable[str], group: Iterable[str], home: str, basis: AverageBasis) -> Averaged:
    """Of the group's members held, those that the average of this basis is of."""
    others = basis is AverageBasis.WITHOUT_US
    forces, of = (
        tuple(force for force in named if not others or force != home) for named in (tuple(members), tuple(group))
    )
    return Averaged(forces, of, others)


def average_name(basis: AverageBasis, home: str) -> str:
    """Whose average it is: ``MSG average``, ``MSG average without West Mercia``, ``MSG median``."""
    return _NAMES[basis].format(home=home)
