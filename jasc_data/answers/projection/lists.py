"""The shortest lists of reports whose sign-off would bring a kind below a target."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from jasc_data.answers.figures.open_items import OpenItems
from jasc_data.answers.projection.answer import Projection
from jasc_data.domain.vocabulary import Kind, Status


@dataclass(frozen=True)
class Step:
    """One line of a list: of the ``open`` items there, how many must be signed off, and what is then left.

    report_id: the report that the items are of; None for those of all reports that await sign-off.
    """

    what: str
    report_id: int | None
    needed: int
    open: int
    left: int


@dataclass(frozen=True)
class Path:
    """A way to the target. reaches is False when even all the items held do not suffice."""

    steps: tuple[Step, ...]
    reaches: bool


@dataclass(frozen=True)
class Target:
    """How far a kind is from being below a figure, and the two ways there, both counted after the choices made.

    needed is 0 when the kind is below it already. by_report: the fewest reports. awaiting_first: what awaits sign-off,
    then the fewest reports for the rest.
    """

    kind: Kind
    below: int
    open: int
    needed: int
    by_report: Path
    awaiting_first: Path


_Group = tuple[str, int | None, int]  # what is signed off together, of which report, how many items


def target(projection: Projection, kind: Kind, below: int) -> Target | None:
    """The ways to fewer than ``below`` open; None where the kind's figure or its items are not held."""
    home = projection.then.kinds[kind].home if kind in projection.then.kinds else None
    if home is None or kind not in projection.held:
        return None
    needed = max(0, home.open - (below - 1))
    left = projection.left(kind)
    waiting = [entry for entry in left if entry.status is Status.AWAITING_SIGN_OFF]
    others = [entry for entry in left if entry.status is not Status.AWAITING_SIGN_OFF]
    total = sum(entry.open for entry in waiting)
    first: list[_Group] = [("Awaiting sign-off, all reports", None, total)] if total else []
    return Target(
        kind,
        below,
        home.open,
        needed,
        by_report=_path(_largest_first(left), needed, home.open),
        awaiting_first=_path([*first, *_largest_first(others)], needed, home.open),
    )


def _largest_first(items: Iterable[OpenItems]) -> list[_Group]:
    """Closing the largest reports first takes the fewest of them."""
    counted: dict[tuple[str, int], int] = defaultdict(int)
    for entry in items:
        counted[entry.report, entry.report_id] += entry.open
    groups: list[_Group] = [(report, number, open_) for (report, number), open_ in counted.items()]
    return sorted(groups, key=lambda group: (-group[2], group[0]))


def _path(groups: Iterable[_Group], needed: int, open_: int) -> Path:
    steps = []
    missing = needed
    for what, report_id, number in groups:
        if missing <= 0:
            break
        taken = min(number, missing)
        missing -= taken
        open_ -= taken
        steps.append(Step(what, report_id, taken, number, open_))
    return Path(tuple(steps), missing <= 0)
