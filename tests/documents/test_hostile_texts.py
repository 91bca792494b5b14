"""Every text of a paper and a deck is hostile at once: each part stays well formed, and no text says a direction."""

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any
from xml.etree import ElementTree

from jasc_data.documents.paper import make_paper
from jasc_data.documents.presentation.sets import VIEWS
from jasc_data.documents.presentation.views import shown_on, views
from jasc_data.drawing.chart_spec import ChartSpec
from jasc_data.drawing.plotly_charts import figure
from jasc_data.drawing.powerpoint import Ratio, slides_file
from jasc_data.drawing.slide_html import slides_html
from jasc_data.drawing.word import word_file
from tests.documents.made import demonstration
from tests.packages import assert_sound, parts

DIRECTIONS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200f\u061c"
UNSEEN = "\x00\x07\x1b[2J\x85\ufffe\uffff\ud800"
HOSTILE = f"=1+1 <b>&amp;]]> \u202e2023\u2067 {UNSEEN} @x {{0}} %s é"


def spoiled(value: Any) -> Any:
    """The same with every text of it followed by all that is hostile; names by which things are found stay."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return f"{value}{HOSTILE}" if value.strip() else value
    if isinstance(value, tuple):
        return type(value)(*map(spoiled, value)) if hasattr(value, "_fields") else tuple(map(spoiled, value))
    if isinstance(value, dict):
        return {key: spoiled(one) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        texts = {part.name: spoiled(getattr(value, part.name)) for part in fields(value) if part.init}
        return replace(value, **texts)
    return value


def texts(content: bytes) -> Iterator[tuple[str, str]]:
    """Every text and every attribute of every part, of embedded workbooks too."""
    for name, part in parts(content):
        if name.endswith((".xml", ".rels")):
            for element in ElementTree.fromstring(part).iter():
                for text in (element.text, element.tail, *element.attrib.values()):
                    yield name, text or ""


def assert_harmless(content: bytes) -> None:
    assert_sound(content)
    hostile = 0
    for name, text in texts(content):
        assert not [letter for letter in text if letter in DIRECTIONS], (name, text)
        assert "\x1b" not in text, (name, text)
        hostile += "=1+1" in text
    assert hostile > 50  # it is there, as text
    for name, part in parts(content):
        assert b"<f>" not in part or not name.endswith(".xml") or b"1+1" not in part.split(b"<f>", 1)[1][:9], name


def test_a_paper_of_hostile_texts() -> None:
    assert_harmless(word_file(spoiled(make_paper(demonstration()).document)).content)


def test_a_deck_of_hostile_texts_and_the_same_on_a_screen() -> None:
    slides = [spoiled(slide) for slide in views(demonstration().presented, tuple(VIEWS))]
    shown = spoiled(shown_on(demonstration().presented))
    assert_harmless(slides_file(slides, shown, Ratio.WIDE).content)
    page = slides_html(slides, shown)
    assert "=1+1 &lt;b&gt;" in page
    assert not set(DIRECTIONS) & set(page)
    chart = next(block for slide in slides for block in slide.blocks if isinstance(block, ChartSpec))
    texts_of_chart = json.dumps(json.loads(figure(chart, characters=60).to_json()), ensure_ascii=False)
    assert "&lt;b&gt;" in texts_of_chart
    assert not set(DIRECTIONS) & set(texts_of_chart)
