"""What needs attention among a force's open items: overdue, awaiting sign-off, level 4, the largest report."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from jasc_data.answers.figures.open_items import ItemsHeld, OpenItems, items_held, open_items
from jasc_data.domain.vocabulary import Grade, Kind, Status
from jasc_data.store.snapshot import Snapshot


@dataclass(frozen=True)
class Attention:
    """What the force's open items say. ``held`` is empty when only positions are held; the rest is then empty too.

    overdue counts by kind; among them are those whose deadline was worked out from words, those awaiting sign-off and
    those with a reason. graded_total and level_3 speak of recommendations and AFIs only. largest_reports: every report
    with as many open items as any has; largest_report_id: of the one that has most, None where several have.
    """

    held: Mapping[Kind, ItemsHeld]
    overdue: Mapping[Kind, int]
    overdue_worked_out: int
    overdue_awaiting: int
    overdue_with_reason: int
    awaiting: Mapping[Kind, int]
    level_3: int
    level_4: int
    graded_total: int
    largest_reports: tuple[str, ...]
    largest_report_open: int
    largest_report_id: int | None
    open_total: int

    @property
    def as_of(self) -> date | None:
        """The latest date of the items held."""
        return max((entry.as_of for entry in self.held.values()), default=None)


def needs_attention(snapshot: Snapshot, force: str, day: date) -> Attention:
    """What of the force's open items needs attention at that date."""
    held = items_held(snapshot, force, day)
    kinds = {entry.kind for entry in held}
    items = [entry for entry in open_items(snapshot, force, day) if entry.kind in kinds]
    graded = [entry for entry in items if entry.kind is not Kind.CAUSE_OF_CONCERN]
    reports, names = Counter[int](), {entry.report_id: entry.report for entry in items}
    for entry in items:
        reports[entry.report_id] += entry.open
    most = max(reports.values(), default=0)
    largest = [report_id for report_id, number in reports.items() if number == most]
    return Attention(
        held={entry.kind: entry for entry in held},
        overdue=_by_kind(items, lambda entry: entry.overdue),
        overdue_worked_out=_count(items, lambda entry: entry.worked_out),
        overdue_awaiting=_count(items, lambda entry: entry.overdue and entry.status is Status.AWAITING_SIGN_OFF),
        overdue_with_reason=_count(items, lambda entry: entry.has_reason),
        awaiting=_by_kind(items, lambda entry: entry.status is Status.AWAITING_SIGN_OFF),
        level_3=_count(graded, lambda entry: entry.grade is Grade.THREE),
        level_4=_count(graded, lambda entry: entry.grade is Grade.FOUR),
        graded_total=sum(entry.open for entry in graded),
        largest_reports=tuple(sorted(names[report_id] for report_id in largest)),
        largest_report_open=most,
        largest_report_id=largest[0] if len(largest) == 1 else None,
        open_total=sum(entry.open for entry in items),
    )


def _count(items: list[OpenItems], fits: Callable[[OpenItems], bool]) -> int:
    return sum(entry.open for entry in items if fits(entry))


def _by_kind(items: list[OpenItems], fits: Callable[[OpenItems], bool]) -> dict[Kind, int]:
    counts = {kind: _count([entry for entry in items if entry.kind is kind], fits) for kind in Kind}
    return {kind: number for kind, number in counts.items() if number}
