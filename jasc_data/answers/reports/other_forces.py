"""Whether a report is an issue elsewhere: which other forces still have its items open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jasc_data.domain.perspective import Perspective
from jasc_data.domain.policy import CURRENT_FOR
from jasc_data.store.snapshot import Snapshot
from jasc_data.wording.numbers import listed, long_date

_NAMED = 8


@dataclass(frozen=True)
class ForceOpen:
    """How many items of a shared report one force has open, and the date of its export (at most 92 days before)."""

    report_id: int
    force: str
    open: int
    as_of: date


@dataclass(frozen=True)
class Spread:
    """One shared report across the forces whose items are held, most open first. group: the home force's MSG."""

    home: str
    group: tuple[str, ...]
    forces: tuple[ForceOpen, ...]

    @property
    def in_group(self) -> tuple[ForceOpen, ...]:
        """The group's forces held, the home force among them."""
        return tuple(entry for entry in self.forces if entry.force in self.group)

    @property
    def beyond(self) -> tuple[ForceOpen, ...]:
        """The other forces held."""
        return tuple(entry for entry in self.forces if entry.force not in self.group)

    @property
    def with_open(self) -> int:
        """How many forces, the home force included, have items of the report open."""
        return sum(1 for entry in self.forces if entry.open)


def spreads(snapshot: Snapshot, perspective: Perspective) -> dict[int, Spread]:
    """By report number, how the shared reports stand across the forces held at the date."""
    day = perspective.day
    rows = snapshot.rows("reports/other_forces", ForceOpen, day=day, earliest=day - CURRENT_FOR)
    by_report: dict[int, list[ForceOpen]] = {}
    for row in rows:
        by_report.setdefault(row.report_id, []).append(row)
    return {
        number: Spread(
            perspective.home, perspective.group, tuple(sorted(entries, key=lambda entry: (-entry.open, entry.force)))
        )
        for number, entries in by_report.items()
    }


def spread_sentences(spread: Spread | None, home: str, day: date, *, shared: bool) -> tuple[str, ...]:
    """Whether the report is an issue elsewhere on a day, as far as other forces' items are held."""
    when = f"On {long_date(day)}"
    if not shared:
        return (f"{when} no other force was concerned: the report is on {home} alone.",)
    others = [entry for entry in spread.forces if entry.force != home] if spread else []
    if spread is None or not others:
        return (
            f"{when} it is not known whether it was an issue for other forces: none of their items of this report are "
            "held. Upload an items export that covers them.",
        )
    if spread.home not in spread.group:
        return (_sentence(others, "", ""),)
    in_group = [entry for entry in others if entry.force in spread.group]
    of = len(spread.group) - 1
    more = f" (the group has {of} others)" if len(in_group) < of else ""
    none = f"{when} no other MSG force's items of this report are held."
    lines = [_sentence(in_group, "MSG ", more) if in_group else none]
    if spread.beyond:
        lines.append(_sentence(spread.beyond, "", "", opening="Beyond the MSG an issue"))
    return tuple(lines)


def _dates(forces: Sequence[ForceOpen]) -> str:
    """The date of the exports, or the first and the last."""
    first, last = (pick(entry.as_of for entry in forces) for pick in (min, max))
    return long_date(first) if first == last else f"{long_date(first)} to {long_date(last)}"


def _sentence(forces: Sequence[ForceOpen], whose: str, more: str, *, opening: str = "An issue") -> str:
    """Other forces only: whether we are an outlier is what is asked."""
    open_for = [entry for entry in forces if entry.open]
    clear = [entry.force for entry in forces if not entry.open]
    start = f"{opening} for {len(open_for):,} of the {len(forces):,} other {whose}forces held{more}"
    if len(forces) == 1:
        start = f"{opening} for {len(open_for):,} other {whose}force, the only one held{more}"
    start += f" by items of {_dates(forces)}"
    if not open_for:
        return f"{start}: none has an item of this report open."
    named = [f"{entry.force} ({entry.open:,})" for entry in open_for[:_NAMED]]
    if len(open_for) > _NAMED:
        named.append(f"{len(open_for) - _NAMED} more")
    rest = f"; none open for {listed(clear)}" if 0 < len(clear) <= _NAMED else ""
    return f"{start}: {listed(named)} open{rest}."
