"""What python-docx has no word for: fields that Word counts, and properties of tables and rows."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph


def element(name: str, **attributes: str) -> BaseOxmlElement:
    """An element of Word's own vocabulary: ``element("w:shd", fill="F3F4F6")``."""
    made: BaseOxmlElement = OxmlElement(name)
    for attribute, value in attributes.items():
        made.set(qn(f"w:{attribute}"), value)
    return made


def add_field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """A field, such as PAGE. shown: what stands there until Word counts."""
    for kind, text in (("begin", ""), ("", instruction), ("separate", ""), ("text", shown), ("end", "")):
        run = paragraph.add_run(text if kind == "text" else "")
        if kind in ("begin", "separate", "end"):
            run._r.append(element("w:fldChar", fldCharType=kind))
        elif not kind:
            written = element("w:instrText")
            written.set(qn("xml:space"), "preserve")
            written.text = f" {instruction} "
            run._r.append(written)
