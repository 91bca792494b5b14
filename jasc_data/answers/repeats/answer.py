"""Repeat findings: open items whose words ask what an earlier item of the force asked.

Likeness only suggests. What counts is what the liaison officer has confirmed, and it counts whatever the words are.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from jasc_data.answers.register.answer import Register, RegisterItem
from jasc_data.answers.repeats.likeness import Alike, alike_texts
from jasc_data.domain.actor import Actor, Role, Way
from jasc_data.domain.vocabulary import RepeatAction, Status
from jasc_data.store.snapshot import Snapshot

_OF_EACH = 3  # suggestions for one item, each of another report


@dataclass(frozen=True)
class Decision:
    """That an item repeats an earlier one (by their keys), or that it does not, and who said so."""

    item_key: str
    earlier_key: str
    action: RepeatAction
    decided_at: datetime
    who: str
    role: Role
    way: Way

    @property
    def actor(self) -> Actor:
        """Who decided it."""
        return Actor(self.who, self.role, self.way)


@dataclass(frozen=True)
class Repeat:
    """An item and the earlier one that it repeats, or may repeat.

    likeness: of the two texts, from likeness.ALIKE to 1, and shared: words that both have; None and blank where the two
    are decided about.
    """

    item: RegisterItem
    earlier: RegisterItem
    decision: Decision | None = None
    likeness: float | None = None
    shared: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tally:
    """Of some items: how many are open, how many of these are confirmed to repeat an earlier finding, of how many of
    those an earlier finding is closed (each item once), and how many suggestions about them wait."""

    open: int
    repeating: int
    closed_before: int
    suggested: int


@dataclass(frozen=True)
class Repeats:
    """Items of a register that repeat earlier ones. suggested: the likest first; the others in the register's order.

    Suggestions are of open items alone; what is decided is kept for items that are closed since.
    """

    register: Register
    confirmed: tuple[Repeat, ...]
    dismissed: tuple[Repeat, ...]
    suggested: tuple[Repeat, ...]

    @cached_property
    def counted(self) -> tuple[Repeat, ...]:
        """The confirmed ones of open items: these alone are counted."""
        return tuple(repeat for repeat in self.confirmed if repeat.item.counts)

    @cached_property
    def repeating(self) -> frozenset[str]:
        """The keys of the open items that are confirmed to repeat an earlier finding."""
        return frozenset(repeat.item.item_key for repeat in self.counted)

    def tally(self, items: Iterable[RegisterItem]) -> Tally:
        """The counts of these items."""
        open_ = {item.item_key for item in items if item.counts}
        gone = {repeat.item.item_key for repeat in self.counted if repeat.earlier.standing is Status.CLOSED}
        suggested = sum(repeat.item.item_key in open_ for repeat in self.suggested)
        return Tally(len(open_), len(open_ & self.repeating), len(open_ & gone), suggested)

    def of_item(self, item: RegisterItem) -> tuple[Repeat, ...]:
        """What an item repeats, confirmed first."""
        return tuple(found for found in (*self.confirmed, *self.suggested) if found.item.item_key == item.item_key)

    def repeated_by(self, item: RegisterItem) -> tuple[Repeat, ...]:
        """What repeats an item, confirmed first."""
        return tuple(found for found in (*self.confirmed, *self.suggested) if found.earlier.item_key == item.item_key)


def decisions_of(snapshot: Snapshot, force: str) -> tuple[Decision, ...]:
    """What is decided about the items of a force."""
    return tuple(snapshot.rows("repeats/decided", Decision, force=force))


def repeats_in(register: Register, decisions: Sequence[Decision]) -> Repeats:
    """What is confirmed and dismissed of a register's items, and what is suggested besides."""
    held = register.by_key
    decided = [
        Repeat(held[decision.item_key], held[decision.earlier_key], decision)
        for decision in decisions
        if decision.item_key in held and decision.earlier_key in held
    ]
    places = {item.item_key: place for place, item in enumerate(register.items)}
    decided.sort(key=lambda repeat: (places[repeat.item.item_key], places[repeat.earlier.item_key]))
    by_action = {
        action: tuple(repeat for repeat in decided if repeat.decision and repeat.decision.action is action)
        for action in (RepeatAction.CONFIRMED, RepeatAction.DISMISSED)
    }
    suggested = [repeat for repeat in _alike(register) if not _settled(repeat, decided)]
    return Repeats(
        register,
        by_action[RepeatAction.CONFIRMED],
        by_action[RepeatAction.DISMISSED],
        tuple(sorted(suggested, key=lambda repeat: (-(repeat.likeness or 0), places[repeat.item.item_key]))),
    )


def repeating_in(register: Register, decisions: Sequence[Decision]) -> frozenset[str]:
    """The keys of the open items that are confirmed to repeat an earlier finding, without looking for likeness."""
    held = register.by_key
    return frozenset(
        decision.item_key
        for decision in decisions
        if decision.action is RepeatAction.CONFIRMED
        and decision.earlier_key in held
        and decision.item_key in held
        and held[decision.item_key].counts
    )


def is_earlier(earlier: RegisterItem, item: RegisterItem) -> bool:
    """True when it was published first; where a publication date is not known, when it was held first."""
    if earlier.published and item.published:
        return earlier.published < item.published
    return earlier.first_held_on < item.first_held_on


def _alike(register: Register) -> list[Repeat]:
    """For each open item the likest earlier item of each other report, of the likest few reports."""
    own = [item for item in register.own if item.text]
    asked = tuple(place for place, item in enumerate(own) if item.counts)
    found = alike_texts(tuple(item.text or "" for item in own), asked)
    return [
        Repeat(own[place], own[near.place], likeness=near.likeness, shared=near.shared)
        for place, likest in zip(asked, found, strict=True)
        for near in _of_reports(own, own[place], likest)
    ]


def _of_reports(own: Sequence[RegisterItem], item: RegisterItem, likest: Iterable[Alike]) -> list[Alike]:
    by_report: dict[int, Alike] = {}
    for near in likest:
        other = own[near.place]
        if other.report_id != item.report_id and is_earlier(other, item):
            by_report.setdefault(other.report_id, near)
    return list(by_report.values())[:_OF_EACH]


def _settled(suggested: Repeat, decided: Iterable[Repeat]) -> bool:
    """True when the two are decided about, whichever is the earlier now, or the item repeats that report already."""
    two = {suggested.item.item_key, suggested.earlier.item_key}
    return any(
        two == {repeat.item.item_key, repeat.earlier.item_key}
        or (
            repeat.decision is not None
            and repeat.decision.action is RepeatAction.CONFIRMED
            and repeat.item.item_key == suggested.item.item_key
            and repeat.earlier.report_id == suggested.earlier.report_id
        )
        for repeat in decided
    )
