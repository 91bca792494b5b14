"""The messages of the two pages about uploads."""

from datetime import date

from jasc_data.uploads.acting import restore, withdraw
from jasc_data.uploads.history import logged_uploads
from jasc_data.uploads.history_text import upload_headline, uploads_headline
from tests.builders import PAPER_DAY, by, empty_store, imported, items_csv, numbered

JUNE = date(2023, 6, 5)


def test_how_many_are_kept_and_of_when_the_latest_that_counts_is() -> None:
    store = empty_store()

    def headline() -> str:
        with store.snapshot() as snapshot:
            return uploads_headline(logged_uploads(snapshot))

    assert headline() == "No upload is kept yet"
    imported(store, items_csv(*numbered(3)), JUNE)
    first = imported(store, items_csv(*numbered(2)), PAPER_DAY)
    assert headline() == "2 uploads kept; the latest that counts is of 4 September 2023"
    withdraw(store, first, by("flo"))
    assert headline() == "2 uploads kept, 1 withdrawn; the latest that counts is of 5 June 2023"
    withdraw(store, 1, by("flo"))
    assert headline() == "2 uploads kept, 2 withdrawn; none counts"
    restore(store, first, by("flo"))
    imported(store, items_csv(*numbered(4)), PAPER_DAY)
    assert headline() == "3 uploads kept, 1 withdrawn and 1 replaced; the latest that counts is of 4 September 2023"


def test_what_the_upload_page_says_first() -> None:
    assert upload_headline(None, first=True) == "Upload the first export"
    assert upload_headline(PAPER_DAY, first=False) == "Upload an export: the latest held is of 4 September 2023"
    assert upload_headline(None, first=False) == "Upload an export: no figures are held"
