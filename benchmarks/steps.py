"""What the next weekly export takes: its preview, from the file to all that it would change, and its commit."""

from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.histories import VIEWPOINT, checked_export, commit_export, day_of, exports
from benchmarks.plan import Plan
from benchmarks.timing import Taken, taken
from jasc_data.uploads.commit import rehearse
from pages._shared.session import opened_store

MOST = 3  # of the next weeks, one after the other: the made histories end then


def steps(history: str, plan: Plan, stores: list[Path]) -> dict[str, Any]:
    """Median seconds of preview and commit in each store, which holds these weeks afterwards. In turns, as pages."""
    rounds = [[_next_week(history, path, ahead) for path in stores] for ahead in range(1, min(plan.runs, MOST) + 1)]
    found: dict[str, Any] = {"preview": [], "commit": []}
    for times in zip(*rounds, strict=True):
        found["preview"].append(median(preview.wall for preview, _ in times))
        found["commit"].append(median(committed.wall for _, committed in times))
    print(f"  {history}: preview and commit of a week: {found}", flush=True)
    return found


def _next_week(history: str, path: Path, ahead: int) -> tuple[Taken, Taken]:
    day = day_of(-ahead)
    content = exports(history, -ahead)["items"]
    store = opened_store(path)
    preview = taken(lambda: rehearse(store, checked_export(content, day, "items"), VIEWPOINT))
    checked = checked_export(content, day, "items")
    committed = taken(lambda: commit_export(store, checked))
    return preview, committed
