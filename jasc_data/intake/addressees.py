"""Whom an item is directed at. Shared and blank addressees count for the force; an unknown one counts and warns."""

import csv
import re
from functools import cache, lru_cache

from jasc_data.domain.forces import REFERENCE, national_directory
from jasc_data.domain.normalise import marked_key, spelling_key

_SEPARATOR = re.compile(r"[;,/\n]")
_AND = " and "
_FORCE_WORDS = frozenset(
    (
        "chief constables|chief constable|all chief constables|the chief constable|chief officers|forces|all forces|"
        "police forces|all police forces|the force|force|each force|constabularies|police|the police"
    ).split("|")
)


@lru_cache(maxsize=4096)
def unknown_addressee(words: str, force: str) -> bool:
    """True when a part of the addressee is neither a force nor a body that is known, or when other forces are
    addressed and the item's own is not; a name that could be two forces' (``WMP``) is nobody's."""
    parts = _parts(words)
    if _is_elsewhere(words):
        return False
    if any(part not in _bodies() and not _is_force(part) for part in parts):
        return True
    named = [national_directory().find(part) for part in parts if part not in _FORCE_WORDS]
    sure = {found[0].name for found in named if len(found) == 1}
    return any(named) and force not in sure and not any(part in _FORCE_WORDS for part in parts)


def addressed_elsewhere(words: str | None) -> bool:
    """True only when every addressee is a known body other than a force (rule 15 of the design)."""
    return bool(words) and _is_elsewhere(words or "")


@lru_cache(maxsize=4096)
def _is_elsewhere(words: str) -> bool:
    whole = marked_key(words)
    return whole in _bodies() or (bool(parts := _parts(words)) and all(part in _bodies() for part in parts))


def _parts(words: str) -> list[str]:
    whole = marked_key(words)
    if whole in _bodies() or _is_force(whole):
        return [whole]
    return [name for part in _SEPARATOR.split(words) for name in _named(marked_key(part).split(_AND)) if name]


def _named(pieces: list[str]) -> list[str]:
    """The pieces between "and" put together again where they are one name: police and crime commissioners."""
    names = []
    while pieces:
        ends = range(len(pieces), 0, -1)
        end = next((end for end in ends if _is_known(_AND.join(pieces[:end]).removeprefix("the "))), 1)
        names.append(_AND.join(pieces[:end]).removeprefix("the "))
        pieces = pieces[end:]
    return names


def _is_known(key: str) -> bool:
    return key in _bodies() or _is_force(key)


def _is_force(key: str) -> bool:
    return key in _FORCE_WORDS or bool(national_directory().find(key))


@cache
def _bodies() -> frozenset[str]:
    with (REFERENCE / "other_bodies.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return frozenset(
        spelling_key(word).removeprefix("the ")
        for row in rows
        for word in (row["name"], *row["aliases"].split("|"))
        if word
    )
