"""Which items of the register are asked for: by kind, report, grade, status, lead, overdue, repeats and words."""

from dataclasses import dataclass

from jasc_data.answers.register.answer import Register, RegisterItem
from jasc_data.domain.vocabulary import Grade, Kind, Status

OPEN = tuple(status for status in Status if status.counts_as_open)
NO_LEAD = ""


@dataclass(frozen=True)
class Choice:
    """What is asked for; the defaults ask for everything that is open. lead: NO_LEAD asks for items without one.

    status_given: whether the file itself must give the status (or must not); None asks for either. repeating: the keys
    of the items that repeat an earlier finding, where only these are asked for.
    """

    search: str = ""
    kind: Kind | None = None
    report_id: int | None = None
    grade: Grade | None = None
    statuses: tuple[Status, ...] = OPEN
    status_given: bool | None = None
    lead: str | None = None
    overdue_only: bool = False
    repeating: frozenset[str] | None = None


@dataclass(frozen=True)
class Found:
    """The items that fit, the force's own and those addressed to other bodies apart, in the register's order."""

    own: tuple[RegisterItem, ...]
    elsewhere: tuple[RegisterItem, ...]


def filtered(register: Register, choice: Choice) -> Found:
    """The items that fit. Status and overdue are not asked of other bodies' items: they are not the force's."""
    fitting = [item for item in register.items if _fits(item, choice, register.labels[item.item_key])]
    own = [
        item
        for item in fitting
        if not item.elsewhere
        and item.standing in choice.statuses
        and choice.status_given in (None, item.status_written is not None)
        and not (choice.overdue_only and item.days_overdue(register.as_of) is None)
    ]
    return Found(tuple(own), tuple(item for item in fitting if item.elsewhere))


def leads(register: Register) -> list[str]:
    """Every lead of the force's items, in order."""
    return sorted({item.lead for item in register.own if item.lead}, key=str.casefold)


def _fits(item: RegisterItem, choice: Choice, label: str) -> bool:
    return (
        choice.kind in (None, item.kind)
        and choice.report_id in (None, item.report_id)
        and choice.grade in (None, item.grade)
        and (choice.repeating is None or item.item_key in choice.repeating)
        and choice.lead in (None, item.lead or NO_LEAD)
        and _says(item, choice.search, label)
    )


def _says(item: RegisterItem, search: str, label: str) -> bool:
    """True when every word asked for stands somewhere in the item, whatever the case."""
    words = search.casefold().split()
    if not words:
        return True
    parts = (
        label,
        item.number,
        item.text,
        item.report,
        item.addressee,
        item.lead,
        item.deadline,
        item.overdue_reason,
        item.steps_to_green,
        item.cause_of_concern,
    )
    said = "\n".join(part for part in parts if part).casefold()
    return all(word in said for word in words)
