"""Where what is written here and what the export says of an item differ: both stand, and the difference is said."""

from collections.abc import Iterable
from dataclasses import dataclass

from jasc_data.answers.register.answer import RegisterItem
from jasc_data.answers.register.text import item_standing_words
from jasc_data.answers.steps.answer import ItemSteps, StepsHeld
from jasc_data.domain.vocabulary import Status
from jasc_data.wording.numbers import counted, long_date


@dataclass(frozen=True)
class Difference:
    """An item of which both say something else. ours, theirs: what is written here, and what the export says."""

    item: RegisterItem
    ours: str
    theirs: str


def differences(held: StepsHeld) -> tuple[Difference, ...]:
    """Every item of which the two differ, in the register's order."""
    return tuple(Difference(found.item, ours, theirs(found.item)) for found in held.items if (ours := _ours(found)))


def theirs(item: RegisterItem) -> str:
    """What the export says, and of which day it is: ``Open (the export of 4 September 2023)``."""
    return f"{item_standing_words(item)} (the export of {long_date(item.decided_on)})"


def difference_sentences(found: Iterable[Difference], label: dict[str, str]) -> tuple[str, ...]:
    """One sentence each. label: what each item is called, by its key."""
    return tuple(f"{label[one.item.item_key]}: we say {one.ours}; the portal says {one.theirs}." for one in found)


def _ours(found: ItemSteps) -> str:
    """What is written here, where it is not what the export says; else blank."""
    item = found.item
    if found.signed_off and item.counts:
        return f"signed off by the Chief Constable on {long_date(found.signed_off.signed_on)}"
    if found.ready:
        return "ready to close, all steps met"
    gone = item.standing is Status.CLOSED or (item.counts and item.status is Status.AWAITING_SIGN_OFF)
    if gone and found.steps and not found.all_met:
        return f"{found.met:,} of {counted(len(found.steps), 'step')} met"
    return ""
