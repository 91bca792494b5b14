"""The pages about time beyond their plain states: choices, stale links, meeting dates kept, the demonstration's sums."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from jasc_data.editorial.meeting_actions import add_meeting
from jasc_data.editorial.meetings import meetings_held
from jasc_data.editorial.paper_actions import issue_paper
from jasc_data.editorial.papers import PaperToIssue
from pages._shared.session import opened_store as the_dashboards
from tests.builders import BY_FORCE, PAPER_DAY, by, imported, items_csv, new_store, numbered, positions_csv
from tests.pages.seen import unfolded, with_copied
from tests.pages.seen import visited as opened

TREND, CHANGES, TARGET = (f"pages/time/{name}.py" for name in ("trend", "changes", "target"))


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "jasc.duckdb"
    monkeypatch.setenv("JASC_STORE", str(path))
    return path


def said(app: AppTest) -> str:
    groups = (app.html, app.title, app.header, app.markdown, app.caption, app.error, app.warning, app.code)
    return " ".join(str(shown.value) for group in groups for shown in group).replace("\\", "")


def test_the_trend_of_the_demonstration() -> None:
    text = said(opened(TREND))
    assert "recommendations 83 to 104" in text
    assert "7 items exports" in text
    assert "The figure is close to the MSG average (106.6)" in text


def test_an_average_of_some_of_the_group_says_of_how_many(store: Path) -> None:
    held = new_store(store)
    for day, suffolk in ((date(2023, 6, 5), 120), (date(2023, 9, 4), 60)):
        imported(held, positions_csv({"West Mercia": (6, 104, 34), "Suffolk": (6, suffolk, 14)}), day)
    held.close()
    text = said(opened(TREND))
    assert "27% above the MSG average of the 2 of 8 forces held (82.0); on 5 June 2023 it was 104, 7% below" in text
    assert "the average of then of the 2 of 8 forces held (112.0)." in text


def test_the_trend_ends_at_the_date_chosen() -> None:
    app = opened(TREND)
    app.selectbox(key="as_of").set_value("5 June 2023").run()
    text = said(app)
    assert "recommendations 83 to 119" in text
    assert "Not the latest" in text


def test_stale_links_fall_back_with_a_sentence() -> None:
    assert "length of period in this link (Moon)" in said(opened(TREND, every="Moon"))
    text = said(opened(CHANGES, since="1 May 1999", until="nonsense", list="Lost"))
    assert "first date in this link (1 May 1999)" in text
    assert "second date in this link (nonsense)" in text
    assert "list in this link (Lost)" in text
    assert "5 June 2023 to 4 September 2023" in text
    text = said(opened(TARGET, sign_off_reports="No such report", below_recommendation="many"))
    assert "(No such report) fits nothing open" in text
    assert "target in this link (many)" in text
    assert "at least 25" in text


def test_changes_of_the_demonstration_and_their_sum() -> None:
    app = opened(CHANGES)
    assert app.title[0].value == "9 opened and 33 closed, 5 June 2023 to 4 September 2023"
    row = app.table[0].value.loc["Recommendations"]
    assert list(row)[:5] == ["119", "+9", "−24", "0", "= 104"]


def test_two_dates_and_a_list_from_the_link() -> None:
    text = said(opened(CHANGES, since="7 March 2022", until="5 June 2023", list="Regraded"))
    assert "7 March 2022 to 5 June 2023" in text
    assert "regraded" in text


def test_a_list_of_an_earlier_release_is_found_by_its_old_name() -> None:
    app = opened(CHANGES, since="7 March 2022", until="5 June 2023", list="Left otherwise")
    assert "left without closing" in said(app)
    app.query_params["list"] = "Left otherwise"  # as by the browser's way back
    assert "left without closing" in said(app.run())
    assert "is not known" not in said(app)


def test_the_trend_shows_two_years_until_all_dates_are_chosen(store: Path) -> None:
    held = new_store(store)
    for number, day in enumerate((date(2019, 9, 2), date(2021, 8, 2), date(2021, 9, 6), PAPER_DAY)):
        imported(held, items_csv(*numbered(number + 2)), day)
    held.close()
    app = opened(TREND)
    assert app.title[0].value.endswith("4 to 5 since 6 September 2021")
    assert "2 items exports of 6 September 2021 to 4 September 2023" in said(app)
    assert "over=The+last+24+months" in said(app)
    assert list(unfolded(app, "points").table[0].value.index) == ["4 September 2023", "6 September 2021"]
    app.selectbox(key="over").set_value("All dates held").run()
    assert app.title[0].value.endswith("since 2 September 2019")
    assert "over=All+dates+held" in said(app)
    assert opened(TREND, over="All dates held").title[0].value.endswith("since 2 September 2019")
    text = said(opened(TREND, over="A fortnight"))
    assert "The time in this link (A fortnight) is not known; the last 24 months are shown." in text
    assert "since 6 September 2021" in text


def test_the_trend_over_the_last_months_begins_with_them() -> None:
    app = opened(TREND, over="The last 12 months")
    assert app.title[0].value.endswith("since 5 September 2022")
    assert "over=The+last+12+months" in said(app)


def test_a_meeting_date_is_kept_and_offered(store: Path) -> None:
    app = opened(CHANGES)
    app.date_input[0].set_value(date(2023, 6, 12))
    next(button for button in app.button if button.label == "Add this date").click()
    app.run()
    assert not app.exception
    assert "12 June 2023" in said(app)
    since = next(box for box in app.selectbox if box.label == "From")
    since.set_value("The last meeting").run()
    assert "5 June 2023 to 4 September 2023" in app.title[0].value  # no export of the meeting's own date is held
    assert "No items export of 12 June 2023 is held: the one before it, of 5 June 2023, is taken" in said(app)


def test_since_the_last_paper_is_a_period_that_a_link_keeps(store: Path) -> None:
    held = new_store(store)
    for number, day in ((3, date(2023, 3, 6)), (4, date(2023, 6, 5)), (2, date(2023, 9, 4))):
        imported(held, items_csv(*numbered(number)), day, today=date.today())
    held.close()
    assert "No paper with figures before 4 September 2023 was issued" in said(opened(CHANGES, since="The last paper"))
    issue_paper(
        the_dashboards(store), PaperToIssue(b"PK", date(2023, 3, 6), 1, "{}", "[]", anonymised=False), by("flo")
    )
    app = opened(CHANGES, since="The last paper")
    assert "6 March 2023 to 4 September 2023" in app.title[0].value
    assert "Changes are counted from paper 1" in said(app)
    assert "since=The+last+paper" in next(code.value for code in app.code if "?" in code.value)
    app = opened(TREND, over="Since the last paper")
    assert app.title[0].value.endswith("since 6 March 2023")
    assert "over=Since+the+last+paper" in said(app)


def test_a_meeting_date_is_removed(store: Path) -> None:
    held = new_store(store)
    add_meeting(held, date(2023, 6, 12), by("flo"))
    held.close()
    app = opened(CHANGES)
    next(button for button in app.button if button.label == "Remove this date").click()
    app.run()
    assert "No meeting date is held yet" in said(app)


def test_changes_with_one_date_say_what_to_upload(store: Path) -> None:
    held = new_store(store)
    imported(held, items_csv(*numbered(3)), date(2023, 9, 4), today=date.today())
    held.close()
    assert "Upload one of another date" in said(opened(CHANGES))
    assert "One items export is held" in said(opened(TREND))


def test_the_demonstration_comes_below_80_with_25() -> None:
    text = said(opened(TARGET))
    assert "below 80 recommendations takes at least 25 signed off" in text


def test_what_a_target_takes_is_copied_with_its_mark_date_and_lists() -> None:
    app = with_copied(opened(TARGET, below_recommendation="80"))
    (copied,) = [shown.value for shown in app.code if "Projection" in shown.value]
    first, by_report, waiting = copied.splitlines()
    assert first.startswith("Projection for West Mercia on 4 September 2023: 104 recommendations open: at least 25")
    when = "as open on 4 September 2023"
    assert by_report.startswith(f"By report, {when}: Vetting, misconduct and misogyny (25 of its ")
    assert waiting.startswith(f"Awaiting sign-off first, {when}: Awaiting sign-off, all reports (")


def test_signing_off_from_the_link_is_marked_as_a_projection() -> None:
    app = opened(TARGET, sign_off_reports=["Vetting, misconduct and misogyny"], below_recommendation="80")
    text = said(app)
    assert "Projection: recommendations 104 to 70 and AFIs 34 to 30" in text
    assert "A projection, not a figure held" in text
    assert "below 80 already" in text


def test_meetings_are_in_the_store_and_not_in_the_demonstration(store: Path) -> None:
    held = new_store(store)
    add_meeting(held, date(2023, 6, 12), by("flo"))
    with held.snapshot() as snapshot:
        assert len(meetings_held(snapshot)) == 1
    held.close()
    since = next(box for box in opened(CHANGES).selectbox if box.label == "From")
    assert "Meeting of 12 June 2023" in since.options
    assert since.value == "The last meeting"  # what changed since then is what a committee asks


def test_one_kind_chosen_is_told_alone() -> None:
    text = said(opened(TREND, kind="AFIs"))
    assert "AFIs 14 to 34 since 7 March 2022" in text
    assert "recommendations" not in text.split("Opened and closed")[0].lower()


def test_averages_of_another_date_say_so(store: Path) -> None:
    held = new_store(store)
    for content, day in (
        (items_csv(*numbered(3)), date(2023, 6, 5)),
        (BY_FORCE.read_bytes(), date(2023, 9, 4)),
        (items_csv(*numbered(2)), date(2023, 11, 6)),
    ):
        imported(held, content, day, today=date.today())
    held.close()
    app = opened(TREND, kind="Recommendations")
    text = said(app)
    assert "98% below the national average (129.0, of 4 September 2023)" in text
    assert "the newest figures of the other forces are of 4 September 2023" in text
    assert "On 5 June 2023 no other force of the group is held, so no MSG average is drawn there." in text
    latest = unfolded(app, "points").table[0].value.loc["6 November 2023"]
    assert list(latest)[2:] == ["93.9 (newest 4 Sep 2023)", "129.0 (published 4 Sep 2023)"]
