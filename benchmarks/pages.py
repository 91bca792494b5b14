"""How long each page's script takes, asked anew, as the history grows; and what a week's commit takes then.

Asked anew: nothing of its answer is kept, as after a commit, a restart, or a choice nobody has made yet. What a history
says of the present is the same however long it is (Changes is measured with two exports in place of one).
"""

from pathlib import Path
from typing import Any

from benchmarks.histories import megabytes
from benchmarks.plan import Plan
from benchmarks.steps import steps
from benchmarks.stores import copies, kept
from benchmarks.timing import Taken, apart, middle, taken
from benchmarks.visitors import NEEDS_TWO, Visitor, pages_of, without_backups
from pages._shared.session import close_stores

Stores = dict[tuple[str, int], Path]


def pages(plan: Plan) -> dict[str, Any]:
    """Of each history: the sizes, every page's seconds at each of them, and what a commit takes and leaves."""
    wanted = [(history, size) for history, sizes in plan.sizes.items() for size in sizes]
    twos = [(history, 2) for history, sizes in plan.sizes.items() if 1 in sizes]  # for NEEDS_TWO
    without_backups()
    with copies(plan, [*wanted, *twos]) as stores:
        found = {history: _of(plan, history, stores) for history in plan.sizes}
        close_stores()
        return found


def _of(plan: Plan, history: str, stores: Stores) -> dict[str, Any]:
    sizes = plan.sizes[history]
    untouched = kept(plan, [(history, size) for size in sizes])
    found: dict[str, Any] = {"sizes": sizes, "pages": {}}
    for name, (page, choices) in list(pages_of(history).items())[: plan.most]:
        held = [2 if size == 1 and name in NEEDS_TWO else size for size in sizes]
        times = _anew([Visitor(stores[history, size], page, choices) for size in held], plan.runs)
        found["pages"][name] = {"wall": [one.wall for one in times], "cpu": [one.cpu for one in times]}
        print(f"  {history}: {name}: {' '.join(f'{one.wall:.3f}' for one in times)} s", flush=True)
    found |= steps(history, plan, [stores[history, size] for size in sizes])
    found["store_mb"] = [megabytes(untouched[history, size]) for size in sizes]
    found["memory_mb"] = memory(plan, history)
    return found


def memory(plan: Plan, history: str) -> list[float]:
    """Of each size, the most MB that a process held which visited every page. Of stores that nobody else has open."""
    wanted = [(history, size) for size in plan.sizes[history]]
    with copies(plan, wanted) as stores:
        return [apart("visited", history, plan.most or "all", stores[one]) for one in wanted]


def _anew(visitors: list[Visitor], runs: int) -> list[Taken]:
    """The median times of each visitor's page, visited in turns so that what else the machine does falls on all."""
    rounds: list[list[Taken]] = []
    for _ in range(runs):
        rounds.append([])
        for visitor in visitors:
            visitor.forget()
            rounds[-1].append(taken(visitor.look))
    return [middle(times) for times in zip(*rounds, strict=True)]
