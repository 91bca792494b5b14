"""The causes of concern that are open: which ones, since when, and the items that belong to each."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from jasc_data.analysis.register import Register, RegisterItem
from jasc_data.analysis.register_labels import natural
from jasc_data.vocabulary import Kind
from jasc_data.words_alike import reference_key


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
        """Every open item that belongs to an open cause of concern."""
        return tuple(item for cause in self.causes for item in cause.open)


def cause_of(register: Register, item: RegisterItem) -> RegisterItem | None:
    """The cause of concern that an item belongs to, open or not; None when it names none, or none that is held."""
    if item.kind is Kind.CAUSE_OF_CONCERN or not item.cause_of_concern:
        return None
    return _named_by(item, _concerns(register))


def belonging_to(register: Register, cause: RegisterItem) -> tuple[RegisterItem, ...]:
    """The force's items, open or not, that belong to a cause of concern."""
    if cause.kind is not Kind.CAUSE_OF_CONCERN:
        return ()
    concerns = _concerns(register)
    naming = (item for item in register.own if item.kind is not Kind.CAUSE_OF_CONCERN and item.cause_of_concern)
    return tuple(item for item in naming if _named_by(item, concerns) == cause)


def causes_in(register: Register) -> Causes:
    """The open causes of concern of a register, with what belongs to each.

    An item belongs to the cause of concern whose reference it gives, or, where causes of concern carry no reference,
    to the one of its own report whose number it gives.
    """
    concerns = _concerns(register)
    others = [item for item in register.own if item.kind is not Kind.CAUSE_OF_CONCERN]
    by_cause: dict[str, list[RegisterItem]] = {}
    strays: dict[str, tuple[RegisterItem | None, list[RegisterItem]]] = {}
    for item in others:
        if not item.cause_of_concern:
            continue
        cause = _named_by(item, concerns)
        if cause is not None:
            by_cause.setdefault(cause.item_key, []).append(item)
        if item.counts and (cause is None or not cause.counts):
            key = reference_key(item.cause_of_concern)
            strays.setdefault(key, (cause, []))[1].append(item)
    open_causes = sorted(
        (item for item in concerns if item.counts),
        key=lambda item: (item.published is None, item.published or item.first_held_on, natural(item.name)),
    )
    return Causes(
        register=register,
        causes=tuple(_cause(item, by_cause.get(item.item_key, [])) for item in open_causes),
        strays=tuple(
            Stray(items[0].cause_of_concern or "", cause, tuple(items)) for _, (cause, items) in sorted(strays.items())
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


def _named_by(item: RegisterItem, concerns: Iterable[RegisterItem]) -> RegisterItem | None:
    named = reference_key(item.cause_of_concern or "")
    for concern in concerns:
        if concern.reference:
            if reference_key(concern.reference) == named:
                return concern
        elif concern.report_id == item.report_id and concern.number and reference_key(concern.number) == named:
            return concern
    return None
