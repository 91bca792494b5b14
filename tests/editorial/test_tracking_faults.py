"""Tracking workbooks that came back spoilt: each fault is told with its row and what to do, and nothing is kept."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from typing import Any

import pytest
from openpyxl import Workbook

from jasc_data.domain.vocabulary import Audience, StepState
from jasc_data.drawing.chart import Provenance
from jasc_data.editorial.commentary import NewCommentary
from jasc_data.editorial.commentary_actions import write_commentary
from jasc_data.editorial.step_actions import save_step
from jasc_data.editorial.steps import StepChange
from jasc_data.editorial.tracking_actions import take_in
from jasc_data.editorial.tracking_return import TrackingReturn
from jasc_data.editorial.written_text import LONGEST, WrittenRefused
from jasc_data.intake.tracking_file import is_tracking
from jasc_data.intake.tracking_layout import POSITIONS_SHEET, STEPS_SHEET
from jasc_data.intake.wording import WORDING
from jasc_data.store.connection import Store
from tests.builders import HOME, PAPER_DAY, by, dump, empty_store, filled_in_memory, imported, item, items_csv
from tests.editorial.tracking_files import DAY, came_back, filled, given_out, held, rows, tell, write

Fill = Callable[[Workbook], object]
FIRST = 6  # the first row below the headings of the steps


def made() -> Store:
    """Items A1 and A2 of the home force, of which A1 has a step and a position."""
    return filled_in_memory("a step and a position", fill)


def fill(store: Store) -> None:
    imported(store, items_csv(*(item(f"A{number}", kind="AFI", grade="2") for number in (1, 2))))
    save_step(store, StepChange(1, "Write a policy", StepState.TO_DO, PAPER_DAY, "Head", PAPER_DAY, "P1"), by("flo"))
    write_commentary(store, NewCommentary(HOME, Audience.DESK, PAPER_DAY, "On course", item_id=1), by("flo"))


@pytest.fixture
def store() -> Iterator[Store]:
    with closing(made()) as store:
        yield store


def cell(sheet: str, place: str, value: Any) -> Fill:
    """Writes into a cell of a sheet."""

    def fill(book: Workbook) -> None:
        book[sheet][place] = value

    return fill


def told(returned: TrackingReturn) -> list[tuple[str, int | None]]:
    return [(found.code.removeprefix("tracking."), found.row_number) for found in returned.problems]


def copied(book: Workbook) -> None:
    """The first row once more at the end, as who copies a row does."""
    book[STEPS_SHEET].append([found.value for found in book[STEPS_SHEET][FIRST]])


FAULTS: dict[str, tuple[Fill, list[tuple[str, int | None]]]] = {
    "the first line is gone": (
        lambda book: [book[name].delete_rows(1) for name in (STEPS_SHEET, POSITIONS_SHEET)],
        [("unmarked", None)],
    ),
    "the keys are gone": (lambda book: book[STEPS_SHEET].delete_cols(1), [("headings", None)]),
    "a heading renamed": (
        cell(STEPS_SHEET, "I5", "Stage"),
        [("heading", 5), ("column_absent", None), *[("beyond", FIRST)]],
    ),
    "a heading twice": (
        cell(STEPS_SHEET, "L5", "Owner"),
        [("heading_twice", 5), ("column_absent", None), ("beyond", 6)],
    ),
    "a row added": (cell(STEPS_SHEET, "H30", "Something else"), [("key_missing", 30)]),
    "a key changed": (cell(STEPS_SHEET, "A6", "S1-1-1-00000000-00000000"), [("key_unknown", 6)]),
    "a key that is none": (cell(STEPS_SHEET, "A6", "A1"), [("key_unknown", 6)]),
    "a row copied": (copied, [("key_twice", 13)]),
    "a note in the margin": (cell(STEPS_SHEET, "N7", "see me"), [("beyond", 7)]),
    "a state of one's own": (write("A1", state="nearly"), [("state_unknown", 6)]),
    "a state emptied": (write("A1", state=None), [("state_missing", 6)]),
    "a new step without a state": (write("A1", 1, step="Train"), [("state_missing", 7)]),
    "an owner of no step": (write("A1", 1, owner="Head"), [("step_missing", 7)]),
    "a day in words": (write("A1", due_on="end of March"), [("date", 6)]),
    "a row emptied": (
        write("A1", step=None, state=None, owner=None, due_on=None, evidence=None),
        [("cleared", 6)],
    ),
    "a position emptied": (tell("A1", desk=None), [("cleared", 6)]),
    "a new step that is there already": (write("A1", 1, step="write a policy", state="met"), [("step_twice", 7)]),
    "a new step twice": (
        lambda book: [write("A2", place, step="Train", state="met")(book) for place in (0, 1)],
        [("step_twice", 11)],
    ),
    "a deadline changed": (write("A1", deadline="1 January 2030"), [("protected_changed", 6)]),
    "a sheet deleted": (
        lambda book: book.remove(book[POSITIONS_SHEET]),
        [("sheet_absent", None), ("rows_left_out", None)],
    ),
    "rows deleted": (lambda book: book[STEPS_SHEET].delete_rows(7, 2), [("rows_left_out", None)]),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_with_its_row_and_what_to_do(store: Store, fault: str) -> None:
    fill, expected = FAULTS[fault]
    returned = came_back(store, filled(given_out(store), fill))
    assert told(returned) == expected
    assert all(found.fix and "{" not in found.message + found.fix for found in returned.problems)
    before = dump(store)
    with pytest.raises(WrittenRefused):
        take_in(store, HOME, returned, {}, by("flo"))
    assert dump(store) == before


def test_rows_may_be_sorted_and_filtered(store: Store) -> None:
    def upside_down(book: Workbook) -> None:
        write("A1", state="met")(book)
        sheet = book[STEPS_SHEET]
        lines = [[found.value for found in line] for line in sheet.iter_rows(min_row=FIRST)]
        for line, values in zip(sheet.iter_rows(min_row=FIRST), reversed(lines), strict=True):
            for found, value in zip(line, values, strict=True):
                found.value = value
        sheet.row_dimensions[FIRST].hidden = True

    returned = came_back(store, filled(given_out(store), upside_down))
    assert [found.code for found in returned.problems] == ["sheet.rows_hidden"]
    assert [one.change.state for one in returned.steps] == [StepState.MET]


def test_a_day_is_needed_between_its_making_and_today(store: Store) -> None:
    content = filled(given_out(store), write("A1", state="met"))
    for dated, code in ((None, "day_missing"), (PAPER_DAY, "day_early"), (date(2023, 9, 9), "day_to_come")):
        assert told(came_back(store, content, dated=dated)) == [(code, None)]
    with_day = filled(content, cell(STEPS_SHEET, "E3", date(2023, 9, 8)))
    returned = came_back(store, with_day, dated=None)
    assert (returned.position_on, returned.dated, returned.problems) == (DAY, DAY, ())
    in_words = filled(content, cell(STEPS_SHEET, "E3", "first week of September"))
    (unread,) = came_back(store, in_words, dated=None).problems
    assert (unread.code, unread.value) == ("tracking.day_unread", "first week of September")
    assert told(came_back(store, in_words)) == [], "a day that is said comes before what is written"
    later = came_back(store, with_day, date(2023, 9, 9), date(2023, 9, 9))
    assert (later.position_on, later.dated) == (DAY, date(2023, 9, 9))  # what is said comes before what is written


def test_of_another_store_or_force_nothing_is_taken(store: Store) -> None:
    with closing(empty_store()) as other:
        imported(other, items_csv(*(item(f"B{number}", kind="AFI", grade="2") for number in (1, 2))))
        returned = came_back(store, given_out(other))
    assert {code for code, _ in told(returned)} == {"key_unknown"}
    assert len(told(returned)) == len([*held(store).asked()]) * 4  # three free rows and a position of each


def test_what_was_given_out_of_the_demonstration_is_never_taken_in(store: Store) -> None:
    returned = came_back(store, given_out(store, provenance=Provenance("x", invented=True)))
    assert {code for code, _ in told(returned)} == {"key_unknown"}


def test_what_is_closed_or_old_by_now_is_said_and_taken_all_the_same(store: Store) -> None:
    def fill(book: Workbook) -> None:
        write("A1", state="met")(book)
        tell("A1", committee="Done")(book)

    content = filled(given_out(store), fill)
    for day in (5, 6, 7):
        imported(store, items_csv(item("A2", kind="AFI", grade="2")), date(2023, 9, day))
    returned = came_back(store, content)
    assert told(returned) == [("old", None), ("item_gone", 6), ("item_gone", 6)]
    assert "3 exports of items were committed since" in returned.problems[0].message
    assert "A1 is open no longer, by the export of 7 September 2023" in returned.problems[1].message
    take_in(store, HOME, returned, {}, by("flo"))


def test_a_text_as_long_as_a_cell_is_kept_and_comes_back_as_it_is(store: Store) -> None:
    long = "custody " * 4_000
    take_in(store, HOME, came_back(store, filled(given_out(store), tell("A1", committee=long))), {}, by("flo"))
    assert held(store).commentary.versions[-1].text == long.strip()
    write_commentary(store, NewCommentary(HOME, Audience.DESK, DAY, "x" * LONGEST, item_id=1), by("flo"))
    assert came_back(store, given_out(store)).all == ()  # longer than a cell: not taken for a change


def test_a_text_that_is_too_long_is_told(store: Store) -> None:
    lines = list(csv.reader(io.StringIO(steps_csv(given_out(store)))))
    lines[5][11] = "x" * (LONGEST + 1)
    text = io.StringIO()
    csv.writer(text).writerows(lines)
    assert ("too_long", 6) in told(came_back(store, text.getvalue().encode()))


def steps_csv(content: bytes) -> str:
    """The sheet of steps saved as CSV."""
    text = io.StringIO()

    def save(book: Workbook) -> None:
        csv.writer(text).writerows([found.value for found in line] for line in book[STEPS_SHEET].iter_rows())

    filled(content, save)
    return text.getvalue()


def test_the_steps_saved_as_csv_are_read_too(store: Store) -> None:
    content = steps_csv(filled(given_out(store), write("A1", state="met"))).encode()
    assert is_tracking(content)
    returned = came_back(store, content)
    assert [one.change.state for one in returned.steps] == [StepState.MET]
    assert told(returned) == [("sheet_absent", None), ("rows_left_out", None)]


HOSTILE = (
    "=1+1",
    "+44 1905",
    "@SUM(A1)",
    "<b>bold</b>",
    "**bold** [link](x)",
    "\u202egnidaer\u202c",
    "_x0041_",
    "a\nb",
)


def test_a_text_is_a_text_whatever_it_looks_like(store: Store) -> None:
    def fill(book: Workbook) -> None:
        write("A1", evidence="\n".join(HOSTILE))(book)
        for found in rows(book[STEPS_SHEET])[0].values():
            found.data_type = "s" if isinstance(found.value, str) else found.data_type

    for text in HOSTILE:
        change = StepChange(2, text, StepState.TO_DO, PAPER_DAY, text, None, text)
        save_step(store, change, by("flo"))
    returned = came_back(store, filled(given_out(store), lambda book: None))
    assert (returned.all, returned.problems) == ((), ())
    take_in(store, HOME, came_back(store, filled(given_out(store), fill)), {}, by("flo"))
    assert held(store).steps.by_key[held(store).item_of[1].item_key].steps[0].evidence == "\n".join(
        text if text != "_x0041_" else "A" for text in HOSTILE
    )


def test_a_formula_that_was_never_worked_out_is_told(store: Store) -> None:
    content = filled(given_out(store), cell(STEPS_SHEET, "H7", "=A1"))
    assert ("formula", 7) in told(came_back(store, content))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"reference,kind\nR1,AFI\n"])
def test_other_files_are_none(content: bytes) -> None:
    assert not is_tracking(content)


def test_a_workbook_cut_off_is_told(store: Store) -> None:
    content = given_out(store)
    damaged = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as whole, zipfile.ZipFile(damaged, "w") as cut:
        for name in whole.namelist():
            cut.writestr(name, whole.read(name)[: 400 if "sheet2" in name else None])
    assert is_tracking(damaged.getvalue())
    assert [found.code for found in came_back(store, damaged.getvalue()).problems] == ["file.workbook"]


def test_every_fault_of_a_tracking_workbook_is_met_here() -> None:
    met = {code for _, expected in FAULTS.values() for code, _ in expected}
    met |= {"day_missing", "day_unread", "day_early", "day_to_come", "old", "item_gone", "too_long", "formula", "known"}
    assert {f"tracking.{code}" for code in met} == {code for code in WORDING if code.startswith("tracking.")}
