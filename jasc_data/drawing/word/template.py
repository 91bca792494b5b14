"""The template of a document: the force's own where it can be used, else the one made here."""

import io
from zipfile import BadZipFile

from docx import Document as open_document
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.shared import Cm, Pt, RGBColor

from jasc_data.drawing import theme

STYLES = ("Title", "Subtitle", "Heading 1", "Normal", "Caption", "Table Grid")
_STYLES_AGAIN = "/stylesWithEffects"
_FONT, _SIZES = "Arial", {"Title": 24, "Subtitle": 13, "Heading 1": 16, "Normal": 11, "Caption": 10}
_MARGIN, _A4 = Cm(1.8), (Cm(21), Cm(29.7))


def opened(template: bytes | None) -> tuple[WordDocument, str]:
    """An empty document of the template, and a sentence where it cannot be used and the built-in one stands in."""
    if template is None:
        return _built_in(), ""
    try:
        document = _without_copies(open_document(io.BytesIO(template)))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, SyntaxError):  # a damaged part is a SyntaxError
        return _built_in(), "The template is no Word document (.docx), so the built-in one is used."
    missing = [style for style in STYLES if style not in document.styles]
    if missing:
        named = ", ".join(f"“{style}”" for style in missing)
        return _built_in(), f"The template has no style {named}, so the built-in one is used."
    _empty(document)
    return document, ""


def _empty(document: WordDocument) -> None:
    """Takes out what the template itself says; its pages stay as they are set up."""
    body = document.element.body
    for child in list(body):
        if child is not body.sectPr:
            body.remove(child)


def _without_copies(document: WordDocument) -> WordDocument:
    """Without the second copy of its styles that Word 2010 kept, which ours would contradict."""
    for number, relation in list(document.part.rels.items()):
        if relation.reltype.endswith(_STYLES_AGAIN):
            document.part.rels.pop(number)
    return document


def _built_in() -> WordDocument:
    document = _without_copies(open_document())
    for name, size in _SIZES.items():
        style = document.styles[name]
        style.font.name, style.font.size = _FONT, Pt(size)
        style.font.color.rgb = RGBColor.from_string((theme.INK if name == "Normal" else theme.HOME).removeprefix("#"))
        fonts = style.element.rPr.rFonts
        for attribute in [name for name in fonts.attrib if "Theme" in str(name)]:
            del fonts.attrib[attribute]
    normal = document.styles["Normal"].paragraph_format
    normal.space_after, normal.line_spacing = Pt(6), 1.1
    (page,) = document.sections
    page.page_width, page.page_height = _A4
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN
    return document
