"""The territorial forces of England and Wales and the words people use for them.

Source: reference/forces.csv (ONS codes, formal names, aliases). A word that two forces go by is never guessed.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rapidfuzz import fuzz, process

from jasc_data.domain.normalise import marked_key, spelling_key

REFERENCE = Path(__file__).parent / "reference"
_ALIKE = 75  # per cent: names at least so alike are suggested
_ENDINGS = (" police service", " police", " constabulary", " police force")
_OUTSIDE = {
    spelling_key(name)
    for name in (
        "British Transport Police",
        "BTP",
        "Police Service of Northern Ireland",
        "PSNI",
        "Ministry of Defence Police",
        "MDP",
        "Civil Nuclear Constabulary",
        "CNC",
        "Police Scotland",
    )
}


@dataclass(frozen=True)
class Force:
    """One territorial force: ONS code, short name (its identity everywhere), formal name, other spellings."""

    code: str
    name: str
    formal_name: str
    aliases: tuple[str, ...] = ()


class ForceDirectory:
    """The forces that a store speaks of, found by any of their spellings."""

    def __init__(self, forces: Iterable[Force], ambiguous: dict[str, tuple[str, ...]] | None = None):
        self.forces = tuple(forces)
        self.names = tuple(force.name for force in self.forces)
        by_name = {force.name: force for force in self.forces}
        found: dict[str, set[Force]] = defaultdict(set)
        for force in self.forces:
            for spelling in (force.code, force.name, force.formal_name, *force.aliases):
                found[_force_key(spelling)].add(force)
        for word, names in (ambiguous or {}).items():
            found[_force_key(word)].update(by_name[name] for name in names if name in by_name)
        self._found = {key: tuple(sorted(group, key=lambda force: force.name)) for key, group in found.items()}

    def with_words(self, words: Mapping[str, str]) -> "ForceDirectory":
        """The same directory in which each of the words, as decided, stands for exactly one force."""
        if not words:
            return self
        decided = copy(self)
        by_name = {force.name: force for force in self.forces}
        decided._found = self._found | {
            _force_key(word): (by_name[name],) for word, name in words.items() if name in by_name
        }
        return decided

    def find(self, word: str) -> tuple[Force, ...]:
        """The forces that go by this word: none when it is unknown, several when it is ambiguous (``WMP``)."""
        return self._found.get(_force_key(word), ())

    def closest(self, word: str) -> str | None:
        """The force name spelt most like the word, to suggest and never to use; None when nothing is close."""
        near = process.extractOne(_force_key(word), list(self._found), scorer=fuzz.ratio, score_cutoff=_ALIKE)
        return " or ".join(force.name for force in self._found[near[0]]) if near else None

    def __contains__(self, name: str) -> bool:
        return name in self.names


def is_outside_the_43(word: str) -> bool:
    """True for police bodies that are not territorial forces of England and Wales, such as BTP and PSNI."""
    return spelling_key(word) in _OUTSIDE


def national_forces() -> tuple[Force, ...]:
    """The 43 forces of reference/forces.csv."""
    with (REFERENCE / "forces.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Force(
                row["code"], row["name"], row["formal_name"], tuple(row["aliases"].split("|") if row["aliases"] else ())
            )
            for row in csv.DictReader(file)
        )


def ambiguous_words() -> dict[str, tuple[str, ...]]:
    """Words that two forces go by, with the forces' names."""
    with (REFERENCE / "ambiguous_forces.csv").open(encoding="utf-8", newline="") as file:
        return {row["word"]: tuple(row["forces"].split("|")) for row in csv.DictReader(file)}


@cache
def national_directory() -> ForceDirectory:
    """The directory of the 43 forces, with the words that must be asked about."""
    return ForceDirectory(national_forces(), ambiguous_words())


def _force_key(word: str) -> str:
    key = marked_key(word)
    for ending in _ENDINGS:
        if key.endswith(ending) and len(key) > len(ending):
            return key[: -len(ending)]
    return key
