"""What uploaders have decided about headings, words and missing columns: decided once, remembered, never guessed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from jasc_data.domain.forces import ForceDirectory
from jasc_data.domain.normalise import marked_key, reference_key, spelling_key
from jasc_data.domain.vocabulary import Grade, Kind, Status

ANY_LAYOUT = "*"
ITEMS_LAYOUT, POSITIONS_LAYOUT = "items", "positions"
OWN_COLUMNS = frozenset({"errors"})  # added by this product to a returned file; ignored when it comes back
LEFT_OUT = ""  # the meaning of a heading whose column is set aside
FOR_THE_FORCE, FOR_OTHERS = "the force", "another body"  # what a word for an addressee can mean
NO_DEADLINE = "none"


class Domain(StrEnum):
    """What a decision is about."""

    HEADING = "heading"
    FORCE = "force"
    KIND = "kind"
    STATUS = "status"
    GRADE = "grade"
    ADDRESSEE = "addressee"
    DEADLINE = "deadline"
    REPORT = "report"  # a title that stands for another title, or for itself
    REFERENCE = "reference"  # a reference that stands for one that is held, or for itself
    ASSUMPTION = "assumption"  # what a file without a column for the field (the word) says of it


@dataclass(frozen=True)
class Decision:
    """One decision: in that domain the word has that meaning.

    layout: for a heading, the type of layout (ITEMS_LAYOUT, POSITIONS_LAYOUT or ANY_LAYOUT); for an assumption, the
    signature of the columns that are read; for a word, the key of its column's heading, blank where that is not known
    (elsewhere the word means the same, but that is asked about); for a reference, the force whose item it is. meaning:
    a field (LEFT_OUT: the column is set aside), the name of a force, a kind, a status, a grade, FOR_THE_FORCE or
    FOR_OTHERS, NO_DEADLINE, a report's title, or the reference under which an item is held.
    """

    domain: Domain
    word: str
    meaning: str
    layout: str = ""


class Learned:
    """The decisions made so far, looked up by spelling. Later decisions win."""

    def __init__(self, decisions: Iterable[Decision] = ()):
        self.decisions = tuple(decisions)
        self._held = tuple(entry for entry in map(_of_today, self.decisions) if entry is not None)
        self._renames: dict[str, dict[str, str]] = {}  # by force, found when first asked for

    def and_also(self, decisions: Iterable[Decision]) -> "Learned":
        """These decisions with later ones added."""
        return Learned((*self.decisions, *decisions))

    @cached_property
    def forces(self) -> Mapping[str, str]:
        """Names of forces by the spelling decided on."""
        return self._words(Domain.FORCE)

    @cached_property
    def kinds(self) -> Mapping[str, Kind]:
        """Kinds by the spelling decided on."""
        return {word: Kind(meaning) for word, meaning in self._words(Domain.KIND).items()}

    @cached_property
    def statuses(self) -> Mapping[str, Status]:
        """Statuses by the spelling decided on."""
        return {word: Status(meaning) for word, meaning in self._words(Domain.STATUS).items()}

    @cached_property
    def grades(self) -> Mapping[str, Grade]:
        """Grades by the spelling decided on."""
        return {word: Grade(meaning) for word, meaning in self._words(Domain.GRADE).items()}

    @cached_property
    def addressees(self) -> Mapping[str, str]:
        """FOR_THE_FORCE or FOR_OTHERS by the spelling decided on."""
        return self._words(Domain.ADDRESSEE)

    @cached_property
    def deadlines(self) -> Mapping[str, str]:
        """NO_DEADLINE by the spelling decided on."""
        return self._words(Domain.DEADLINE)

    @cached_property
    def reports(self) -> Mapping[str, str]:
        """Titles by the spelling decided on; a title that was decided to be a report of its own stands for itself."""
        return self._words(Domain.REPORT)

    def reference_known(self, force: str, reference: str) -> str:
        """The reference under which an item is held whose reference was said to stand for another."""
        known = self._references(force)
        if not known:
            return reference
        seen = {reference_key(reference)}
        while (meant := known.get(reference_key(reference))) and reference_key(meant) not in seen:
            reference = meant
            seen.add(reference_key(meant))
        return reference

    def reference_decided(self, force: str, reference: str) -> bool:
        """True when it was said what the reference stands for, if only for itself."""
        known = self._references(force)
        return bool(known) and reference_key(reference) in known

    def references_known(self, force: str) -> bool:
        """True when it was said of any reference of the force what it stands for."""
        return bool(self._references(force))

    def _references(self, force: str) -> dict[str, str]:
        if force not in self._renames:
            self._renames[force] = {
                reference_key(entry.word): entry.meaning
                for entry in self._held
                if entry.domain is Domain.REFERENCE and entry.layout in (ANY_LAYOUT, force)
            }
        return self._renames[force]

    def headings(self, layout: str) -> Mapping[str, str]:
        """Fields by the spelling of the heading, as decided for a type of layout; LEFT_OUT for those set aside."""
        return self._words(Domain.HEADING, ANY_LAYOUT, layout)

    def assumptions(self, layout: str) -> Mapping[str, str]:
        """What files with columns of this signature say of the fields that they have no column for."""
        return self._words(Domain.ASSUMPTION, ANY_LAYOUT, layout)

    def meanings(self, domain: Domain) -> Mapping[str, str]:
        """What the words of a domain mean, by the spelling decided on."""
        return self._words(domain)

    def still_means(self, entry: Decision) -> bool:
        """True when a decision that was made is the last one about its word."""
        about = [held for held in self.decisions if (held.domain, held.word) == (entry.domain, entry.word)]
        if entry.domain in (Domain.HEADING, Domain.ASSUMPTION):
            about = [held for held in about if held.layout == entry.layout]
        return bool(about) and about[-1].meaning == entry.meaning

    def decided_for(self, domain: Domain, key: str) -> frozenset[str]:
        """The headings of the columns for which a word was decided to mean what it does now."""
        means = self._words(domain).get(key)
        return frozenset(
            entry.layout
            for entry in self._held
            if (entry.domain, lookup_key(entry.word), entry.meaning) == (domain, key, means)
        )

    def _words(self, domain: Domain, *layouts: str) -> dict[str, str]:
        return {
            entry.word if domain is Domain.ASSUMPTION else lookup_key(entry.word): entry.meaning
            for entry in self._held
            if entry.domain is domain and (not layouts or entry.layout in layouts)
        }


def _of_today(entry: Decision) -> Decision | None:
    """Earlier releases kept headings for one exact set of headings: what was mapped there holds for the type of layout;
    what was merely not read there was nobody's word, and is asked about."""
    if entry.domain is not Domain.HEADING or entry.layout in (ANY_LAYOUT, ITEMS_LAYOUT, POSITIONS_LAYOUT):
        return entry
    if entry.meaning == LEFT_OUT:
        return None
    return replace(entry, layout=POSITIONS_LAYOUT if entry.meaning == "open" else ITEMS_LAYOUT)


_IN_WORDS = {
    **{kind.value: kind.singular for kind in Kind},
    **{grade.value: f"level {grade}" for grade in Grade if grade is not Grade.NOT_GRADED},
    NO_DEADLINE: "no deadline",
    "": "no report is stated",
}


def meaning_in_words(meaning: str) -> str:
    """What a word was decided to mean, as it is told."""
    return _IN_WORDS.get(meaning, meaning)


def lookup_key(word: str) -> str:
    """A word as decisions about it are looked up: by its spelling and what marks say of it, or as it stands when it is
    a mere sign."""
    return marked_key(word) or word.strip()


@dataclass(frozen=True)
class Vocabulary:
    """The words that a file is read with: the forces, and what uploaders have decided about the words of each field."""

    directory: ForceDirectory
    kinds: Mapping[str, Kind]
    statuses: Mapping[str, Status]
    grades: Mapping[str, Grade]
    learned: Learned
    epoch: date | None = None  # the day from which a workbook counts its dates, which may stand there as numbers

    @classmethod
    def of(cls, directory: ForceDirectory, learned: Learned, *, epoch: date | None = None) -> "Vocabulary":
        """The lists' words with the decided ones on top."""
        directory = directory.with_words(learned.forces)
        return cls(directory, learned.kinds, learned.statuses, learned.grades, learned, epoch)


def columns_signature(headings: Iterable[str]) -> str:
    """What two files have in common that read the same columns, whatever their order, case, spaces, and what else
    they hold that is set aside."""
    return " | ".join(sorted(spelling_key(heading) for heading in headings))
