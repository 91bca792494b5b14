"""Decks: a slide a view in both shapes, native charts, tables, figures and words, and the speaker's notes."""

import io

import pytest
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
    content = slides_file(SLIDES, SHOWN, ratio)
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
    content = slides_file(SLIDES, SHOWN)
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
    first, second = Presentation(io.BytesIO(slides_file(SLIDES, SHOWN))).slides
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
    content = slides_file(SLIDES, SHOWN)
    kept = Presentation(io.BytesIO(content)).core_properties
    assert (kept.author, kept.last_modified_by, kept.title) == ("", "", "The deck")
    assert [name for name, _ in parts(content) if "printer" in name.lower()] == []


def test_a_deck_may_be_empty() -> None:
    assert_sound(slides_file((), SHOWN))
