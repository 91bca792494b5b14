"""Tracking workbooks of a store as they are given out, and filled in as a lead would, with openpyxl as the spreadsheet."""

import io
from collections.abc import Callable
from datetime import date
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from jasc_data.answers.tracking.answer import TrackingHeld, tracking_held
from jasc_data.documents.tracking_workbook import Scope, tracking_workbook
from jasc_data.drawing.chart import Provenance
from jasc_data.editorial.tracking import return_log, taken_in
from jasc_data.editorial.tracking_return import TrackingReturn, returned_tracking
from jasc_data.intake.tracking_layout import POSITION_HEADINGS, POSITIONS_SHEET, STEP_HEADINGS, STEPS_SHEET
from jasc_data.store.connection import Store
from tests.builders import HOME

DAY = date(2023, 9, 8)
PROVENANCE = Provenance("Items: the export of 4 September 2023", "OFFICIAL")
Fill = Callable[[Workbook], object]


def held(store: Store, day: date = DAY) -> TrackingHeld:
    """What is held on a day."""
    with store.snapshot() as snapshot:
        return tracking_held(snapshot, HOME, day)


def given_out(store: Store, scope: Scope | None = None, day: date = DAY, provenance: Provenance = PROVENANCE) -> bytes:
    """A workbook as it is given out on a day."""
    return tracking_workbook(held(store, day), scope or Scope(), provenance)


def filled(content: bytes, fill: Fill) -> bytes:
    """The same after somebody opened it, filled it in and saved it."""
    book = load_workbook(io.BytesIO(content))
    fill(book)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def came_back(
    store: Store, content: bytes, day: date = DAY, dated: date | None = DAY, name: str = "back.xlsx"
) -> TrackingReturn:
    """The workbook against what is held on a day."""
    with store.snapshot() as snapshot:
        log = taken_in(return_log(snapshot))
    return returned_tracking(content, name, held(store, day), dated, log)


def rows(sheet: Worksheet) -> list[dict[str, Any]]:
    """The rows below the headings, each by its headings."""
    lines = list(sheet.iter_rows())
    headings = {*STEP_HEADINGS.values(), *POSITION_HEADINGS.values()}
    head = max(range(len(lines)), key=lambda place: sum(cell.value in headings for cell in lines[place]))
    names = [cell.value for cell in lines[head]]
    return [dict(zip(names, line, strict=True)) for line in lines[head + 1 :]]


def write(item: str, place: int = 0, /, **said: Any) -> Fill:
    """Fills in the row of an item's steps that stands at that place among its rows; by field."""

    def fill(book: Workbook) -> None:
        found = [row for row in rows(book[STEPS_SHEET]) if row[STEP_HEADINGS["item"]].value == item]
        for field, value in said.items():
            found[place][STEP_HEADINGS[field]].value = value

    return fill


def tell(about: str, /, **said: str | None) -> Fill:
    """Fills in the position of an item, or of "The report as a whole"; by audience."""

    def fill(book: Workbook) -> None:
        (found,) = [row for row in rows(book[POSITIONS_SHEET]) if row[POSITION_HEADINGS["about"]].value == about]
        for field, value in said.items():
            found[POSITION_HEADINGS[field]].value = value

    return fill
