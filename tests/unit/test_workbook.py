"""Excel workbooks: read by the same rules as CSV, with dates as dates and several sheets asked about."""

import io
from datetime import date

import pytest
from openpyxl import Workbook

from jasc_data.intake.reading import Unreadable
from jasc_data.intake.workbook import read_workbook, sheet_names
from tests.builders import checked, told

ROWS = [
    ["Open items"],
    [],
    ["Ref", "Type", "Inspection", "Grade", "Due date", "Local target"],
    ["T1", "Rec", "Vetting", 2, date(2023, 12, 1), 45173],
    ["T2", "AFI", "Custody", "Level 3", None, None],
]


def workbook(**sheets: list[list[object]]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def test_a_workbook_is_read_like_a_csv_with_its_dates() -> None:
    file = checked(workbook(Items=ROWS), date(2023, 9, 4), name="portal.xlsx")
    assert told(file) == []
    first, second = file.uploads[0].items
    assert (first.row.row_number, first.row.grade, first.deadline_on) == (4, "2", date(2023, 12, 1))
    assert first.row.target_date == date(2023, 9, 4)  # 45173 as Excel counts days
    assert (second.row.reference, second.row.target_date) == ("T2", None)


def test_the_same_number_in_a_csv_is_refused() -> None:
    content = b"ref,type,inspection,local target\nT1,Rec,Vetting,45173\n"
    assert [found.code for found in told(checked(content, date(2023, 9, 4)))] == ["date.excel_serial"]


def test_several_sheets_are_asked_about_and_empty_ones_are_not() -> None:
    content = workbook(Items=ROWS, Notes=[["Made by hand"]], Empty=[])
    assert sheet_names(content) == ("Items", "Notes")
    file = checked(content, date(2023, 9, 4), name="portal.xlsx")
    assert [found.code for found in file.problems] == ["file.sheets"]
    assert "'Items', 'Notes'" in file.problems[0].message
    assert len(checked(content, date(2023, 9, 4), name="portal.xlsx", sheet="Items").uploads[0].items) == 2


@pytest.mark.parametrize("content", [b"PK\x03\x04 damaged", b"PK\x03\x04" + bytes(3000)])
def test_a_damaged_workbook_is_told(content: bytes) -> None:
    with pytest.raises(Unreadable) as failure:
        read_workbook(content, None)
    assert failure.value.problem.code == "file.workbook"
