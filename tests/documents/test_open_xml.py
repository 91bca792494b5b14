"""Every part of paper, deck, figure pack and tracking workbook keeps the schemas of Open XML and what the Open XML SDK asks besides."""

import io
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from jasc_data.answers.tracking.answer import tracking_held
from jasc_data.demonstration.forces import HOME
from jasc_data.documents.figure_pack import figure_pack
from jasc_data.documents.paper import PaperAnswers, make_paper
from jasc_data.documents.presentation.sets import VIEWS
from jasc_data.documents.presentation.views import shown_on, views
from jasc_data.documents.tracking_workbook import Scope, tracking_workbook
from jasc_data.drawing.chart import Provenance
from jasc_data.drawing.powerpoint import Ratio, slides_file
from jasc_data.drawing.word import word_file
from tests.demonstrated import demonstrated
from tests.documents.made import demonstration, of_own_store
from tests.drawing.powerpoint.test_decks import template as of_slides
from tests.drawing.word.test_word_files import template as of_documents
from tests.packages import parts

# Of openpyxl, which Excel opens as it is, and which the schema itself allows: it has the parts of a font in any order,
# and texts in their cells
ALLOWED = (*(f"Unexpected element '{part}' found" for part in ("color", "b", "sz")), "inline-string cell(s)")


@cache
def _validator() -> OpenXmlValidator:
    return OpenXmlValidator(FileFormat.MICROSOFT_365)


def found(content: bytes, folder: Path, ending: str) -> Iterator[str]:
    """What is wrong with a file, and with every workbook within it."""
    for number, (name, part) in enumerate([(f"whole{ending}", content), *parts(content)]):
        if name == f"whole{ending}" or (name.endswith(".xlsx") and name.count(".xlsx") == 1):
            file = folder / f"{number}{Path(name).suffix}"
            file.write_bytes(part)
            for error in _validator().validate(file).errors:
                if not any(allowed in error.description for allowed in ALLOWED):
                    yield f"{name}: {error}"


def paper(answers: PaperAnswers, template: bytes | None = None) -> bytes:
    return word_file(make_paper(answers).document, template).content


def deck(answers: PaperAnswers, ratio: Ratio, template: bytes | None = None) -> bytes:
    return slides_file(views(answers.presented, tuple(VIEWS)), shown_on(answers.presented), ratio, template).content


def tracking() -> bytes:
    with demonstrated().snapshot() as snapshot:
        held = tracking_held(snapshot, HOME, date(2023, 9, 4))
    return tracking_workbook(held, Scope(), Provenance("Source: a test", invented=True))


MADE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "the demonstration's paper": (".docx", lambda: paper(demonstration())),
    "its deck": (".pptx", lambda: deck(demonstration(), Ratio.WIDE)),
    "its figure pack": (".xlsx", lambda: figure_pack(make_paper(demonstration()), Provenance("Source: a test"))),
    "its tracking workbook": (".xlsx", tracking),
    "a paper by a template": (".docx", lambda: paper(of_own_store(), of_documents(first_page=True))),
    "a deck in the older shape": (".pptx", lambda: deck(of_own_store(), Ratio.CLASSIC)),
    "a deck by a template": (".pptx", lambda: deck(of_own_store(), Ratio.WIDE, of_slides())),
}


@pytest.mark.parametrize("made", MADE)
def test_every_file_is_valid(made: str, tmp_path: Path) -> None:
    ending, content = MADE[made]
    assert list(found(content(), tmp_path, ending)) == []


@pytest.mark.parametrize(
    ("within", "instead"),
    [
        (b"<w:tblGrid>", b"<w:nonsense/><w:tblGrid>"),
        (b'<w:pStyle w:val="Title"/>', b'<w:pStyle w:val="Title"/><w:jc w:val="sideways"/>'),
    ],
)
def test_what_is_not_valid_is_found(within: bytes, instead: bytes, tmp_path: Path) -> None:
    content = word_file(make_paper(of_own_store(), ["position"]).document).content
    assert list(found(changed(content, "word/document.xml", within, instead), tmp_path, ".docx"))


def changed(content: bytes, name: str, within: bytes, instead: bytes) -> bytes:
    """The package with something else in one of its parts."""
    told = dict(parts(content))
    assert within in told[name]
    made = io.BytesIO()
    with ZipFile(made, "w") as package:
        for part, data in told.items():
            if ".xlsx/" not in part:
                package.writestr(part, data.replace(within, instead, 1) if part == name else data)
    return made.getvalue()
