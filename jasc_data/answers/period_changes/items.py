"""One item between two dates: what became of it, what differs, and by how much its own target date slipped."""

from dataclasses import dataclass
from datetime import date

from jasc_data.answers.figures.item_states import Change, ItemState, item_change
from jasc_data.answers.figures.unique_labels import natural
from jasc_data.domain.vocabulary import Grade, Kind
from jasc_data.wording.definitions import LEFT_WORDS
from jasc_data.wording.numbers import short_date

Pair = tuple[ItemState | None, ItemState | None]


@dataclass(frozen=True)
class PeriodItem:
    """An item that changed. before and after are in words; before is None where it was not known.

    target_before and target_after: the force's own target date, where it was open at both dates. revisions: how often
    that date was changed so far.
    """

    item_key: str
    reference: str
    kind: Kind
    report: str
    grade: Grade
    change: Change
    reopened: bool
    before: str | None
    after: str
    target_before: date | None
    target_after: date | None
    revisions: int

    @property
    def days_slipped(self) -> int:
        """By how many days the target date was put off; 0 when it was not."""
        if self.target_before is None or self.target_after is None:
            return 0
        return max(0, (self.target_after - self.target_before).days)

    @property
    def place(self) -> tuple[object, ...]:
        """Where it stands in a list: by kind, report, and reference in its natural order (T2 before T10)."""
        return (list(Kind).index(self.kind), self.report, natural(self.reference))


def period_item(pair: Pair, revisions: int) -> PeriodItem | None:
    """What became of the item; None when nothing did."""
    before, after = pair
    shown, change = after or before, item_change(before, after)
    if shown is None or change is None or change is Change.UNCHANGED:
        return None
    open_at_both = change in (Change.REGRADED, Change.CHANGED)
    return PeriodItem(
        item_key=shown.item_key,
        reference=shown.name,
        kind=shown.kind,
        report=shown.report,
        grade=shown.grade,
        change=change,
        reopened=change is Change.OPENED and before is not None,
        before=_was(before, after, change),
        after=_became(before, after, change),
        target_before=before.target_date if before and open_at_both else None,
        target_after=after.target_date if after and open_at_both else None,
        revisions=revisions,
    )


def _was(before: ItemState | None, after: ItemState | None, change: Change) -> str | None:
    if before is None:
        return None
    if change is Change.REGRADED:
        return str(before.grade)
    if change is Change.CHANGED and after is not None:
        return "; ".join(was for was, _ in _sides(before, after))
    return _standing(before)


def _became(before: ItemState | None, after: ItemState | None, change: Change) -> str:
    if change is Change.CLOSED or after is None:
        return Change.CLOSED.value
    if change is Change.REGRADED:
        return str(after.grade)
    if change is Change.CHANGED and before is not None:
        return "; ".join(became for _, became in _sides(before, after))
    standing = _standing(after)
    return f"{LEFT_WORDS}, later closed" if change is Change.LEFT and standing == Change.CLOSED else standing


def _standing(item: ItemState) -> str:
    """An item's status in words, also where no export lists it any more or it is another body's."""
    if item.addressed_elsewhere and not item.counts:
        return "addressed to another body"
    return item.told_status if item.counts or not item.status.counts_as_open else Change.CLOSED.value


def _sides(before: ItemState, after: ItemState) -> list[tuple[str, str]]:
    """What differs between the two, each with its value before and after."""
    valued = [
        (name, one, other)
        for name, one, other in (
            ("kind", before.kind.singular, after.kind.singular),
            ("status", before.told_status, after.told_status),
            ("target date", _day(before.target_date), _day(after.target_date)),
            ("report", before.report, after.report),
        )
        if one != other
    ]
    sides = [(f"{name} {one}", f"{name} {other}") for name, one, other in valued]
    if before.text_key != after.text_key:
        sides.append(("text", "text changed"))
    return sides or [("other details", "other details changed")]


def _day(day: date | None) -> str:
    return short_date(day) if day else "none"
