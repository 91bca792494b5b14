"""Items listed as open with a closing date by the export's day: asked about once, with the first of them named."""

from datetime import date, timedelta

import pytest

from jasc_data.intake.problems import Problem
from tests.builders import PAPER_DAY, ItemCells, checked, item, items_csv, told


def asked(*items: ItemCells) -> list[Problem]:
    """What is asked about closing dates of an export of the paper's day."""
    file = checked(items_csv(*items, headings=["closed_on"]))
    return [found for found in told(file) if found.code == "closed_on.still_open"]


def closed(reference: str, day: date, status: str = "In progress") -> ItemCells:
    return item(reference, status=status, closed_on=f"{day:%d/%m/%Y}")


@pytest.mark.parametrize(("days", "is_asked"), [(-1, True), (0, True), (1, False)])
def test_closed_by_the_exports_own_day_is_asked_about_and_closed_later_is_not(days: int, is_asked: bool) -> None:
    assert bool(asked(closed("R1", PAPER_DAY + timedelta(days=days)))) == is_asked


def test_what_is_closed_by_its_status_or_has_no_closing_date_is_not_asked_about() -> None:
    assert asked(closed("R1", PAPER_DAY, status="Closed"), item("R2", status="Open", closed_on="")) == []


@pytest.mark.parametrize("words", ["N/A", "none", "Not applicable"])
def test_words_for_no_date_are_no_closing_and_no_target_date(words: str) -> None:
    file = checked(items_csv(item("R1", closed_on=words, target_date=words), headings=["closed_on", "target_date"]))
    assert [(entry.row.closed_on, entry.row.target_date) for entry in file.uploads[0].items] == [(None, None)]


def test_several_are_one_question_that_names_the_first_of_them_where_it_stands() -> None:
    (found,) = asked(
        item("R1", status="Open", closed_on=""),
        closed("R2", date(2023, 8, 1)),
        closed("R3", date(2023, 7, 1), status="Open"),
    )
    assert (found.row_number, found.value) == (3, "01/08/2023")
    assert "2 items have a closing date at or before 4 September 2023 and would count as open" in found.sentence
    assert "the first was closed on 1 August 2023 and is listed as in progress." in found.sentence


def test_an_item_without_a_status_is_not_said_to_be_listed_as_open() -> None:
    (found,) = asked(closed("R1", PAPER_DAY, status=""))
    assert "1 item has a closing date" in found.sentence
    assert "and is listed as open (no status is given)." in found.sentence
