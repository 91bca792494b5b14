"""The figures without a file: the paper's table pasted into the box, or typed into the grid, from Upload to the page."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from jasc_data.domain.vocabulary import Kind
from pages._shared import session
from tests.builders import AFI, BY_FORCE, COC, HOME, REC, headlines
from tests.intake.test_pasted import FULL, PAPER, PDF, WORD
from tests.pages.seen import about_to_open, said, unfolded

DAY = date(2023, 9, 4)
NEXT = "Next: what was read"
Filled = Callable[..., None]


@pytest.fixture
def app(place: Path) -> AppTest:
    """The Upload page, with nothing held yet."""
    app = about_to_open()
    return sound(app.switch_page("pages/exports/upload.py").run())


def sound(app: AppTest) -> AppTest:
    assert not app.exception, [shown.value for shown in app.exception]
    return app


def paste(app: AppTest, text: str) -> AppTest:
    app.text_area[0].set_value(text)
    return press(app, "Show how it is understood")


def press(app: AppTest, label: str) -> AppTest:
    """The last button of that name: the one of the tab of typed figures."""
    [button for button in app.button if button.label == label][-1].click().run()
    return sound(app)


def held(place: Path) -> dict[tuple[str, Kind], int]:
    """The headline figures of the day in the dashboard's own store."""
    return {cell: found[0] for cell, found in headlines(session.opened_store(place), DAY).items()}


def type_in(app: AppTest, row: int, column: str, value: str) -> AppTest:
    """What the grid sends when one cell was typed."""
    edits = {"edited_rows": {str(row): {column: value}}, "added_rows": [], "deleted_rows": []}
    app.session_state["typed_0"] = edits
    return sound(app.run())


def test_the_papers_table_pasted_is_shown_read_and_committed(app: AppTest, place: Path) -> None:
    paste(app, WORD)
    assert "How it is understood." in said(app)
    shown = app.table[0].value
    assert [plain_name.replace("\\", "").strip("*") for plain_name in shown.columns] == list(FULL)
    assert list(shown[f"**{HOME}**"]) == ["**6**", "**104**", "**34**"]
    press(app, NEXT)
    assert "pasted-figures.csv" in app.header[0].value.replace("\\", "")
    app.date_input[0].set_value(DAY).run()
    for label in ("Next: what would change", "Next: commit", "Commit this upload"):
        press(app, label)
    assert "Committed as upload 1" in said(app)
    assert held(place) == PAPER


def test_the_table_of_a_pdf_file_is_read_as_well(app: AppTest) -> None:
    paste(app, PDF)
    assert list(app.table[0].value[f"**{HOME}**"]) == ["**6**", "**104**", "**34**"]


def test_a_blank_cell_is_shown_as_not_held(app: AppTest) -> None:
    paste(app, WORD.replace("\t104\t146\t106.625", "\t\t146\t"))
    assert list(app.table[0].value[f"**{HOME}**"]) == ["**6**", "**not held**", "**34**"]


def test_a_footnotes_mark_is_shown_with_its_row_and_column_and_stops(app: AppTest) -> None:
    paste(app, WORD.replace("\t104\t", "\t104*\t"))
    words = said(app)
    assert "The table cannot be read yet." in words
    [problems] = [table.value for table in app.table if "What was found" in table.value][:1]
    row = problems.iloc[0]
    assert (row["Row"], row["Column"], row["Value"]) == ("3", "H West Mer", r"104\*")
    assert [button.disabled for button in app.button if button.label == NEXT] == [True, True]


def test_an_empty_box_says_so(app: AppTest) -> None:
    press(app, "Show how it is understood")
    assert "The box is empty" in said(app)


def test_back_from_the_next_step_the_pasted_table_is_still_there(app: AppTest) -> None:
    paste(app, WORD)
    press(app, NEXT)
    press(app, "Back")
    assert app.text_area[0].value == WORD


def test_a_typed_figure_leaves_the_blank_cells_blank(app: AppTest, place: Path) -> None:
    type_in(app, 6, REC.heading, "104")
    assert list(app.table[0].value.columns) == [f"**{HOME}**"]
    press(app, NEXT)
    app.date_input[0].set_value(DAY).run()
    for label in ("Next: what would change", "Next: commit", "Commit this upload"):
        press(app, label)
    assert held(place) == {(HOME, REC): 104}


def test_the_grid_is_made_when_it_is_opened_and_keeps_what_was_typed_when_it_is_closed(app: AppTest) -> None:
    assert not app.data_editor
    assert unfolded(app, "grid-0").data_editor
    type_in(app, 6, REC.heading, "104")
    app.session_state["folded-grid-0"] = False
    assert app.run().data_editor
    assert list(app.table[0].value.columns) == [f"**{HOME}**"]


@pytest.mark.parametrize("way", ["Back", "away"])
def test_what_was_typed_into_the_grid_is_still_there(app: AppTest, way: str) -> None:
    unfolded(app, "grid-0")
    type_in(app, 6, REC.heading, "104")
    press(app, NEXT)
    if way == "Back":
        press(app, "Back")
    else:
        sound(app.switch_page("pages/about/about.py").run())
        sound(app.switch_page("pages/exports/upload.py").run())
        press(app, "Back")
    (grid,) = app.data_editor
    assert grid.value.loc[6, REC.heading] == "104"
    assert list(app.table[0].value.columns) == [f"**{HOME}**"]
    type_in(app, 6, REC.heading, "105")
    assert list(app.table[0].value[f"**{HOME}**"])[1] == "**105**"


def test_a_table_pasted_into_the_grid_is_refused_and_not_read_into_other_cells(app: AppTest) -> None:
    """What the grid makes of the paper's table pasted into its first cell: its first three columns, from the top."""
    kinds = [COC.heading, REC.heading, AFI.heading]
    lines = [line.split("\t")[:3] for line in WORD.strip("\n").split("\n")]
    rows = {str(place): dict(zip(kinds, cells, strict=True)) for place, cells in enumerate(lines)}
    app.session_state["typed_0"] = {"edited_rows": rows, "added_rows": [], "deleted_rows": []}
    sound(app.run())
    assert "The table cannot be read yet." in said(app)
    assert "'D&C' is not a whole number." in said(app)
    assert "goes into the box above, not here" in said(app)
    assert [button.disabled for button in app.button if button.label == NEXT] == [True, True]


def test_a_figure_far_from_the_last_is_asked_about(filled: Filled, place: Path) -> None:
    filled((BY_FORCE.read_bytes(), date(2023, 8, 4)))
    app = about_to_open()
    sound(app.switch_page("pages/exports/upload.py").run())
    paste(app, WORD.replace("\t104\t", "\t1040\t").replace("106.625", "223.625"))
    press(app, NEXT)
    app.date_input[0].set_value(DAY).run()
    press(app, "Next: what would change")
    (accept,) = app.checkbox
    assert accept.label.replace("\\", "") == (
        "I accept: West Mercia: 1,040 open recommendations, but the last figure held is 104 (4 August 2023)."
    )
    assert next(button for button in app.button if button.label == "Next: commit").disabled
    accept.check().run()
    assert not next(button for button in app.button if button.label == "Next: commit").disabled


def test_a_paste_that_is_wider_than_the_grid_is_caught(app: AppTest) -> None:
    """Streamlit cuts off what does not fit: the column beyond the figures takes the first of it."""
    edits = {"edited_rows": {"0": {"Causes of concern": "3", "Leave empty": "3"}}, "added_rows": [], "deleted_rows": []}
    app.session_state["typed_0"] = edits
    sound(app.run())
    assert "wider than this grid" in app.error[0].value
    assert [button.label for button in app.button].count(NEXT) == 1  # the one of a chosen file, not of the grid
