"""Words that were typed and not sent, when the page is left by its own navigation and come back to."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Dialog, Page, expect
from test_journeys import choose_first_upload

from jasc_data.store.connection import Store
from tests.builders import PAPER_DAY, filled_once, imported, items_csv, numbered

Settled = Callable[[Page], None]


def go(page: Page, settled: Settled, name: str) -> None:
    """As quick as a tap: pressed before Streamlit sends what the box that is left holds."""
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


def test_what_is_typed_about_an_item_is_there_again_when_its_page_is_come_back_to(
    dashboard: Callable[..., Any], page: Page, settled: Settled, tmp_path: Path
) -> None:
    def fill(store: Store) -> None:
        imported(store, items_csv(*numbered(2)), PAPER_DAY)

    url = dashboard(store=filled_once("two items", fill, tmp_path / "two" / "jasc.duckdb")).url
    page.goto(f"{url}/item?item_id=1")
    settled(page)
    page.get_by_text("Write a position, and every version").click()
    settled(page)
    box, saved = page.get_by_role("textbox", name="Current position"), page.get_by_text("Not saved yet")
    box.fill("Half a sentence")
    box.blur()
    settled(page)
    go(page, settled, "About")
    page.go_back()
    settled(page)
    expect(box).to_have_value("Half a sentence")
    expect(saved).to_be_visible()

    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.evaluate("location.reload()")
    expect(box).to_have_value("Half a sentence")
    assert asked == ["beforeunload"], "another session has nothing of what was typed"
    box.fill("A sentence")
    page.get_by_role("button", name="Keep this version").click()
    settled(page)
    expect(page.get_by_text("A sentence", exact=True).first).to_be_visible()
    expect(saved).to_have_count(0)
    page.reload()
    settled(page)
    assert asked == ["beforeunload"], "there is nothing to lose"
