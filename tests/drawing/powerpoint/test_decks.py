"""Decks: a slide a view in both shapes, native charts, tables, figures and words, and the speaker's notes."""

import io

import pytest
from docx import Document as open_document
from pptx import Presentation
from pptx.util import Pt

from jasc_data.drawing.powerpoint import Ratio, Shown, slides_file
from jasc_data.drawing.slide import Figure, Figures, Question, Slide, Words
from tests.drawing.word.test_word_files import BARS, FIGURES
from tests.packages import assert_sound, books, parts

SHOWN = Shown("The deck", "As of 4 September 2023", ("OFFICIAL",))
SLIDES = (
    Slide(
        "one",
        "The finding <b>",
        (Figures((Figure("104", "Recommendations", ("19% below",)),)), Words(("Fewer is better.",))),
        "Source: a test",
        ("What is spoken.",),
        (Question("Why?", ("Because.", "So.")),),
    ),
    Slide("two", "The chart", (BARS, FIGURES), "Source: a test"),
)


@pytest.mark.parametrize(("ratio", "width"), [(Ratio.WIDE, 960), (Ratio.CLASSIC, 720)])
def test_every_view_is_a_slide_within_its_edges(ratio: Ratio, width: int) -> None:
    content = slides_file(SLIDES, SHOWN, ratio).content
    assert_sound(content)
    deck = Presentation(io.BytesIO(content))
    assert deck.slide_width == Pt(width)
    assert [slide.shapes.title.text for slide in deck.slides] == ["The finding <b>", "The chart"]
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height
        assert any("OFFICIAL" in shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_charts_and_tables_are_native_and_described() -> None:
    content = slides_file(SLIDES, SHOWN).content
    slide = Presentation(io.BytesIO(content)).slides[1]
    (chart,) = [shape for shape in slide.shapes if shape.has_chart]
    (table,) = [shape for shape in slide.shapes if shape.has_table]
    assert chart._element.nvGraphicFramePr.cNvPr.get("descr") == BARS.alt
    assert table._element.nvGraphicFramePr.cNvPr.get("descr") == "Open by force"
    assert [cell.text for cell in table.table.rows[2].cells] == ["West Mercia\nours", "1,204"]
    assert books(content)[0]["Sheet1"][1] == ["Norfolk  93", 93]
    shown = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    assert "PROJECTION. The measure" in shown


def test_notes_hold_what_is_spoken_the_questions_and_the_source() -> None:
    first, second = Presentation(io.BytesIO(slides_file(SLIDES, SHOWN).content)).slides
    assert first.notes_slide.notes_text_frame.text.splitlines() == [
        "What is spoken.",
        "Likely questions",
        "Why?",
        "Because. So.",
        "As of 4 September 2023. Source: a test.",
        "OFFICIAL",
    ]
    assert "Likely questions" not in second.notes_slide.notes_text_frame.text


def test_no_person_is_named_in_the_file() -> None:
    content = slides_file(SLIDES, SHOWN).content
    kept = Presentation(io.BytesIO(content)).core_properties
    assert (kept.author, kept.last_modified_by, kept.title) == ("", "", "The deck")
    assert [name for name, _ in parts(content) if "printer" in name.lower()] == []


def test_a_deck_may_be_empty() -> None:
    assert_sound(slides_file((), SHOWN).content)


def template(*, layout: str = "titleOnly", top: float = 30, ratio: Ratio = Ratio.WIDE) -> bytes:
    """A force's deck: a slide and a name of its own, a square and a ground on its master, its title where it likes."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = map(Pt, ratio.size)
    deck.core_properties.author = "Somebody"
    deck.slides.add_slide(deck.slide_layouts[5]).shapes.title.text = "What the template says itself"
    for name, side in (("Square", Pt(40)), ("Ground", deck.slide_width)):
        shape = deck.slides[0].shapes.add_textbox(0, Pt(480), side, Pt(40))
        shape.name = name
        deck.slide_master.shapes._spTree.append(shape._element)
    only = deck.slide_layouts[5]
    only._element.set("type", layout)
    title = only.placeholders[0]
    title.left, title.top, title.width, title.height = Pt(60), Pt(top), Pt(600), Pt(60)
    content = io.BytesIO()
    deck.save(content)
    return content.getvalue()


@pytest.mark.parametrize("ratio", list(Ratio))
@pytest.mark.parametrize("made_for", list(Ratio))
def test_the_forces_template_is_used_without_what_it_says_or_who_made_it(made_for: Ratio, ratio: Ratio) -> None:
    written = slides_file(SLIDES, SHOWN, ratio, template(ratio=made_for))
    assert written.said == ""
    assert_sound(written.content)
    every = b"".join(part for _, part in parts(written.content))
    assert b"template says" not in every
    assert b"Somebody" not in every
    deck = Presentation(io.BytesIO(written.content))
    across = ratio.size[0] / made_for.size[0]
    square, ground = [shape for shape in deck.slide_master.shapes if shape.name in ("Square", "Ground")]
    assert square.width / square.height == pytest.approx(1, abs=0.01)
    assert (ground.width, deck.slide_width) == (Pt(ratio.size[0]), Pt(ratio.size[0]))
    for slide in deck.slides:
        title, *others = slide.shapes
        assert (title.left, title.top) == (pytest.approx(Pt(60) * across, abs=2), Pt(30))
        assert title.text_frame.paragraphs[0].runs[0].font.color.type is None, "as the template has it"
        assert all(shape.top >= title.top + title.height for shape in others)
        assert all(shape.left + shape.width <= deck.slide_width for shape in others)
        assert all(shape.top + shape.height <= deck.slide_height for shape in others)


def a_document() -> bytes:
    content = io.BytesIO()
    open_document().save(content)
    return content.getvalue()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (b"no deck", "no PowerPoint file"),
        (a_document(), "no PowerPoint file"),
        (template()[:-900], "no PowerPoint file"),
        (template(layout="obj"), "has no layout “Title Only”"),
        (template(top=400), "leaves no room below it"),
    ],
)
def test_a_template_that_cannot_be_used_gives_a_sentence_and_the_built_in_one(given: bytes, said: str) -> None:
    written, own = slides_file(SLIDES, SHOWN, Ratio.CLASSIC, given), slides_file(SLIDES, SHOWN, Ratio.CLASSIC)
    assert said in written.said
    assert written.said.endswith("so the built-in one is used.")
    kept = [[part for name, part in parts(one.content) if "slides/slide" in name] for one in (written, own)]
    assert kept[0] == kept[1]
