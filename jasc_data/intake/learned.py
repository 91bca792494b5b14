"""What uploaders have decided about headings and words that no list knows: decided once, remembered, never guessed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jasc_data.forces import ForceDirectory
from jasc_data.vocabulary import Kind, Status
from jasc_data.words_alike import spelling_key

ANY_LAYOUT = "*"
OWN_COLUMNS = frozenset({"errors"})  # added by this product to a returned file; ignored when it comes back
LEFT_OUT = ""  # the meaning of a heading whose column is not read


class Domain(StrEnum):
    """What a decision is about."""

    HEADING = "heading"
    FORCE = "force"
    KIND = "kind"
    STATUS = "status"
    REPORT = "report"  # a title that stands for another title, or for itself


@dataclass(frozen=True)
class Decision:
    """One decision: in that domain the word has that meaning.

    layout: for a heading, the signature of the layout it stands in (or ANY_LAYOUT); blank otherwise. meaning: a field
    (LEFT_OUT: the column is not read), the name of a force, a kind or a status.
    """

    domain: Domain
    word: str
    meaning: str
    layout: str = ""


class Learned:
    """The decisions made so far, looked up by spelling. Later decisions win."""

    def __init__(self, decisions: Iterable[Decision] = ()):
        self.decisions = tuple(decisions)
        self._meaning: dict[tuple[Domain, str, str], str] = {
            (entry.domain, entry.layout, spelling_key(entry.word)): entry.meaning for entry in self.decisions
        }

    def and_also(self, decisions: Iterable[Decision]) -> "Learned":
        """These decisions with later ones added."""
        return Learned((*self.decisions, *decisions))

    @property
    def forces(self) -> Mapping[str, str]:
        """Names of forces by the spelling decided on."""
        return self._words(Domain.FORCE)

    @property
    def kinds(self) -> Mapping[str, Kind]:
        """Kinds by the spelling decided on."""
        return {word: Kind(meaning) for word, meaning in self._words(Domain.KIND).items()}

    @property
    def statuses(self) -> Mapping[str, Status]:
        """Statuses by the spelling decided on."""
        return {word: Status(meaning) for word, meaning in self._words(Domain.STATUS).items()}

    @property
    def reports(self) -> Mapping[str, str]:
        """Titles by the spelling decided on; a title that was decided to be a report of its own stands for itself."""
        return self._words(Domain.REPORT)

    def headings(self, layout: str) -> Mapping[str, str]:
        """Fields by the spelling of the heading, as decided for a layout; LEFT_OUT for columns not read."""
        return {
            word: meaning
            for (domain, of_layout, word), meaning in self._meaning.items()
            if domain is Domain.HEADING and of_layout in (ANY_LAYOUT, layout)
        }

    def knows_layout(self, layout: str) -> bool:
        """True when headings of exactly this layout were decided on."""
        return any(domain is Domain.HEADING and of == layout for domain, of, _ in self._meaning)

    def _words(self, domain: Domain) -> dict[str, str]:
        return {word: meaning for (of, _, word), meaning in self._meaning.items() if of is domain}


@dataclass(frozen=True)
class Vocabulary:
    """The words that a file is read with: the forces, and what uploaders have decided about kinds and statuses."""

    directory: ForceDirectory
    kinds: Mapping[str, Kind]
    statuses: Mapping[str, Status]
    learned: Learned
    epoch: date | None = None  # the day from which a workbook counts its dates, which may stand there as numbers

    @classmethod
    def of(cls, directory: ForceDirectory, learned: Learned, *, epoch: date | None = None) -> "Vocabulary":
        """The lists' words with the decided ones on top."""
        return cls(directory.with_words(learned.forces), learned.kinds, learned.statuses, learned, epoch)


def layout_signature(headings: Iterable[str]) -> str:
    """What two files of the same layout have in common: their headings, whatever the order, case and spaces.

    The column that this product adds to a returned file is none of the layout's.
    """
    return " | ".join(sorted(key for heading in headings if (key := spelling_key(heading)) not in {"", *OWN_COLUMNS}))
