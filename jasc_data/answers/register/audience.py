"""Who an answer is for (rule 20): leads can be people's names, and leave the dashboard only when that is asked for.

The names are taken out here, once, of the register that the other answers about items are made from. So no sentence,
chart, table or file made from such an answer can name a lead, whoever draws it.
"""

from collections import Counter
from dataclasses import replace

from jasc_data.answers.register.answer import Register, RegisterItem
from jasc_data.domain.normalise import spelling_key, visible


def for_audience(register: Register, *, leads: bool) -> Register:
    """The register with its leads named, or with ``Lead 1``, ``Lead 2`` ... in their place, the most open items first.

    Who has no lead has none: what is counted is the same in both.
    """
    if leads:
        return register
    numbered = _numbered(register)
    return replace(register, items=tuple(_without_name(item, numbered) for item in register.items))


def _without_name(item: RegisterItem, numbered: dict[str, str]) -> RegisterItem:
    return replace(item, lead=numbered.get(spelling_key(item.lead or "")))


def _numbered(register: Register) -> dict[str, str]:
    """By spelling key, what stands for each lead; numbers of one length, so that they sort as the names did."""
    spellings: dict[str, Counter[str]] = {}
    open_: Counter[str] = Counter()
    for item in register.items:
        key = spelling_key(item.lead or "")
        if key:
            spellings.setdefault(key, Counter())[visible(item.lead or "")] += 1
            open_[key] += item.counts and item.kind in register.held
    names = {key: min(found, key=lambda word: (-found[word], word)) for key, found in spellings.items()}
    in_order = sorted(names, key=lambda key: (-open_[key], names[key]))
    digits = len(str(len(in_order)))
    return {key: f"Lead {place:0{digits}}" for place, key in enumerate(in_order, start=1)}
