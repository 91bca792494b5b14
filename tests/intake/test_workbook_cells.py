"""What the cells of a workbook say: every value in the form a person reads it, with no digit made up."""

from datetime import date

import pytest

from jasc_data.intake.reading import Sheet, Unreadable, column_letter
from jasc_data.intake.sheets import sheet_of
from jasc_data.intake.words import EXCEL_EPOCH
from jasc_data.intake.workbook import read_workbook
from jasc_data.intake.workbook_styles import number_text, style_of
from tests.workbooks import DATE, PADDED, STRUCK, words, workbook_of


def sheet_with(*rows: str, **parts: str | bool) -> Sheet:
    return read_workbook(workbook_of(rows, **parts), None)  # type: ignore[arg-type]


def only_cell(cell: str, **parts: str | bool) -> str:
    return sheet_with(f'<row r="1">{cell}</row>', **parts).rows[0].cells[0]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<c r="A1"><v>2</v></c>', "2"),
        ('<c r="A1"><v>2.0</v></c>', "2"),
        ('<c r="A1"><v>1.1000000000000001</v></c>', "1.1"),
        ('<c r="A1"><v>-3</v></c>', "-3"),
        ('<c r="A1"><v>1E+05</v></c>', "100000"),
        ('<c r="A1"><v>2023090400001234567</v></c>', "2023090400001234567"),
        ('<c r="A1"><v>1.2345678901234568E+18</v></c>', "1.2345678901234568E+18"),
        ('<c r="A1"><v>9.9999999999999E+14</v></c>', "999999999999990"),
        ('<c r="A1"><v>1.23456789012345E+15</v></c>', "1.23456789012345E+15"),
        (f'<c r="A1" s="{PADDED}"><v>7</v></c>', "0007"),
        (f'<c r="A1" s="{PADDED}"><v>12345</v></c>', "12345"),
        (f'<c r="A1" s="{DATE}"><v>45173</v></c>', "2023-09-04"),
        (f'<c r="A1" s="{DATE}"><v>45173.75</v></c>', "2023-09-04"),
        (f'<c r="A1" s="{DATE}"><v>59</v></c>', "1900-02-28"),
        (f'<c r="A1" s="{DATE}"><v>61</v></c>', "1900-03-01"),
        (f'<c r="A1" s="{DATE}"><v>99999999</v></c>', "99999999"),
        (f'<c r="A1" s="{DATE}"><v>0</v></c>', "0"),
        ('<c r="A1" t="d"><v>2023-09-04T00:00:00</v></c>', "2023-09-04"),
        ('<c r="A1" t="d"><v>2023-09-03T23:30:00Z</v></c>', "2023-09-03T23:30:00Z"),  # 4 September in London
        ('<c r="A1" t="b"><v>1</v></c>', "TRUE"),
        ('<c r="A1" t="b"><v>0</v></c>', "FALSE"),
        ('<c r="A1" t="e"><v>#REF!</v></c>', "#REF!"),
        ('<c r="A1" t="str"><f>A2&amp;"x"</f><v>words</v></c>', "words"),
        ('<c r="A1" s="77"><v>2</v></c>', "2"),
        (words("A1", "Status_x000D_"), "Status"),
        (words("A1", "one_x000D_\ntwo"), "one\ntwo"),
        (words("A1", "_x005F_x000D_ stays"), "_x000D_ stays"),
        (words("A1", "_xD83D__xDE00_"), "\N{GRINNING FACE}"),
        (words("A1", "'=1+1"), "=1+1"),
        (words("A1", "'tis"), "'tis"),
        (
            '<c r="A1" t="inlineStr"><is><r><t>Open</t></r><r><t> again</t></r><rPh><t>hint</t></rPh></is></c>',
            "Open again",
        ),
    ],
)
def test_what_a_cell_says(cell: str, text: str) -> None:
    assert only_cell(cell) == text


def test_shared_strings_are_joined_from_their_runs() -> None:
    strings = "<si><t>first</t></si><si><r><t>sec</t></r><r><rPr><b/></rPr><t>ond</t></r></si>"
    assert only_cell('<c r="A1" t="s"><v>1</v></c>', strings=strings) == "second"


def test_the_1904_system_counts_from_its_own_day() -> None:
    sheet = sheet_with(
        f'<row r="1"><c r="A1" s="{DATE}"><v>43711</v></c><c r="B1"><v>43711</v></c></row>',
        properties='<workbookPr date1904="1"/>',
    )
    assert sheet.rows[0].cells == ("2023-09-04", "43711")
    assert sheet.epoch == date(1904, 1, 1)


def test_cells_without_places_follow_each_other() -> None:
    sheet = sheet_with("<row><c><v>1</v></c><c/><c><v>3</v></c></row>", "<row><c><v>4</v></c></row>")
    assert [(row.number, row.cells) for row in sheet.rows] == [(1, ("1", "", "3")), (2, ("4", "", ""))]


@pytest.mark.parametrize("dimension", ["", '<dimension ref="A1"/>', '<dimension ref="A1:XFD1048576"/>'])
def test_what_the_sheet_says_of_its_size_is_not_believed(dimension: str) -> None:
    rows = [f'<row r="{row}">{words(f"A{row}", "a")}{words(f"C{row}", "c")}</row>' for row in (1, 2)]
    assert [row.cells for row in sheet_with(*rows, before=dimension).rows] == [("a", "", "c")] * 2


def test_strict_open_xml_is_read() -> None:
    content = workbook_of(['<row r="1"><c r="A1" t="d"><v>2023-09-04</v></c></row>'], strict=True)
    assert read_workbook(content, None).rows[0].cells == ("2023-09-04",)


def test_rows_and_columns_of_drawings_are_no_cells() -> None:
    after = '<controls><anchor xmlns:x="d"><x:col>9</x:col><x:row>3</x:row></anchor></controls>'
    assert len(sheet_with(f'<row r="1">{words("A1", "a")}</row>', after=after).rows) == 1


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<c r="A1"><f>IF(B1="","Open","Closed")</f></c>', '=IF(B1="","Open","Closed")'),
        ('<c r="A1"><f>1+1</f><v></v></c>', "=1+1"),
        ('<c r="A1"><f t="shared" si="0"/></c>', "=(a formula)"),
    ],
)
def test_a_formula_without_a_saved_value_stands_as_its_formula(cell: str, text: str) -> None:
    sheet = sheet_with(f'<row r="1">{cell}{words("B1", "b")}</row>')
    assert (sheet.rows[0].cells, sheet.uncalculated) == ((text, "b"), {(1, 0)})


def test_a_formula_that_gives_no_words_is_blank() -> None:
    sheet = sheet_with(f'<row r="1"><c r="A1" t="str"><f>""</f><v></v></c>{words("B1", "b")}</row>')
    assert (sheet.rows[0].cells, sheet.uncalculated) == (("", "b"), frozenset())


@pytest.mark.parametrize(("stale", "uncalculated"), [("", frozenset()), ('<calcPr fullCalcOnLoad="1"/>', {(1, 0)})])
def test_a_nought_saved_by_a_program_that_cannot_calculate_is_no_value(stale: str, uncalculated: set[object]) -> None:
    row = f'<row r="1"><c r="A1"><f>SUM(C1:C9)</f><v>0</v></c>{words("B1", "b")}</row>'
    assert sheet_with(row, properties=stale).uncalculated == uncalculated


def test_text_forced_by_an_equals_sign_is_that_text() -> None:
    rows = [
        f'<row r="{row}">{words(f"A{row}", text)}{words(f"B{row}", "b")}</row>'
        for row, text in enumerate(["Ref", '="007"'], 1)
    ]
    sheet = sheet_of(workbook_of(rows), "x.xlsx")
    assert sheet.rows[1].cells == ("007", "b")
    assert [found.code for found in sheet.problems] == ["sheet.equals_quoted"]


def test_a_conditional_format_is_no_cells_own() -> None:
    """It gives the padded cells' number another format and strikes through; the last font of the cells is struck."""
    format_ = '<numFmt numFmtId="170" formatCode="dd/mm/yyyy"/>'
    conditional = f'<dxfs count="1"><dxf><font><strike val="0"/></font>{format_}</dxf></dxfs>'
    padded, struck = f'<c r="A1" s="{PADDED}"><v>7</v></c>', words("A2", "gone", f' s="{STRUCK}"')
    rows = (f'<row r="1">{padded}</row>', f'<row r="2">{struck}</row>')
    assert [row.cells for row in sheet_with(*rows, conditional=conditional).rows] == [("0007",), ("gone",)]
    for styles in ("", conditional):
        told = [found.message for found in sheet_with(*rows, conditional=styles).problems]
        assert told == [
            "1 row is struck through in the workbook, the first cell at least: row 2. What is struck through counts like the rest."
        ]


def test_a_table_of_many_columns_is_read_and_a_cell_beyond_50_blank_ones_is_refused() -> None:
    def wide(*columns: int) -> Sheet:
        cells = "".join(words(f"{column_letter(column)}1", f"c{column}") for column in columns)
        return sheet_with(f'<row r="1">{cells}</row>')

    assert len(wide(*range(80)).rows[0].cells) == 80
    assert [len(wide(0, 1, last).rows[0].cells) for last in (50, 51)] == [51, 52]
    with pytest.raises(Unreadable) as failure:
        wide(0, 1, 52)
    assert failure.value.problem.message == (
        "The cell BA1 holds 'c52', far to the right of column B, after which the columns are blank."
    )


def test_a_filter_over_one_cell_is_read_like_one_over_many() -> None:
    row = f'<row r="1">{words("A1", "a")}</row>'
    assert sheet_with(row, after='<autoFilter ref="A1"/>').rows[0].cells == ("a",)


@pytest.mark.parametrize("area", ["", "?", "#REF!"])
def test_merged_cells_that_are_nowhere_are_damage(area: str) -> None:
    with pytest.raises(Unreadable) as failure:
        sheet_with(f'<row r="1">{words("A1", "a")}</row>', after=f'<mergeCells><mergeCell ref="{area}"/></mergeCells>')
    assert failure.value.problem.code == "file.workbook"


@pytest.mark.parametrize(
    "row",
    [
        '<row r="1"><c r="ZZZZ1"><v>1</v></c></row>',
        '<row r="1048577"><c r="A1048577"><v>1</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>5</v></c></row>',
        '<row r="x"><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></row>',
        '<row r="1"><c r="A1" s="x"><v>1</v></c></row>',
    ],
)
def test_xml_that_no_workbook_has_is_damaged(row: str) -> None:
    with pytest.raises(Unreadable) as failure:
        sheet_with(row)
    assert failure.value.problem.code == "file.workbook"


@pytest.mark.parametrize(
    ("number", "code", "is_date", "text"),
    [
        ("45017", "mmm-yy", True, "April 2023"),
        ("45017", '[$-809]mmmm"  "yyyy;@', True, "April 2023"),
        ("45017", "yyyy", True, "2023"),
        ("45017", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", True, "2023-04-01"),
        ("45017.5", "h:mm", True, "2023-04-01"),
        ("7", '"WM-"0000', False, "WM-0007"),
        ("2", '"Level "0', False, "Level 2"),
        ("1.1", "0.00", False, "1.10"),
        ("33.125", "0.0", False, "33.125"),
        ("1", "0%", False, "100%"),
        ("0.455", "0.0%", False, "45.5%"),
        ("1104", "#,##0", False, "1104"),
        ("1104", "General", False, "1104"),
        ("12", '"HMI-"000"/23"', False, "HMI-012/23"),
        ("12", "\\R000", False, "R012"),
        ("12345", "000\\-000", False, "012-345"),
        ("12345678", '"R"00-000', False, "R12345-678"),
        ("12", "0000;-0000;;@", False, "0012"),
        ("2", '"Level "General', False, "Level 2"),
        ("7", 'General"/R"', False, "7/R"),
        ("7", "[Red]000_)", False, "007"),
        ("104", '0" open"', False, "104"),  # a unit is none of a count
        ("104", "_-* #,##0_-;-* #,##0_-", False, "104"),
        ("104000", "#,##0,", False, "104000"),
        ("1", '[=1]"Open";"Closed"', False, "1"),
        ("0.5", "# ?/?", False, "0.5"),
        ("0.5", "000-000", False, "0.5"),
    ],
)
def test_a_number_is_read_with_what_its_format_shows_of_it(number: str, code: str, is_date: bool, text: str) -> None:
    assert number_text(number, style_of(code, is_date=is_date), EXCEL_EPOCH) == text
