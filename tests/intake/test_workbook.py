"""Excel workbooks: read by the same rules as CSV, with dates as dates, several sheets asked about, and what is hidden,
merged or struck through said."""

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from jasc_data.intake import workbook as intake_workbook
from jasc_data.intake import workbook_cells, workbook_package, workbook_sheet
from jasc_data.intake.reading import Sheet, Unreadable
from jasc_data.intake.workbook import read_workbook, sheet_names
from tests.builders import checked, told
from tests.workbooks import STRUCK, package, words, workbook_of

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


PLAIN = [["Ref", "Type", "Report"], ["R1", "Rec", "Vetting"], ["R2", "Rec", None], ["A1", "AFI", "Custody"]]


def saved_after(rows: list[list[object]], change: Callable[[Worksheet], object]) -> bytes:
    """A workbook with these rows in its only sheet, after the change."""
    book = Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    change(sheet)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def changed(change: Callable[[Worksheet], object], rows: list[list[object]] = PLAIN) -> Sheet:
    """The plain sheet, as it is read after the change."""
    return read_workbook(saved_after(rows, change), None)


def sentences(sheet: Sheet) -> list[str]:
    return [found.message for found in sheet.problems]


def hidden(content: dict[str, list[list[object]]], *names: str, state: str = "hidden") -> bytes:
    """A workbook of which these sheets are hidden."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in content.items():
        sheet = book.create_sheet(title)
        sheet.sheet_state = state if title in names else "visible"
        for row in rows:
            sheet.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_the_one_sheet_that_is_shown_is_read_and_the_hidden_one_named(state: str) -> None:
    content = hidden({"Lists": [["Open"]], "Items": PLAIN}, "Lists", state=state)
    sheet = read_workbook(content, None)
    assert (sheet.name, len(sheet.rows)) == ("Items", 4)
    assert sentences(sheet) == ["The workbook has hidden sheets, which were not read: 'Lists'. The sheet 'Items' was."]
    assert sheet_names(content) == ("Items",)


def test_hidden_sheets_are_named_as_such_and_can_be_asked_for() -> None:
    content = hidden({"Items": PLAIN, "Closed": PLAIN, "Lists": [["Open"]]}, "Lists")
    with pytest.raises(Unreadable) as failure:
        read_workbook(content, None)
    assert "'Items', 'Closed', 'Lists' (hidden)" in failure.value.problem.message
    assert sheet_names(content) == ("Items", "Closed")
    assert read_workbook(content, "lists").rows[0].cells == ("Open",)


def test_a_hidden_sheet_is_never_read_unasked() -> None:
    with pytest.raises(Unreadable) as failure:
        read_workbook(hidden({"Cover": [], "Items": PLAIN}, "Items"), None)
    assert failure.value.problem.code == "file.sheets"


def test_a_sheet_of_formulas_never_worked_out_is_no_choice() -> None:
    sheet = read_workbook(workbook(Items=PLAIN, Dashboard=[["=COUNTA(Items!A:A)"]]), None)
    assert (sheet.name, sheet.problems) == ("Items", ())


def test_a_sheet_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(Unreadable) as failure:
        read_workbook(workbook(Items=PLAIN), "Actions")
    assert failure.value.problem.code == "file.sheets"


def test_merged_cells_are_filled_down_and_said() -> None:
    sheet = changed(lambda sheet: sheet.merge_cells("C2:C3"))
    assert [row.cells[2] for row in sheet.rows] == ["Report", "Vetting", "Vetting", "Custody"]
    assert sentences(sheet) == ["Merged cells were read as if each of their rows held the value: C2:C3."]


def test_a_merged_area_fills_no_row_that_is_otherwise_blank() -> None:
    sheet = changed(lambda sheet: sheet.merge_cells("C4:C9"))
    assert [row.number for row in sheet.rows] == [1, 2, 3, 4]
    assert sheet.problems == ()


def test_a_title_over_the_whole_table_stands_once_and_nothing_is_said() -> None:
    rows = [["Tracker", None, None], *PLAIN]
    sheet = changed(lambda sheet: sheet.merge_cells("A1:C1"), rows)
    assert sheet.rows[0].cells == ("Tracker", "", "")
    assert sheet.problems == ()


def test_cells_merged_across_a_row_of_the_table_are_said_and_not_repeated() -> None:
    sheet = changed(lambda sheet: sheet.merge_cells("B2:C2"))
    assert sheet.rows[1].cells == ("R1", "Rec", "")
    assert sentences(sheet) == [
        "Cells are merged across columns; the value was read in the first of the columns only: B2:C2."
    ]


def test_a_formula_merged_down_is_unknown_in_every_row() -> None:
    def change(sheet: Worksheet) -> None:
        sheet["C2"] = "=B2"
        sheet.merge_cells("C2:C3")

    assert changed(change).uncalculated == {(2, 2), (3, 2)}


def test_areas_that_overlap_are_filled_once() -> None:
    rows = [
        f'<row r="{row}">{words(f"A{row}", f"a{row}")}' + (words("B1", "b") if row == 1 else "") + "</row>"
        for row in (1, 2, 3)
    ]
    after = '<mergeCells><mergeCell ref="B1:B3"/><mergeCell ref="B2:B3"/><mergeCell ref="B1:B2"/></mergeCells>'
    sheet = read_workbook(workbook_of(rows, after=after), None)
    assert [row.cells[1] for row in sheet.rows] == ["b", "b", "b"]


def test_hidden_rows_are_read_counted_and_said() -> None:
    def change(sheet: Worksheet) -> None:
        sheet.auto_filter.ref = "A1:C4"
        sheet.auto_filter.add_filter_column(1, ["AFI"])
        sheet.row_dimensions[2].hidden = sheet.row_dimensions[3].hidden = True

    sheet = changed(change)
    assert len(sheet.rows) == 4
    assert sentences(sheet) == [
        "2 of 3 rows are hidden (a filter is on): rows 2-3. What is hidden was read and counted like the rest."
    ]


def test_one_row_hidden_without_a_filter() -> None:
    def change(sheet: Worksheet) -> None:
        sheet.row_dimensions[3].hidden = True

    assert sentences(changed(change)) == [
        "1 of 3 rows is hidden: row 3. What is hidden was read and counted like the rest."
    ]


def test_hidden_columns_that_hold_something_are_said() -> None:
    def change(sheet: Worksheet) -> None:
        sheet.column_dimensions["C"].hidden = sheet.column_dimensions["F"].hidden = True

    assert sentences(changed(change)) == [
        "Columns are hidden in the workbook: C. What is hidden was read like the rest."
    ]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ("A2", ["1 row is struck through in the workbook, the first cell at least: row 2."]),
        ("A2:C2", ["1 row is struck through in the workbook, the first cell at least: row 2."]),
        ("B2:C2", ["'{B2}' is struck through in the workbook,", "'{C2}' is struck through in the workbook,"]),
    ],
)
def test_what_is_struck_through_is_a_warning(cells: str, told: list[str]) -> None:
    """What the first cell says names the row: with it, all of the row is struck."""
    said = {}

    def change(sheet: Worksheet) -> None:
        for place in (sheet[cells],) if ":" not in cells else sheet[cells][0]:
            place.font = Font(strike=True)
            said[place.coordinate] = place.value

    found = changed(change).problems
    assert {entry.severity for entry in found} == {"warning"}
    for entry, sentence in zip(found, told, strict=True):
        assert entry.message.startswith(sentence.format(**said))
    if ":" in cells and cells[0] == "B":
        assert [(entry.row_number, entry.column_letter) for entry in found] == [(2, "B"), (2, "C")]


def test_a_cell_of_which_all_words_are_struck_through_counts_as_struck() -> None:
    def row(number: int, runs: str, more: str = "") -> str:
        return f'<row r="{number}"><c r="A{number}" t="inlineStr"{more}><is>{runs}</is></c>{words(f"B{number}", "b")}</row>'

    struck, sound = "<r><rPr><strike/></rPr><t>R1</t></r>", "<r><t>R1</t></r>"
    rows = [row(1, struck), row(2, struck + sound), row(3, sound), row(4, sound, f' s="{STRUCK}"')]
    assert [found.message for found in read_workbook(workbook_of(rows), None).problems] == [
        "2 rows are struck through in the workbook, the first cell at least: rows 1, 4. What is struck through counts like the rest."
    ]


def test_a_stray_cell_is_named() -> None:
    def change(sheet: Worksheet) -> None:
        sheet["XFD1048576"] = "x"

    with pytest.raises(Unreadable) as failure:
        changed(change)
    assert failure.value.problem.message == (
        "The cell XFD1048576 holds 'x', far to the right of column C, after which the columns are blank."
    )


def test_more_cells_than_any_export_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (workbook_sheet, intake_workbook):
        monkeypatch.setattr(module, "CELL_LIMIT", 11)
    with pytest.raises(Unreadable) as failure:
        read_workbook(workbook(Items=PLAIN), None)
    assert failure.value.problem.code == "sheet.too_large"
    assert workbook_cells.CELL_LIMIT == 6_000_000


def test_a_package_that_unpacks_to_more_than_any_export_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_package, "UNPACKED_LIMIT", 3 * 1024 * 1024)
    with pytest.raises(Unreadable) as failure:
        read_workbook(package({"xl/workbook.xml": " " * 4 * 1024 * 1024}), None)
    assert failure.value.problem.sentence == (
        "The file unpacks to more than 3 MB, which no export does. "
        "Check that this is the right file; if it is, copy the sheet's cells into an empty workbook and save that."
    )


def test_entities_that_blow_up_are_refused_and_harmless_ones_read() -> None:
    def with_entity(value: str, text: str) -> bytes:
        content = workbook_of([f'<row r="1">{words("A1", text)}{words("B1", "b")}</row>'])
        return _with_doctype(content, f'<!DOCTYPE q [<!ENTITY q "{value}">]>')

    assert read_workbook(with_entity("Clear the backlog", "&q;"), None).rows[0].cells[0] == "Clear the backlog"
    with pytest.raises(Unreadable):
        read_workbook(with_entity("x" * 60_000, "&q;" * 20_000), None)
    with pytest.raises(Unreadable):
        read_workbook(with_entity("x" * 90, "&q;" * 500_000), None)


def _with_doctype(content: bytes, doctype: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    parts["xl/worksheets/sheet1.xml"] = doctype + parts["xl/worksheets/sheet1.xml"]
    return package(parts)


MEASURED = """
import sys, time
from jasc_data.intake.reading import Unreadable
from jasc_data.intake.sheets import sheet_of
content = sys.stdin.buffer.read()
def peak():  # getrusage starts from the peak of the process that forked this one
    return int(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))) / 1024
seconds, megabytes = time.process_time(), peak()
try:
    sheet_of(content, "x.xlsx")
except Unreadable:
    pass
print(time.process_time() - seconds, peak() - megabytes)
"""


@pytest.mark.parametrize("place", ["XFD1048576", "GR1048576", "A1048576", "XFD1", "AX1048576"])
@pytest.mark.parametrize("held", ["<v>1</v>", ""])
def test_a_stray_cell_costs_neither_time_nor_memory(place: str, held: str) -> None:
    number = place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    rows = [f'<row r="{row}">{words(f"A{row}", "a")}{words(f"B{row}", "b")}</row>' for row in (2, 3)]
    stray = f'<row r="{number}"><c r="{place}">{held}</c></row>'
    content = workbook_of([stray, *rows] if number == "1" else [*rows, stray], before=f'<dimension ref="A1:{place}"/>')
    told = subprocess.run([sys.executable, "-c", MEASURED], input=content, capture_output=True, check=True)
    seconds, megabytes = map(float, told.stdout.split())
    assert seconds < 1
    assert megabytes < 50
