"""What items and reports are called in lists and links, each name once, and the order people expect of references."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Any


@lru_cache(maxsize=16_384)  # names are sorted anew after every commit, and hardly any of them is new
def natural(name: str) -> Any:
    """A sort key in which T2 comes before T10, whatever the case."""
    return _natural()(name)


@cache
def _natural() -> Callable[[str], Any]:
    from natsort import natsort_keygen, ns  # goes through all of Unicode as it is loaded

    return natsort_keygen(alg=ns.IGNORECASE)


def unique_labels(names: Sequence[str], details: Sequence[str], taken: Sequence[str] = ()) -> list[str]:
    """The names on one line each, so that none stands twice nor is one of those taken.

    A name that stands twice is followed by its detail; where that does not help, by a number.
    """
    plain = [" ".join(name.split()) for name in names]
    twice = Counter([*plain, *taken])
    detailed = [
        f"{name} ({detail})" if twice[name] > 1 and detail else name
        for name, detail in zip(plain, details, strict=True)
    ]
    seen = Counter(taken)
    labels = []
    for name in detailed:
        label = name
        while seen[label]:
            seen[name] += 1
            label = f"{name}, no {seen[name]}"
        seen[label] += 1
        labels.append(label)
    return labels
