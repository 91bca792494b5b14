"""The shortest lists of reports whose sign-off would bring a kind below a target."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from jasc_data.answers.figures.open_items import OpenItems
from jasc_data.answers.projection.answer import Projection
from jasc_data.domain.vocabulary import Kind, Status


@dataclass(frozen=True)
class Step:
    """One line of a list: of the ``open`` items there, how many must be signed off, and what is then left."""

    what: str
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
    first = [("Awaiting sign-off, all reports", total)] if total else []
    return Target(
        kind,
        below,
        home.open,
        needed,
        by_report=_path(_largest_first(left), needed, home.open),
        awaiting_first=_path([*first, *_largest_first(others)], needed, home.open),
    )


def suggested_target(open_: int) -> int:
    """A target to begin with: a fifth below what is open, in round figures (104 -> 80)."""
    step = 10 if open_ >= 20 else 1
    return max(1, open_ * 4 // 5 // step * step)


def _largest_first(items: Iterable[OpenItems]) -> list[tuple[str, int]]:
    """Closing the largest reports first takes the fewest of them."""
    counted: dict[str, int] = defaultdict(int)
    for entry in items:
        counted[entry.report] += entry.open
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))


def _path(groups: Iterable[tuple[str, int]], needed: int, open_: int) -> Path:
    steps = []
    missing = needed
    for what, number in groups:
        if missing <= 0:
            break
        taken = min(number, missing)
        missing -= taken
        open_ -= taken
        steps.append(Step(what, taken, number, open_))
    return Path(tuple(steps), missing <= 0)
