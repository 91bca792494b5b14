"""Papers, decks and figure packs read back: every sentence, cell and figure of a chart is the one that its spec has."""

import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from docx import Document as open_document
from openpyxl import load_workbook
from pptx import Presentation

from jasc_data.documents.paper import Paper
from jasc_data.drawing.chart_spec import ChartSpec, RankedBars, StackedCounts, StackedShares
from jasc_data.drawing.slide import Figures, Slide
from jasc_data.drawing.table_spec import Cell, TableSpec
from jasc_data.drawing.tables.cell_words import cell_words
from tests.packages import assert_sound, books, kept


def charts(paper: Paper) -> list[ChartSpec]:
    return [chart for section in paper.document.sections for chart in section.charts]


def written(table: TableSpec) -> list[list[str]]:
    """The table as it must read: each value with the lines below it."""
    rows = [
        ["\n".join([cell_words(cell, column), *(line.text for line in cell.below)])
         for cell, column in zip(row.cells, table.columns, strict=True)]
        for row in table.rows
    ]  # fmt: skip
    return [[column.heading for column in table.columns], *rows]


def drawn_in(chart: ChartSpec) -> list[list[object]]:
    """The cells that a chart's workbook must hold below its headings: a bar a row, the values of its parts.

    Of ranked bars the averages stand among them, in the order in which the bars run.
    """
    plot = chart.plot
    assert isinstance(plot, RankedBars | StackedCounts | StackedShares)
    rows = [[f"{bar.name}  {bar.printed}", sorted(kept(part.value) for part in bar.parts)] for bar in plot.bars]
    if isinstance(plot, RankedBars):
        rows += [[f"{one.names[0]}  {one.printed}", [kept(one.value)]] for one in plot.references]
        falls = len(plot.bars) > 1 and plot.bars[0].value > plot.bars[-1].value
        rows.sort(key=lambda row: sum(row[1]), reverse=falls)
    return rows


def held_in(rows: list[list[object]]) -> list[list[object]]:
    named = [row for row in rows[1:] if row[0]]
    return [[row[0], sorted(value for value in row[1:] if isinstance(value, int | float))] for row in named]


def assert_document(paper: Paper, content: bytes) -> None:
    """Every heading, sentence and cell is in the document."""
    assert_sound(content)
    made = open_document(io.BytesIO(content))
    lines = [line.text for line in made.paragraphs]
    for section in paper.document.sections:
        assert section.heading in lines
        assert [sentence for sentence in section.sentences if sentence not in lines] == []
    tables = [table for section in paper.document.sections for table in section.tables]
    assert [[[cell.text for cell in row.cells] for row in table.rows] for table in made.tables] == list(
        map(written, tables)
    )


def assert_charts(told: Sequence[ChartSpec], content: bytes) -> None:
    """The workbooks of the charts hold the figures of their specs, in their order."""
    found = books(content)
    assert len(found) == len(told)
    for book, chart in zip(found, told, strict=True):
        assert held_in(book["Sheet1"]) == drawn_in(chart)


def assert_deck(slides: Sequence[Slide], content: bytes) -> None:
    """Charts, tables, figures and notes of the deck are those of its slides."""
    assert_sound(content)
    told = [block for slide in slides for block in slide.blocks]
    for book, chart in zip(books(content), (one for one in told if isinstance(one, ChartSpec)), strict=True):
        assert held_in(book["Sheet1"]) == drawn_in(chart)
    shapes = [list(slide.shapes) for slide in Presentation(io.BytesIO(content)).slides]
    tables = [shape.table for one in shapes for shape in one if shape.has_table]
    assert [[[cell.text for cell in row.cells] for row in table.rows] for table in tables] == [
        written(one) for one in told if isinstance(one, TableSpec)
    ]
    texts = " ".join(shape.text_frame.text for one in shapes for shape in one if shape.has_text_frame)
    figures = [figure for one in told if isinstance(one, Figures) for figure in one.figures]
    assert [figure for figure in figures if figure.value not in texts] == []
    notes = [slide.notes_slide.notes_text_frame.text for slide in Presentation(io.BytesIO(content)).slides]
    for slide, note in zip(slides, notes, strict=True):
        assert [line for line in (*slide.spoken, slide.source) if line not in note] == []


def assert_pack(paper: Paper, source: str, content: bytes) -> None:
    """A sheet a table, its figures typed, its source above."""
    assert_sound(content)
    contents, *sheets = load_workbook(io.BytesIO(content)).worksheets
    told = [table for _, table, _ in paper.document.all_tables()]
    assert (contents.title, len(sheets)) == ("Contents", len(told))
    for sheet, table in zip(sheets, told, strict=True):
        rows = [list(row) for row in sheet.iter_rows(values_only=True)]
        assert any(row[0] == source for row in rows), "its source"
        below = rows[len(rows) - len(table) :] if len(table) else []
        for row, wanted in zip(below, values(table), strict=True):
            assert [held if asked is not None else None for held, asked in zip(row, wanted, strict=False)] == wanted


def values(table: TableSpec) -> Iterator[list[object]]:
    for row in table.rows:
        yield [_typed(cell) for cell in row.cells]


def _typed(cell: Cell) -> object:
    """What a workbook's cell must hold: numbers and days as such, of all else nothing is asked here."""
    value = cell.value
    if isinstance(value, bool) or not isinstance(value, int | float | date):
        return None
    return datetime.combine(value, datetime.min.time()) if isinstance(value, date) else kept(value)
