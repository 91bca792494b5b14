"""What stands around a document: marks and page numbers on every page, the language, and properties without names."""

from datetime import datetime

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.section import Section as Pages
from docx.section import _Footer, _Header

from jasc_data.drawing.document import Document
from jasc_data.drawing.native_charts import printable
from jasc_data.drawing.word.elements import add_field, element

_LANGUAGE = "en-GB"


def add_frame(made: WordDocument, document: Document) -> None:
    """Marks above and below, page numbers below, on every page that a template may set apart."""
    marks = printable("   ".join(document.marks))
    for pages in made.sections:
        for header in _headers(made, pages):
            header.is_linked_to_previous = False
            _add_line(header, marks)
        for footer in _footers(made, pages):
            footer.is_linked_to_previous = False
            _add_line(footer, marks)
            _add_page_number(footer, printable(document.title))


def set_properties(made: WordDocument, document: Document, now: datetime) -> None:
    """What a file says of itself: its title and language, and no person, whatever the template said."""
    kept = made.core_properties
    kept.author = kept.last_modified_by = kept.comments = kept.keywords = kept.category = kept.identifier = ""
    kept.title, kept.subject, kept.language = printable(document.title), printable(document.subtitle), _LANGUAGE
    kept.created = kept.modified = now
    kept.revision = 1
    for zoom in made.settings.element.xpath("w:zoom"):
        zoom.set(qn("w:percent"), "100")  # without it python-docx's own template is not valid
    for properties in made.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr"):
        for language in properties.findall(qn("w:lang")):
            properties.remove(language)
        properties.append(element("w:lang", val=_LANGUAGE, eastAsia=_LANGUAGE))


def _headers(made: WordDocument, pages: Pages) -> list[_Header]:
    found = [pages.header]
    if pages.different_first_page_header_footer:
        found.append(pages.first_page_header)
    if made.settings.odd_and_even_pages_header_footer:
        found.append(pages.even_page_header)
    return found


def _footers(made: WordDocument, pages: Pages) -> list[_Footer]:
    found = [pages.footer]
    if pages.different_first_page_header_footer:
        found.append(pages.first_page_footer)
    if made.settings.odd_and_even_pages_header_footer:
        found.append(pages.even_page_footer)
    return found


def _add_line(where: _Header | _Footer, marks: str) -> None:
    if not marks:
        return
    first = where.paragraphs[0]
    line = where.add_paragraph() if first.text else first
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.add_run(marks).bold = True


def _add_page_number(footer: _Footer, title: str) -> None:
    first = footer.paragraphs[0]
    line = footer.add_paragraph() if first.text else first
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.add_run(f"{title}, page ")
    add_field(line, "PAGE", "1")
    line.add_run(" of ")
    add_field(line, "NUMPAGES", "1")
