"""Cells that a workbook's look takes back: no figure is read from two that were merged or of which one was struck out."""

from collections.abc import Callable

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from jasc_data.intake.uploads import CheckedFile
from tests.builders import HOME, PAPER_DAY, checked
from tests.intake.test_workbook import saved_after

Rows = list[list[object]]
ITEMS: Rows = [
    ["Reference", "Kind", "Report", "Text", "Grade", "Status", "Deadline"],
    ["R1", "Recommendation", "Vetting", "Buy software", "2", "Open", "30/04/2023"],
    ["A1", "AFI", "PEEL", "Improve files", "3", "Open", None],
]
BY_FORCE: Rows = [["Force", "CoCs", "Recs", "AFIs"], [HOME, 6, 104, 34], ["Wiltshire", 9, 146, 36]]
LONG: Rows = [["Force", "Kind", "Open"], [HOME, "CoC", 6], [HOME, "Recommendation", 104], [HOME, "AFI", 34]]
PAPER: Rows = [["", HOME, "Wiltshire"], ["CoCs", 6, 9], ["Recs", 104, 146], ["AFIs", 34, 36]]


def file_of(rows: Rows, change: Callable[[Worksheet], object]) -> CheckedFile:
    return checked(saved_after(rows, change), PAPER_DAY, name="x.xlsx", force=HOME if rows is ITEMS else None)


def asked(file: CheckedFile) -> list[tuple[str, int | None, str | None]]:
    return [(entry.code, entry.row_number, entry.column_letter) for entry in (*file.errors, *file.warnings)]


@pytest.mark.parametrize(
    ("rows", "area", "place"),
    [
        (BY_FORCE, "C2:D2", (2, "D")),  # recommendations and AFIs in one figure
        (BY_FORCE, "C2:C3", (3, "C")),  # two forces in one
        (LONG, "C3:C4", (4, "C")),
        (PAPER, "B2:C2", (2, "C")),
        (ITEMS, "E2:F2", (2, "F")),  # a grade over the status, which would be blank and so open
        (ITEMS, "D2:E2", (2, "E")),
    ],
)
def test_a_merged_figure_and_a_status_or_grade_merged_away_are_refused(
    rows: Rows, area: str, place: tuple[int, str]
) -> None:
    file = file_of(rows, lambda sheet: sheet.merge_cells(area))
    assert asked(file) == [("cell.joined", *place)]
    assert not file.uploads


@pytest.mark.parametrize(("rows", "area"), [(LONG, "A2:A4"), (ITEMS, "C2:C3"), (ITEMS, "F2:F3"), (ITEMS, "F3:G3")])
def test_words_that_hold_for_each_row_may_be_merged(rows: Rows, area: str) -> None:
    file = file_of(rows, lambda sheet: sheet.merge_cells(area))
    assert asked(file) == []
    assert file.uploads


@pytest.mark.parametrize(
    ("rows", "area", "covered"),
    [
        (ITEMS, "F2:F3", {"F3": "Closed"}),  # "Open" is what is seen
        (ITEMS, "F2:G2", {"G2": "30/04/2023"}),
        (LONG, "A2:A4", {"A3": "Kent"}),
    ],
)
def test_what_a_merged_cell_covers_is_said(rows: Rows, area: str, covered: dict[str, str]) -> None:
    def merge(sheet: Worksheet) -> None:
        sheet.merged_cells.add(area)  # leaves what the cells hold, as pasting a format does
        for place, text in covered.items():
            sheet[place] = text

    assert [code for code, *_ in asked(file_of(rows, merge)) if code.startswith("sheet.")] == ["sheet.covered"]


def written(cell: str, *runs: str | TextBlock) -> Callable[[Worksheet], object]:
    def change(sheet: Worksheet) -> None:
        sheet[cell] = CellRichText(*runs)

    return change


def struck(text: str) -> TextBlock:
    return TextBlock(InlineFont(strike=True), text)


def raised(text: str) -> TextBlock:
    return TextBlock(InlineFont(vertAlign="superscript"), text)


@pytest.mark.parametrize(
    ("runs", "quoted"),
    [
        (["104", raised("1")], "104¹"),  # of a footnote
        ([struck("110"), "104"], "110 104"),
        (["104", struck("110")], "104 110"),
    ],
)
def test_no_count_is_joined_from_two(runs: list[str | TextBlock], quoted: str) -> None:
    (found,) = file_of(BY_FORCE, written("C2", *runs)).errors
    assert (found.code, found.value) == ("count.not_a_number", quoted)


@pytest.mark.parametrize(
    ("cell", "runs", "codes"),
    [
        ("C2", [struck("Custody"), "Vetting"], ["sheet.part_struck"]),
        ("A2", ["R", struck("1"), "2"], ["sheet.part_struck"]),
        ("F2", [struck("Open"), " Closed"], ["status.unknown"]),  # refused as it is
        ("E2", ["2", raised("3")], ["grade.unknown"]),
        ("G2", ["30", raised("th"), " April 2023"], []),
        ("D2", ["Buy ", struck("much"), " software"], []),  # changes no figure
    ],
)
def test_what_is_struck_through_in_part_is_said_once_and_where_it_matters(
    cell: str, runs: list[str | TextBlock], codes: list[str]
) -> None:
    file = file_of(ITEMS, written(cell, *runs))
    assert [code for code, *_ in asked(file)] == codes
    for found in file.warnings:
        assert found.heading == ITEMS[0]["ABCDEFG".index(cell[0])]


def test_a_title_struck_through_in_part_is_nobodys_cell() -> None:
    rows = [[None, None, "Title"], *ITEMS]
    file = file_of(rows, written("C1", struck("Old"), "Title"))
    assert "sheet.part_struck" not in [code for code, *_ in asked(file)]


def coloured(*colours: str | None) -> Callable[[Worksheet], object]:
    """The status of the first item is blank, that of the second said; each in its colour."""

    def change(sheet: Worksheet) -> None:
        sheet["F2"] = None
        for place, colour in zip(("F2", "F3"), colours, strict=True):
            if colour:
                sheet[place].fill = PatternFill("solid", fgColor=colour)

    return change


@pytest.mark.parametrize(
    ("colours", "codes"),
    [
        (("00B050", None), ["status.coloured"]),
        (("00B050", "FF0000"), ["status.coloured"]),
        (("DDEBF7", "DDEBF7"), []),  # shaded like the others
        (("FFFFFFFF", "FF0000"), []),
        ((None, "FF0000"), []),
        ((None, None), []),
    ],
)
def test_a_blank_status_in_a_colour_of_its_own_is_not_taken_for_open(
    colours: tuple[str | None, ...], codes: list[str]
) -> None:
    file = file_of(ITEMS, coloured(*colours))
    assert asked(file) == [(code, 2, "F") for code in codes]
