"""Commentary on the Item and Reports pages: written in a form, every version shown; and the page that searches it all."""

import re
from collections.abc import Callable
from pathlib import Path

from streamlit.testing.v1 import AppTest

from tests.builders import PAPER_DAY, items_csv
from tests.pages.seen import READ_AS_MORE, rendered, said, unfolded
from tests.pages.states import HOSTILE, LATER
from tests.pages.test_report_and_register_pages import ITEM, REPORTS, opened, sound

Fill = Callable[..., None]
COMMENTARY = "pages/written/commentary.py"


def written(app: AppTest, about: str, text: str, whom: str = "The committee") -> AppTest:
    """The page after a version was sent by its form."""
    app = sound(unfolded(app, f"commentary-{about}"))
    app.text_area[0].set_value(text)
    app.radio[0].set_value(whom)
    (button,) = [button for button in app.button if button.label == "Keep this version"]
    return button.click().run()


def test_a_position_is_written_shown_and_taken_back(filled: Fill) -> None:
    filled((items_csv(*LATER), PAPER_DAY))
    app = opened(ITEM, item="R1")
    assert "Nothing is written for the committee, up to " in said(app)
    app = sound(written(app, "item-3", f"Audits run\nmonthly {HOSTILE}"))
    assert f"Audits run monthly {HOSTILE}" in said(app)
    assert "for the committee, written " in said(app)
    app = sound(written(app, "item-3", "Not so sure", "The desk only"))
    assert "Every version, those for the desk included" in said(app)
    assert [text for text in rendered(app) if READ_AS_MORE.search(text)] == []
    assert [shown for shown in app.get("html") if "<img" in shown.proto.body] == []
    app = sound(unfolded(app, "desk-item-3"))
    taking = next(box for box in app.selectbox if box.label == "A version to take back")
    taking.select_index(1)
    app = sound(next(button for button in app.button if button.label == "Take back").click().run())
    assert "Nothing is written for the committee" in said(app)
    assert "Taken back " in said(app)


def test_what_is_refused_is_said_and_what_was_typed_stays(filled: Fill) -> None:
    filled((items_csv(*LATER), PAPER_DAY))
    app = written(opened(ITEM, item="R1"), "item-3", "x" * 40_001)
    assert [shown.value for shown in app.error] == [
        "The commentary has 40,001 characters, and 40,000 are the most that are kept; nothing was changed\\."
    ]
    assert len(app.text_area[0].value) == 40_001


def test_what_was_said_about_custody_is_one_page(filled: Fill) -> None:
    filled((items_csv(*LATER), PAPER_DAY))
    app = opened(REPORTS, report="PEEL 2021/22: West Mercia")
    sound(written(app, "report-1", "Custody was inspected again"))
    app = opened(COMMENTARY, said="CUSTODY again")
    assert "“CUSTODY again”: 1 version about 1 report or item" in said(app)
    assert "Custody was inspected again" in said(app)
    assert "Source: commentary kept on this dashboard, dated up to" in said(app)
    assert any("said=CUSTODY+again" in code.value for code in app.code)
    shown = said(opened(COMMENTARY, said="vetting"))
    assert "“vetting”: nothing was said" in shown
    assert "1 position holds on " in shown


def test_about_invented_items_nothing_can_be_written(place: Path) -> None:
    app = opened(ITEM, item="WM-VET-R01")
    (key,) = [found[1] for part in app.expander if (found := re.search("folded-(commentary-.*)", part.proto.id))]
    app = sound(unfolded(app, key))
    assert "While the demonstration is shown nothing can be written: what it shows is invented." in said(app)
    assert "Keep this version" not in [button.label for button in app.button]
