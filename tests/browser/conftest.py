"""Chromium, and a dashboard of its own for a test to drive.

A test that asks for ``page`` (1280x720) fails on any console error, any uncaught error
and any request to another host, so every browser test also proves that nothing is sent to the internet.
"""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import chromium
import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    WebError,
    WebSocket,
    expect,
    sync_playwright,
)

from jasc_data.store.connection import Store
from tests.builders import filled_once, imported, positions_csv

PROJECT = Path(__file__).resolve().parents[2]
SCREENSHOTS = PROJECT / "build" / "screenshots"
SECONDS_TO_START = 90
expect.set_options(timeout=20_000)  # other tests take the processors as well
CHROMIUM_OPTIONS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]
# Opened at a page's URL, Streamlit first looks for its server below that URL, then above it: a 404 of its own.
LOOKS_FOR_ITS_ROOT = re.compile(r"^http://localhost:\d+/.+/_stcore/(health|host-config)$")
SHARED_SCREENS = ((1280, 720), (1920, 1080))
# What was asked of the server last, and whether it has answered: a server that is short of processors does so late.
ASKED = """(() => {
    const send = WebSocket.prototype.send, heard = new WeakSet();
    WebSocket.prototype.send = function (...given) {
        window.unanswered = true;
        if (!heard.has(this)) this.addEventListener("message", () => { window.unanswered = false; });
        heard.add(this);
        return send.apply(this, given);
    };
})()"""
# The page draws some milliseconds after it was answered, so it must be still for a while.
STILL = """waited => {
    if (window.waited !== waited) { window.waited = waited; window.stillSince = undefined; }
    const app = document.querySelector('[data-testid="stApp"]');
    const still = app?.dataset.testScriptState === "notRunning" && !window.unanswered
        && app.dataset.testConnectionState === "CONNECTED"
        && !document.querySelector('[data-testid="stSkeleton"], [data-testid="stAppSkeleton"], [data-stale="true"]');
    if (!still) { window.stillSince = undefined; return false; }
    window.stillSince ??= performance.now();
    return performance.now() - window.stillSince > 400;
}"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = chromium.find()
    assert program, chromium.BY_HAND
    with sync_playwright() as playwright:
        options = [*CHROMIUM_OPTIONS, *(["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else [])]
        browser = playwright.chromium.launch(executable_path=program, args=options)
        yield browser
        browser.close()


@pytest.fixture
def troubles() -> Iterator[list[str]]:
    """What went wrong in the pages of the test. A test that causes an error on purpose checks it and clears it."""
    troubles: list[str] = []
    yield troubles
    assert not troubles, "\n".join(troubles)


@pytest.fixture
def page(window: Callable[..., Page]) -> Page:
    return window(1280, 720)


@pytest.fixture(scope="session")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One context for all tests, whose cache holds Streamlit's scripts: fetched anew, they take most of a test's time."""
    with browser.new_context(locale="en-GB", timezone_id="Europe/London", service_workers="block") as context:
        context.add_init_script(ASKED)
        yield context


@pytest.fixture
def window(context: BrowserContext, troubles: list[str]) -> Iterator[Callable[..., Page]]:
    """Open a page of a width and a height, with nothing left of an earlier test's; what goes wrong is kept in troubles."""

    def asks(request: Request) -> None:
        if _elsewhere(request.url):
            troubles.append(f"request to another host: {request.url}")

    def told(message: ConsoleMessage) -> None:
        url = message.location.get("url", "")
        if message.type == "error" and not ("404" in message.text and LOOKS_FOR_ITS_ROOT.search(url)):
            troubles.append(f"console error: {message.text} ({url})")

    def connects(websocket: WebSocket) -> None:
        if _elsewhere(websocket.url):
            troubles.append(f"connection to another host: {websocket.url}")

    def opens(page: Page) -> None:
        page.on("websocket", connects)

    def fails(error: WebError) -> None:
        troubles.append(f"uncaught error: {error.error}")

    def open_page(width: int, height: int) -> Page:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        return page

    listeners: dict[Any, Callable[..., None]] = {"request": asks, "console": told, "page": opens, "weberror": fails}
    context.clear_cookies()
    for event, listener in listeners.items():
        context.on(event, listener)
    yield open_page
    for page in context.pages:
        if _local(page.url):
            page.evaluate("localStorage.clear()")
        page.close()
    for event, listener in listeners.items():
        context.remove_listener(event, listener)


def _local(url: str) -> bool:
    return urlsplit(url).scheme in ("http", "https") and not _elsewhere(url)


def _elsewhere(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in ("http", "https", "ws", "wss") and parts.hostname not in ("127.0.0.1", "localhost")


@pytest.fixture
def settled() -> Callable[[Page], None]:
    """Wait until Streamlit has finished running and drawing: ``settled(page)``."""

    waits = count()

    def wait(page: Page) -> None:
        page.wait_for_function(STILL, arg=next(waits), timeout=60_000)

    return wait


@pytest.fixture
def each_size(settled: Callable[[Page], None]) -> Callable[[Page, str], Iterator[dict[str, int]]]:
    """An address on both sizes of a shared screen, opened on the one and moved to the other, which costs half as much as
    opening it twice: ``for size in each_size(page, address)``."""

    def sizes(page: Page, address: str) -> Iterator[dict[str, int]]:
        for number, (width, height) in enumerate(SHARED_SCREENS):
            page.set_viewport_size({"width": width, "height": height})
            if number == 0:
                page.goto(address)
            settled(page)
            yield {"width": width, "height": height}

    return sizes


@pytest.fixture
def screenshot() -> Callable[[Page, str], None]:
    """Keep a picture in build/screenshots, where JASC_SCREENSHOTS is set: ``screenshot(page, name)``. No test looks at it,
    and of a large screen it takes as long as the page."""

    def take(page: Page, name: str) -> None:
        if "JASC_SCREENSHOTS" in os.environ:
            page.screenshot(path=SCREENSHOTS / f"{name}.png")

    return take


@dataclass
class Dashboard:
    """A dashboard that runs on a port of its own."""

    url: str
    store_path: Path
    log_path: Path
    process: subprocess.Popen[bytes]

    def stop(self) -> None:
        """End the server, as Ctrl-C would; does nothing when it has ended."""
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def wait_until_healthy(self) -> None:
        """Return when the server answers. Raises AssertionError when it ends or takes too long."""
        end = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < end and self.process.poll() is None:
            try:
                with urlopen(f"{self.url}/_stcore/health", timeout=5) as answer:
                    if answer.status == 200:
                        return
            except (URLError, OSError):
                time.sleep(0.1)
        raise AssertionError(f"the dashboard did not start (exit code {self.process.poll()})")


@pytest.fixture
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Dashboard]]:
    """Start a dashboard: ``dashboard(store=None, **environment)``; its log is shown when the test fails."""
    with _dashboards(tmp_path_factory) as start:
        yield start


@pytest.fixture
def used_url(dashboard: Callable[..., Dashboard], tmp_path: Path) -> str:
    """The address of a dashboard that holds another force's figures: one with none would first make the demonstration."""

    def fill(store: Store) -> None:
        imported(store, positions_csv({"Kent": (1, 2, 3)}), date(2023, 6, 5))

    return dashboard(store=filled_once("figures of Kent", fill, tmp_path / "used" / "jasc.duckdb")).url


@pytest.fixture(scope="session")
def demonstration_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of one server with the demonstration, for every test that only reads it."""
    with _dashboards(tmp_path_factory) as start:
        yield start().url


@pytest.fixture(scope="module")
def module_dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Dashboard]]:
    """Like ``dashboard``, for a fixture that starts one server for all the tests of a file."""
    with _dashboards(tmp_path_factory) as start:
        yield start


@contextmanager
def _dashboards(folders: pytest.TempPathFactory) -> Iterator[Callable[..., Dashboard]]:
    with ExitStack() as at_end:

        def start(*, store: Path | None = None, **environment: str) -> Dashboard:
            folder = folders.mktemp("dashboard")
            store = store or folder / "jasc.duckdb"
            log = folder / "server.log"
            port = _free_port()
            command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"]
            with log.open("wb") as output:
                process = subprocess.Popen(
                    [*command, "--server.port", str(port)],
                    cwd=PROJECT,
                    env={**os.environ, "JASC_STORE": str(store), **environment},
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=subprocess.STDOUT,
                )
            dashboard = Dashboard(f"http://localhost:{port}", store, log, process)
            at_end.callback(lambda: print(f"--- {log}\n{log.read_text(encoding='utf-8', errors='replace')}"))
            at_end.callback(dashboard.stop)
            dashboard.wait_until_healthy()
            return dashboard

        yield start


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
