"""Whole journeys in real Chromium: the first visit, the upload of the paper's file, the figures read off the page."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

PAPER = Path(__file__).parents[1] / "fixtures" / "paper"
BY_FORCE = PAPER / "positions-2023-09-04-by-force.csv"
Settled = Callable[[Page], None]
Picture = Callable[[Page, str], None]


def upload(page: Page, settled: Settled, url: str, *files: Path) -> None:
    """Opens the Upload page and chooses the files."""
    page.goto(f"{url}/upload")
    settled(page)
    page.set_input_files("input[type=file]", files)
    settled(page)
    press(page, settled, "Next: what was read")


def pick(page: Page, label: str | re.Pattern[str], meaning: str) -> None:
    """Chooses a meaning in the box with that label, by typing it."""
    box = page.get_by_role("combobox", name=label)
    box.click()
    box.press_sequentially(meaning)
    box.press("Enter")


def press(page: Page, settled: Settled, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click()
    settled(page)


def commit(page: Page, settled: Settled) -> None:
    press(page, settled, "Next: what would change")
    press(page, settled, "Next: commit")
    press(page, settled, "Commit this upload")
    expect(page.get_by_text("Committed as upload")).to_be_visible()


def test_an_address_opened_first_on_a_fresh_server_shows_banner_and_date(
    dashboard: Callable[..., Any], page: Page, settled: Settled
) -> None:
    """Of a page other than the first: the router is one, so any address of its kind will do."""
    page.goto(f"{dashboard().url}/trend")
    settled(page)
    expect(page.get_by_text("Demonstration data, invented.")).to_be_visible()
    expect(page.locator(".jasc-known")).to_contain_text("4 Sep 2023")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_the_papers_file_from_upload_to_figures_and_back(
    dashboard: Callable[..., Any], page: Page, settled: Settled, screenshot: Picture
) -> None:
    url = dashboard().url
    upload(page, settled, url, BY_FORCE)
    expect(page.get_by_text("This date was found in the file's name.")).to_be_visible()
    expect(page.get_by_text("27 figures as of 4 September 2023")).to_be_visible()
    commit(page, settled)

    page.get_by_role("link", name="Position").click()
    settled(page)
    expect(page.get_by_text("Demonstration data")).to_have_count(0)
    figures = page.locator(".jasc-card .figure").all_inner_texts()
    assert [figure.split("open")[0].strip() for figure in figures] == ["6", "104", "34"]
    body = page.inner_text("body")
    for words in (
        "Joint 4th fewest of 8",
        "3rd fewest of 8",
        "The same as the MSG average (6.0)",
        "Close to the MSG average (106.6)",
        "19% below the national average (129.0)",
        "22% above the national average (27.8)",
        "positions-2023-09-04-by-force.csv",
    ):
        assert words in body
    screenshot(page, "position-real-1280")

    page.get_by_role("link", name="Comparison").click()
    settled(page)
    row = page.get_by_role("row").filter(has_text="Recommendations").first.inner_text().split()
    assert row[1:] == ["71", "110", "93", "106", "115", "108", "104", "146", "106.6", "129.0"]
    screenshot(page, "comparison-real-1280")

    page.get_by_role("link", name="Uploads").click()
    settled(page)
    choose_first_upload(page, settled)
    expect(page.get_by_text("104 before, no longer held")).to_be_visible()
    give_reason(page, settled, "The wrong file")
    press(page, settled, "Withdraw upload 1")
    expect(page.get_by_text("Upload 1 of 4 September 2023 is withdrawn")).to_be_visible()
    page.get_by_role("link", name="Position").click()
    settled(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("No figures of West Mercia are held")
    page.get_by_role("link", name="Uploads").click()
    settled(page)
    choose_first_upload(page, settled)
    give_reason(page, settled, "It was the right one")
    press(page, settled, "Restore upload 1")
    page.get_by_role("link", name="Position").click()
    settled(page)
    figures = page.locator(".jasc-card .figure")
    expect(figures.nth(1)).to_contain_text("104")
    boxes = [figure.bounding_box() for figure in figures.all()]
    assert len({round(box["y"]) for box in boxes if box}) == 1  # level, with the longest heading and source


def give_reason(page: Page, settled: Settled, words: str) -> None:
    field = page.get_by_role("textbox", name=re.compile("Reason"))
    field.fill(words)
    field.press("Enter")
    settled(page)


def choose_first_upload(page: Page, settled: Settled) -> None:
    page.get_by_role("combobox", name=re.compile("Look at an upload")).click()
    page.keyboard.press("Enter")
    settled(page)


def test_an_unknown_layout_is_mapped_once_mended_committed_and_remembered(
    used_url: str, page: Page, settled: Settled, screenshot: Picture, tmp_path: Path
) -> None:
    odd = tmp_path / "portal-2023-09-04.csv"
    head = "Item code,Sort of thing,Which inspection,Progress,Whose,Level"
    rows = [
        "T1,Rec,Vetting,done,WMP,2",
        "T10,AFI,<script>Custody,Open,West Mercia,3",
        "T2,Rec,Vetting,Open,West Mercia,9",
    ]
    odd.write_text("\n".join([head, *rows]))
    url = used_url
    upload(page, settled, url, odd)
    expect(page.get_by_role("heading", name="Please confirm: 3 columns")).to_be_visible()
    screenshot(page, "upload-headings-1280")
    for letter, heading, meaning in (
        ("B", "Sort of thing", "Kind"),
        ("C", "Which inspection", "Report"),
        ("E", "Whose", "Force"),
    ):
        pick(page, f"Meaning of column {letter}, {heading}", meaning)
    press(page, settled, "Read the columns so")
    pick(page, re.compile("Status: done"), "awaiting")
    pick(page, re.compile("Force: WMP"), "West Mercia")
    pick(page, re.compile("No column holds HMICFRS's deadline"), "None")
    press(page, settled, "Read the file so")
    press(page, settled, "Next: what would change")
    body = page.inner_text("body")
    assert "1 error, 1 notice. Nothing can be committed." in body
    assert "'9' is not a grade." in body
    assert "--" not in body
    assert page.get_by_role("button", name="Next: commit").is_disabled()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download your file with an Errors column").click()
    returned = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert download.value.suggested_filename == "portal-2023-09-04-errors.csv"
    screenshot(page, "upload-problems-1280")

    mended = tmp_path / "mended-2023-09-04.csv"
    mended.write_text(returned.replace(",9,", ",3,"), encoding="utf-8-sig")
    upload(page, settled, url, mended)  # nothing was committed, and what was answered is remembered all the same
    expect(page.get_by_text("Please confirm")).to_have_count(0)
    expect(page.get_by_text("Please say")).to_have_count(0)
    press(page, settled, "Next: what would change")
    expect(page.get_by_text("Items: 3 opened.")).to_be_visible()
    screenshot(page, "upload-change-1280")
    press(page, settled, "Next: commit")
    press(page, settled, "Commit this upload")
    expect(page.get_by_text("Committed as upload 2")).to_be_visible()

    again = tmp_path / "portal-2023-09-11.csv"
    again.write_text(
        "\n".join(
            [head, "T1,Rec,Vetting,done,WMP,2", "T3,Rec,Vetting,done,WMP,2", "T10,AFI,<script>Custody,Open,WMP,3"]
        )
    )
    upload(page, settled, url, again)
    expect(page.get_by_text("3 items as of 11 September 2023, for West Mercia.")).to_be_visible()
    press(page, settled, "Next: what would change")
    expect(page.get_by_text("Items: 1 opened, 1 closed and 2 unchanged.")).to_be_visible()
    assert page.locator("table b").count() == 0  # text from a file is never rendered


def test_a_switched_average_lives_in_the_url_and_opens_elsewhere(
    demonstration_url: str, window: Callable[..., Page], page: Page, settled: Settled
) -> None:
    page.goto(f"{demonstration_url}/comparison")
    settled(page)
    page.get_by_role("radio", name="Without us").click()
    settled(page)
    assert "average=Without" in page.url
    expect(page.get_by_role("columnheader", name="MSG average without West Mercia")).to_be_visible()
    page.get_by_role("button", name="Copy link").click()
    settled(page)
    link = page.get_by_test_id("stCode").inner_text().strip()
    assert "as_of=4+September+2023" in link
    other = window(1280, 720)
    other.goto(link)
    settled(other)
    expect(other.get_by_role("columnheader", name="MSG average without West Mercia")).to_be_visible()
    assert "107.0" in other.inner_text("body")


def test_a_card_leads_to_what_lies_behind_it(demonstration_url: str, page: Page, settled: Settled) -> None:
    page.goto(demonstration_url)
    settled(page)
    page.get_by_role("heading", name="Recommendations").get_by_role("link").click()
    settled(page)
    assert "kind=Recommendations" in page.url
    expect(
        page.get_by_role("heading", name="Behind the figure: recommendations of West Mercia by report")
    ).to_be_visible()


def test_a_chart_grows_with_the_window_and_its_pointer_finds_its_bars(
    demonstration_url: str, page: Page, settled: Settled
) -> None:
    widths = {}
    for width, height in ((1280, 720), (3840, 2160)):
        page.set_viewport_size({"width": width, "height": height})
        page.goto(f"{demonstration_url}/reports")
        settled(page)
        drawn = page.locator(".js-plotly-plot .main-svg").first.bounding_box()
        room = page.locator('[data-testid="stElementContainer"]:has(.js-plotly-plot)').first.bounding_box()
        assert drawn
        assert room
        assert abs(drawn["width"] - room["width"]) < 2
        label = page.locator(".js-plotly-plot text", has_text="Digital evidence").first.bounding_box()
        assert label
        widths[width] = label["width"]
        page.mouse.click(label["x"] + label["width"] + 2 * label["height"], label["y"] + label["height"] / 2)
        expect(page.get_by_role("heading", level=1)).to_contain_text("Digital evidence: closing the gap")
    assert widths[3840] > 1.8 * widths[1280]


def test_two_uploaders_at_once_the_second_is_shown_the_new_state(
    used_url: str, window: Callable[..., Page], page: Page, settled: Settled
) -> None:
    url = used_url
    upload(page, settled, url, BY_FORCE)
    press(page, settled, "Next: what would change")
    press(page, settled, "Next: commit")
    other = window(1280, 720)
    upload(other, settled, url, PAPER / "positions-2023-09-04-paper-layout.csv")
    commit(other, settled)
    other.close()
    press(page, settled, "Commit this upload")
    expect(page.get_by_text("The figures held have changed since this preview was made.")).to_be_visible()
    press(page, settled, "Next: commit")
    press(page, settled, "Commit this upload")
    expect(page.get_by_text("Committed as upload 3")).to_be_visible()


def test_a_commit_pressed_twice_is_told_once(used_url: str, page: Page, settled: Settled) -> None:
    """Streamlit begins a second run beside the first, which is at work: it said that the figures held have changed."""
    upload(page, settled, used_url, BY_FORCE)
    for name in ("Next: what would change", "Next: commit"):
        press(page, settled, name)
    page.get_by_role("button", name="Commit this upload").click(click_count=2, delay=100)
    settled(page)
    expect(page.get_by_text("Committed as upload 2")).to_be_visible()
    expect(page.get_by_test_id("stAlert")).to_have_count(1)


def test_the_figures_can_be_uploaded_by_keyboard_alone(used_url: str, page: Page, settled: Settled) -> None:
    page.goto(f"{used_url}/upload")
    settled(page)
    page.set_input_files("input[type=file]", BY_FORCE)  # the file dialog is the system's own
    settled(page)
    for name in ("Next: what was read", "Next: what would change", "Next: commit", "Commit this upload"):
        button = page.get_by_role("button", name=name, exact=True).first
        for _ in range(60):
            if button.evaluate("element => element === document.activeElement"):
                break
            page.keyboard.press("Tab")
        assert button.evaluate("element => element === document.activeElement"), f"{name} cannot be reached by Tab"
        page.keyboard.press("Enter")
        settled(page)
    expect(page.get_by_text("Committed as upload 2")).to_be_visible()


def tab_to(page: Page, wanted: Locator, most: int = 80) -> None:
    """Presses Tab until that is reached, and sees that the place of the keyboard is marked."""
    for _ in range(most):
        if wanted.evaluate("element => element === document.activeElement"):
            break
        page.keyboard.press("Tab")
    assert wanted.evaluate("element => element === document.activeElement"), "cannot be reached by Tab"
    outline = wanted.evaluate("element => getComputedStyle(element).outlineStyle")
    assert outline != "none", "where the keyboard is, is not seen"


def test_pages_are_browsed_presented_and_taken_along_by_keyboard_alone(
    demonstration_url: str, page: Page, settled: Settled
) -> None:
    page.goto(demonstration_url)
    settled(page)
    tab_to(page, page.get_by_role("navigation").get_by_role("link", name="Comparison"))
    page.keyboard.press("Enter")
    settled(page)
    tab_to(page, page.get_by_role("button", name="Picture, data and table of Recommendations").first)
    page.keyboard.press("Enter")
    save = page.get_by_role("button", name="Save the picture")
    save.wait_for()
    tab_to(page, save, most=3)
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "west-mercia-recommendation-msg-2023-09-04.png"
    page.keyboard.press("Escape")
    page.goto(f"{demonstration_url}/present")
    settled(page)
    tab_to(page, page.get_by_role("link", name="Begin", exact=True))
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelector('.jasc-present .view.shown')")
    page.keyboard.press("PageDown")
    page.wait_for_function("() => document.querySelector('.view.shown').dataset.view === 'causes'")
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", level=1)).to_contain_text("national average")


def test_pages_are_read_at_twice_the_size_and_on_a_phone(
    demonstration_url: str, window: Callable[..., Page], settled: Settled
) -> None:
    for width, height in ((640, 360), (320, 640)):  # 1280x720 at 200%, and the narrowest phone
        page = window(width, height)
        for address in ("", "register", "causes", "deadlines", "upload"):
            page.goto(f"{demonstration_url}/{address}")
            settled(page)
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), address
            wide = page.evaluate(
                """() => [...document.querySelectorAll('.stMainBlockContainer :is(p, h1, h2, td, th, a)')]
                    .filter(element => element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + 1)
                    .filter(element => !element.closest('[role="region"][tabindex="0"], [role="tablist"]')) // scrolls, by keyboard too
                    .map(element => element.textContent.slice(0, 30))"""
            )
            assert wide == [], f"{address} at {width}"
        page.locator("summary", has_text="Menu").click()
        page.get_by_role("link", name="Reports").click()
        settled(page)
        expect(page.get_by_role("heading", level=1)).to_contain_text("is the largest of")
        page.close()
