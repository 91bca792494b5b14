"""Steps to green on the Item and Reports pages, and the page of what is ready to close."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from streamlit.testing.v1 import AppTest

from jasc_data.domain.vocabulary import StepState
from jasc_data.editorial.step_actions import save_step
from jasc_data.editorial.steps import StepChange
from jasc_data.store.connection import open_store
from tests.builders import PAPER_DAY, by, items_csv
from tests.pages.seen import READ_AS_MORE, rendered, said, undated, unfolded
from tests.pages.states import HOSTILE, LATER
from tests.pages.test_report_and_register_pages import ITEM, REPORTS, opened, sound

Fill = Callable[..., None]
READY = "pages/written/ready.py"


def pressed(app: AppTest, words: str) -> AppTest:
    (button,) = [button for button in app.button if button.label == words]
    return button.click().run()


def field(app: AppTest, label: str, kind: str = "text_input"):  # type: ignore[no-untyped-def]
    return next(one for one in app.get(kind) if one.label == label)


def held(filled: Fill, place: Path, state: StepState = StepState.MET) -> None:
    """Item R2, of level 2, has a step in that state."""
    filled((items_csv(*LATER), PAPER_DAY))
    store = open_store(place, create=False)
    with store.snapshot() as snapshot:
        (number,) = [
            row["item_id"]
            for row in snapshot.raw("register/items", force="West Mercia", day=PAPER_DAY)
            if row["reference"] == "R2"
        ]
    save_step(
        store, StepChange(number, f"Audit {HOSTILE}", state, date(2023, 9, 5), HOSTILE, evidence=HOSTILE), by("flo")
    )
    store.close()


def test_a_step_is_written_changed_and_removed(filled: Fill) -> None:
    filled((items_csv(*LATER), PAPER_DAY))
    app = opened(ITEM, item="R3")
    assert "No steps to green are written here, up to " in said(app)
    app = sound(unfolded(app, "steps-5"))
    field(app, "The step", "text_area").set_value("Train\neverybody")
    field(app, "Owner").set_value("Head of Vetting")
    app = sound(pressed(app, "Keep this step"))
    assert "0 of 1 step met." in said(app)
    app.selectbox(key="step-of-5").select_index(1)
    app = sound(app.run())
    assert field(app, "The step", "text_area").value == "Train\neverybody"
    field(app, "State", "selectbox").select(StepState.EVIDENCE_SEEN)
    app = sound(pressed(app, "Keep this step"))
    assert "1 of 1 step met, the evidence of 1 seen." in said(app)
    assert "R3: we say ready to close, all steps met; the portal says Open" in said(app)
    app.selectbox(key="step-of-5").select_index(1)
    app = sound(pressed(sound(app.run()), "Remove this step"))
    assert "No steps to green are written here" in said(app)
    assert "removed" in said(app)


def test_what_is_ready_is_listed_by_who_can_close_it_and_signed_off(filled: Fill, place: Path) -> None:
    held(filled, place)
    app = opened(READY)
    shown = said(app)
    assert "West Mercia: 1 recommendation is ready to close, all steps met" in shown
    assert "The Chief Constable, with appropriate oversight: 1" in shown
    assert undated(app) == []
    app = sound(unfolded(app, "sign-offs"))
    field(app, "Item with all steps met", "selectbox").select("R2")
    assert "The oversight board is blank" in str(pressed(app, "Record the sign-off").error[0].value)
    field(app, "Overseen by which board").set_value(f"Board {HOSTILE}")
    app = sound(pressed(app, "Record the sign-off"))
    shown = said(app)
    assert "no open item is ready to close" in shown
    assert "Signed off by the Chief Constable, by what is recorded: 1" in shown
    assert "signed off by the Chief Constable on 1 June 2026" in shown
    assert [text for text in rendered(app) if READ_AS_MORE.search(text)] == []
    assert [one for one in app.get("html") if "<img" in one.proto.body] == []
    field(app, "A sign-off to take back", "selectbox").select_index(0)
    assert "1 recommendation is ready" in said(sound(pressed(app, "Take back")))


def test_a_report_tells_how_many_have_all_steps_met(filled: Fill, place: Path) -> None:
    held(filled, place, StepState.UNDER_WAY)
    app = opened(REPORTS, report="Vetting")
    assert "0 of 4 open recommendations have all steps met; 1 awaits sign-off by the export; for 3 no" in said(app)
    app = opened(ITEM, item="R2")
    assert HOSTILE in said(app)
    assert [text for text in rendered(app) if READ_AS_MORE.search(text)] == []


def test_about_invented_items_no_step_is_written(place: Path) -> None:
    app = sound(unfolded(opened(READY), "sign-offs"))
    assert "While the demonstration is shown nothing can be written: what it shows is invented." in said(app)
