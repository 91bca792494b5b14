"""Words that were typed and not sent, when the page is left by its own navigation and come back to."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect
from test_journeys import choose_first_upload

Settled = Callable[[Page], None]


def go(page: Page, settled: Settled, name: str) -> None:
    """As quick as a tap: the link is followed before Streamlit sends what the box that is left holds."""
    page.get_by_role("link", name=name, exact=True).click()
    settled(page)


def test_the_upload_chosen_is_the_one_shown_whenever_the_page_is_come_back_to(
    used_url: str, page: Page, settled: Settled
) -> None:
    page.goto(f"{used_url}/uploads")
    settled(page)
    choose_first_upload(page, settled)
    page.get_by_role("textbox", name=re.compile("Reason")).fill("The wrong file")
    go(page, settled, "About")
    expect(page.get_by_role("heading", level=1)).to_have_text("About the figures")
    go(page, settled, "Uploads")
    expect(page.get_by_text("Withdraw upload 1?")).to_be_visible()
    expect(page.get_by_role("combobox", name=re.compile("Look at an upload"))).to_have_value(re.compile("^1: "))
