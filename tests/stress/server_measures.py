"""What a process needs: memory, open files, threads, processor time. Linux tells it in /proc; elsewhere all are 0."""

import os
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Measured:
    """One moment of a process. processor_seconds: what it took since it began."""

    at: float
    memory_mb: float = 0
    files: int = 0
    threads: int = 0
    processor_seconds: float = 0


def measured(process: int) -> Measured:
    """How it is with that process now."""
    told, now = Path(f"/proc/{process}"), time.monotonic()
    if not told.exists():
        return Measured(now)
    stat = (told / "stat").read_text().rsplit(")", 1)[1].split()
    user, system, threads, pages = (int(stat[place]) for place in (11, 12, 17, 21))
    return Measured(
        now,
        pages * os.sysconf("SC_PAGE_SIZE") / 1e6,
        len(list((told / "fd").iterdir())),
        threads,
        (user + system) / os.sysconf("SC_CLK_TCK"),
    )
