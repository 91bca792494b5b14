"""Many viewers at once, each going through the pages in an order of its own, while exports are committed.

Run: python -m tests.stress.viewers [viewers, 50] [seconds, 300] [seconds between commits, 5] [exports held before, 26]

The server is the one that people start, in a process of its own; viewers and the officer who uploads speak to it as
browsers do. Between two pages a viewer thinks for 3 to 8 seconds: less than anybody who reads a page to a meeting, so
that fifty of them ask as often as some three hundred at half a minute a page. A page is shown when its script is done.
A figure is torn when a page tells of two exports, stale when it tells of one older than the last that was said to be
committed when the page was asked for.
"""

import asyncio
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from itertools import chain, count
from pathlib import Path
from random import Random
from statistics import median, quantiles
from urllib.request import urlopen

from jasc_data.store.connection import open_store
from tests.builders import imported
from tests.stress.exports import Exports, positions
from tests.stress.open_page import OpenPage, Refused, Shown
from tests.stress.server_measures import Measured, measured

PROJECT = Path(__file__).parents[2]
PAGES = (
    ("", ""), ("comparison", ""), ("comparison", "kind=Recommendations"), ("trend", ""), ("trend", "kind=AFIs"),
    ("reports", ""), ("causes", ""), ("grades", ""), ("register", ""), ("commentary", ""), ("deadlines", ""),
    ("target", ""), ("ready", ""), ("activity", ""), ("changes", ""), ("present", ""), ("paper", ""), ("about", ""),
)  # fmt: skip
THINKS = (3.0, 8.0)
TROUBLES = ("Something went wrong", "cannot be shown")
NO_TROUBLE = "No error, no torn figure, no stale figure."


@dataclass(frozen=True)
class Load:
    """How many look, for how long, how often an export is committed, and how many weekly ones are held before."""

    viewers: int = 50
    seconds: float = 300
    every: float = 5
    held_before: int = 26

    @property
    def exports(self) -> Exports:
        """Those held before, and as many as can be committed."""
        return Exports(self.held_before + int(self.seconds / self.every) + 2, date.today() - timedelta(days=1))


@dataclass
class Seen:
    """What the viewers met, and how far the officer is."""

    exports: Exports
    begun: int  # the last export that the officer began to commit
    said: int  # the last one that was said to be committed
    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    commits: list[float] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    words: int = 0  # that told of an export

    @property
    def views(self) -> int:
        """How many pages were shown."""
        return sum(len(taken) for taken in self.seconds.values())


def prepared(store: Path, exports: Exports, held_before: int) -> None:
    """A store with the first exports, and positions of all other forces."""
    with closing(open_store(store, create=True)) as opened:
        imported(opened, positions(), exports.day(0), today=exports.last)
        for number in range(held_before):
            imported(opened, exports.content(number), None, today=exports.last)


def started(store: Path, log: Path) -> tuple[subprocess.Popen[bytes], str]:
    """The dashboard on a free port, once it answers."""
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    environment = {**os.environ, "JASC_STORE": str(store)}
    with log.open("wb") as written:
        server = subprocess.Popen(command, cwd=PROJECT, env=environment, stdout=written, stderr=written)
    while server.poll() is None:
        try:
            urlopen(f"http://127.0.0.1:{port}/_stcore/health").close()
        except OSError:
            time.sleep(0.1)
        else:
            return server, f"http://localhost:{port}"
    raise Refused(log.read_text())


async def views(url: str, number: int, seen: Seen, until: float) -> None:
    """One viewer, who opens page after page until the end, and opens the dashboard anew when something failed."""
    chance, page = Random(number), None
    await asyncio.sleep(chance.uniform(0, min(THINKS[1], (until - time.monotonic()) / 3)))
    order = chain.from_iterable(chance.sample(PAGES, len(PAGES)) for _ in count())
    while time.monotonic() < until:
        at, choices = next(order)
        try:
            page = page or await OpenPage.opened(url)
            said, start = seen.said, time.perf_counter()
            shown = await page.go(at, choices)
            seen.seconds[f"{at or 'position'} {choices}".strip()].append(time.perf_counter() - start)
            judge(shown, at, said, seen)
        except Exception as failure:  # whatever a viewer meets is counted
            seen.troubles.append(f"{at}: {type(failure).__name__}: {failure}")
            page = None
        await asyncio.sleep(max(0.0, min(chance.uniform(*THINKS), until - time.monotonic())))
    if page:
        await page.close()


def judge(shown: Shown, at: str, said: int, seen: Seen) -> None:
    """Notes what is wrong with a page. said: the last export said to be committed when the page was asked for."""
    text = shown.text
    seen.troubles += [f"{at}: {trouble}" for trouble in TROUBLES if trouble in text]
    told, words = seen.exports.number_told(text)
    seen.words += words
    if len(told) > 1:
        seen.troubles.append(f"{at}: torn, of the exports {sorted(told)}")
    elif told and not said <= min(told) <= seen.begun:
        seen.troubles.append(f"{at}: stale, of export {min(told)} when {said} was committed")


async def commits(url: str, seen: Seen, every: float, until: float) -> None:
    """The officer, who uploads one export after the other on the page that is there for it."""
    page = await OpenPage.opened(url)
    while time.monotonic() < until and seen.begun + 1 < seen.exports.count:
        start = time.monotonic()
        try:
            await upload(page, seen)
            seen.commits.append(time.monotonic() - start)
        except Exception as failure:
            seen.troubles.append(f"upload: {type(failure).__name__}: {failure}")
            return
        await asyncio.sleep(max(0.0, min(start + every, until) - time.monotonic()))
    await page.close()


async def upload(page: OpenPage, seen: Seen) -> None:
    """The next export, through the four steps of the page Upload."""
    number = seen.begun + 1
    shown = await page.go("upload")
    (widget,) = shown.labelled("FileUploader", "Exports")
    shown = await page.give_file(widget, "items.csv", seen.exports.content(number))
    shown = await page.press(shown, "Next")
    shown = await page.press(shown, "Next")
    accepted = shown.labelled("Checkbox", "I accept")
    shown = await page.set(accepted, value=True) if accepted else shown
    shown = await page.press(shown, "Next")
    seen.begun = number
    shown = await page.press(shown, "Commit")
    if "Committed as upload" not in shown.text:
        raise Refused(f"Export {number} was not committed")
    seen.said = number


async def watched(server: int, seen: Seen, until: float) -> list[tuple[Measured, int]]:
    """What the server needs, with the page views so far: at the start, each minute and at the end."""
    found = [(measured(server), 0)]
    while (left := until - time.monotonic()) > 0:
        await asyncio.sleep(min(60.0, left))
        found.append((measured(server), seen.views))
    return found


async def put_on(load: Load, url: str, server: int) -> Seen:
    """Puts the load on the server of that process, and prints what came of it."""
    seen, until = Seen(load.exports, load.held_before - 1, load.held_before - 1), time.monotonic() + load.seconds
    own = time.process_time()
    needs, *_ = await asyncio.gather(
        watched(server, seen, until),
        commits(url, seen, load.every, until),
        *(views(url, number, seen, until) for number in range(load.viewers)),
    )
    tell(seen, load, needs)
    print(f"This program itself took {(time.process_time() - own) / load.seconds:.0%} of a core.")
    return seen


def tell(seen: Seen, load: Load, needs: list[tuple[Measured, int]]) -> None:
    """The figures, a line each."""
    every = [second for taken in seen.seconds.values() for second in taken]
    rows = {**dict(sorted(seen.seconds.items())), "all pages": every, "an upload, its six runs": seen.commits}
    print(f"{'page':34}{'views':>7}{'p50':>8}{'p95':>8}{'max':>8}  seconds")
    for name, taken in rows.items():
        high = quantiles(taken, n=20, method="inclusive")[-1] if len(taken) > 1 else max(taken, default=0)
        print(f"{name:34}{len(taken):7}{median(taken or [0]):8.2f}{high:8.2f}{max(taken, default=0):8.2f}")
    for need, views_so_far in needs:
        after = f"{(need.at - needs[0][0].at) / 60:.1f} min"
        held = f"{need.memory_mb:.0f} MB, {need.files} files, {need.threads} threads"
        print(f"{after:>9}: {views_so_far} page views, {held}")
    taken_in_all = needs[-1][0].processor_seconds - needs[0][0].processor_seconds
    a_view = taken_in_all / max(seen.views, 1)
    print(
        f"The server took {taken_in_all / load.seconds:.0%} of a core, {a_view:.3f} s for a page view, commits included."
    )
    print(
        f"{load.viewers} viewers, {seen.views} page views, {len(seen.commits)} commits, {seen.words} figures looked at"
    )
    print("\n".join(seen.troubles) or NO_TROUBLE, flush=True)


def main(arguments: list[str]) -> int:
    """Runs it. 1 when anything was wrong."""
    told = [float(argument) for argument in arguments]
    load = Load(*(type(part.default)(one) for part, one in zip(fields(Load), told, strict=False)))
    with tempfile.TemporaryDirectory() as folder:
        store, log = Path(folder) / "jasc.duckdb", Path(folder) / "log"
        prepared(store, load.exports, load.held_before)
        server, url = started(store, log)
        try:
            seen = asyncio.run(put_on(load, url, server.pid))
        finally:
            server.terminate()
            server.wait(60)
        if seen.troubles:
            print(log.read_text())
    return 1 if seen.troubles else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
