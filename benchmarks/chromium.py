"""What a person waits for in Chromium: from a click to the last change of the page, of all our pages and of the peers.

Each is measured with one export and with ten years, in turns; the first look of anybody apart from the later ones.
"""

import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser

from benchmarks.browsing import Must, Tab, chromium
from benchmarks.plan import Plan
from benchmarks.rivals import LINK, OURS, Rival, ours, rivals, write_exports
from benchmarks.served import Served
from benchmarks.stores import copies
from pages._shared.navigation import GROUPS, Place

_STARTED = 20  # seconds: by then a server has done what follows its start, as ours its backup
TITLE: Must = [("h1, h2, h3", 1)]


def in_chromium(plan: Plan) -> dict[str, Any]:
    """The seconds of our pages and of the Comparison of each rival, and what they send to the browser."""
    if not plan.browser:
        return {"missing": {"Chromium": "the short form measures nothing in it"}}
    sizes = (min(plan.sizes["home"]), max(plan.sizes["home"]))
    found: dict[str, Any] = {"sizes": sizes, "view": {}, "pages": {}, "missing": {}}
    with (
        tempfile.TemporaryDirectory(dir=plan.folder) as data,
        copies(plan, [("home", size) for size in sizes]) as paths,
    ):
        sets = [
            [ours(paths["home", size]), *rivals(plan, write_exports(Path(data) / str(size), size))] for size in sizes
        ]
        for pair in zip(*sets, strict=True):
            _measure(pair, plan, found)
    return found


def _measure(pair: tuple[Rival, ...], plan: Plan, found: dict[str, Any]) -> None:
    """One dashboard twice: with the least held, and with the most."""
    name = pair[0].name
    try:
        with ExitStack() as at_end:
            browser = at_end.enter_context(chromium())
            servers = [at_end.enter_context(rival.running(plan)) for rival in pair]
            tabs = [Tab(browser) for _ in servers]
            found["view"][name] = _view(pair, servers, tabs, plan.runs)
            found["view"][name]["next_kb"] = [
                _sent_to_the_next(browser, rival, server) for rival, server in zip(pair, servers, strict=True)
            ]
            if name == OURS:
                found["pages"] = _pages(tabs, plan.runs) | _presented(tabs, plan.runs)
            found["view"][name]["memory_mb"] = [server.megabytes_at_most for server in servers]
    except Exception as failure:  # whatever is wrong with one, the others are measured
        found["missing"][name] = f"{type(failure).__name__}: {failure}"
    print(f"  {name}: {found['view'].get(name) or found['missing'].get(name)}", flush=True)


def _view(pair: tuple[Rival, ...], servers: list[Served], tabs: list[Tab], runs: int) -> dict[str, Any]:
    view: dict[str, Any] = {"opened_kb": [], "first": [], "clicked_kb": [], "median": []}
    for rival, server, tab in zip(pair, servers, tabs, strict=True):
        tab.open(f"{server.url}/", TITLE)
        opened = tab.kilobytes()
        view["first"].append(tab.click(LINK, rival.must))
        clicked = tab.kilobytes()
        view["opened_kb"].append(opened + clicked)  # the browser fetches what draws charts when the first is drawn
    time.sleep(_STARTED)
    rounds: list[list[tuple[float, float]]] = []
    for _ in range(runs):
        rounds.append([])
        for rival, tab in zip(pair, tabs, strict=True):
            tab.click(_home(tab), [])
            tab.kilobytes()
            rounds[-1].append((tab.click(LINK, rival.must), tab.kilobytes()))
    for looks in zip(*rounds, strict=True):
        view["median"].append(median(seconds for seconds, _ in looks))
        view["clicked_kb"].append(median(sent for _, sent in looks))
    return view


def _sent_to_the_next(browser: Browser, rival: Rival, server: Served) -> float:
    """What another browser is sent for the same two pages, once the server has been asked for them before."""
    tab = Tab(browser)
    tab.open(f"{server.url}/", TITLE)
    tab.click(LINK, rival.must)
    sent = tab.kilobytes()
    tab.close()
    return sent


def _home(tab: Tab) -> str:
    """The link to the first page, which each framework writes in its own way."""
    written = ("", "/", f"{tab.origin}/")
    return next(link for link in (f"a[href='{href}']:visible" for href in written) if tab.has(link))


def _pages(tabs: list[Tab], runs: int) -> dict[str, Any]:
    """The first look and the median of later ones, of each page that the navigation leads to, from another page."""
    found: dict[str, Any] = {}
    for place in [place for places in GROUPS.values() for place in places if place.at != "present"]:
        rounds = [[_look(tab, place) for tab in tabs] for _ in range(runs + 1)]
        first, *later = rounds
        found[place.title] = {"first": first, "median": [median(looks) for looks in zip(*later, strict=True)]}
        print(f"  {place.title}: {found[place.title]}", flush=True)
    return found


def _presented(tabs: list[Tab], runs: int) -> dict[str, Any]:
    """The same of a presentation that is begun, and of the key that leads to its next view."""
    begun = [[_begun(tab) for tab in tabs] for _ in range(runs + 1)]
    pressed = [[tab.press("ArrowRight") for tab in tabs] for _ in range(runs + 1)]
    found = {
        name: {"first": rounds[0], "median": [median(times) for times in zip(*rounds[1:], strict=True)]}
        for name, rounds in (("A presentation, begun", begun), ("Its next view, by key", pressed))
    }
    print(f"  {found}", flush=True)
    return found


def _begun(tab: Tab) -> float:
    tab.open(f"{tab.origin}/present", TITLE)
    return tab.click("a:visible:text-is('Begin')", [(".jasc-present .view.shown", 1)])


def _look(tab: Tab, place: Place) -> float:
    other = "a[href$='accessibility']" if place.at != "accessibility" else "a[href$='about']"
    tab.click(other, TITLE)
    return tab.click(f"a[href$='{place.at}']" if place.at else _home(tab), TITLE)
