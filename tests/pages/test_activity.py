"""The Activity page: the timeline, what is due next, the register's form and files; the reply on a report's page."""

from collections.abc import Callable
from pathlib import Path

from streamlit.testing.v1 import AppTest

from jasc_data.domain.vocabulary import ActivityKind
from tests.builders import PAPER_DAY, items_csv
from tests.pages.seen import READ_AS_MORE, pictures, rendered, said, undated, unfolded
from tests.pages.states import HOSTILE, LATER
from tests.pages.test_report_and_register_pages import REPORTS, opened, sound
from tests.pages.test_steps import field, pressed

Fill = Callable[..., None]
ACTIVITY = "pages/written/activity.py"


def test_an_entry_is_written_changed_and_taken_off(filled: Fill) -> None:
    filled((items_csv(*LATER), PAPER_DAY))
    app = opened(ACTIVITY)
    assert "West Mercia: no inspections, super-complaints or board dates are held" in said(app)
    app = sound(unfolded(app, "activity"))
    field(app, "Name").set_value(f"SOC {HOSTILE}")
    field(app, "When: a day, or words").set_value("October 2026")
    field(app, "What is expected next").set_value("results")
    field(app, "Commentary, for the committee", "text_area").set_value(HOSTILE)
    app = sound(pressed(app, "Keep this entry"))
    shown = said(app)
    assert "1 activity not finished; next by 31 October 2026" in shown
    assert f"SOC {HOSTILE}: Results by 31 October 2026 (“October 2026”)" in shown
    assert undated(app) == []
    assert [text for text in rendered(app) if READ_AS_MORE.search(text)] == []
    assert [one for one in app.get("html") if "<img" in one.proto.body] == []
    assert [alt for alt, made in pictures(app) if "<img" in made] == []
    app.selectbox(key="which-activity").select_index(1)
    app = sound(app.run())
    field(app, "Kind", "selectbox").select(ActivityKind.BOARD)
    app = sound(pressed(app, "Keep this entry"))
    assert "0 activities not finished" in said(app)
    app.selectbox(key="which-activity").select_index(1)
    app = sound(pressed(sound(app.run()), "Take it off the register"))
    assert "no inspections" in said(app)


def test_a_file_is_looked_at_and_then_kept(filled: Fill) -> None:
    filled((items_csv(*LATER), PAPER_DAY))
    app = sound(unfolded(opened(ACTIVITY), "activity-file"))
    given = app.get("file_uploader")[0]
    content = "Name,Kind,Stage,From\nSIB,board,planned,20/09/2026\n"
    app = sound(given.upload("activity.csv", content.replace("board", "party").encode(), "text/csv").run())
    assert "Nothing can be taken from this file until these are mended." in said(app)
    assert "This word is not one of the register" in said(app)
    app = sound(app.get("file_uploader")[0].upload("activity.csv", content.encode(), "text/csv").run())
    assert "1 added, 0 changed and 0 as held." in said(app)
    app = sound(pressed(app, "Keep these changes"))
    assert "20 Sep 2026" in said(app)
    assert [button.proto.label for button in app.get("download_button")][:2] == [
        "The register (CSV)",
        "The calendar (.ics)",
    ]


def test_the_commissioners_reply_is_recorded_on_its_report(filled: Fill, place: Path) -> None:
    filled((items_csv(*LATER), PAPER_DAY))
    app = opened(REPORTS, report="PEEL 2021/22: West Mercia")
    assert "reply was due by 8 June 2022, " in said(app)
    app = sound(unfolded(app, "reply-1"))
    field(app, "Link or note").set_value(HOSTILE)
    app = sound(pressed(app, "Record this reply"))
    assert "The commissioner's reply was sent on 1 June 2026, " in said(app)
    assert f"Link or note: {HOSTILE}" in said(app)
    assert [text for text in rendered(app) if READ_AS_MORE.search(text)] == []
    assert "By 1 June 2026 1 of 1 reply sent was later than 56 days." in said(opened(ACTIVITY))
    app = sound(pressed(app, "Take the record back"))
    assert "none is recorded as sent" in said(app)


def test_what_is_invented_is_not_written_to(place: Path) -> None:
    app: AppTest = sound(unfolded(opened(ACTIVITY), "activity"))
    assert "While the demonstration is shown nothing can be written: what it shows is invented." in said(app)
