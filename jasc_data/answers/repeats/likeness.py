"""How alike texts are: by TF-IDF of pieces of their words, where a piece counts the more the fewer texts have it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from jasc_data.answers.repeats.asked_words import asked_words, shared_words, singular

# Pieces of four letters, so that "supervisors review" and "the supervision of reviews" are alike: whole words, and
# pairs of them, missed far more findings that are repeated in other words. At this bound 31 of the 33 are suggested
# that tests/answers/repeats/wordings.py holds, and 3 of 31 pairs that are on one theme and ask different things.
_PIECE = 4
ALIKE = 0.4
_SHARED = 2  # words at least, where the text has so many: "recording" alone is no likeness


@dataclass(frozen=True)
class Alike:
    """Another text, by its place, how alike it is (ALIKE to 1), and words that both have."""

    place: int
    likeness: float
    shared: tuple[str, ...]


@lru_cache(maxsize=4)
def alike_texts(texts: tuple[str, ...], of: tuple[int, ...]) -> tuple[tuple[Alike, ...], ...]:
    """For each place in ``of``, the other texts that are alike, the likest first, of equal ones the same text first.

    One sparse product of those asked for and all: three thousand texts take less than a second. Kept by the texts
    themselves, which few of all that is written change: not a commentary, nor an export of other forces.
    """
    # imported here, as it takes longer than all that a page does besides
    from sklearn.feature_extraction.text import TfidfVectorizer

    asked = asked_words(texts)
    if not of or not any(asked):
        return tuple(() for _ in of)
    pieces = TfidfVectorizer(analyzer="char_wb", ngram_range=(_PIECE, _PIECE), sublinear_tf=True)
    weights = pieces.fit_transform([" ".join(map(singular, words)) for words in asked])
    products = (weights[list(of)] @ weights.T).tocsr()
    products.data[products.data < ALIKE] = 0
    products.eliminate_zeros()
    found = []
    for one, start, end in zip(of, products.indptr, products.indptr[1:], strict=False):
        near = zip(products.indices[start:end].tolist(), products.data[start:end].tolist(), strict=True)
        found.append(tuple(sorted(_alike(asked, one, near), key=partial(_order, texts, one))))
    return tuple(found)


def _alike(asked: Sequence[Sequence[str]], one: int, near: Iterable[tuple[int, float]]) -> Iterable[Alike]:
    """Of the texts near to one, those that share enough words with it."""
    for place, likeness in near:
        shared = () if place == one else shared_words(asked[one], asked[place])
        if len(shared) >= min(_SHARED, len(set(asked[one]))) > 0:
            yield Alike(place, min(round(likeness, 6), 1.0), shared)


def _order(texts: Sequence[str], one: int, other: Alike) -> tuple[float, bool, int]:
    return -other.likeness, texts[other.place] != texts[one], other.place
