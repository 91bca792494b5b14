"""What axe finds on every page, in every view and at every step of an upload: nothing of ours; Streamlit's own, by rule."""

from collections.abc import Callable
from pathlib import Path

import pytest
from accessible import STREAMLITS_OWN, assert_accessible, violations
from playwright.sync_api import Page
from test_journeys import press, upload
from test_upload_questions import written

PAGES = (
    "causes",
    "present",
    "paper",
    "accessibility",
    "system",
    "audit",
    "commentary",
)  # the others: where their fit is tested
FIXTURES = Path(__file__).parents[1] / "fixtures"
STATEMENT = Path(__file__).parents[2] / "docs" / "accessibility.md"
Settled = Callable[[Page], None]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_violation_of_ours(demonstration_url: str, page: Page, settled: Settled, name: str) -> None:
    page.goto(f"{demonstration_url}/{name}")
    settled(page)
    assert_accessible(page, name)


def test_a_report_and_an_item_have_none_either(demonstration_url: str, page: Page, settled: Settled) -> None:
    for address in ("reports?report_id=1", "item?item_id=1", "comparison?kind=Recommendations"):
        page.goto(f"{demonstration_url}/{address}")
        settled(page)
        assert violations(page) == []


def test_a_charts_open_menu_has_none(demonstration_url: str, page: Page, settled: Settled) -> None:
    page.goto(f"{demonstration_url}/comparison")
    settled(page)
    page.get_by_role("button", name="Picture, data and table of Recommendations").first.click()
    page.get_by_role("button", name="Save the picture").wait_for()
    assert violations(page) == []


def test_every_view_of_a_meeting_has_none(demonstration_url: str, page: Page, settled: Settled) -> None:
    page.goto(f"{demonstration_url}/present")
    settled(page)
    page.get_by_role("link", name="Begin", exact=True).click()
    page.wait_for_function("() => document.querySelector('.jasc-present .view.shown')")
    for _ in range(11):
        assert violations(page) == []
        page.keyboard.press("PageDown")


def test_no_step_of_an_upload_has_any(used_url: str, page: Page, settled: Settled, tmp_path: Path) -> None:
    url = used_url
    upload(page, settled, url, written(tmp_path / "portal-2023-08-01.csv"))
    assert violations(page) == []  # headings are asked about
    upload(page, settled, url, FIXTURES / "paper" / "positions-2023-09-04-by-force.csv")
    for step in ("Next: what would change", "Next: commit", "Commit this upload"):
        assert violations(page) == []
        press(page, settled, step)
    assert violations(page) == []
    page.goto(f"{url}/uploads")
    settled(page)
    assert violations(page) == []


def test_what_is_streamlits_own_is_told_by_rule() -> None:
    told = STATEMENT.read_text(encoding="utf-8")
    assert [rule for rule in STREAMLITS_OWN if rule not in told] == []
