"""Every number of the paper, the deck and the figure pack is the page's, read back from the files themselves."""

import io
import re
import time
from collections.abc import Iterator
from datetime import date, datetime

import pytest
from docx import Document as open_document
from openpyxl import load_workbook
from pptx import Presentation

from jasc_data.answers.comparison.provenance import short_source
from jasc_data.answers.comparison.tables import paper_table
from jasc_data.answers.comparison.text import position_sentences
from jasc_data.answers.grades.answer import Whose
from jasc_data.answers.grades.text import grade_sentences
from jasc_data.documents.figure_pack import figure_pack
from jasc_data.documents.paper import PARTS, Paper, PaperAnswers, make_paper
from jasc_data.documents.paper.asked import paper_file
from jasc_data.documents.presentation.sets import VIEWS
from jasc_data.documents.presentation.views import shown_on, views
from jasc_data.documents.templates import template_notices
from jasc_data.domain.settings import Settings
from jasc_data.domain.vocabulary import Grade, Kind
from jasc_data.drawing.chart_spec import ChartSpec, RankedBars, StackedCounts, StackedShares
from jasc_data.drawing.powerpoint import slides_file
from jasc_data.drawing.slide import Figures
from jasc_data.drawing.table_spec import Cell, TableSpec
from jasc_data.drawing.tables.cell_words import cell_words
from jasc_data.drawing.word import word_file
from tests.documents.made import demonstration, of_own_store
from tests.packages import assert_sound, books, kept, parts

ANSWERS = {"the demonstration": demonstration, "a store of its own": of_own_store}


@pytest.fixture(params=ANSWERS)
def answers(request: pytest.FixtureRequest) -> PaperAnswers:
    return ANSWERS[request.param]()


_MADE: dict[int, tuple[Paper, bytes]] = {}  # by the answers, of which there are few and which stay


def document(answers: PaperAnswers) -> tuple[Paper, bytes]:
    if id(answers) not in _MADE:
        paper = make_paper(answers)
        _MADE[id(answers)] = paper, word_file(paper.document).content
    return _MADE[id(answers)]


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
    """The cells that a chart's workbook must hold below its headings: a bar a row, the values of its parts."""
    plot = chart.plot
    assert isinstance(plot, RankedBars | StackedCounts | StackedShares)
    return [[f"{bar.name}  {bar.printed}", sorted(kept(part.value) for part in bar.parts)] for bar in plot.bars]


def held_in(rows: list[list[object]]) -> list[list[object]]:
    named = [row for row in rows[1:] if row[0]]
    return [[row[0], sorted(value for value in row[1:] if isinstance(value, int | float))] for row in named]


def test_every_sentence_and_every_cell_is_in_the_document(answers: PaperAnswers) -> None:
    paper, content = document(answers)
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


def test_every_chart_of_the_document_holds_the_figures_of_its_spec(answers: PaperAnswers) -> None:
    paper, content = document(answers)
    found, told = books(content), charts(paper)
    assert len(found) == len(told)
    for book, chart in zip(found, told, strict=True):
        assert held_in(book["Sheet1"]) == drawn_in(chart)
        references = getattr(chart.plot, "references", ())
        lines = [row[0] for row in book.get("Averages", []) if isinstance(row[0], int | float)]
        assert lines == [kept(one.value) for one in references for _ in range(2)]


def test_the_charts_of_the_group_hold_the_headline_figures_and_unrounded_averages(answers: PaperAnswers) -> None:
    _, content = document(answers)
    for kind, book in zip(Kind, books(content), strict=False):
        entry = answers.presented.comparison.kinds[kind]
        assert held_in(book["Sheet1"]) == [[f"{one.force}  {one.open:,}", [one.open]] for one in entry.members]
        assert entry.national
        assert [row[0] for row in book["Averages"] if isinstance(row[0], int | float)][::2] == [
            entry.group_average,  # eighths, which any number of digits holds
            kept(entry.national.value),
        ]


def test_the_levels_in_the_chart_are_the_answers_shares() -> None:
    answers = demonstration()
    paper, content = document(answers)
    place = next(n for n, chart in enumerate(charts(paper)) if isinstance(chart.plot, StackedShares))
    grades = answers.presented.grades
    assert grades
    own = grades.row(Whose.HOME)
    assert own
    ours = next(row for row in books(content)[place]["Sheet1"] if str(row[0]).startswith("West Mercia"))
    assert ours[1:] == [kept(own.share(grade)) for grade in Grade]
    assert sum(ours[1:]) == pytest.approx(1)  # type: ignore[arg-type]


def test_on_the_papers_figures_the_paper_says_how_they_stand(answers: PaperAnswers) -> None:
    text = " ".join(line.text for line in open_document(io.BytesIO(document(answers)[1])).paragraphs)
    assert (
        "6 open causes of concern, the same as the MSG average (6.0) and 50% above the national average (4.0)" in text
    )
    assert (
        "104 open recommendations, close to the MSG average (106.6) and 19% below the national average (129.0)" in text
    )
    assert "34 open AFIs, close to the MSG average (33.1) and 22% above the national average (27.8)" in text
    assert "slightly" not in text


def test_the_parts_say_what_the_pages_say() -> None:
    answers = demonstration()
    presented = answers.presented
    assert presented.grades
    made = {section.name: section for section in make_paper(answers).document.sections}
    assert list(made) == list(PARTS)
    assert set(position_sentences(presented.comparison)) <= set(made["position"].sentences)
    assert paper_table(presented.comparison) in made["comparison"].tables
    assert set(grade_sentences(presented.grades, presented.who_closes)) <= set(made["grades"].sentences)
    assert any("An issue for 7 of the 7 other MSG forces" in line for line in made["overdue"].sentences)
    assert len(made["overdue"].tables[0]) == 3
    assert len(made["causes"].tables[0]) == 6
    assert any("at least 25 must be signed off to come below 80" in line for line in made["target"].sentences)
    assert [len(table) for table in made["changes"].tables] == [3, 9, 33], "by kind, opened, closed"


def test_a_part_without_data_is_left_out_and_says_what_is_missing() -> None:
    paper = make_paper(of_own_store())
    why = {one.name: one.why for one in paper.left_out}
    assert set(why) == {"changes", "activity", "positions", "progress", "ready", "super-complaints"}
    assert "No earlier date is held" in why["changes"]
    assert "the page Activity takes one" in why["activity"]
    assert "6 left out" in paper.headline
    assert [section.name for section in make_paper(of_own_store(), ["sources", "about"]).document.sections] == [
        "sources",
        "about",
    ]


def test_the_deck_shows_the_same_figures(answers: PaperAnswers) -> None:
    slides = views(answers.presented, tuple(VIEWS))
    content = slides_file(slides, shown_on(answers.presented)).content
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


def values(table: TableSpec) -> Iterator[list[object]]:
    for row in table.rows:
        yield [_typed(cell) for cell in row.cells]


def _typed(cell: Cell) -> object:
    """What a workbook's cell must hold: numbers and days as such, of all else nothing is asked here."""
    value = cell.value
    if isinstance(value, bool) or not isinstance(value, int | float | date):
        return None
    return datetime.combine(value, datetime.min.time()) if isinstance(value, date) else kept(value)


def test_the_figure_pack_has_a_sheet_a_table_with_typed_figures_and_sources(answers: PaperAnswers) -> None:
    paper = make_paper(answers)
    source = short_source(answers.presented.comparison)
    content = figure_pack(paper, answers.presented.provenance(source))
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


def test_marking_and_invention_stand_in_every_file() -> None:
    answers = demonstration()
    _, content = document(answers)
    (pages,) = open_document(io.BytesIO(content)).sections
    for where in (pages.header, pages.footer):
        assert "OFFICIAL-SENSITIVE" in where.paragraphs[0].text
        assert "Invented demonstration data" in where.paragraphs[0].text
    deck = Presentation(
        io.BytesIO(slides_file(views(answers.presented, ("causes",)), shown_on(answers.presented)).content)
    )
    foot = " ".join(shape.text_frame.text for shape in deck.slides[0].shapes if shape.has_text_frame)
    assert "Invented demonstration data" in foot
    assert "OFFICIAL-SENSITIVE" in foot


def test_leads_are_numbered_unless_they_are_asked_for() -> None:
    named = demonstration(leads=True)
    leads = {item.lead for item in named.presented.ageing.items if item.lead}
    shown = b"".join(part for _, part in parts(document(named)[1])).decode("utf-8", "replace")
    hidden = b"".join(part for _, part in parts(document(demonstration())[1])).decode("utf-8", "replace")
    assert [lead for lead in leads if lead in hidden] == []
    assert any(lead in shown for lead in leads)


def test_paper_and_deck_are_made_quickly() -> None:
    answers = demonstration()
    began = time.perf_counter()
    word_file(make_paper(answers).document)
    slides_file(views(answers.presented, tuple(VIEWS)), shown_on(answers.presented))
    assert time.perf_counter() - began < 5


def test_a_template_that_cannot_be_read_is_said(tmp_path: object) -> None:
    settings = Settings(paper_template=f"{tmp_path}/absent.docx")  # type: ignore[arg-type]
    assert re.search(
        "cannot be read, so the built-in one is used", paper_file(make_paper(of_own_store()), settings).said
    )
    assert len(template_notices(settings)) == 1
    assert template_notices(Settings()) == ()
