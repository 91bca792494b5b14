"""The labels of every average stay inside their charts, whichever average is chosen; a link brings all of it back."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from jasc_data.command_line.run import main
from tests.builders import BY_FORCE

Settled = Callable[[Page], None]
Picture = Callable[[Page, str], None]
CUT = """() => [...document.querySelectorAll('.js-plotly-plot')].flatMap(chart => {
    const frame = chart.getBoundingClientRect();
    return [...chart.querySelectorAll('.main-svg text')].filter(text => {
        const box = text.getBoundingClientRect();
        return text.textContent.trim() && (box.x < frame.x - 1 || box.right > frame.right + 1);
    }).map(text => text.textContent);
})"""


@pytest.fixture(scope="module")
def url(module_dashboard: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> str:
    store = tmp_path_factory.mktemp("averages") / "jasc.duckdb"
    assert main(["import", str(BY_FORCE), "--as-of", "2023-09-04", "--store", str(store)]) == 0
    return str(module_dashboard(store=store).url)


@pytest.mark.parametrize("average", ["With us", "Without us", "Median"])
def test_no_label_is_cut_at_1280(url: str, page: Page, settled: Settled, screenshot: Picture, average: str) -> None:
    page.goto(f"{url}/comparison?average={average.replace(' ', '+')}")
    settled(page)
    page.wait_for_selector(".js-plotly-plot .main-svg text")
    assert page.locator(".js-plotly-plot").count() == 3
    screenshot(page, f"average-{average.lower().replace(' ', '-')}-1280")
    assert page.evaluate(CUT) == []


def test_a_copied_link_brings_every_choice_back(url: str, page: Page, settled: Settled) -> None:
    page.goto(f"{url}/comparison?average=Median&kind=AFIs")
    settled(page)
    page.get_by_role("button", name="Copy link").click()
    settled(page)
    link = page.get_by_test_id("stCode").inner_text().strip()
    for choice in ("as_of=4+September+2023", "average=Median", "kind=AFIs"):
        assert choice in link
    before = page.inner_text("[data-testid=stTable]")
    page.goto(link)
    settled(page)
    assert page.inner_text("[data-testid=stTable]") == before
    assert "MSG median" in before
    assert page.locator(".js-plotly-plot").count() == 1


def test_every_table_is_a_real_one(url: str, page: Page, settled: Settled) -> None:
    for address in ("comparison", "uploads", "about"):
        page.goto(f"{url}/{address}")
        settled(page)
        page.wait_for_selector("table")
        assert page.locator("[data-testid=stTable]").count() == page.locator("[data-testid=stTable] table").count() > 0
        assert page.locator("[data-testid=stDataFrame]").count() == 0
