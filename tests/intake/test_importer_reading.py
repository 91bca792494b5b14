"""Files made in the shapes that people's workbooks and exports have: each reads as the same seven rows, or says why not.

tests/fixtures/importer holds them, named as where they came from names them. What the cells mean is tested elsewhere.
"""

from datetime import date
from pathlib import Path

import pytest

from jasc_data.domain.normalise import visible
from jasc_data.intake.reading import Sheet, Unreadable
from jasc_data.intake.sheets import sheet_of

IMPORTER = Path(__file__).parent.parent / "fixtures" / "importer"
VETTING, PEEL = "Vetting, misconduct and misogyny", "PEEL 2021/22: West Mercia"
ITEMS = [
    ["Reference", "Kind", "Report", "Published", "Text", "Grade", "Status", "Deadline"],
    ["R1", "Recommendation", VETTING, "2022-11-02", "Clear the backlog", "2", "Open", "2023-04-30"],
    ["R2", "Recommendation", VETTING, "2022-11-02", "Buy software", "3", "In progress", "2023-10-31"],
    ["R3", "Recommendation", VETTING, "2022-11-02", "Write the policy", "2", "Closed", "2023-04-30"],
    ["A1", "AFI", PEEL, "2022-04-13", "Improve case files", "3", "Open", ""],
    ["A2", "AFI", PEEL, "2022-04-13", "Audit stop searches", "2", "Awaiting sign-off", ""],
    ["C1", "Cause of concern", "Custody: West Mercia", "2022-04-20", "Detainee safety", "", "Open", ""],
]
AS_THEY_ARE = {
    "B10b-dimension-one-column-short.xlsx": [],
    "B10d-no-dimension.xlsx": [],
    "B11-empty-row-at-1048576.xlsx": [],
    "B11b-styled-cell-at-A1048576.xlsx": [],
    "B11e-one-stray-cell-at-row-1048576-200-columns.xlsx": [],
    "B11f-one-stray-cell-at-XFD1048576.xlsx": [],
    "B13c-one-harmless-entity.xlsx": [],
    "B20f-status-formula-with-saved-value.xlsx": [],
    "B21-report-merged-down.xlsx": ["sheet.merged_filled"],
    "B22-filtered-to-recommendations.xlsx": ["sheet.rows_hidden"],
    "B22b-status-column-hidden.xlsx": ["sheet.columns_hidden"],
    "B30-1904-date-cells.xlsx": [],
    "B34-workbook-named.xls": [],
    "B90-hidden-lists-sheet.xlsx": ["sheet.hidden_sheets"],
    "B90f-with-chart-sheet.xlsx": [],
    "B92d-shared-strings.xlsx": [],
    "B92g-prefixed-namespace.xlsx": [],
    "B92i-iso-date-cell.xlsx": [],
    "B92k-x000D-in-heading.xlsx": [],
    "B93-table-starts-at-C4.xlsx": [],
    "B95b-grade-as-float.xlsx": [],
}
ALMOST = {  # the cells that differ, by row from 0 and column, and what is said
    "B20-status-formula-never-calculated.xlsx": ({(3, 6): '=IF(1=1,"Closed","Open")'}, []),
    "B21b-grade-merged-down.xlsx": ({(2, 5): "2", (3, 5): "2"}, ["sheet.merged_filled"]),
    "B22c-struck-through-row.xlsx": ({(3, 6): "Open"}, ["sheet.rows_struck"]),
    "B70c-long-numbers-in-workbook.xlsx": (
        {(1, 0): "2.023090400001235e+18", (2, 0): "2.023090400001235e+18"}
        | {(row, 0): str(row) for row in (3, 4, 5, 6)},
        [],
    ),
    "B91b-error-values-in-report-and-reference.xlsx": ({(1, 0): "#REF!", (5, 2): "#N/A"}, []),
    "B92-status-true-boolean.xlsx": ({(3, 6): "TRUE"}, []),
    "B92c-rich-text-with-struck-word-in-status.xlsx": ({(3, 6): "Open Closed"}, []),
    "B92l-date-cell-out-of-range.xlsx": ({(1, 7): "99999999"}, []),
}
REFUSED = {
    "A18-flo-tracker.xlsx": "file.sheets",
    "B13b-quadratic-entity.xlsx": "file.workbook",
    "B33-password-protected.xlsx": "file.password",
    "B34d-csv-inside-a.zip": "file.archive",
    "B34h-html-table-saved.xls": "file.web_page",
    "B34i-xml-spreadsheet-2003.xls": "file.xml_2003",
}


def sheet_in(name: str) -> Sheet:
    return sheet_of((IMPORTER / name).read_bytes(), name)


def rows_of(sheet: Sheet) -> list[list[str]]:
    """The rows, from the first column that holds anything."""
    first = min(index for row in sheet.rows for index, cell in enumerate(row.cells) if cell)
    return [[visible(cell) for cell in row.cells[first:]] for row in sheet.rows]


def codes_of(sheet: Sheet) -> list[str]:
    return [found.code for found in sheet.problems]


@pytest.mark.parametrize(("name", "codes"), AS_THEY_ARE.items())
def test_reads_as_the_items(name: str, codes: list[str]) -> None:
    sheet = sheet_in(name)
    assert rows_of(sheet) == ITEMS
    assert codes_of(sheet) == codes
    assert sheet.uncalculated == frozenset()


@pytest.mark.parametrize(("name", "differing", "codes"), [(name, *found) for name, found in ALMOST.items()])
def test_reads_as_the_items_but_for_some_cells(
    name: str, differing: dict[tuple[int, int], str], codes: list[str]
) -> None:
    items = [list(row) for row in ITEMS]
    for (row, column), text in differing.items():
        items[row][column] = text
    sheet = sheet_in(name)
    assert rows_of(sheet) == items
    assert codes_of(sheet) == codes


@pytest.mark.parametrize(("name", "code"), REFUSED.items())
def test_is_refused_for_what_it_is(name: str, code: str) -> None:
    with pytest.raises(Unreadable) as failure:
        sheet_in(name)
    assert failure.value.problem.code == code


def test_the_cell_of_a_formula_that_was_never_worked_out_is_known() -> None:
    assert sheet_in("B20-status-formula-never-calculated.xlsx").uncalculated == {(4, 6)}


def test_a_formula_in_a_row_of_totals_is_known_too() -> None:
    sheet = sheet_in("B94b-table-total-row-formula-uncalculated.xlsx")
    assert rows_of(sheet)[:7] == ITEMS
    assert {number for number, _ in sheet.uncalculated} == {8}


@pytest.mark.parametrize(
    ("name", "epoch", "published", "deadline"),
    [
        ("B30b-1904-numbers-without-date-format.xlsx", date(1904, 1, 1), "43405", "2023-04-30"),
        ("B31-deadline-as-number-general-format.xlsx", date(1899, 12, 30), "2022-11-02", "45046"),
        ("B92h-no-styles-part.xlsx", date(1899, 12, 30), "44867", "45046"),
    ],
)
def test_days_without_a_format_are_numbers_of_the_workbooks_system(
    name: str, epoch: date, published: str, deadline: str
) -> None:
    sheet = sheet_in(name)
    assert (sheet.epoch, sheet.rows[1].cells[3], sheet.rows[1].cells[7]) == (epoch, published, deadline)


def test_a_number_that_excel_took_for_a_day_is_that_day() -> None:
    sheet = sheet_in("B70g-number-turned-into-date.xlsx")
    assert [row.cells[0] for row in sheet.rows] == ["Number", "2023-01-01", "2023-02-01", "1.3", "1", "2", "1"]


@pytest.mark.parametrize(
    ("name", "forced"), [("B02-references-as-equals-quote.csv", 6), ("B02c-every-cell-as-equals-quote.csv", 56)]
)
def test_forced_text_is_read_as_the_text(name: str, forced: int) -> None:
    sheet = sheet_in(name)
    assert [row.cells[0] for row in sheet.rows] == ["Reference", "R1", "R2", "R3", "A1", "A2", "C1"]
    assert not any("=" in cell for row in sheet.rows for cell in row.cells)
    assert f"{forced} cells" in sheet.problems[0].message
    assert codes_of(sheet) == ["sheet.equals_quoted"]


@pytest.mark.parametrize(
    ("name", "code", "kept", "meant"),
    [
        ("B06d-sharepoint-lookup-ids-in-report.csv", "text.lookup_id", f"12;#{VETTING}", VETTING),
        (
            "B40-double-encoded-utf8.csv",
            "text.mojibake",
            "PEEL 2021/22 â€“ West Mercia",
            "PEEL 2021/22 – West Mercia",
        ),
        ("B41b-ms-dos-cp850.csv", "text.codepage", "Spend œ5m, the caf‚", "Spend £5m, the café"),
    ],
)
def test_garbled_text_is_told(name: str, code: str, kept: str, meant: str) -> None:
    assert (code, kept, meant) in [(found.code, found.value, found.other) for found in sheet_in(name).problems]
