"""How many items opened and closed in each period, from export to export (rule 17's identity holds in every period)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jasc_data.domain.vocabulary import Kind
from jasc_data.store.snapshot import Snapshot
from jasc_data.wording.numbers import short_date


class Every(StrEnum):
    """How long a period is."""

    QUARTER = "Quarter"
    YEAR = "Year"
    EXPORT = "Each export"


@dataclass(frozen=True)
class Period:
    """What became of a kind's items in a period, from the export of ``since`` to that of ``last``.

    opened counts new and reopened items, left those superseded or no longer for the force, moved those that came from
    or went to another kind. after = before + opened - closed - left + moved.
    """

    label: str
    since: date
    last: date
    before: int
    opened: int
    closed: int
    left: int
    moved: int
    after: int


@dataclass(frozen=True)
class _Flow:
    kind: Kind
    day: date
    opened: int
    closed: int
    left_otherwise: int
    moved_in: int
    moved_out: int

    @property
    def moved(self) -> int:
        return self.moved_in - self.moved_out

    @property
    def net(self) -> int:
        return self.opened - self.closed - self.left_otherwise + self.moved


_PARTS = {Every.QUARTER: "quarter", Every.YEAR: "year", Every.EXPORT: "day"}


def periods(snapshot: Snapshot, force: str, day: date, every: Every) -> dict[Kind, tuple[Period, ...]]:
    """Each kind's periods up to the day, latest first. They begin after the kind's first export of all reports."""
    flows = snapshot.rows("trend/flows", _Flow, force=force, day=day, part=_PARTS[every])
    found = {}
    for kind in Kind:
        own = [flow for flow in flows if flow.kind is kind]
        if own:
            found[kind] = _of_kind(own, own[0].day, [flow.day for flow in own[1:]], every)
    return found


def _of_kind(flows: list[_Flow], first: date, days: Iterable[date], every: Every) -> tuple[Period, ...]:
    by_day: Mapping[date, _Flow] = {flow.day: flow for flow in flows}
    open_ = sum(flow.net for flow in flows if flow.day <= first)
    grouped: dict[str, list[date]] = defaultdict(list)
    for day in days:
        grouped[_label(day, every)].append(day)
    found = []
    since = first
    for label, group in grouped.items():
        of_period = [by_day[day] for day in group if day in by_day]
        net = sum(flow.net for flow in of_period)
        found.append(
            Period(
                label,
                since,
                group[-1],
                open_,
                sum(flow.opened for flow in of_period),
                sum(flow.closed for flow in of_period),
                sum(flow.left_otherwise for flow in of_period),
                sum(flow.moved for flow in of_period),
                open_ + net,
            )
        )
        open_, since = open_ + net, group[-1]
    return tuple(reversed(found))


def _label(day: date, every: Every) -> str:
    if every is Every.EXPORT:
        return short_date(day)
    first_month = 3 * ((day.month - 1) // 3) + 1
    months = f"{date(day.year, first_month, 1):%b} to {date(day.year, first_month + 2, 1):%b} "
    return f"{months if every is Every.QUARTER else ''}{day.year}"
