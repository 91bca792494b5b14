"""Tracking workbooks over whatever may be written: a round trip changes nothing, what is filled in comes back exactly,
and withdrawing it leaves what was there before."""

from contextlib import closing
from datetime import date
from typing import Any

import time_machine
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from jasc_data.answers.commentary.answer import Version
from jasc_data.answers.steps.answer import ItemSteps
from jasc_data.domain.vocabulary import Audience, StepState
from jasc_data.editorial.commentary import NewCommentary
from jasc_data.editorial.commentary_actions import write_commentary
from jasc_data.editorial.step_actions import save_step
from jasc_data.editorial.steps import StepChange
from jasc_data.editorial.tracking_actions import take_in, withdraw_return
from jasc_data.intake.tracking_layout import STEP_HEADINGS, STEPS_SHEET
from jasc_data.store.connection import Store
from tests.builders import HOME, PAPER_DAY, by, empty_store, imported, item, items_csv, whole_histories
from tests.editorial.tracking_files import came_back, filled, given_out, held, rows, tell

# What a cell of a spreadsheet can hold: it knows no control characters, and one kind of line end.
texts = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]) | st.just("\n"), min_size=1, max_size=60).filter(
    lambda text: text.strip() == text and "_x" not in text
)
names = texts.map(lambda text: " ".join(text.split())).filter(bool)
days = st.none() | st.dates(date(2001, 1, 1), date(2099, 12, 31))
changes = st.builds(
    StepChange,
    item_id=st.integers(1, 3),
    step=texts,
    state=st.sampled_from(StepState),
    dated=st.just(PAPER_DAY),
    owner=st.just("") | names,
    due_on=days,
    evidence=st.just("") | texts,
)


def made(steps: list[StepChange], position: str) -> Store:
    store = empty_store()
    imported(store, items_csv(*(item(f"A{number}", kind="AFI", grade="2") for number in (1, 2, 3))))
    for change in steps:
        save_step(store, change, by("flo"))
    write_commentary(store, NewCommentary(HOME, Audience.DESK, PAPER_DAY, position, report_id=1), by("flo"))
    return store


def standing(store: Store) -> tuple[tuple[ItemSteps, ...], tuple[Version, ...]]:
    """The steps and positions that hold."""
    found = held(store)
    return found.steps.items, found.commentary.positions


@whole_histories
@given(st.lists(changes, max_size=4), texts, changes, texts)
def test_what_is_written_goes_out_and_comes_back(
    steps: list[StepChange], position: str, filled_in: StepChange, told: str
) -> None:
    with time_machine.travel("2023-09-08"), closing(made(steps, position)) as store:
        before = standing(store)
        untouched = came_back(store, filled(given_out(store), lambda book: None))
        assert (untouched.all, untouched.problems) == ((), ())

        def fill(book: Workbook) -> None:
            _written(book, filled_in)
            tell("The report as a whole", committee=told)(book)

        returned = came_back(store, filled(given_out(store), fill))
        if not returned.errors and returned.steps:
            taken = take_in(store, HOME, returned, {}, by("flo"))
            last = held(store).steps.versions[-1]
            for field in ("step", "state", "owner", "due_on", "evidence"):
                assert getattr(last, field) == getattr(filled_in, field)
            assert held(store).commentary.position(1, Audience.COMMITTEE).text == told  # type: ignore[union-attr]
            withdraw_return(store, taken.number, by("flo"))
        assert standing(store) == before


def _written(book: Workbook, change: StepChange) -> None:
    """Into the first free row of its item."""
    name = f"A{change.item_id}"
    found = [row for row in rows(book[STEPS_SHEET]) if row[STEP_HEADINGS["item"]].value == name]
    free = next(row for row in found if row[STEP_HEADINGS["step"]].value is None)
    said: dict[str, Any] = {
        "step": change.step,
        "state": change.state.value,
        "owner": change.owner or None,
        "due_on": change.due_on,
        "evidence": change.evidence or None,
    }
    for field, value in said.items():
        cell = free[STEP_HEADINGS[field]]
        cell.value = value
        cell.data_type = "s" if isinstance(value, str) else cell.data_type
