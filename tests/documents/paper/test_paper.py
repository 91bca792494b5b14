"""Every number of the paper, the deck and the figure pack is the page's, read back from the files themselves."""

import io
import re

import pytest
from docx import Document as open_document
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
from jasc_data.drawing.chart_spec import StackedShares
from jasc_data.drawing.powerpoint import slides_file
from jasc_data.drawing.word import word_file
from jasc_data.wording.numbers import average
from tests.documents.made import demonstration, of_own_store
from tests.documents.read_back import assert_charts, assert_deck, assert_document, assert_pack, charts, held_in
from tests.packages import books, kept, parts

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


def test_every_sentence_and_every_cell_is_in_the_document(answers: PaperAnswers) -> None:
    assert_document(*document(answers))


def test_every_chart_of_the_document_holds_the_figures_of_its_spec(answers: PaperAnswers) -> None:
    paper, content = document(answers)
    assert_charts(charts(paper), content)


def test_the_charts_of_the_group_hold_the_headline_figures_and_unrounded_averages(answers: PaperAnswers) -> None:
    _, content = document(answers)
    for kind, book in zip(Kind, books(content), strict=False):
        entry = answers.presented.comparison.kinds[kind]
        assert entry.national
        averages = {  # the group's are eighths, which any number of digits holds
            f"MSG average  {average(entry.group_average or 0)}": entry.group_average,
            f"National average  {average(entry.national.value)}": kept(entry.national.value),
        }
        held = {row[0]: row[1] for row in held_in(book["Sheet1"])}
        assert {name: held.pop(name) for name in averages} == {name: [value] for name, value in averages.items()}
        assert list(held.items()) == [(f"{one.force}  {one.open:,}", [one.open]) for one in entry.members]


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
    assert paper_table(presented.comparison).turned("Force") in made["comparison"].tables
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
    assert_deck(slides, slides_file(slides, shown_on(answers.presented)).content)


def test_the_figure_pack_has_a_sheet_a_table_with_typed_figures_and_sources(answers: PaperAnswers) -> None:
    paper, source = make_paper(answers), short_source(answers.presented.comparison)
    assert_pack(paper, source, figure_pack(paper, answers.presented.provenance(source)))


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


def test_a_template_that_cannot_be_read_is_said(tmp_path: object) -> None:
    settings = Settings(paper_template=f"{tmp_path}/absent.docx")  # type: ignore[arg-type]
    assert re.search(
        "cannot be read, so the built-in one is used", paper_file(make_paper(of_own_store()), settings).said
    )
    assert len(template_notices(settings)) == 1
    assert template_notices(Settings()) == ()
