"""A button that is pressed twice does once what it says, and says that it did."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from jasc_data.editorial.meeting_actions import add_meeting
from jasc_data.editorial.meetings import meetings_held
from jasc_data.editorial.papers import issued_papers
from jasc_data.uploads.history import logged_uploads
from pages._shared import issued_papers as papers_page
from pages._shared import meeting_list
from pages._shared import replies as replies_page
from pages._shared import standing_texts as texts_page
from pages._shared.session import opened_store
from pages._shared.upload import act, finish
from tests.builders import PAPER_DAY, by, items_csv, numbered, positions_csv
from tests.pages.seen import pressed_twice, said, unfolded, visited

UPLOAD, UPLOADS, PAPER = "pages/exports/upload.py", "pages/exports/uploads.py", "pages/meeting/paper.py"
CHANGES, REPORTS = "pages/time/changes.py", "pages/breakdowns/reports.py"
COMMITTED = "Committed as upload 1: positions-2023-09-04.csv. All pages show it now."
Filled = Callable[..., None]


@pytest.fixture
def held(filled: Filled) -> None:
    filled((items_csv(*numbered(3)), PAPER_DAY))


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click()
    app.run()
    assert not app.exception
    return app


def chosen(app: AppTest, name: str, recommendations: int) -> AppTest:
    app.file_uploader[0].upload(name, positions_csv({"West Mercia": (6, recommendations, 34)}), "text/csv")
    app.run()
    return press(app, "Next: what was read")


def before_the_commit() -> AppTest:
    app = chosen(visited(UPLOAD), "positions-2023-09-04.csv", 104)
    return press(press(app, "Next: what would change"), "Next: commit")


def reasoned(app: AppTest) -> AppTest:
    """The first upload looked at, with a reason to withdraw it."""
    app.selectbox[0].select_index(0)
    app.run()
    next(field for field in app.text_input if field.label.startswith("Reason")).set_value("Wrong")
    return app.run()


def test_a_commit_is_told_and_not_refused_as_out_of_date(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = before_the_commit()
    monkeypatch.setattr(finish, "commit", pressed_twice(finish.commit))
    press(app, "Commit this upload")
    assert "The figures held have changed" not in said(app)
    assert COMMITTED in said(app)
    with opened_store(place).snapshot() as snapshot:
        assert len(logged_uploads(snapshot)) == 1


def test_what_was_committed_is_told_until_the_uploader_goes_on(place: Path) -> None:
    app = press(before_the_commit(), "Commit this upload")
    assert COMMITTED in said(app)
    assert COMMITTED in said(app.run()), "a press that came late takes it away"
    assert COMMITTED not in said(chosen(app, "positions-2023-09-11.csv", 103))


def test_what_was_committed_is_not_told_any_more_when_it_is_withdrawn(place: Path) -> None:
    app = press(before_the_commit(), "Commit this upload")
    press(reasoned(visited(UPLOADS)), "Withdraw upload 1")
    assert COMMITTED not in said(app.run())


def test_a_preview_that_is_out_of_date_is_no_success(place: Path) -> None:
    app = before_the_commit()
    press(before_the_commit(), "Commit this upload")
    press(app, "Commit this upload")
    assert not app.success
    assert "The figures held have changed since this preview was made." in app.warning[0].value


def test_what_was_withdrawn_is_told(held: None, monkeypatch: pytest.MonkeyPatch) -> None:
    app = reasoned(visited(UPLOADS))
    monkeypatch.setattr(act, "carry_out", pressed_twice(act.carry_out))
    press(app, "Withdraw upload 1")
    assert "Upload 1 of 4 September 2023 is withdrawn" in app.success[0].value


def test_a_paper_is_issued_once(held: None, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = unfolded(visited(PAPER), "issued")
    monkeypatch.setattr(papers_page, "issue_paper", pressed_twice(papers_page.issue_paper))
    press(app, "Issue this paper")
    with opened_store(place).snapshot() as snapshot:
        assert [paper.paper_number for paper in issued_papers(snapshot)] == [1]
    press(app, "Issue this paper")  # meant, since the first is on the page
    with opened_store(place).snapshot() as snapshot:
        assert [paper.paper_number for paper in issued_papers(snapshot)] == [1, 2]


def test_a_text_that_was_kept_is_not_refused(held: None, monkeypatch: pytest.MonkeyPatch) -> None:
    app = unfolded(visited(PAPER), "standing")
    monkeypatch.setattr(texts_page, "write_standing_text", pressed_twice(texts_page.write_standing_text))
    app.text_area[0].set_value("Ours")
    press(app, "Keep this text")
    assert not app.error
    assert "Begin again with the text in force" not in [button.label for button in app.button]
    assert app.text_area[0].value == "Ours"


def test_of_two_meetings_one_is_removed(held: None, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = visited(CHANGES)
    for day in (date(2023, 9, 12), date(2023, 12, 12)):
        add_meeting(opened_store(place), day, by())
    app.run()
    monkeypatch.setattr(meeting_list, "remove_meeting", pressed_twice(meeting_list.remove_meeting))
    press(app, "Remove this date")
    assert not app.error
    with opened_store(place).snapshot() as snapshot:
        assert [meeting.meeting_on for meeting in meetings_held(snapshot)] == [date(2023, 9, 12)], "the other stays"


def test_a_meeting_that_was_added_is_not_refused(held: None, monkeypatch: pytest.MonkeyPatch) -> None:
    app = visited(CHANGES)
    monkeypatch.setattr(meeting_list, "add_meeting", pressed_twice(meeting_list.add_meeting))
    next(one for one in app.date_input if one.label == "Date of a meeting").set_value(date(2023, 9, 12))
    press(app, "Add this date")
    assert not app.error
    assert "Choose a date first." not in said(app)
    assert "Held: 12 September 2023." in said(app)


def test_a_reply_that_was_recorded_is_not_refused(filled: Filled, monkeypatch: pytest.MonkeyPatch) -> None:
    filled((items_csv(*numbered(2, report_published="02/11/2022")), PAPER_DAY))
    app = unfolded(visited(REPORTS, report="Vetting"), "reply-1")
    monkeypatch.setattr(replies_page, "record_reply", pressed_twice(replies_page.record_reply))
    next(one for one in app.date_input if one.label == "Sent on").set_value(date(2022, 12, 20))
    press(app, "Record this reply")
    assert not app.error
    (sent_on,) = [one.value for one in app.date_input if one.label == "Sent on"]
    assert sent_on == date(2022, 12, 20), "what is recorded stands in the form, to be changed"
