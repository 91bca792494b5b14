"""Tables of counts in the forms that people make them, and headings of items over two rows."""

from datetime import date

import pytest

from jasc_data.domain.vocabulary import Kind
from jasc_data.intake.learned import ANY_LAYOUT, LEFT_OUT, Decision, Domain
from jasc_data.intake.uploads import CheckedFile
from tests.builders import COC, HOME, PAPER_DAY, REC, checked, csv_bytes, told

COUNTS = [["CoCs", "6"], ["Recs", "104"], ["AFIs", "34"]]
OPEN = {Kind.CAUSE_OF_CONCERN: 6, Kind.RECOMMENDATION: 104, Kind.AFI: 34}


def open_in(file: CheckedFile, force: str = HOME) -> dict[Kind, int]:
    return {cell.kind: cell.open for upload in file.uploads for cell in upload.positions if cell.force == force}


def with_columns(*headed: list[str], corner: str = "Kind", force: str = "West Mercia") -> CheckedFile:
    more = [[column[place] for column in headed] for place in range(4)]
    rows = [[corner, force, *more[0]], *([*row, *beside] for row, beside in zip(COUNTS, more[1:], strict=True))]
    return checked(csv_bytes(rows))


@pytest.mark.parametrize("corner", ["", "Kind", "Open at 04/09/2023"])
@pytest.mark.parametrize("heading", ["National average", "England and Wales average", "National"])
def test_one_force_beside_the_national_average_is_the_papers_layout(corner: str, heading: str) -> None:
    file = with_columns([heading, "4", "129", "27.8"], corner=corner, force="West Mer")
    assert told(file) == []
    assert open_in(file) == OPEN
    assert {cell.kind: cell.average for cell in file.uploads[0].nationals}[REC] == 129


def test_one_force_beside_an_average_that_cannot_be_checked_is_asked_whose_that_is() -> None:
    file = with_columns(["MSG average", "6", "107", "33"], ["National average", "4", "129", "27.8"])
    assert {found.code for found in file.errors} == {"average.unclear"}


@pytest.mark.parametrize("heading", ["Difference", "Rank", "Previous"])
def test_one_force_beside_anything_else_is_no_layout(heading: str) -> None:
    file = with_columns(["National average", "4", "129", "27.8"], [heading, "2", "3", "4"])
    assert [found.code for found in file.errors] == ["headings.not_found"]


def test_a_title_that_names_the_force_and_the_nation_is_no_heading() -> None:
    headings = ["Reference", "Kind", "Report", "Grade", "Status", "Deadline"]
    rows = [["Scope", "West Mercia", "National"], headings, ["R1", "Recommendation", "Vetting", "2", "Open", ""]]
    file = checked(csv_bytes(rows), force=HOME)
    assert told(file) == []
    assert len(file.uploads[0].items) == 1


def test_the_force_need_not_stand_in_the_first_column_of_counts() -> None:
    rows = [
        ["As at", "Force", "CoCs", "Recs", "AFIs", "Total"],
        ["04/08/2023", "West Mercia", "6", "110", "34", "150"],
        ["04/09/2023", "West Mercia", "5", "104", "34", "143"],
        ["04/09/2023", "National average", "4", "129", "27.8", ""],
    ]
    file = checked(csv_bytes(rows), None)
    assert told(file) == []
    assert [upload.as_of for upload in file.uploads] == [date(2023, 8, 4), PAPER_DAY]
    assert [{cell.kind: cell.open for cell in upload.positions}[COC] for upload in file.uploads] == [6, 5]
    rows[1][5] = "151"
    assert [(found.code, found.column_letter) for found in told(checked(csv_bytes(rows), None))] == [
        ("total.differs", "F")
    ]


def test_a_column_before_the_force_that_no_list_knows_is_asked_about() -> None:
    rows = [["Region", "Force", "CoCs", "Recs", "AFIs"], ["West Midlands", "West Mercia", "6", "104", "34"]]
    (found,) = checked(csv_bytes(rows)).errors
    assert (found.code, found.column_letter) == ("headings.unknown_kind", "A")


def test_headings_of_items_in_two_rows_are_told_so() -> None:
    rows = [
        ["Reference", "Kind", "Report", "Grade", "Status", "Deadline", ""],
        ["Reference", "Kind", "Report", "Grade", "Status", "HMICFRS", "Force"],
        ["R1", "Recommendation", "Vetting", "2", "Open", "30/04/2023", "31/12/2023"],
    ]
    (found,) = checked(csv_bytes(rows), force=HOME).errors
    assert found.code == "headings.two_rows"
    assert found.sentence.startswith("Row 2: The headings stand in two rows (1 and 2).")


def test_counts_of_what_is_closed_beside_those_of_what_is_open_are_asked_about() -> None:
    rows = [["Force", "Kind", "Open", "Closed"], *([HOME, kind, count, "9"] for kind, count in COUNTS)]
    (found,) = checked(csv_bytes(rows)).errors
    assert (found.code, found.column_letter) == ("headings.unknown", "D")
    aside = Decision(Domain.HEADING, "Closed", LEFT_OUT, ANY_LAYOUT)
    assert open_in(checked(csv_bytes(rows), decisions=[aside])) == OPEN


@pytest.mark.parametrize("label", ["MSG median", "Group mean", "Sub-total", "All forces (mean)", "Rank", "MSG total"])
def test_a_row_that_is_no_force_is_told_to_be_an_average_a_total_or_a_comparison(label: str) -> None:
    rows = [["Force", "CoCs", "Recs", "AFIs"], [HOME, "6", "104", "34"], [label, "6", "107", "33"]]
    assert [(found.code, found.row_number) for found in checked(csv_bytes(rows)).errors] == [("force.not_a_force", 3)]


def test_a_kind_and_what_it_stands_for_above_the_headings_are_no_headings_of_counts() -> None:
    key = [["", "Recommendation", "Answered within 56 days"], ["", "AFI", "Area for improvement"]]
    headings = ["Reference", "Kind", "Report", "Grade", "Status", "Deadline"]
    rows = [*key, headings, ["R1", "Recommendation", "Vetting", "2", "Open", ""]]
    file = checked(csv_bytes(rows), force=HOME)
    assert told(file) == []
    assert len(file.uploads[0].items) == 1
