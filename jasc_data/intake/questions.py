"""What has to be asked: words in a file that no list knows, or that could mean two things. Once a word, not a row."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from jasc_data.domain.forces import national_directory
from jasc_data.domain.vocabulary import Grade, Kind, Status
from jasc_data.intake.learned import FOR_OTHERS, FOR_THE_FORCE, NO_DEADLINE, Domain, lookup_key, meaning_in_words
from jasc_data.intake.uploads import CheckedFile

_ASKED = {
    "force.unknown": Domain.FORCE,
    "force.ambiguous": Domain.FORCE,
    "kind.unknown": Domain.KIND,
    "headings.unknown_kind": Domain.KIND,
    "status.unknown": Domain.STATUS,
    "status.ambiguous": Domain.STATUS,
    "grade.unknown": Domain.GRADE,
    "addressee.unknown": Domain.ADDRESSEE,
    "deadline.sign": Domain.DEADLINE,
    "report.sign": Domain.REPORT,
}
_CANDIDATES: Mapping[Domain, tuple[str, ...]] = {
    Domain.KIND: tuple(Kind),
    Domain.STATUS: tuple(Status),
    Domain.GRADE: tuple(Grade),
    Domain.ADDRESSEE: (FOR_THE_FORCE, FOR_OTHERS),
    Domain.DEADLINE: (NO_DEADLINE,),
    Domain.REPORT: ("",),
}
_TITLES = {
    Domain.ADDRESSEE: "Directed at",
    Domain.DEADLINE: "Deadline",
}


@dataclass(frozen=True)
class WordQuestion:
    """One word to be decided on: where it stands, and what it may mean, the likeliest first."""

    domain: Domain
    word: str
    rows: str
    candidates: tuple[str, ...]

    @property
    def title(self) -> str:
        """The kind of word, as a heading."""
        return _TITLES.get(self.domain, self.domain.capitalize())

    @staticmethod
    def in_words(candidate: str) -> str:
        """A candidate as it is offered."""
        return meaning_in_words(candidate)


def word_questions(checked: CheckedFile, decided: Collection[str] = ()) -> tuple[WordQuestion, ...]:
    """Every word of the file that must be asked about, once, in reading order; words decided on are left out."""
    rows: dict[tuple[Domain, str], list[int]] = {}
    words: dict[tuple[Domain, str], str] = {}
    for found in checked.problems:
        domain = _ASKED.get(found.code)
        if domain and found.value and found.value not in decided:
            key = (domain, lookup_key(found.value))
            words.setdefault(key, found.value)
            rows.setdefault(key, []).append(found.row_number or 0)
    return tuple(WordQuestion(key[0], words[key], _where(rows[key]), candidates(key[0], words[key])) for key in words)


def _where(rows: list[int]) -> str:
    return f"row {rows[0]}" if len(rows) == 1 else f"{len(rows)} rows, the first is row {rows[0]}"


def candidates(domain: Domain, word: str) -> tuple[str, ...]:
    """What a word of that domain may mean, the likeliest first."""
    if domain is not Domain.FORCE:
        return _CANDIDATES[domain]
    directory = national_directory()
    likely = [force.name for force in directory.find(word)]
    closest = directory.closest(word)
    if not likely and closest:
        likely = [closest]
    return (*likely, *(name for name in directory.names if name not in likely))
