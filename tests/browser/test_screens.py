"""What a shared screen shows: everything in the first view, nothing cut, nothing small, nothing overlapping."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from chart_texts import faults
from playwright.sync_api import Page

from jasc_data.command_line.run import main

BY_FORCE = Path(__file__).parents[1] / "fixtures" / "paper" / "positions-2023-09-04-by-force.csv"
Settled = Callable[[Page], None]
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


@pytest.fixture(params=["1280x720", "1920x1080"])
def screen(request: pytest.FixtureRequest, url: str) -> Page:
    return request.getfixturevalue("page" if request.param == "1280x720" else "wide_page")


def opened(screen: Page, url: str, settled: Settled, picture: Picture, address: str) -> dict[str, int]:
    screen.goto(f"{url}/{address}")
    settled(screen)
    screen.wait_for_selector("table, .js-plotly-plot .main-svg")
    settled(screen)
    size = screen.viewport_size
    assert size is not None
    picture(screen, f"{address or 'position'}-{size['width']}")
    assert screen.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "the page scrolls sideways"
    return {"width": size["width"], "height": size["height"]}


def test_the_three_cards_are_in_the_first_view(url: str, screen: Page, settled: Settled, screenshot: Picture) -> None:
    size = opened(screen, url, settled, screenshot, "")
    screen.wait_for_selector(".js-plotly-plot .main-svg")
    links = [box for box in screen.evaluate(BOXES, ".jasc-onward") if "behind" in box["text"]]
    assert len(links) == 3
    for box in (*screen.evaluate(BOXES, ".jasc-card"), *screen.evaluate(BOXES, ".js-plotly-plot"), *links):
        assert box["bottom"] <= size["height"]
        assert box["right"] <= size["width"]


def test_the_three_charts_are_in_the_first_view(url: str, screen: Page, settled: Settled, screenshot: Picture) -> None:
    size = opened(screen, url, settled, screenshot, "comparison")
    charts = screen.evaluate(BOXES, ".js-plotly-plot")
    assert len(charts) == 3
    for box in charts:
        assert box["bottom"] <= size["height"]
        assert box["right"] <= size["width"]


@pytest.mark.parametrize(("address", "charts"), [("", 3), ("comparison", 3), ("comparison?kind=Recommendations", 1)])
def test_no_chart_text_is_small_cut_or_overlapping(
    url: str, screen: Page, settled: Settled, address: str, charts: int
) -> None:
    screen.goto(f"{url}/{address}")
    settled(screen)
    assert faults(screen, charts) == []


@pytest.mark.parametrize("address", ["", "comparison", "upload", "uploads", "about"])
def test_the_marking_stands_on_every_page_and_charts_have_words(
    url: str, screen: Page, settled: Settled, screenshot: Picture, address: str
) -> None:
    screen.goto(f"{url}/{address}")
    settled(screen)
    screenshot(screen, f"marked-{address or 'position'}-{screen.viewport_size and screen.viewport_size['width']}")
    assert "OFFICIAL-SENSITIVE" in screen.inner_text(".jasc-marking")
    for place in range(screen.get_by_test_id("stPlotlyChart").count()):
        named = (
            screen.get_by_test_id("stPlotlyChart")
            .nth(place)
            .evaluate(
                "element => element.getAttribute('aria-label') || element.querySelector('[aria-label]')?.getAttribute('aria-label')"
            )
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
