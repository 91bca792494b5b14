"""A workbook of several sheets on the Upload page: asked which first, and what was answered stays answered."""

from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from streamlit.testing.v1 import AppTest

from tests.pages.seen import said, visited

UPLOAD, POSITION = "pages/exports/upload.py", "pages/figures/position.py"
HEADINGS = ("Reference", "Kind", "Report", "Status", "Grade", "Deadline", "Force")
WHICH = "Which sheet of the workbook?"


def two_sheets() -> bytes:
    book = Workbook()
    for name, reference in (("Items A", "T1"), ("Items B", "T2")):
        sheet = book.create_sheet(name)
        sheet.append(HEADINGS)
        sheet.append((reference, "AFI", "Custody", "Open", 3, "12/05/2024", "West Mercia"))
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click()
    app.run()
    assert not app.exception
    return app


def asked() -> AppTest:
    app = visited(UPLOAD)
    app.file_uploader[0].upload("portal-2023-09-05.xlsx", two_sheets())
    app.run()
    return press(app, "Next: what was read")


def sheet_of(app: AppTest) -> str | None:
    value: str | None = next(box.value for box in app.selectbox if box.label == WHICH)
    return value


def with_the_second() -> AppTest:
    app = asked()
    next(box for box in app.selectbox if box.label == WHICH).set_value("Items B")
    return app.run()


def test_nothing_else_is_asked_before_the_sheet(place: Path) -> None:
    app = asked()
    assert sheet_of(app) is None
    assert not app.date_input
    assert next(button for button in app.button if button.label == "Next: what would change").disabled


def test_the_date_in_the_files_name_is_offered(place: Path) -> None:
    app = with_the_second()
    assert "This date was found in the file's name." in said(app)
    assert "1 item as of 5 September 2023, for West Mercia." in said(app)


def test_the_sheet_stays_chosen_on_the_way_back_and_elsewhere(place: Path) -> None:
    app = press(with_the_second(), "Next: what would change")
    assert sheet_of(press(app, "Back")) == "Items B"
    app.switch_page(POSITION).run()
    app.switch_page(UPLOAD).run()
    assert sheet_of(app) == "Items B"
