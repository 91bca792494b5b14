"""The causes of concern that are open: which ones, since when, and the items that belong to each."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from jasc_data.answers.figures.unique_labels import natural
from jasc_data.answers.register.answer import Register, RegisterItem
from jasc_data.domain.normalise import reference_key
from jasc_data.domain.vocabulary import Kind

_BETWEEN_NAMES = re.compile(r"[;,/&\n]|\band\b", re.IGNORECASE)


@dataclass(frozen=True)
class Cause:
    """One cause of concern, and the items that name it: those open, and how many are open no longer."""

    item: RegisterItem
    open: tuple[RegisterItem, ...]
    no_longer_open: int


@dataclass(frozen=True)
class Stray:
    """Open items that name a cause of concern that is not open: ``cause`` when its record is held, else None."""

    named: str
    cause: RegisterItem | None
    items: tuple[RegisterItem, ...]


@dataclass(frozen=True)
class Causes:
    """The answer behind the page. Causes are the oldest publication first, those without a date last.

    naming_none are the open recommendations that name no cause of concern.
    """

    register: Register
    causes: tuple[Cause, ...]
    strays: tuple[Stray, ...]
    naming_none: int

    @property
    def held(self) -> bool:
        """True when all causes of concern of the home force are held as items, so that these are a total."""
        return Kind.CAUSE_OF_CONCERN in self.register.held

    @cached_property
    def belonging(self) -> tuple[RegisterItem, ...]:
        """Every open item that belongs to an open cause of concern, each once though it may belong to several."""
        return tuple({item.item_key: item for cause in self.causes for item in cause.open}.values())

    @cached_property
    def astray(self) -> tuple[RegisterItem, ...]:
        """Every open item that names causes of concern of which none is open, each once."""
        return tuple({item.item_key: item for stray in self.strays for item in stray.items}.values())


def causes_of_item(register: Register, item: RegisterItem) -> tuple[RegisterItem, ...]:
    """The causes of concern that an item belongs to, open or not; none when it names none, or none that is held."""
    return () if item.kind is Kind.CAUSE_OF_CONCERN else _held_by(item, _concerns(register))


def belonging_to(register: Register, cause: RegisterItem) -> tuple[RegisterItem, ...]:
    """The force's items, open or not, that belong to a cause of concern."""
    if cause.kind is not Kind.CAUSE_OF_CONCERN:
        return ()
    concerns = _concerns(register)
    naming = (item for item in register.own if item.kind is not Kind.CAUSE_OF_CONCERN and item.cause_of_concern)
    return tuple(item for item in naming if cause in _held_by(item, concerns))


def causes_in(register: Register) -> Causes:
    """The open causes of concern of a register, with what belongs to each.

    An item belongs to the cause of concern whose reference it gives, or, where causes of concern carry no reference,
    to the one of its own report whose number it gives. It may name several (``C1; C2``), and then belongs to each.
    """
    concerns = _concerns(register)
    others = [item for item in register.own if item.kind is not Kind.CAUSE_OF_CONCERN]
    by_cause: dict[str, list[RegisterItem]] = {}
    strays: dict[str, tuple[str, RegisterItem | None, list[RegisterItem]]] = {}
    for item in others:
        named = {reference_key(name): (name, _named_by(item, name, concerns)) for name in _names(item, concerns)}
        held = {cause.item_key: cause for _, cause in named.values() if cause is not None}
        for key in held:
            by_cause.setdefault(key, []).append(item)
        if item.counts and not any(cause.counts for cause in held.values()):
            for key, (name, cause) in named.items():
                strays.setdefault(key, (name, cause, []))[2].append(item)
    open_causes = sorted(
        (item for item in concerns if item.counts),
        key=lambda item: (item.published is None, item.published or item.first_held_on, natural(item.name)),
    )
    return Causes(
        register=register,
        causes=tuple(_cause(item, by_cause.get(item.item_key, [])) for item in open_causes),
        strays=tuple(
            Stray(name, cause, tuple(items)) for _, (name, cause, items) in sorted(strays.items(), key=lambda e: e[0])
        ),
        naming_none=sum(
            item.counts and item.kind is Kind.RECOMMENDATION and not item.cause_of_concern for item in others
        ),
    )


def _concerns(register: Register) -> list[RegisterItem]:
    return [item for item in register.own if item.kind is Kind.CAUSE_OF_CONCERN]


def _cause(item: RegisterItem, belonging: Iterable[RegisterItem]) -> Cause:
    listed = list(belonging)
    open_ = tuple(other for other in listed if other.counts)
    return Cause(item, open_, len(listed) - len(open_))


def _held_by(item: RegisterItem, concerns: Iterable[RegisterItem]) -> tuple[RegisterItem, ...]:
    named = (_named_by(item, name, concerns) for name in _names(item, concerns))
    return tuple({cause.item_key: cause for cause in named if cause is not None}.values())


def _names(item: RegisterItem, concerns: Iterable[RegisterItem]) -> list[str]:
    """What the item names: the whole cell where it is a cause of concern, else what its commas, "and"s ... part."""
    whole = item.cause_of_concern or ""
    if not whole or _named_by(item, whole, concerns) is not None:
        return [whole] if whole else []
    parts = [part.strip() for part in _BETWEEN_NAMES.split(whole) if part.strip()]
    return parts if any(_named_by(item, part, concerns) is not None for part in parts) else [whole]


def _named_by(item: RegisterItem, name: str, concerns: Iterable[RegisterItem]) -> RegisterItem | None:
    named = reference_key(name)
    for concern in concerns:
        if concern.reference:
            if reference_key(concern.reference) == named:
                return concern
        elif concern.report_id == item.report_id and concern.number and reference_key(concern.number) == named:
            return concern
    return None
