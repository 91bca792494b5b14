"""What is typed and not saved: there again when the page is come back to, in that session alone, until it is saved."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from jasc_data.domain.vocabulary import StepState
from jasc_data.editorial.commentary import commentary_log
from jasc_data.editorial.step_actions import save_step
from jasc_data.editorial.steps import StepChange
from pages._shared import session
from pages._shared.session import opened_store
from tests.builders import PAPER_DAY, by, items_csv, numbered
from tests.pages.seen import said, unfolded
from tests.pages.states import LATER
from tests.pages.test_report_and_register_pages import ITEM, REPORTS, opened, sound
from tests.pages.test_steps import READY, field, held, pressed

Fill = Callable[..., None]
ACTIVITY, PAPER, UPLOADS = "pages/written/activity.py", "pages/meeting/paper.py", "pages/exports/uploads.py"
ABOUT = "pages/about/about.py"
NOT_SAVED = "Not saved yet: what you typed stays in this window, and nobody else sees it."


def come_back(app: AppTest, page: str) -> AppTest:
    """The page again, after another; what is chosen on it goes along."""
    sound(app.switch_page(ABOUT).run())
    return sound(app.switch_page(page).run())


@pytest.mark.parametrize(
    ("page", "choices", "part", "label", "kind"),
    [
        (ITEM, {"item": "R1"}, "commentary-item-3", "Current position", "text_area"),
        (ITEM, {"item": "R1"}, "steps-3", "The step", "text_area"),
        (ITEM, {"item": "R1"}, "steps-3", "Owner", "text_input"),
        (REPORTS, {"report": "Vetting"}, "commentary-report-2", "Current position", "text_area"),
        (ACTIVITY, {}, "activity", "Commentary, for the committee", "text_area"),
        (READY, {}, "sign-offs", "Note", "text_area"),
        (PAPER, {}, "standing", "The text, each line a paragraph; it is kept and shown as text, whatever is in it", "text_area"),
    ],
)  # fmt: skip
def test_words_are_there_again_in_an_open_part_that_says_they_are_not_saved(
    filled: Fill, place: Path, page: str, choices: dict[str, str], part: str, label: str, kind: str
) -> None:
    held(filled, place)
    app = sound(unfolded(opened(page, **choices), part))
    assert "Not saved yet" not in said(app)
    field(app, label, kind).set_value("Half a sentence")
    app = come_back(sound(app.run()), page)
    assert field(app, label, kind).value == "Half a sentence"
    assert NOT_SAVED in said(app)
    stranger = sound(unfolded(opened(page, **choices), part))
    assert field(stranger, label, kind).value != "Half a sentence"
    assert "Not saved yet" not in said(stranger)


def test_a_note_of_a_reply_is_there_again(filled: Fill) -> None:
    filled((items_csv(*numbered(2, report_published="02/11/2022")), PAPER_DAY))
    app = sound(unfolded(opened(REPORTS, report="Vetting"), "reply-1"))
    field(app, "Link or note").set_value("Half a note")
    app = come_back(sound(app.run()), REPORTS)
    assert field(app, "Link or note").value == "Half a note"
    app = sound(pressed(app, "Record this reply"))
    assert "Not saved yet" not in said(app)
    assert field(app, "Link or note").value == "Half a note", "as it is recorded"


def test_saved_or_discarded_it_is_gone_and_nothing_was_kept_before(filled: Fill, place: Path) -> None:
    filled((items_csv(*LATER), PAPER_DAY))

    def versions() -> int:
        with opened_store(place).snapshot() as snapshot:
            return len(commentary_log(snapshot))

    app = sound(unfolded(opened(ITEM, item="R1"), "commentary-item-3"))
    for button, kept in (("Discard what is typed", 0), ("Keep this version", 1)):
        app.text_area[0].set_value("Audits run monthly")
        app = come_back(sound(app.run()), ITEM)
        assert versions() == 0
        app = sound(pressed(app, button))
        assert app.text_area[0].value == ""
        assert "Not saved yet" not in said(app)
        assert versions() == kept
    app = come_back(app, ITEM)
    assert not app.text_area, "there is no reason to open the part"


class Tomorrow(date):
    @classmethod
    def today(cls) -> "Tomorrow":
        return cls.fromordinal(date.today().toordinal() + 1)


@pytest.mark.parametrize(("typed", "days"), [("", 1), ("Half a sentence", 0)])
def test_a_new_day_is_the_boxes_own_unless_words_were_begun_before(
    filled: Fill, monkeypatch: pytest.MonkeyPatch, typed: str, days: int
) -> None:
    filled((items_csv(*LATER), PAPER_DAY))
    app = sound(unfolded(opened(ITEM, item="R1"), "commentary-item-3"))
    app.text_area[0].set_value(typed)
    sound(app.run())
    monkeypatch.setattr(session, "date", Tomorrow)
    app = sound(app.run())
    assert app.text_area[0].value == typed
    assert field(app, "Position of", "date_input").value == date.today() + timedelta(days)


def test_of_what_somebody_else_changed_meanwhile_both_stay(filled: Fill, place: Path) -> None:
    held(filled, place)
    app = sound(unfolded(opened(ITEM, item="R2"), "steps-4"))
    app.selectbox(key="step-of-4").select_index(1)
    app = sound(app.run())
    field(app, "Owner").set_value("Head of Audit")
    sound(app.run())
    change = StepChange(4, "Audit all", StepState.TO_DO, date(2023, 9, 5), "Deputy", step_id=1)
    save_step(opened_store(place), change, by("deputy"))
    app = come_back(app, ITEM)
    app.selectbox(key="step-of-4").select_index(1)
    app = sound(app.run())
    assert field(app, "Owner").value == "Head of Audit"
    assert "What is held was changed meanwhile, so it cannot be saved as it is." in said(app)
    assert pressed(app, "Keep this step").error, "it would undo what the deputy wrote"
    app = sound(pressed(app, "Discard what is typed"))
    assert field(app, "Owner").value == "Deputy"
    field(app, "Owner").set_value("Head of Audit")
    assert "Head of Audit" in said(sound(pressed(app, "Keep this step")))


def test_of_two_that_are_begun_in_one_list_the_other_is_told_of(filled: Fill, place: Path) -> None:
    held(filled, place)
    app = sound(unfolded(opened(ITEM, item="R2"), "steps-4"))
    field(app, "The step", "text_area").set_value("A new one")
    app = sound(app.run())
    app.selectbox(key="step-of-4").select_index(1)
    app = sound(app.run())
    assert NOT_SAVED not in said(app)
    assert "Not saved yet: what you typed about 1 other of this list." in said(app)


def test_a_reason_is_there_again_and_not_for_the_next_time(filled: Fill) -> None:
    filled((items_csv(*LATER), PAPER_DAY))
    app = opened(UPLOADS)
    app.selectbox(key="upload-looked-at").select_index(0)
    app = sound(app.run())
    app.text_input[0].set_value("The wrong file")
    app = come_back(sound(app.run()), UPLOADS)
    assert app.text_input[0].value == "The wrong file"
    app = sound(pressed(app, "Withdraw upload 1"))
    app.text_input[0].set_value("It was right")
    app = sound(pressed(sound(app.run()), "Restore upload 1"))
    assert app.text_input[0].value == ""
