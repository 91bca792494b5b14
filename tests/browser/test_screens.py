"""What a shared screen shows: everything in the first view, nothing cut, nothing small, nothing overlapping."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from accessible import assert_accessible
from chart_texts import faults
from playwright.sync_api import Page

from jasc_data.command_line.run import main

BY_FORCE = Path(__file__).parents[1] / "fixtures" / "paper" / "positions-2023-09-04-by-force.csv"
Settled = Callable[[Page], None]
Sizes = Callable[[Page, str], Iterator[dict[str, int]]]
Picture = Callable[[Page, str], None]
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
            assert_in_first_view(page, size, address)
        if charts:
            assert faults(page, charts) == []
        assert_charts_have_words(page)
    assert_accessible(page, address)


def assert_in_first_view(page: Page, size: dict[str, int], address: str) -> None:
    """On Position the three cards, each leading on, and the facts if any; on Comparison the paper's table; the charts."""
    whole = [page.evaluate(BOXES, ".js-plotly-plot")]
    if address:
        whole.append(page.evaluate(BOXES, "[class*='st-key-figures-paper'] tbody tr"))
    else:
        whole += [page.evaluate(BOXES, selector) for selector in (".jasc-card", ".jasc-card-top a", ".jasc-ends")]
    for boxes in whole:
        assert len(boxes) == 3
        for box in boxes:
            assert box["bottom"] <= size["height"], box["text"]
            assert box["right"] <= size["width"], box["text"]


def assert_charts_have_words(page: Page) -> None:
    for chart in page.get_by_test_id("stPlotlyChart").all():
        named = chart.evaluate(
            "element => element.getAttribute('aria-label')"
            " || element.querySelector('[aria-label]')?.getAttribute('aria-label')"
        )
        assert named
        assert "West Mercia" in named


def test_the_first_view_holds_what_is_asked_first(
    demonstration_url: str, page: Page, settled: Settled, screenshot: Picture
) -> None:
    """The facts of Position, five causes of concern, the overdue items with what is overdue by lead."""
    asked = {"": ".jasc-facts li", "causes": ".jasc-rows tbody tr", "deadlines": ".jasc-facts li"}
    for address, selector in asked.items():
        page.goto(f"{demonstration_url}/{address}")
        settled(page)
        boxes = page.evaluate(BOXES, selector)
        assert len([box for box in boxes if box["bottom"] <= 720]) >= (5 if address == "causes" else 4)
    overdue = page.evaluate(BOXES, ".jasc-rows tbody tr th a")
    assert overdue[1]["bottom"] <= 720
    assert page.evaluate(BOXES, ".js-plotly-plot")[0]["bottom"] <= 720


LEAST = {".st-key-navigation a p": 18, ".stMarkdown p": 20, "[data-testid='stTable'] td p": 18, "h1": 28}


def test_text_is_as_large_as_it_must_be_at_1280(demonstration_url: str, page: Page, settled: Settled) -> None:
    page.goto(f"{demonstration_url}/comparison")
    settled(page)
    for selector, least in LEAST.items():
        sizes = [box["size"] for box in page.evaluate(BOXES, selector)]
        assert sizes
        assert min(sizes) >= least - 0.1, selector
    everything = page.evaluate(
        """() => [...document.querySelectorAll('body *')].filter(element => element.checkVisibility()
            && [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()))
            .map(element => parseFloat(getComputedStyle(element).fontSize))"""
    )
    assert min(everything) >= 16


def test_a_chart_is_downloaded_as_a_picture_with_a_telling_name(url: str, page: Page, settled: Settled) -> None:
    page.goto(f"{url}/comparison")
    settled(page)
    page.get_by_role("button", name="Picture, data and table of Recommendations").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the picture").click()
    assert download.value.suggested_filename == "west-mercia-recommendation-msg-2023-09-04.png"


def test_a_saved_picture_is_as_high_as_its_chart_so_that_labels_stay_at_their_lines(
    url: str, page: Page, settled: Settled
) -> None:
    page.goto(f"{url}/trend")
    settled(page)
    chart = page.locator(".js-plotly-plot").first
    height = chart.evaluate("chart => chart.layout.height")
    page.get_by_role("button", name="Picture, data and table of").first.click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the picture").click()
    header = download.value.path().read_bytes()[16:24]
    assert (int.from_bytes(header[:4]), int.from_bytes(header[4:])) == (2 * 900, 2 * height)
