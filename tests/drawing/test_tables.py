"""Tables: what is written of each kind of value, and that no medium takes a text for more than text."""

import csv
import io
from datetime import date, datetime, time

import openpyxl
import pytest

from jasc_data.documents.tables import table_csv
from jasc_data.drawing.chart import Provenance
from jasc_data.drawing.table_spec import (
    NOT_HELD,
    NOT_KNOWN,
    Cell,
    Column,
    Content,
    Format,
    Line,
    Link,
    Part,
    Row,
    Span,
    TableSpec,
    Weight,
    rows_of,
)
from jasc_data.drawing.tables.cell_words import cell_words
from jasc_data.drawing.tables.html_table import html_table
from jasc_data.drawing.tables.markdown_table import markdown_table
from jasc_data.drawing.tables.terminal_table import terminal_table
from jasc_data.drawing.tables.xlsx_table import xlsx_table
from tests.builders import PAPER_DAY
from tests.tables import as_read

APRIL, JANUARY = date(2023, 4, 13), date(2023, 1, 12)
FORMULA = '=HYPERLINK("http://b.example","x")'
HOSTILE = "<img src=x onerror=alert(1)> **bold** [a](//b.example)"
SOURCE = Provenance("Source: positions, 4 Sep 2023", "OFFICIAL", invented=True)


def one_cell(content: Content, format_: Format = Format.TEXT) -> TableSpec:
    return TableSpec((Column("Force"), Column("Figure", format_)), rows_of([("Kent", content)]))


def address(link: Link) -> str:
    return f"{link.to}?id={link.id}&as_of={link.as_of}"


@pytest.mark.parametrize(
    ("content", "format_", "words"),
    [
        (1204, Format.COUNT, "1,204"),
        (0, Format.COUNT, "0"),
        (6.0, Format.COUNT, "6.0"),
        (106.625, Format.AVERAGE, "106.6"),
        (35, Format.AVERAGE, "35.0"),
        (0.285, Format.PERCENT, "29%"),
        (Part(71, 138), Format.SHARE, "51%, 71 of 138"),
        (Part(98.5, 156.8), Format.SHARE, "63%, 98.5 of 156.8 a force"),
        (Part(0, 0), Format.SHARE, "0 of 0"),
        (Part(3, 1204), Format.COUNT, "3 of 1,204"),
        (Part(25, 34), Format.OF_ITS, "25 of its 34"),
        (Part(16, 16), Format.OF_ITS, "16"),
        (PAPER_DAY, Format.LONG_DATE, "4 September 2023"),
        (PAPER_DAY, Format.TEXT, "4 September 2023"),
        (PAPER_DAY, Format.SHORT_DATE, "4 Sep 2023"),
        (PAPER_DAY, Format.ISO_DATE, "2023-09-04"),
        (Span(JANUARY, APRIL), Format.LONG_DATE, "12 January to 13 April 2023"),
        (Span(JANUARY, APRIL), Format.SHORT_DATE, "12 Jan to 13 Apr 2023"),
        (Span(JANUARY, JANUARY), Format.LONG_DATE, "12 January 2023"),
        (Span(JANUARY, APRIL), Format.AGE, "3 months"),
        (1, Format.DAYS, "1 day"),
        (1204, Format.DAYS, "1,204 days"),
        (1, Format.TIMES, "once"),
        (3, Format.TIMES, "3 times"),
        (9, Format.SIGNED, "+9"),
        (-24, Format.SIGNED, "−24"),
        (0, Format.SIGNED, "0"),
        (1108, Format.SUM, "= 1,108"),
        (1204, Format.PLAIN, "1204"),
        (None, Format.COUNT, ""),
        (NOT_HELD, Format.COUNT, "not held"),
        (NOT_KNOWN, Format.SHORT_DATE, "not known"),
        (Cell(106.6, ("7 of 8", "newest 3 Sep 2023")), Format.AVERAGE, "106.6 (7 of 8) (newest 3 Sep 2023)"),
        (Cell(6, (PAPER_DAY,)), Format.COUNT, "6 (4 Sep 2023)"),
        (Cell(104, format=Format.COUNT), Format.SUM, "104"),
    ],
)
def test_what_is_written_of_a_value(content: Content, format_: Format, words: str) -> None:
    cell = content if isinstance(content, Cell) else Cell(content)
    assert cell_words(cell, Column("Figure", format_)) == words
    table = one_cell(content, format_)
    assert as_read(table).loc["Kent", "Figure"] == words
    assert markdown_table(table).loc["Kent", "Figure"] == words
    kind = "" if format_ is Format.TEXT else ' class="number"'
    assert f'<td{kind} data-heading="Figure">{words}</td>' in html_table(table, address)


def test_what_the_table_is_about_is_bold_and_a_blank_cell_stays_blank() -> None:
    columns = (Column("Force"), Column("Open", Format.COUNT, emphasised=True), Column("As of", Format.LONG_DATE))
    table = TableSpec(columns, (Row(("Kent", 1, None)), Row(("Surrey", NOT_HELD, None), emphasised=True)))
    shown = markdown_table(table)
    assert list(shown.index) == ["Kent", "**Surrey**"]
    assert list(shown["**Open**"]) == ["**1**", "**not held**"]
    assert list(shown["As of"]) == ["", ""]


def test_text_is_never_read_as_markdown() -> None:
    columns = (Column(HOSTILE), Column("Text"))
    shown = markdown_table(TableSpec(columns, rows_of([(HOSTILE, Cell(HOSTILE, (HOSTILE,)))])))
    for text in (shown.index.name, shown.index[0], shown.iloc[0, 0]):
        assert "\\<img" in text
        assert "\\*\\*bold" in text
        assert "**bold" not in text.replace("\\*", "")


def test_text_is_never_read_as_html() -> None:
    cell = Cell(HOSTILE, (HOSTILE,), (Line(HOSTILE), Line(HOSTILE, Weight.MORE)), Link("item", f'"><b>{HOSTILE}'))
    table = TableSpec((Column(HOSTILE), Column(HOSTILE)), rows_of([(cell, cell)]), HOSTILE)
    html = str(html_table(table, address))
    assert "<img" not in html
    assert "<b>" not in html
    # the caption, two headings, one of them with its cell too, and of each cell: link, value, note and two lines
    assert html.count("&lt;img") == 14


def test_a_row_leads_on_and_says_more_below_its_value() -> None:
    cell = Cell("R1", below=(Line("recommendation"),), link=Link("item", "R1", PAPER_DAY))
    html = html_table(TableSpec((Column("Item"), Column("Grade")), rows_of([(cell, "Level 2")])), address, (13,))
    first = '<th scope="row"><a href="item?id=R1&amp;as_of=2023-09-04">R1</a><small>recommendation</small></th>'
    assert f'<tr>{first}<td data-heading="Grade">Level 2</td></tr>' in html
    assert '<colgroup><col style="width:13%"></colgroup>' in html


def test_a_file_says_what_it_is_and_a_formula_in_it_is_text() -> None:
    table = TableSpec((Column("Report"), Column("Open", Format.COUNT)), rows_of([(FORMULA, 1204), ("@x\n y", -1)]))
    content = table_csv(FORMULA, table, SOURCE)
    lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert lines == [
        [f"'{FORMULA}"],
        ["Invented demonstration data"],
        ["Source: positions, 4 Sep 2023"],
        ["OFFICIAL"],
        [],
        ["Report", "Open"],
        [f"'{FORMULA}", "1,204"],
        ["'@x y", "-1"],
    ]


def test_a_workbook_keeps_numbers_and_days_and_a_formula_in_it_is_text() -> None:
    columns = (Column("Report"), Column("Mean", Format.AVERAGE), Column("As of", Format.SHORT_DATE), Column("Change"))
    rows = [
        (FORMULA, Cell(106.625, ("7 of 8",)), PAPER_DAY, Cell(-24, format=Format.SIGNED)),
        ("x\x00", NOT_HELD, None, 1),
    ]
    content = xlsx_table(TableSpec(columns, rows_of(rows, "x\x00")), ("Title", "", FORMULA))
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    assert [cell.value for cell in sheet["A"]] == ["Title", FORMULA, None, "Report", FORMULA, "x"]
    assert {cell.data_type for cell in sheet["A"] if cell.value} == {"s"}
    _, mean, day, change = sheet[5]
    assert (mean.value, mean.number_format) == (106.625, '#,##0.0" (7 of 8)"')
    assert (day.value.date(), day.number_format) == (PAPER_DAY, "d mmm yyyy")
    assert (change.value, change.number_format) == (-24, "+#,##0;−#,##0;0")
    assert [cell.value for cell in sheet[6]] == ["x", "not held", None, 1]
    assert sheet["B6"].font.bold
    assert not sheet["B5"].font.bold


def test_a_table_can_be_cut_and_a_column_left_out() -> None:
    columns = (Column("Item"), Column("Lead"), Column("Age"))
    table = TableSpec(columns, rows_of([("R1", "A lead", "1 day"), ("R2", None, "2 days")]))
    assert len(table.first_rows(1)) == 1
    assert as_read(table.without(columns[1])).to_dict("index") == {"R1": {"Age": "1 day"}, "R2": {"Age": "2 days"}}


def test_a_day_in_a_workbook_has_room_to_be_read() -> None:
    """A column too narrow for its days shows #### instead."""
    table = TableSpec((Column("Force"), Column("As of", Format.LONG_DATE)), rows_of([("A", date(2023, 9, 4))]))
    (sheet,) = openpyxl.load_workbook(
        io.BytesIO(xlsx_table(table, ["A title that is far longer than any cell"]))
    ).worksheets
    assert sheet.column_dimensions["B"].width >= len("4 September 2023")
    assert sheet.column_dimensions["A"].width < len("A title that is far longer than any cell")


def test_a_span_of_one_day_is_a_day_in_a_workbook() -> None:
    table = TableSpec((Column("As of", Format.LONG_DATE),), rows_of([(Span(PAPER_DAY, PAPER_DAY),)]))
    (sheet,) = openpyxl.load_workbook(io.BytesIO(xlsx_table(table, ()))).worksheets
    assert sheet.cell(sheet.max_row, 1).value == datetime.combine(PAPER_DAY, time())


def test_a_terminal_has_a_line_a_row_with_figures_to_the_right() -> None:
    table = TableSpec(
        (Column("Report"), Column("Open", Format.COUNT), Column("Why")),
        rows_of(
            [("Vetting\nand more", 1204, "none"), ("Custody", NOT_HELD, Cell("late", ("since May",), (Line("no"),)))]
        ),
    )
    assert terminal_table(table) == [
        "Report                Open  Why",
        "Vetting and more     1,204  none",
        "Custody           not held  late (since May)",
    ]
    assert terminal_table(TableSpec(table.columns, ())) == []
