"""The upload page asks whether new references stand for held items, and acts on the answer."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.builders import PAPER_DAY, item, items_csv
from tests.pages.seen import about_to_open, said

PROJECT = Path(__file__).parents[2]
CHECK, LOOK = "Check every vetting decision of the last year", "Look into how reasons are recorded and kept"
Fill = Callable[..., None]


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


@pytest.mark.parametrize(
    ("answer", "closes"),
    [("They are the same items", "Items: 2 unchanged"), ("They are other items", "Items: 2 opened and 2 closed")],
)
def test_one_answer_settles_all_of_them(filled: Fill, answer: str, closes: str) -> None:
    filled((items_csv(item("WM-7", text=CHECK), item("WM-8", text=LOOK)), date(2023, 6, 5)))
    again = items_csv(item("VET/1", text=CHECK), item("VET/2", text=LOOK), headings=["reference", "text"])
    app = about_to_open().switch_page("pages/exports/upload.py").run()
    app.file_uploader[0].upload("items-2023-09-04.csv", again, "text/csv").run()
    press(app, "Next: what was read")
    assert app.date_input[0].value == PAPER_DAY
    for _ in range(2):
        labels = [button.label for button in app.button]
        if "Next: what would change" in labels:
            press(app, "Next: what would change")
    assert "Is VET/1 the item that is held as WM-7? 2 such are listed above and answered together." in said(app)
    press(app, answer)
    shown = said(app)
    assert "Is VET/1 the item" not in shown
    assert closes in shown
