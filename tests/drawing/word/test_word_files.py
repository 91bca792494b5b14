"""Word files: real headings, tables and fields, sound packages, and a template that is used or said not to be."""

import io
from datetime import date

import pytest
from docx import Document as open_document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from jasc_data.drawing.chart import Provenance
from jasc_data.drawing.chart_spec import Bar, ChartSpec, Part, RankedBars
from jasc_data.drawing.document import Document, Section
from jasc_data.drawing.roles import Role
from jasc_data.drawing.slide import Words
from jasc_data.drawing.table_spec import Cell, Column, Format, Line, Link, TableSpec, rows_of
from jasc_data.drawing.word import word_file
from tests.packages import assert_sound, parts

FIGURES = TableSpec(
    (Column("Force"), Column("Open", Format.COUNT)),
    rows_of([("Norfolk", 93), (Cell("West Mercia", below=(Line("ours"),), link=Link("item", 7)), 1204)], "Norfolk"),
    "Open by force",
)
BARS = ChartSpec(
    RankedBars((Bar("Norfolk", "93", (Part(93, Role.OTHERS, ""),)),)),
    "The message",
    "The measure",
    "open",
    'Bars: "Norfolk" has 93.',
    FIGURES,
    "file",
    Provenance("Source: a test"),
    warning="PROJECTION",
)
WIDE = TableSpec(
    (Column("Open"), *(Column(name, Format.COUNT) for name in ("Gloucestershire", "Warwickshire", "Norfolk") * 3)),
    rows_of([("Recommendations", *range(9))]),
    "Wide",
)


def document(*blocks: object, marks: tuple[str, ...] = ("OFFICIAL",)) -> Document:
    section = Section("part", "Part\x07 & <one>", blocks or (Words(("A sentence. <b>",)), FIGURES, BARS))  # type: ignore[arg-type]
    return Document("The title", "As of 4 September 2023", date(2023, 9, 4), (section,), marks)


def read(content: bytes) -> WordDocument:
    assert_sound(content)
    return open_document(io.BytesIO(content))


@pytest.fixture(scope="module")
def made() -> WordDocument:
    return read(word_file(document()).content)


def text_of(content: bytes) -> str:
    return "\n".join(
        part.decode("utf-8", "replace") for name, part in parts(content) if name.endswith((".xml", ".rels"))
    )


def template(*, without: str = "", first_page: bool = False) -> bytes:
    kept = open_document()
    kept.add_paragraph("What the template says itself")
    kept.core_properties.author = "A. Person"
    kept.sections[0].different_first_page_header_footer = first_page
    kept.styles["Heading 1"].font.name = "Courier New"  # type: ignore[attr-defined]
    if without:
        kept.styles.element.remove(kept.styles[without].element)
    content = io.BytesIO()
    kept.save(content)
    return content.getvalue()


def test_headings_sentences_and_captions_have_styles(made: WordDocument) -> None:
    told = [(line.style.name, line.text) for line in made.paragraphs if line.style and line.text]
    assert told[:4] == [
        ("Title", "The title"),
        ("Subtitle", "As of 4 September 2023"),
        ("Heading 1", "Part & <one>"),
        ("Normal", "A sentence. <b>"),
    ]
    captions = [text for style, text in told if style == "Caption"]
    assert captions == ["Table 1: Open by force", "Figure 1: PROJECTION. The message. The measure"]
    assert ("Normal", "Source: a test.") in told


def test_a_table_repeats_its_headings_aligns_figures_and_leads_nowhere(made: WordDocument) -> None:
    (table,) = made.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Force", "Open"],
        ["Norfolk", "93"],
        ["West Mercia\nours", "1,204"],
    ]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [cell.paragraphs[0].alignment for cell in table.rows[1].cells] == [None, 2]
    properties = table._tbl.tblPr
    assert properties.find(qn("w:tblCaption")).get(qn("w:val")) == "Open by force"
    assert [cell.paragraphs[0].runs[0].bold for cell in table.rows[1].cells] == [True, True], "what it is about"
    assert made.element.body.findall(f".//{qn('w:hyperlink')}") == []


def test_a_chart_is_native_and_described(made: WordDocument) -> None:
    (described,) = made.element.body.iter(qn("wp:docPr"))
    assert described.get("descr") == 'Bars: "Norfolk" has 93.'
    assert not [
        part
        for part in made.part.package.iter_parts()
        if "image" in part.content_type and "docProps" not in part.partname
    ]


def test_a_wide_table_fits_the_page_with_no_word_broken_and_no_letter_tiny() -> None:
    (table,) = read(word_file(document(WIDE)).content).tables
    widths = [cell.width.pt for cell in table.rows[0].cells if cell.width]
    assert sum(widths) <= 495
    size = table.rows[0].cells[1].paragraphs[0].runs[0].font.size
    assert size
    assert size.pt >= 9


def test_marks_and_page_numbers_stand_on_every_page_and_no_person_in_the_properties(made: WordDocument) -> None:
    (pages,) = made.sections
    assert [line.text for line in pages.header.paragraphs] == ["OFFICIAL"]
    assert pages.footer.paragraphs[0].text == "OFFICIAL"
    fields = [element.text for element in pages.footer._element.iter(qn("w:instrText"))]
    assert fields == [" PAGE ", " NUMPAGES "]
    kept = made.core_properties
    assert (kept.author, kept.last_modified_by, kept.comments) == ("", "", "")
    assert (kept.title, kept.language) == ("The title", "en-GB")
    language = made.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    assert language.get(qn("w:val")) == "en-GB"


def test_the_forces_template_is_used_without_what_it_says_or_who_made_it() -> None:
    written = word_file(document(), template(first_page=True))
    made = read(written.content)
    assert written.said == ""
    assert made.styles["Heading 1"].font.name == "Courier New"  # type: ignore[attr-defined]
    assert "template says" not in text_of(written.content)
    assert "A. Person" not in text_of(written.content)
    assert made.sections[0].first_page_header.paragraphs[0].text == "OFFICIAL"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (b"PK not a zip", "is no Word document"),
        (b"", "is no Word document"),
        (template(without="Caption"), "has no style “Caption”"),
    ],
)
def test_a_template_that_cannot_be_used_gives_a_sentence_and_the_built_in_one(given: bytes, said: str) -> None:
    written = word_file(document(), given)
    assert said in written.said
    assert read(written.content).styles["Heading 1"].font.name == "Arial"  # type: ignore[attr-defined]
