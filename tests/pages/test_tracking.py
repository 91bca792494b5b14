"""A tracking workbook given out on the page Ready to close, taken in on Upload, and withdrawn on Uploads."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from streamlit.testing.v1 import AppTest

from jasc_data.domain.vocabulary import StepState
from jasc_data.editorial.step_actions import save_step
from jasc_data.editorial.steps import StepChange
from jasc_data.store.connection import Store
from pages._shared.session import opened_store
from pages._shared.upload import tracking
from tests.builders import PAPER_DAY, by, items_csv
from tests.editorial.tracking_files import filled as filled_in
from tests.editorial.tracking_files import given_out, tell, write
from tests.pages.seen import READ_AS_MORE, rendered, said, unfolded
from tests.pages.states import HOSTILE, LATER
from tests.pages.test_report_and_register_pages import opened, sound
from tests.pages.test_steps import READY, held, pressed

Fill = Callable[..., None]
UPLOAD, UPLOADS = "pages/exports/upload.py", "pages/exports/uploads.py"
TODAY = date(2026, 6, 1)


def store_of(place: Path) -> Store:
    """The store that the dashboard has open."""
    return opened_store(place)


def sent_back(place: Path, *fills: Callable[[Workbook], object]) -> AppTest:
    """A workbook of today, filled in and chosen on the Upload page."""

    def fill(book: Workbook) -> None:
        for one in fills:
            one(book)

    opened(READY)  # opens the store
    content = filled_in(given_out(store_of(place), day=TODAY), fill)
    app = opened(UPLOAD)
    app = sound(app.get("file_uploader")[0].upload("back.xlsx", content, "application/x").run())
    app = sound(pressed(app, "Next: what was read"))
    app.date_input[0].set_value(TODAY)
    return sound(app.run())


def onwards(app: AppTest) -> AppTest:
    (button,) = [button for button in app.button if button.label.startswith("Next: ")]
    return sound(button.click().run())


def test_a_workbook_is_given_out_for_all_for_a_report_or_for_a_lead(filled: Fill, place: Path) -> None:
    held(filled, place)
    app = sound(unfolded(opened(READY), "tracking-out"))
    (button,) = app.get("download_button")
    assert button.label == "The workbook of 10 items (Excel)"
    app.radio(key="tracking-of").set_value("One report")
    app = sound(app.run())
    assert not app.get("download_button")
    app.selectbox[-1].select_index(0)
    assert len(sound(app.run()).get("download_button")) == 1


def test_it_comes_back_is_looked_at_taken_in_and_withdrawn(filled: Fill, place: Path) -> None:
    held(filled, place, StepState.UNDER_WAY)
    app = sent_back(place, write("R2", state="met", evidence=HOSTILE), tell("R3", committee=HOSTILE))
    assert "A tracking workbook, given out on 1 June 2026: 2 changes; " in said(app)
    app = onwards(app)
    assert "1 step changed and 1 position written. Ready to close by that: R2." in said(app)
    assert [text for text in rendered(app) if READ_AS_MORE.search(text)] == []
    app = onwards(app)
    app = sound(pressed(app, "Take in this workbook"))
    assert "Taken in as tracking workbook 1: back.xlsx. 1 step changed and 1 position written." in said(app)
    assert "1 item is ready to close" in said(opened(READY))
    app = opened(UPLOADS)
    assert "1 tracking workbook taken in" in said(app)
    app.selectbox[-1].select_index(0)
    app = sound(app.run())
    app.text_input[-1].set_value("the wrong file")
    app = sound(pressed(sound(app.run()), "Withdraw tracking workbook 1"))
    assert "1 tracking workbook taken in, 1 of them withdrawn" in said(app)
    assert "1 item is ready to close" not in said(opened(READY))
    assert [text for text in rendered(app) if READ_AS_MORE.search(text)] == []


def test_a_row_edited_meanwhile_must_be_chosen(filled: Fill, place: Path) -> None:
    held(filled, place, StepState.UNDER_WAY)
    app = sent_back(place, write("R2", state="met"))
    item_id = 4
    change = StepChange(item_id, "Audit", StepState.TO_DO, TODAY, step_id=1)
    save_step(store_of(place), change, by("deputy"))
    app = onwards(sound(app.run()))
    assert "Steps to green, row " in said(app)
    assert "R2: changed by deputy" in said(app), said(app)
    (button,) = [button for button in app.button if button.label.startswith("Next: ")]
    assert button.disabled
    app.radio[-1].set_value("What the workbook says")
    app = sound(app.run())
    save_step(store_of(place), replace(change, state=StepState.UNDER_WAY, evidence="seen"), by("deputy"))
    app = sound(app.run())
    assert app.radio[-1].value is None, "of another version it is asked anew"
    app.radio[-1].set_value("What the workbook says")
    app = onwards(sound(app.run()))
    app = sound(pressed(app, "Take in this workbook"))
    assert "1 item is ready to close" in said(opened(READY))


def test_what_it_would_do_is_found_once_and_not_at_every_press(
    filled: Fill, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held(filled, place, StepState.UNDER_WAY)
    app = onwards(sent_back(place, write("R2", state="met")))
    monkeypatch.setattr(tracking, "rehearse_return", lambda *_: pytest.fail("rehearsed again"))
    assert "Ready to close by that: R2." in said(onwards(sound(app.run())))


def test_with_a_fault_nothing_can_be_taken_in(filled: Fill, place: Path) -> None:
    held(filled, place)
    app = onwards(sent_back(place, write("R2", state="nearly")))
    assert "1 error. Nothing can be taken in." in said(app)
    assert "Choose one from the list: to do, under way, met, evidence seen." in said(app)
    (button,) = [button for button in app.button if button.label.startswith("Next: ")]
    assert button.disabled


def test_what_changed_after_the_preview_is_looked_at_again(filled: Fill, place: Path) -> None:
    held(filled, place, StepState.UNDER_WAY)
    app = onwards(onwards(sent_back(place, write("R2", state="met"))))
    save_step(store_of(place), StepChange(3, "Another", StepState.TO_DO, PAPER_DAY), by("deputy"))
    app = sound(pressed(app, "Take in this workbook"))
    assert "What is held has changed since this preview was made" in said(app)


def test_the_demonstration_is_given_out_and_taken_in_by_nobody(place: Path) -> None:
    app = sound(unfolded(opened(READY), "tracking-out"))
    assert len(app.get("download_button")) == 1
    content = filled_in(given_out(store_of(place), day=TODAY) if place.exists() else _nothing(), lambda book: None)
    app = opened(UPLOAD)
    app = sound(app.get("file_uploader")[0].upload("back.xlsx", content, "application/x").run())
    app = sound(pressed(app, "Next: what was read"))
    assert "While the demonstration is shown nothing can be written" in said(app)


def _nothing() -> bytes:
    saved, book = io.BytesIO(), Workbook()
    book.create_sheet("Steps to green").append(["x"])
    book.save(saved)
    assert load_workbook(io.BytesIO(saved.getvalue()))
    return saved.getvalue()


def test_an_export_is_read_as_before(filled: Fill) -> None:
    filled((items_csv(*LATER), PAPER_DAY))
    app = opened(UPLOAD)
    app = sound(app.get("file_uploader")[0].upload("export.csv", items_csv(*LATER), "text/csv").run())
    app = sound(pressed(app, "Next: what was read"))
    assert "tracking workbook" not in said(app)
