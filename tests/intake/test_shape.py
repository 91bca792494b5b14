"""Rows of a list that hold hardly anything: what heads a section reads as an item, and is asked about."""

import pytest

from tests.builders import HOME, checked, csv_bytes, told

HEADINGS = ["Reference", "Kind", "Report", "Text", "Grade", "Status", "Deadline"]
ITEMS = [
    ["R1", "Recommendation", "Vetting", "Clear it", "2", "Open", ""],
    ["R2", "Recommendation", "Vetting", "Buy it", "3", "Closed", ""],
    ["A1", "AFI", "PEEL", "Audit it", "2", "Open", ""],
]


def said_of(row: list[str], place: int = 2) -> list[tuple[str, int | None]]:
    rows = [HEADINGS, *ITEMS[:place], row, *ITEMS[place:]]
    return [(found.code, found.row_number) for found in told(checked(csv_bytes(rows), force=HOME))]


@pytest.mark.parametrize("place", [0, 2, 3])
@pytest.mark.parametrize("head", [["PEEL 2021/22", "AFIs"], ["Vetting thematic", "Recommendations"]])
def test_a_section_of_two_cells_that_reads_as_an_item_is_asked_about(head: list[str], place: int) -> None:
    assert said_of([*head, "", "", "", "", ""], place) == [("rows.hardly_filled", place + 2)]


@pytest.mark.parametrize("cell", range(2, 7))
def test_an_item_that_says_anything_more_is_one(cell: int) -> None:
    row = ["A2", "AFI", "", "", "", "", ""]
    row[cell] = ["PEEL", "Audit it", "2", "Open", "30/04/2023"][cell - 2]
    assert "rows.hardly_filled" not in [code for code, _ in said_of(row)]


def test_a_row_with_a_reference_of_the_form_that_others_have_is_an_item() -> None:
    bare = ["AFI", "", "", "", "", ""]
    assert said_of(["A2", *bare]) == []
    assert said_of(["PEEL 2021/22", *bare]) == [("rows.hardly_filled", 4)]


def test_a_list_that_names_hardly_any_report_is_left_alone() -> None:
    rows = [["Reference", "Kind", "Report"], ["R1", "Rec", ""], ["R2", "Rec", ""], ["R3", "Rec", "Vetting"]]
    assert "rows.hardly_filled" not in [found.code for found in checked(csv_bytes(rows), force=HOME).problems]
