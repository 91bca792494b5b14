"""Repeat findings on the Register, Item and Reports pages: suggested, decided by a button, counted, taken back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from streamlit.testing.v1 import AppTest

from tests.answers.repeats.test_repeats import BEFORE, NEW_ITEMS, OLD_ITEMS
from tests.builders import PAPER_DAY, items_csv
from tests.pages.seen import READ_AS_MORE, rendered, said, undated, unfolded
from tests.pages.states import HOSTILE
from tests.pages.test_report_and_register_pages import ITEM, REGISTER, REPORTS, opened, sound

Fill = Callable[..., None]
NONE = "Repeat findings on 4 September 2023: none of 6 open items is confirmed to repeat an earlier finding."
TWO_WAIT = "2 suggestions wait for the force liaison officer; none of them is counted."
ONE = "Repeat findings on 4 September 2023: 1 of 6 open items repeats an earlier finding, which was closed before."


def held(filled: Fill) -> None:
    """N1 asks what the closed O1 asked, N2 what the open K2 asks."""
    filled((items_csv(*OLD_ITEMS), BEFORE), (items_csv(*OLD_ITEMS[1:], *NEW_ITEMS), PAPER_DAY))


def findings() -> AppTest:
    """The Register with its repeat findings unfolded."""
    return sound(unfolded(opened(REGISTER), "repeats"))


def pressed(app: AppTest, words: str, item: str) -> AppTest:
    (button,) = [button for button in app.button if button.label == words and (button.help or "").startswith(item)]
    return sound(button.click().run())


def buttons(app: AppTest) -> list[str]:
    return [button.label for button in app.button if button.label in ("Confirm", "Not a repeat", "Take back")]


def test_a_suggestion_is_confirmed_and_then_counted(filled: Fill) -> None:
    held(filled)
    app = findings()
    assert NONE in said(app)
    assert TWO_WAIT in said(app)
    assert "Suggestion 1 of 2" in said(app)
    assert "Some words in common" in said(app) or "Many words in common" in said(app)
    app = pressed(app, "Confirm", "N1")
    assert ONE in said(app)
    assert "1 suggestion waits for the force liaison officer; it is not counted." in said(app)
    assert "Confirmed: 1" in said(app)
    assert "Everything that was decided about repeat findings, in order" in [t.proto.alt for t in app.table]
    assert undated(app) == []
    (copied,) = [code.value for code in app.code if "finding" in code.value]
    assert ONE in copied
    assert "suggestion" not in copied


def test_a_suggestion_is_dismissed_and_the_decision_taken_back(filled: Fill) -> None:
    held(filled)
    app = pressed(findings(), "Not a repeat", "N1")
    assert NONE in said(app)
    assert "Not a repeat: 1" in said(app)
    assert "Suggestion 1 of 1" in said(app)
    (taking,) = [box for box in app.selectbox if box.label == "A decision to take back"]
    assert taking.options == ["N1 and O1: not a repeat"]
    (button,) = [button for button in app.button if button.label == "Take back"]
    assert "Choose a decision first." in said(sound(button.click().run()))
    taking = next(box for box in app.selectbox if box.label == "A decision to take back")
    taking.select_index(0)
    app = sound(next(button for button in app.button if button.label == "Take back").click().run())
    assert TWO_WAIT in said(app)
    log = next(table for table in app.table if "in order" in table.proto.alt)
    assert list(log.value["What"]) == ["dismissed", "taken back"]


def test_the_register_can_be_asked_for_what_repeats_alone(filled: Fill) -> None:
    held(filled)
    app = pressed(findings(), "Confirm", "N1")
    app.checkbox(key="repeats").check()
    app = sound(app.run())
    assert "17%, 1 of 6 open items" in said(app)
    assert "Items 1 to 1 of 1" in said(app)
    assert any("repeats=true" in code.value for code in app.code)
    assert "Items 1 to 1 of 1" in said(opened(REGISTER, repeats="true"))
    assert "The choice of repeats in this link (perhaps)" in said(opened(REGISTER, repeats="perhaps"))


def test_an_item_tells_what_it_repeats_and_what_repeats_it(filled: Fill) -> None:
    held(filled)
    later = said(opened(ITEM, item="N1"))
    assert "Earlier findings like N1" in later
    assert "Suggested, not confirmed" in later
    assert "Later items like N1" not in later
    pressed(findings(), "Confirm", "N1")
    app = opened(ITEM, item="O1")
    assert "Later items like O1" in said(app)
    assert "Suggested" not in said(app)
    assert any('href="item?item_id=' in shown.proto.body and ">N1<" in shown.proto.body for shown in app.get("html"))
    assert "Repeat findings" not in said(opened(ITEM, item="N3"))


def test_a_report_tells_how_many_of_its_items_repeat_earlier_findings(filled: Fill) -> None:
    held(filled)
    pressed(findings(), "Confirm", "N1")
    app = opened(REPORTS, report="PEEL 2021/22")
    assert "1 of 4 open items of this report repeats an earlier finding, which was closed before." in said(app)
    assert "1 suggestion waits for the force liaison officer" in said(app)
    assert undated(app) == []
    assert "none of 2 open items of this report is confirmed" in said(opened(REPORTS, report="Custody"))
    assert "Repeat findings" not in said(opened(REPORTS, report="PEEL 2018/19"))  # none of it is open


def test_an_earlier_date_tells_what_is_held_at_it(filled: Fill) -> None:
    held(filled)
    app = opened(REGISTER)
    app.selectbox(key="as_of").select("5 June 2023")
    shown = said(sound(app.run()))
    assert "Repeat findings on 5 June 2023: none of 3 open items" in shown
    assert "suggestion" not in shown


def test_about_invented_items_nothing_can_be_decided(place: Path) -> None:
    app = findings()
    shown = said(app)
    assert "suggestions wait for the force liaison officer; none of them is counted." in shown
    assert "While the demonstration is shown nothing can be decided: its items are invented." in shown
    assert "WM-PEEL18-R01" in shown
    assert buttons(app) == []
    assert "none of 17 open items of this report" in said(opened(REPORTS, report="PEEL 2021/22: West Mercia"))
    assert "Earlier findings like WM-PEEL21-R01" in said(opened(ITEM, item="WM-PEEL21-R01"))


def test_what_somebody_else_has_decided_meanwhile_is_said(filled: Fill) -> None:
    held(filled)
    mine, theirs = findings(), findings()
    pressed(theirs, "Confirm", "N1")
    (button,) = [one for one in mine.button if one.label == "Confirm" and (one.help or "").startswith("N1")]
    app = button.click().run()
    assert not app.exception
    assert ONE in said(app)


def test_texts_of_a_file_are_shown_as_they_are_written(filled: Fill) -> None:
    calls = f"The force should answer 101 calls before callers abandon them {HOSTILE}"
    old, new = (
        {**cells, "text": calls, "reference": f"{cells['reference']} {HOSTILE}"}
        for cells in (OLD_ITEMS[0], NEW_ITEMS[0])
    )
    filled((items_csv(old, new), PAPER_DAY))
    app = findings()
    assert "Suggestion 1 of 1" in said(app)
    app = sound(next(button for button in app.button if button.label == "Confirm").click().run())
    assert "1 of 2 open items repeats an earlier finding" in said(app)
    assert [text for text in rendered(app) if READ_AS_MORE.search(text)] == []
    assert [shown for shown in app.get("html") if "<img" in shown.proto.body] == []


def test_many_suggestions_are_shown_ten_at_once(filled: Fill) -> None:
    subjects = "vetting searches training interviews cadets dogs vehicles drones weapons custody detention".split()
    ask = "The force should review how it records {0} and who checks its {0}"
    old, new = (
        [
            {**cells, "reference": f"{cells['reference']}{n}", "text": ask.format(word)}
            for n, word in enumerate(subjects)
        ]
        for cells in (OLD_ITEMS[0], NEW_ITEMS[0])
    )
    filled((items_csv(*old), date(2023, 6, 5)), (items_csv(*new), PAPER_DAY))
    app = findings()
    assert "The likest 10 of 11 suggestions are shown." in said(app)
    assert buttons(app).count("Confirm") == 10
