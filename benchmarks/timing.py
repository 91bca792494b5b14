"""Times and memory as they are taken: medians, and what falls on one falls on all that are laid beside it."""

import gc
import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.plan import PROJECT


@dataclass(frozen=True)
class Taken:
    """Seconds by the clock on the wall, and of processors (of all threads, so it can be the longer)."""

    wall: float
    cpu: float


def taken(act: Callable[[], object]) -> Taken:
    """How long the act takes, once."""
    gc.collect()
    cpu, wall = time.process_time(), time.perf_counter()
    act()
    return Taken(time.perf_counter() - wall, time.process_time() - cpu)


def medians(acts: Sequence[Callable[[], object]], runs: int) -> list[Taken]:
    """The medians of each, done in turns, so that whatever else the machine does falls on all of them."""
    rounds = [[taken(act) for act in acts] for _ in range(runs)]
    return [middle(times) for times in zip(*rounds, strict=True)]


def middle(times: Sequence[Taken]) -> Taken:
    """The median of both clocks."""
    return Taken(median(one.wall for one in times), median(one.cpu for one in times))


def megabytes_at_most() -> float:
    """The most memory that this process ever held, in MB."""
    status = Path("/proc/self/status")
    if status.exists():  # elsewhere, and in Linux's own count of resources, a process begins with what its parent held
        told = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM:"))
        return int(told.split()[1]) * 1024 / 1e6
    import resource  # no such module on Windows, where the rest runs

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def apart(module: str, *arguments: object) -> Any:
    """What a module of ours prints as JSON when it runs as a process of its own: memory is a process's."""
    command = [sys.executable, "-W", "ignore", "-m", f"benchmarks.{module}", *map(str, arguments)]
    run = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    if run.returncode:
        raise RuntimeError(f"{module} failed: {run.stderr[-2000:]}")
    return json.loads(run.stdout.splitlines()[-1])
