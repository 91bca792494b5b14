"""``python -m benchmarks``: measures, keeps the figures in build/bench, and writes docs/benchmarks.md from them.

BENCH_PARTS=pages,import runs these parts alone; the document keeps what the others measured when they last ran.
``--short FOLDER`` measures little of small histories, without a browser, and writes everything into that folder.
"""

import logging
import os
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.figures import Figures
from benchmarks.machine import machine
from benchmarks.parts import PARTS
from benchmarks.plan import full, short
from benchmarks.written import write


def main(arguments: list[str]) -> int:
    """Runs what is asked for; 2 when that cannot be understood."""
    is_short = len(arguments) == 2 and arguments[0] == "--short"
    parts = [part for part in os.environ.get("BENCH_PARTS", "").replace(" ", "").split(",") if part] or list(PARTS)
    if (arguments and not is_short) or not set(parts) <= set(PARTS):
        print(f"Usage: [BENCH_PARTS={','.join(PARTS)}] python -m benchmarks [--short FOLDER]", file=sys.stderr)
        return 2
    if len(parts) > 1 and not is_short:
        return max(_apart(part) for part in parts)
    logging.disable(logging.WARNING)
    plan = short(Path(arguments[1])) if is_short else full()
    plan.folder.mkdir(parents=True, exist_ok=True)
    figures = Figures(plan.folder / "figures.json")
    print(f"Measuring {', '.join(parts)}: {plan.expected}. Figures are kept in {figures.path}.", flush=True)
    began = time.perf_counter()
    for part in parts:
        print(f"\n{part}, after {(time.perf_counter() - began) / 60:.1f} minutes", flush=True)
        figures.keep(part, machine(), PARTS[part](plan))
        write(plan.document, figures)  # after each part: what is measured is there, whatever becomes of the next
    print(f"\n{plan.document} is written, after {(time.perf_counter() - began) / 60:.1f} minutes", flush=True)
    return 0


def _apart(part: str) -> int:
    """In a process of its own: what one part holds, and leaves running, is no other's."""
    return subprocess.run(
        [sys.executable, "-m", "benchmarks"], env={**os.environ, "BENCH_PARTS": part}, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
