"""The breakdowns in real Chromium: from the chart to the report to the item and back, links that are shared, downloads."""

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from accessible import assert_accessible
from chart_texts import faults
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

Settled = Callable[[Page], None]
Sizes = Callable[[Page, str], Iterator[dict[str, int]]]
Picture = Callable[[Page, str], None]
VETTING = "Vetting, misconduct and misogyny"
ADDRESSES = {  # every breakdown and how many charts it has
    "grades": 1,
    "reports": 1,
    f"reports?report={VETTING}": 2,
    "register": 0,
    "item?item=WM-VET-R01": 0,
    "deadlines": 3,
    "activity": 1,
    "ready": 0,
    "trend": 3,
    "changes": 0,
    "target": 0,
    f"target?sign_off_reports={VETTING}": 1,
}
SHARED = {  # of each way in which a choice is kept in an address, one: an address with choices, and words that stand on the page only with all of them
    "register?q=monitoring+software&grade=Level+2&overdue=true": "Items 1 to 1 of 1",
    "item?item=WM-VET-R01&as_of=5+June+2023": "36 days past the deadline",
    "deadlines?due=Overdue&lead=Head+of+People": "1 of 144 open items",
    "target?sign_off_reports=Vetting%2C+misconduct+and+misogyny&target_for=Areas+for+improvement&below_afi=20": "30 AFIs open after",
}


@pytest.fixture
def url(demonstration_url: str) -> str:
    return demonstration_url


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_breakdown_fits_a_shared_screen(
    url: str, page: Page, settled: Settled, each_size: Sizes, screenshot: Picture, address: str
) -> None:
    for size in each_size(page, f"{url}/{address}"):
        screenshot(page, f"{re.sub(r'[^a-z]+', '-', address.lower())}-{size['width']}")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "the page scrolls sideways"
        heading = page.get_by_role("heading", level=1).bounding_box()
        assert heading is not None
        assert heading["y"] + heading["height"] < size["height"] / 2
        expect(page.get_by_text("Demonstration data, invented.")).to_be_in_viewport()
        if ADDRESSES[address]:
            assert faults(page, ADDRESSES[address]) == []
    assert_accessible(page, address)


def test_from_the_chart_to_a_report_to_an_item_and_back(
    url: str, page: Page, settled: Settled, screenshot: Picture
) -> None:
    page.goto(f"{url}/reports")
    settled(page)
    page.wait_for_selector(".js-plotly-plot .main-svg text")
    page.locator(".js-plotly-plot .nsewdrag").click(position={"x": 40, "y": 43})  # the second bar
    settled(page)
    assert parse_qs(urlsplit(page.url).query)["report_id"][0].isdecimal()
    expect(page.get_by_role("heading", level=2, name="Custody: West Mercia (joint inspection)")).to_be_visible()
    page.get_by_role("link", name="WM-CUST-R01").first.click()
    settled(page)
    assert "/item?" in page.url
    expect(page.get_by_role("heading", level=1)).to_contain_text("WM-CUST-R01: recommendation")
    screenshot(page, "item-from-report-1280")
    page.go_back()
    settled(page)
    expect(page.get_by_role("heading", level=2, name="Custody: West Mercia (joint inspection)")).to_be_visible()
    page.go_back()
    settled(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("is the largest of 20 reports")


def test_the_way_back_leads_through_the_items_that_were_chosen(url: str, page: Page, settled: Settled) -> None:
    page.goto(f"{url}/item?item=WM-VET-R01")  # as a link of an earlier release
    settled(page)
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("WM-VET-R01")
    first = parse_qs(urlsplit(page.url).query)
    assert "item" not in first
    page.get_by_role("combobox", name="Item").fill("WM-VET-R02")
    page.keyboard.press("Enter")
    settled(page)
    expect(heading).to_contain_text("WM-VET-R02")
    assert parse_qs(urlsplit(page.url).query)["item_id"] != first["item_id"]
    page.go_back()
    settled(page)
    expect(heading).to_contain_text("WM-VET-R01")
    page.reload()
    settled(page)
    expect(heading).to_contain_text("WM-VET-R01")


@pytest.mark.parametrize("address", ["register?overdue=true&grade=Level+2", "item?item=WM-VET-R01"])
def test_the_way_back_from_another_page_leads_to_what_was_chosen(
    url: str, page: Page, settled: Settled, address: str
) -> None:
    page.goto(f"{url}/{address}")
    settled(page)
    chosen, views = page.url, page.evaluate("history.length")
    said = page.locator("[data-testid=stMain]").inner_text()
    page.get_by_role("link", name="Grades", exact=True).first.click()
    settled(page)
    assert "?" not in page.url
    assert page.evaluate("history.length") == views + 1
    page.go_back()
    settled(page)
    assert page.url == chosen
    assert page.locator("[data-testid=stMain]").inner_text() == said


def test_the_way_back_undoes_a_choice_that_went_along(url: str, page: Page, settled: Settled) -> None:
    page.goto(f"{url}/reports")
    settled(page)
    every = page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("combobox", name="Report").fill(VETTING)
    page.keyboard.press("Enter")
    settled(page)
    one = page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("link", name="Register", exact=True).first.click()
    settled(page)
    assert "report_id" in parse_qs(urlsplit(page.url).query)
    for heading in (one, every):
        page.go_back()
        settled(page)
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)


def test_a_report_that_is_chosen_goes_along_to_the_register(url: str, page: Page, settled: Settled) -> None:
    page.goto(f"{url}/reports?report={VETTING}")
    settled(page)
    page.get_by_role("link", name="Register", exact=True).first.click()
    settled(page)
    expect(page.get_by_text("Items 1 to 38 of 38")).to_be_visible()
    assert "report_id" in parse_qs(urlsplit(page.url).query)


def test_the_items_page_leads_to_its_report_and_to_all_items_of_it(url: str, page: Page, settled: Settled) -> None:
    page.goto(f"{url}/item?item=WM-VET-R01")
    settled(page)
    page.get_by_role("link", name="Its report").click()
    settled(page)
    expect(page.get_by_role("heading", level=2, name=VETTING)).to_be_visible()
    page.go_back()
    settled(page)
    page.get_by_role("link", name="All items of the report").click()
    settled(page)
    expect(page.get_by_text("Items 1 to 43 of 43")).to_be_visible()


@pytest.mark.parametrize("page_name", ["causes", "deadlines", "changes"])
def test_items_in_every_list_lead_to_their_page(url: str, page: Page, settled: Settled, page_name: str) -> None:
    page.goto(f"{url}/{page_name}")
    settled(page)
    if page_name == "causes":
        page.get_by_test_id("stExpander").first.click()
        settled(page)
    name = page.locator(".jasc-rows a").first.inner_text()
    page.locator(".jasc-rows a").first.click()
    settled(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)


def _copied_link(page: Page, settled: Settled) -> str:
    """The address that *Copy link* gives."""
    page.get_by_role("button", name="Copy link").click()
    settled(page)
    return page.get_by_test_id("stPopoverBody").get_by_test_id("stCode").inner_text().strip()


@pytest.mark.parametrize("address", SHARED)
def test_a_shared_link_opens_the_same_page_on_a_fresh_visit(
    url: str, window: Callable[..., Page], page: Page, settled: Settled, address: str
) -> None:
    page.goto(f"{url}/{address}")
    settled(page)
    expect(page.locator("body")).to_contain_text(SHARED[address])
    expect(page.get_by_text("in this link")).to_have_count(0)
    if "lead=" in address:  # a lead can be a person, who leaves the dashboard only when asked for
        assert "lead" not in parse_qs(urlsplit(_copied_link(page, settled)).query)
        page.keyboard.press("Escape")
        page.get_by_text("Leads named in texts, pictures, files and links").first.click()
        settled(page)
    link = _copied_link(page, settled)
    wanted = parse_qs(urlsplit(page.url).query)
    assert wanted.items() <= parse_qs(urlsplit(link).query).items()
    assert "as_of" in parse_qs(urlsplit(link).query)
    heading = page.get_by_role("heading", level=1).inner_text()
    other = window(1280, 720)
    other.goto(link)
    settled(other)
    expect(other.locator("body")).to_contain_text(SHARED[address])
    assert other.get_by_role("heading", level=1).inner_text() == heading


def test_a_chart_goes_along_as_png_as_svg_and_as_csv(url: str, page: Page, settled: Settled) -> None:
    page.goto(f"{url}/grades")
    settled(page)
    menu = page.get_by_role("button", name="Picture, data and table of West Mercia: 49% level 3")
    menu.click()
    settled(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the picture").click()
    assert download.value.suggested_filename == "west-mercia-levels-2023-09-04.png"
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")

    settled(page)  # a picture that is saved closes the menu, which the server hears of after the file is there
    menu.click()
    settled(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Figures (CSV)").click()
    assert download.value.suggested_filename == "west-mercia-levels-2023-09-04.csv"
    figures = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert figures.splitlines()[:3] == [
        '"West Mercia: 49% level 3, 48% level 2, 4% not graded"',
        "Invented demonstration data",
        '"Source: items and positions exports, 4 Sep 2023"',
    ]
    assert 'West Mercia,138,"0%, 0 of 138","48%, 66 of 138"' in figures
    with page.expect_download() as download:
        page.get_by_role("button", name="Figures (Excel)").click()
    assert download.value.suggested_filename == "west-mercia-levels-2023-09-04.xlsx"
    (sheet,) = load_workbook(io.BytesIO(Path(download.value.path()).read_bytes())).worksheets
    assert sheet["A2"].value == "Invented demonstration data"
    assert ("West Mercia", 138) in [row[:2] for row in sheet.iter_rows(values_only=True)]

    page.get_by_test_id("stPopoverBody").get_by_text("The picture as SVG").click()
    settled(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the picture").click()
    assert download.value.suggested_filename == "west-mercia-levels-2023-09-04.svg"
    picture = Path(download.value.path()).read_text(encoding="utf-8")
    for words in ("49% level 3, 48% level 2", "Source: items and positions exports, 4 Sep 2023", "Invented"):
        assert words in picture


def test_leads_leave_the_dashboard_only_when_asked_for(url: str, page: Page, settled: Settled) -> None:
    page.goto(f"{url}/deadlines")
    settled(page)
    leads = page.locator(".js-plotly-plot").first
    expect(leads).to_contain_text(re.compile(r"Lead 0?\d"))
    expect(leads).not_to_contain_text("Head of")
    page.get_by_text("Leads named in texts").click()
    settled(page)
    expect(leads).to_contain_text("Head of")
