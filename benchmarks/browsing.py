"""Chromium as a person uses it: a click, and how long until the page no longer changes; how much the server sends."""

import base64
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from tests.browser.chromium import BY_HAND, find

WINDOW: ViewportSize = {"width": 1280, "height": 720}
OPTIONS = [
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]
WATCH = """(() => {
    window.bench = {clicked: 0, last: 0};
    new MutationObserver(() => { bench.last = performance.now(); })
        .observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
    document.addEventListener('click', () => { bench.clicked = performance.now(); bench.last = 0; }, true);
    document.addEventListener('keydown', () => {
        const pressed = performance.now();
        bench.seen = 0;
        requestAnimationFrame(() => setTimeout(() => { bench.seen = performance.now() - pressed; }));
    }, true);
})()"""
# In seconds from the click, or from when the page was asked for, once what must be there is and all is quiet.
QUIET = """must => {
    const app = document.querySelector('[data-testid="stApp"]');
    const state = app ? app.dataset : {testScriptState: 'notRunning', testConnectionState: 'CONNECTED'};
    const runs = state.testScriptState !== 'notRunning' || state.testConnectionState !== 'CONNECTED';
    const there = must.every(([what, count]) => document.querySelectorAll(what).length >= count);
    const stale = document.querySelector('[data-stale="true"], [data-testid$="Skeleton"]');
    const quiet = bench.last > bench.clicked && performance.now() - bench.last > 500;
    return !runs && there && !stale && quiet ? (bench.last - bench.clicked) / 1000 : false;
}"""
# In seconds from when the page was asked for, once that stands there with words in it.
STANDS = """what => {
    const found = document.querySelector(what);
    return found && found.innerText.trim() ? performance.now() / 1000 : false;
}"""
Must = list[tuple[str, int]]  # what must be there, by its selector, and how many of it


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser. Raises RuntimeError, saying what to install, when there is none."""
    program = find()
    if program is None:
        raise RuntimeError(BY_HAND)
    root = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=[*OPTIONS, *root])
        yield browser
        browser.close()


class Tab:
    """A tab of its own browser: nothing is kept of what others fetched."""

    def __init__(self, browser: Browser):
        self._context: BrowserContext = browser.new_context(viewport=WINDOW, locale="en-GB", service_workers="block")
        self._context.add_init_script(WATCH)
        self.page: Page = self._context.new_page()
        self._sent = 0
        network = self._context.new_cdp_session(self.page)
        network.send("Network.enable")
        network.on("Network.loadingFinished", self._loaded)
        network.on("Network.webSocketFrameReceived", self._received)

    def open(self, url: str, must: Must) -> float:
        """Opens an address; the seconds until it no longer changes."""
        self.page.goto(url, wait_until="commit", timeout=120_000)
        return self._quiet(must)

    def first(self, url: str, what: str, must: Must) -> tuple[float, float]:
        """Opens an address; the seconds until what is looked for stands there, and until the page no longer changes."""
        self.page.goto(url, wait_until="commit", timeout=120_000)
        stands = self.page.wait_for_function(STANDS, arg=what, timeout=60_000, polling=20).json_value()
        return float(stands), self._quiet(must)

    def click(self, selector: str, must: Must) -> float:
        """Clicks on what is there; the seconds until the page no longer changes."""
        self.page.locator(selector).first.click()
        return self._quiet(must)

    def press(self, key: str) -> float:
        """Presses a key; the seconds until the browser has drawn what came of it."""
        self.page.keyboard.press(key)
        return float(self.page.wait_for_function("() => bench.seen", polling=20).json_value()) / 1000

    def has(self, selector: str) -> bool:
        """Whether that is on the page."""
        return self.page.locator(selector).count() > 0

    @property
    def origin(self) -> str:
        """Where the page comes from, as its links begin."""
        return str(self.page.evaluate("location.origin"))

    def kilobytes(self) -> float:
        """What was sent to the browser since this was last asked, in KB: files as sent, frames as they are."""
        sent, self._sent = self._sent, 0
        return sent / 1e3

    def close(self) -> None:
        """Closes the tab and its browser's memory."""
        self._context.close()

    def _quiet(self, must: Must) -> float:
        return float(self.page.wait_for_function(QUIET, arg=must, timeout=60_000, polling=20).json_value())

    def _loaded(self, event: dict[str, Any]) -> None:
        self._sent += int(event["encodedDataLength"])

    def _received(self, event: dict[str, Any]) -> None:
        frame = event["response"]
        text = frame["payloadData"]
        self._sent += len(base64.b64decode(text)) if frame["opcode"] == 2 else len(text.encode())
