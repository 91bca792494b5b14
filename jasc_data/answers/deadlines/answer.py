"""Whose are the open items, how old are they, and when are they due? Each breakdown sums to the same total."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from jasc_data.answers.register.answer import Register, RegisterItem
from jasc_data.domain.normalise import spelling_key, visible
from jasc_data.domain.vocabulary import DeadlineBasis, Kind, Status

NO_LEAD = "No lead stated"
HORIZONS = (30, 60, 90)


class Age(StrEnum):
    """How long ago an item's report was published; without that date, since when the exports have held it."""

    HALF_YEAR = "Under 6 months"
    YEAR = "6 to 12 months"
    TWO_YEARS = "1 to 2 years"
    THREE_YEARS = "2 to 3 years"
    OLDER = "3 years or more"


class Due(StrEnum):
    """When an item is due by HMICFRS's deadline. Each item is in one class."""

    OVERDUE = "Overdue"
    IN_30 = "Due in 30 days"
    IN_60 = "31 to 60 days"
    IN_90 = "61 to 90 days"
    LATER = "Later"
    NOT_UNDERSTOOD = "Words that give no date"
    NONE = "No deadline"


@dataclass(frozen=True)
class Line:
    """The items of one class: all of them, and what of them needs to be known."""

    name: str
    items: tuple[RegisterItem, ...]
    day: date

    @property
    def open(self) -> int:
        """How many there are."""
        return len(self.items)

    def of_kind(self, kind: Kind) -> int:
        """How many are of the kind."""
        return sum(item.kind is kind for item in self.items)

    @property
    def overdue(self) -> int:
        """How many are past HMICFRS's deadline."""
        return sum(due_class(item, self.day) is Due.OVERDUE for item in self.items)

    @property
    def awaiting(self) -> int:
        """How many await sign-off."""
        return sum(item.status is Status.AWAITING_SIGN_OFF for item in self.items)

    @property
    def worked_out(self) -> int:
        """How many have a deadline that was worked out from words, ``immediately`` included."""
        return sum(item.deadline_basis.is_worked_out for item in self.items)

    @property
    def with_reason(self) -> int:
        """How many give a reason for being late."""
        return sum(bool(item.overdue_reason) for item in self.items)


@dataclass(frozen=True)
class Ageing:
    """The home force's open items of the kinds of which all reports are held, in the register's order.

    partial counts the open items of kinds that are known from some reports only, which are no part of the rest.
    """

    register: Register
    items: tuple[RegisterItem, ...]
    partial: Mapping[Kind, int]

    @property
    def day(self) -> date:
        """The date at which everything is counted."""
        return self.register.as_of

    @cached_property
    def leads(self) -> tuple[Line, ...]:
        """By lead, the most items first; those without a lead last."""
        spelled = _lead_names(self.items)
        lines = self._lines(spelled.values(), lambda item: spelled.get(spelling_key(item.lead or ""), NO_LEAD))
        return tuple(sorted(lines, key=lambda line: (line.name == NO_LEAD, -line.open, line.name)))

    @cached_property
    def ages(self) -> tuple[Line, ...]:
        """By age, youngest first, empty classes included."""
        return self._lines(Age, lambda item: age_class(item, self.day), keep_empty=True)

    @cached_property
    def due(self) -> tuple[Line, ...]:
        """By deadline, soonest first, empty classes included."""
        return self._lines(Due, lambda item: due_class(item, self.day), keep_empty=True)

    @cached_property
    def overdue(self) -> tuple[RegisterItem, ...]:
        """The items past HMICFRS's deadline, the longest overdue first."""
        return tuple(sorted(self.due[0].items, key=_deadline))

    @property
    def overdue_without_reason(self) -> int:
        """How many of them give no reason for being late."""
        return sum(not item.overdue_reason for item in self.overdue)

    def due_within(self, days: int) -> tuple[RegisterItem, ...]:
        """The items due from the date to that many days later (rule 16), the soonest first; none that are overdue."""
        last = self.day + timedelta(days=days)
        return tuple(
            sorted(
                (item for item in self.items if item.deadline_on and self.day <= item.deadline_on <= last),
                key=_deadline,
            )
        )

    @cached_property
    def revised_often(self) -> tuple[RegisterItem, ...]:
        """The items whose own target date was revised more than once, the most often first."""
        return tuple(sorted((item for item in self.items if item.revisions > 1), key=lambda item: -item.revisions))

    def _lines(
        self, names: Iterable[str], of: Callable[[RegisterItem], str], *, keep_empty: bool = False
    ) -> tuple[Line, ...]:
        found: dict[str, list[RegisterItem]] = {name: [] for name in names} if keep_empty else {}
        for item in self.items:
            found.setdefault(of(item), []).append(item)
        return tuple(Line(str(name), tuple(items), self.day) for name, items in found.items())


def ageing_in(register: Register) -> Ageing:
    """The open items of a register by lead, age and deadline."""
    partial = Counter(item.kind for item in register.open if item.kind not in register.held)
    return Ageing(register, tuple(item for item in register.open if item.kind in register.held), dict(partial))


def age_class(item: RegisterItem, day: date) -> Age:
    """The age of an item in whole months since its report's publication, else since it was first seen."""
    since = item.published or item.first_held_on
    months = (day.year - since.year) * 12 + day.month - since.month - (day.day < since.day)
    limits = ((6, Age.HALF_YEAR), (12, Age.YEAR), (24, Age.TWO_YEARS), (36, Age.THREE_YEARS))
    return next((age for limit, age in limits if months < limit), Age.OLDER)


def due_class(item: RegisterItem, day: date) -> Due:
    """Where its deadline lies from the day (rule 16): before it is overdue, the day itself is not."""
    if item.deadline_on is None:
        return Due.NOT_UNDERSTOOD if item.deadline_basis is DeadlineBasis.NOT_UNDERSTOOD else Due.NONE
    days = (item.deadline_on - day).days
    limits = ((-1, Due.OVERDUE), (30, Due.IN_30), (60, Due.IN_60), (90, Due.IN_90))
    return next((due for limit, due in limits if days <= limit), Due.LATER)


def _lead_names(items: Iterable[RegisterItem]) -> dict[str, str]:
    """By spelling key, each lead as it is written most often. Keys fold case, spaces and points."""
    spellings: dict[str, Counter[str]] = {}
    for item in items:
        key = spelling_key(item.lead or "")
        if key:
            spellings.setdefault(key, Counter())[visible(item.lead or "")] += 1
    return {key: min(found, key=lambda word: (-found[word], word)) for key, found in spellings.items()}


def _deadline(item: RegisterItem) -> date:
    return item.deadline_on or date.max
