"""What a shared screen shows: everything in the first view, nothing cut, nothing small, nothing overlapping."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from chart_texts import faults
from playwright.sync_api import Page

from jasc_data.command_line.run import main

BY_FORCE = Path(__file__).parents[1] / "fixtures" / "paper" / "positions-2023-09-04-by-force.csv"
Settled = Callable[[Page], None]
Sizes = Callable[[Page, str], Iterator[dict[str, int]]]
Picture = Callable[[Page, str], Path]
BOXES = """selector => [...document.querySelectorAll(selector)].map(element => {
    const box = element.getBoundingClientRect();
    return {x: box.x, y: box.y, right: box.right, bottom: box.bottom, text: element.textContent,
            size: parseFloat(getComputedStyle(element).fontSize)};
})"""


@pytest.fixture(scope="module")
def url(module_dashboard: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> str:
    store = tmp_path_factory.mktemp("screens") / "jasc.duckdb"
    assert main(["import", str(BY_FORCE), "--as-of", "2023-09-04", "--store", str(store)]) == 0
    return str(module_dashboard(store=store, JASC_MARKING="OFFICIAL-SENSITIVE").url)


@pytest.mark.parametrize(
    ("address", "charts"),
    [("", 3), ("comparison", 3), ("comparison?kind=Recommendations", 1), ("upload", 0), ("uploads", 0), ("about", 0)],
)
def test_the_whole_answer_is_in_the_first_view_and_nothing_is_cut(
    url: str, page: Page, settled: Settled, each_size: Sizes, screenshot: Picture, address: str, charts: int
) -> None:
    """Each page on both sizes of a shared screen: its cards and charts in the first view, its texts whole, marked."""
    for size in each_size(page, f"{url}/{address}"):
        screenshot(page, f"{re.sub('[^a-z]+', '-', address.lower()) or 'position'}-{size['width']}")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "the page scrolls sideways"
        assert "OFFICIAL-SENSITIVE" in page.inner_text(".jasc-marking")
        assert page.locator(".js-plotly-plot").count() == charts
        if address in ("", "comparison"):
            assert_in_first_view(page, size, 0 if address else 3)
        if charts:
            assert faults(page, charts) == []
        assert_charts_have_words(page)


def assert_in_first_view(page: Page, size: dict[str, int], number: int) -> None:
    """So many cards with what they lead to, and the charts."""
    links = [box for box in page.evaluate(BOXES, ".jasc-onward") if "behind" in box["text"]]
    cards = page.evaluate(BOXES, ".jasc-card")
    assert len(links) == len(cards) == number
    for box in (*cards, *links, *page.evaluate(BOXES, ".js-plotly-plot")):
        assert box["bottom"] <= size["height"]
        assert box["right"] <= size["width"]


def assert_charts_have_words(page: Page) -> None:
    for chart in page.get_by_test_id("stPlotlyChart").all():
        named = chart.evaluate(
            "element => element.getAttribute('aria-label')"
            " || element.querySelector('[aria-label]')?.getAttribute('aria-label')"
        )
        assert named
        assert "West Mercia" in named


def test_a_chart_is_downloaded_as_a_picture_with_a_telling_name(url: str, page: Page, settled: Settled) -> None:
    page.goto(f"{url}/comparison")
    settled(page)
    page.locator(".js-plotly-plot").nth(1).hover()
    with page.expect_download() as download:
        page.locator(".js-plotly-plot").nth(1).locator("[data-title*='Download']").click()
    assert download.value.suggested_filename == "west-mercia-recommendation-msg-2023-09-04.png"


def test_a_saved_picture_is_as_high_as_its_chart_so_that_labels_stay_at_their_lines(
    url: str, page: Page, settled: Settled
) -> None:
    page.goto(f"{url}/trend")
    settled(page)
    chart = page.locator(".js-plotly-plot").first
    height = chart.evaluate("chart => chart.layout.height")
    chart.hover()
    with page.expect_download() as download:
        chart.locator("[data-title*='Download']").click()
    header = download.value.path().read_bytes()[16:24]
    assert (int.from_bytes(header[:4]), int.from_bytes(header[4:])) == (2 * 900, 2 * height)
