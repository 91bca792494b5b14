"""A presentation: by a presenter's remote, at every size of a screen, pinned while somebody commits, on paper."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from test_journeys import commit, upload

from jasc_data.command_line.run import main
from tests.builders import imported, item, items_csv, new_store

Settled = Callable[[Page], None]
Picture = Callable[[Page, str], None]
BY_FORCE = Path(__file__).parents[1] / "fixtures" / "paper" / "positions-2023-09-04-by-force.csv"
SCREENS = ((1024, 768), (1280, 720), (1920, 1080), (3840, 2160))
SHOWN = "document.querySelector('.jasc-present .view.shown').dataset.view"
FAULTS = """() => {
    const view = document.querySelector('.view.shown'), foot = view.querySelector('footer').getBoundingClientRect();
    const least = Math.max(20, innerHeight / 40) - 0.5, found = [];
    const walker = document.createTreeWalker(view, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        if (!text.textContent.trim()) continue;
        const within = text.parentElement, range = document.createRange();
        range.selectNodeContents(text);
        const box = range.getBoundingClientRect(), told = `${view.dataset.view}: ${text.textContent.slice(0, 30)}`;
        if (parseFloat(getComputedStyle(within).fontSize) < least) found.push(`small ${told}`);
        if (box.left < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1) found.push(`cut ${told}`);
        if (!within.closest('footer') && box.bottom > foot.top + 1) found.push(`over the foot ${told}`);
    }
    const body = view.querySelector('.body');
    if (body.scrollHeight > body.clientHeight + 1) found.push(`${view.dataset.view} scrolls`);
    return found;
}"""


def begin(page: Page, url: str, settled: Settled, address: str = "present") -> None:
    page.goto(f"{url}/{address}")
    settled(page)
    page.get_by_role("link", name="Begin", exact=True).click()
    page.wait_for_function("() => document.querySelector('.jasc-present .view.shown')")
    settled(page)


def test_a_presenters_remote_and_the_keyboard_lead_through_the_views(
    demonstration_url: str, page: Page, settled: Settled
) -> None:
    begin(page, demonstration_url, settled, "present?from=reports")
    order = page.evaluate("[...document.querySelectorAll('.view')].map(view => view.dataset.view)")
    assert len(order) == 11
    for key, place in (
        ("PageDown", 1),
        ("ArrowRight", 2),
        ("Space", 3),
        ("PageUp", 2),
        ("ArrowLeft", 1),
        ("End", 10),
        ("PageDown", 10),
        ("Home", 0),
        ("5", 4),
        ("0", 9),
    ):
        page.keyboard.press(key)
        assert page.evaluate(SHOWN) == order[place], key
        assert f"view={order[place]}&" in page.url
    page.get_by_role("button", name="Previous view").click()
    assert page.evaluate(SHOWN) == order[8]
    page.keyboard.press("Escape")
    page.wait_for_url("**/reports")  # the latest was shown, so no date is kept


def test_a_view_is_seen_at_once_after_a_key(demonstration_url: str, page: Page, settled: Settled) -> None:
    begin(page, demonstration_url, settled)
    waited = page.evaluate(
        """async () => {
        const times = [];
        for (let place = 0; place < 9; place++) {
            const begun = performance.now();
            document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'PageDown', bubbles: true}));
            await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
            times.push(performance.now() - begun);
        }
        return Math.max(...times);
    }"""
    )
    assert waited < 300


def test_every_view_is_whole_and_large_on_every_screen(
    demonstration_url: str, page: Page, settled: Settled, screenshot: Picture
) -> None:
    begin(page, demonstration_url, settled)
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        page.keyboard.press("Home")
        for place in range(11):
            screenshot(page, f"view-{place}-{width}")
            assert page.evaluate(FAULTS) == [], f"at {width}x{height}"
            assert "As of 4 September 2023" in page.locator(".view.shown footer").inner_text()
            assert f"{place + 1} of 11" in page.locator(".view.shown footer").inner_text()
            page.keyboard.press("PageDown")


@pytest.fixture
def committed(dashboard: Callable[..., Any], tmp_path: Path) -> Any:
    store = tmp_path / "jasc.duckdb"
    assert main(["import", str(BY_FORCE), "--as-of", "2023-09-04", "--store", str(store)]) == 0
    return dashboard(store=store, JASC_MARKING="OFFICIAL-SENSITIVE")


def test_the_figures_hold_still_while_an_export_is_committed(
    committed: Any, window: Callable[..., Page], settled: Settled, tmp_path: Path
) -> None:
    shown, other = window(1280, 720), window(1280, 720)
    begin(shown, committed.url, settled)
    expect(shown.locator(".view.shown")).to_contain_text("104")
    pinned = shown.url
    changed = (
        tmp_path / "positions-2023-09-04.csv"
    )  # the same date with one recommendation fewer: it replaces the first
    changed.write_text(BY_FORCE.read_text(encoding="utf-8").replace(",104,", ",103,"), encoding="utf-8")
    upload(other, settled, committed.url, changed)
    commit(other, settled)
    newer = shown.get_by_text("Newer figures are held than those shown.")
    expect(newer).to_be_visible(timeout=20_000)
    line, message = newer.bounding_box(), shown.locator(".view.shown h1").bounding_box()
    assert line
    assert message
    assert line["y"] + line["height"] <= message["y"] + message["height"] / 10, "it stands on the message"
    expect(shown.locator(".view.shown")).to_contain_text("104")
    shared = window(1280, 720)
    shared.goto(pinned)
    settled(shared)
    expect(shared.locator(".view.shown")).to_contain_text("104")
    shown.get_by_role("link", name="Start afresh").click()
    settled(shown)
    expect(shown.locator(".view.shown")).to_contain_text("103")


def test_the_speakers_page_follows_and_leads(
    demonstration_url: str, window: Callable[..., Page], settled: Settled
) -> None:
    shown, notes = window(1280, 720), window(1280, 720)
    begin(shown, demonstration_url, settled)
    notes.goto(f"{shown.url}&notes=yes")
    settled(notes)
    expect(notes.locator(".view.shown")).to_contain_text("Likely questions")
    shown.keyboard.press("PageDown")
    notes.wait_for_function(f"() => {SHOWN} === 'causes'")
    notes.keyboard.press("PageDown")
    shown.wait_for_function(f"() => {SHOWN} === 'recommendations'")


def test_a_whole_presentation_and_a_page_are_printed_clean(
    committed: Any, page: Page, settled: Settled, tmp_path: Path
) -> None:
    page.goto(f"{committed.url}/comparison")
    settled(page)
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True, print_background=True)
    pages = [sheet.extract_text() for sheet in PdfReader(tmp_path / "page.pdf").pages]
    assert len(pages) <= 2
    for text in pages:
        assert "OFFICIAL-SENSITIVE" in text
        assert "As of 4 September 2023" in text
    assert "Copy link" not in "".join(pages)
    begin(page, committed.url, settled)
    page.pdf(path=tmp_path / "set.pdf", prefer_css_page_size=True, print_background=True)
    views = page.locator(".view").count()
    sheets = [sheet.extract_text() for sheet in PdfReader(tmp_path / "set.pdf").pages]
    assert len(sheets) == views
    assert all("OFFICIAL-SENSITIVE" in text and f"{place} of {views}" in text for place, text in enumerate(sheets, 1))


def test_long_texts_and_titles_stay_within_every_view(
    dashboard: Callable[..., Any], page: Page, settled: Settled, tmp_path: Path
) -> None:
    long = (
        "Chief constables should review the arrangements for supervising investigations of vulnerable communities. " * 6
    )
    titles = [
        f"{number}: an inspection of how well the police and their partners safeguard children" for number in range(6)
    ]
    store = new_store(tmp_path / "jasc.duckdb")
    for day, first in ((date(2023, 6, 5), 0), (date(2023, 9, 4), 8)):
        items = [
            item(f"R{n}", report=titles[n % 6], text=long, deadline="2023-04-30", overdue_reason=long, grade="2")
            for n in range(first, first + 18)
        ]
        causes = [item(f"C{n}", kind="Cause of concern", report=titles[n % 6], text=long) for n in range(7)]
        imported(store, items_csv(*items, *causes), day)
    store.close()
    begin(page, dashboard(store=tmp_path / "jasc.duckdb").url, settled, "present?leads=named")
    for width, height in SCREENS[:2]:
        page.set_viewport_size({"width": width, "height": height})
        page.keyboard.press("Home")
        for _ in range(page.locator(".view").count()):
            assert page.evaluate(FAULTS) == [], f"at {width}x{height}"
            page.keyboard.press("PageDown")
