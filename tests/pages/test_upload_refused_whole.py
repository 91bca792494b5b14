"""A file that cannot be read at all on the Upload page: said why, and asked nothing of."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.builders import item, items_csv
from tests.pages.seen import said, visited


def archive() -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as packed:
        packed.writestr("export.csv", "Force,CoCs,Recs,AFIs")
    return made.getvalue()


REFUSED = {
    "paper-2023-09-04.pdf": (b"%PDF-1.7\n", "PDF"),
    "picture.png": (b"\x89PNG\r\n\x1a\n", "picture"),
    "exports.zip": (archive(), "zip"),
    "empty.csv": (b"", "empty"),
    "book.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "workbook"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_refused_whole_is_asked_nothing_of(place: Path, name: str) -> None:
    content, words = REFUSED[name]
    app = visited("pages/exports/upload.py")
    app.file_uploader[0].upload(name, content)
    app.run()
    next(button for button in app.button if button.label == "Next: what was read").click()
    app.run()
    assert not app.exception
    assert words.lower() in said(app).lower()
    assert [box.label for box in app.date_input] == []
    assert "This date was found in the file's name" not in said(app)
    assert next(button for button in app.button if button.label == "Next: what would change").disabled


def test_one_that_can_be_read_is_asked_for_its_date_whatever_its_rows_say(place: Path) -> None:
    app = visited("pages/exports/upload.py")
    app.file_uploader[0].upload("items.csv", items_csv(item("R1", kind="Nonsense")))
    app.run()
    next(button for button in app.button if button.label == "Next: what was read").click()
    app.run()
    assert [box.label for box in app.date_input] == ["The date for which the figures are correct"]
