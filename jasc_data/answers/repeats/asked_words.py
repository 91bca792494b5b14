"""What a text asks: its words, without those that inspection reports put around what they ask."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_OF_SOMEBODY = re.compile(r"['’]s\b")
_RUN = 4  # words: shorter ones ("stop and search") are subjects
_Run = tuple[str, ...]
_OFTEN, _ONE_IN = 8, 50  # so many texts, and one in so many: no finding is repeated as often as that
_BEGINNING = 5  # letters by which supervise, supervisor and supervision are told as one
_SHORTEST = 3  # letters or digits of a word that says something: "101", "999"
_SHOWN = 6

# What recommendations and areas for improvement are made of, whatever they ask.
_PUT_AROUND = frozenset(
    """
    force forces chief constable constables constabulary police policing
    should must ensure ensures make makes sure improve improves improved improving improvement improvements need needs
    area areas cause concern causes recommendation recommendations
    immediately month months week weeks year years by within
    january february march april may june july august september october november december
    work effective effectively appropriate appropriately consistent consistently enough sufficient regular regularly
    good better right well able way ways particular including include includes
    place set order carry carried carrying provide provides provided use used using
    """.split()
)
# These the general list takes for empty words. A report that says them means them.
_SAY_SOMETHING = frozenset({"bill", "describe", "detail", "fire", "interest", "serious", "system"})


def asked_words(texts: Sequence[str]) -> list[list[str]]:
    """Of each text the words that say what it asks, in their order.

    Left out are empty words, and every run of four words that stands in so many of the texts that it is the form in
    which these reports write, not what one of them asks: "and check each quarter that it is met".
    """
    words = [_WORD.findall(_OF_SOMEBODY.sub("", text.casefold())) for text in texts]
    runs = [_runs(text) for text in words]
    form = _form(runs)
    return [
        _without(text, [place for place, run in enumerate(in_text) if run in form])
        for text, in_text in zip(words, runs, strict=True)
    ]


def singular(word: str) -> str:
    """The word without the s of a plural, near enough for words that are held against each other."""
    if len(word) > _SHORTEST + 1 and word.endswith("ies"):
        return f"{word[:-3]}y"
    is_plural = len(word) > _SHORTEST and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if is_plural else word


def shared_words(asked: Sequence[str], earlier: Sequence[str]) -> tuple[str, ...]:
    """The words of the one that the other has as well, in whatever form, the first few in their order."""
    begun = {word[:_BEGINNING] for word in earlier}
    found = {word[:_BEGINNING]: word for word in reversed(asked) if word[:_BEGINNING] in begun}
    return tuple(sorted(found.values(), key=list(asked).index))[:_SHOWN]


def _runs(words: Sequence[str]) -> list[_Run]:
    """Every four words that follow each other, in the order of the first."""
    return list(zip(*(words[step:] for step in range(_RUN)), strict=False))


def _form(runs: Sequence[Sequence[_Run]]) -> set[_Run]:
    """The runs of words that stand in too many texts to be what one of them asks."""
    found = Counter(chain.from_iterable(map(set, runs)))
    often = max(_OFTEN, len(runs) / _ONE_IN)
    return {run for run, count in found.items() if count >= often}


def _without(words: Sequence[str], formal: Iterable[int]) -> list[str]:
    """The words that say something. formal: the places at which a run begins that is mere form."""
    left, empty = list(words), _empty_words()
    for place in formal:
        left[place : place + _RUN] = [""] * _RUN
    return [word for word in left if len(word) >= _SHORTEST and word not in empty]


@cache
def _empty_words() -> frozenset[str]:
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS  # takes a second: only when it is asked for

    return frozenset(ENGLISH_STOP_WORDS - _SAY_SOMETHING) | _PUT_AROUND
