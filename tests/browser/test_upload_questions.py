"""The mapping step in real Chromium: many unknown headings, answered once; a month later one column more."""

import csv
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect
from test_journeys import commit, pick, press, upload

HEADINGS = (
    "HMICFRS ref;Rec / AFI / CoC;Inspection name;Issued;Recommendation wording;Portal level;Stage;Deadline date;"
    "Strategic owner;Risk;Exception Area;Directorate;Sep remarks;Aug remarks;Board;Committee;Theme"
).split(";")
ROWS = [
    "WM/1;Rec;Vetting;02/11/2022;Clear the whole backlog;Level 2;Open;30/04/2023;Head of PSD;High;PSD;Crime;u;v;a;b;c",
    "WM/2;AFI;PEEL;13/04/2022;Improve the case files;Level 3;Closed;31/10/2023;Head of Crime;Low;X;Ops;u;v;a;b;c",
    "WM/3;AFI;PEEL;13/04/2022;Audit the stop searches;Level 2;Open;;Head of Ops;Low;X;Ops;u;v;a;b;c",
]


def written(path: Path, *more: str) -> Path:
    """The export as a CSV file, with further columns at its end."""
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerow([*HEADINGS, *more])
        csv.writer(file).writerows([*row.split(";"), *("w" for _ in more)] for row in ROWS)
    return path


def test_seventeen_unknown_headings_are_asked_about_once(
    used_url: str,
    page: Page,
    settled: Callable[[Page], None],
    screenshot: Callable[[Page, str], None],
    tmp_path: Path,
) -> None:
    url = used_url
    upload(page, settled, url, written(tmp_path / "portal-2023-08-01.csv"))
    expect(page.get_by_role("heading", name="Please confirm: 17 columns")).to_be_visible()
    screenshot(page, "mapping-17-headings-1280")
    pick(page, "Meaning of column B, Rec / AFI / CoC", "Kind")
    pick(page, "Meaning of column C, Inspection name", "Report")
    pick(page, "Meaning of column G, Stage", "Status")
    press(page, settled, "Read them so, and set aside those not chosen")
    expect(page.get_by_text("Please confirm")).to_have_count(0)
    expect(page.get_by_role("heading", name="Please say: 1 question")).to_be_visible()
    pick(page, "No column says whose the items are", "West Mercia")
    press(page, settled, "Read the file so")
    expect(page.get_by_text("3 items as of 1 August 2023, for West Mercia.")).to_be_visible()
    commit(page, settled)

    upload(page, settled, url, written(tmp_path / "portal-2023-09-04.csv", "Oct remarks"))
    expect(page.get_by_role("heading", name="Please confirm: 1 column")).to_be_visible()
    expect(page.get_by_text("Please say")).to_have_count(0)
    screenshot(page, "mapping-one-more-column-1280")
    press(page, settled, "Read them so, and set aside those not chosen")
    expect(page.get_by_text("3 items as of 4 September 2023, for West Mercia.")).to_be_visible()
