"""From the command to the first page on screen, beside `streamlit hello`; and what is imported till then."""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.browsing import Must, Tab, chromium
from benchmarks.imported import heaviest
from benchmarks.plan import PROJECT, Plan
from benchmarks.rivals import OPTIONS, QUIETLY, STREAMLIT
from benchmarks.served import served
from benchmarks.stores import copies

RUNS = 3
HEADING, FIGURE = "h1", ".jasc-card .figure"
DRAWN: Must = [("h1", 1), ('[data-testid="stPlotlyChart"] .main-svg', 1)]
Seconds = tuple[float, float]  # until the first figure (of hello: its heading) stands, until the page no longer changes


def start(plan: Plan) -> dict[str, Any]:
    """Median seconds of each start to its first figure and to its last change, and the heaviest imports till then."""
    found: dict[str, Any] = {"seconds": {}, "missing": {}}
    wanted = [("home", max(plan.sizes["home"]))]
    with tempfile.TemporaryDirectory(dir=plan.folder) as folder, copies(plan, wanted) as paths:
        store = str(paths[wanted[0]])
        found["imports"] = heaviest(store)
        if not plan.browser:
            return found | {"missing": {"Starts": "the short form measures nothing in Chromium"}}
        app = [*STREAMLIT, "app.py", *OPTIONS]
        hello = [sys.executable, "-m", "streamlit", "hello", *OPTIONS, *QUIETLY]
        starts: dict[str, Callable[[], Seconds]] = {
            "streamlit hello": lambda: _seconds(hello, Path(folder), HEADING, [(HEADING, 1)]),
            "Empty store, the demonstration": lambda: _seconds(app, PROJECT, FIGURE, DRAWN, JASC_STORE=_empty(folder)),
            f"{wanted[0][1]} weekly home exports": lambda: _seconds(app, PROJECT, FIGURE, DRAWN, JASC_STORE=store),
        }
        try:
            rounds = [{name: act() for name, act in starts.items()} for _ in range(RUNS)]
            found["seconds"] = {
                name: [median(times) for times in zip(*(one[name] for one in rounds), strict=True)] for name in starts
            }
        except Exception as failure:  # the imports stand, whatever is wrong with a browser
            found["missing"]["Starts"] = f"{type(failure).__name__}: {failure}"
    print(f"  {found['seconds'] or found['missing']}", flush=True)
    return found


def _empty(folder: str) -> str:
    return str(Path(folder) / f"{time.perf_counter_ns()}" / "jasc.duckdb")


def _seconds(command: list[str], folder: Path, what: str, must: Must, **environment: str) -> Seconds:
    """From the command to what is looked for, and to the last change; the browser runs already, as a person's does."""
    with chromium() as browser:
        tab = Tab(browser)
        began = time.perf_counter()
        with served(command, folder, **environment) as server:
            answered = time.perf_counter() - began
            stands, quiet = tab.first(f"{server.url}/", what, must)
            return answered + stands, answered + quiet
