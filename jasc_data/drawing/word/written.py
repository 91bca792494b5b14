"""A document as the bytes of a Word file, and what was to be said of the template."""

import io
from datetime import UTC, datetime
from itertools import count

from docx.document import Document as WordDocument
from docx.shared import Cm, Length, Pt, RGBColor
from docx.text.paragraph import Paragraph

from jasc_data.drawing import theme
from jasc_data.drawing.chart_spec import ChartSpec
from jasc_data.drawing.document import Block, Document, Written
from jasc_data.drawing.native_charts import printable, said_below
from jasc_data.drawing.slide import Words
from jasc_data.drawing.table_spec import TableSpec
from jasc_data.drawing.word.charts import add_chart
from jasc_data.drawing.word.elements import add_field
from jasc_data.drawing.word.frame import add_frame, set_properties
from jasc_data.drawing.word.tables import add_table
from jasc_data.drawing.word.template import opened

_SMALL = Pt(9)
_A4 = Cm(21)  # where a template does not say how wide its pages are


def word_file(document: Document, template: bytes | None = None) -> Written:
    """The document as .docx. template: the bytes of the force's own; without one the built-in one is used."""
    made, said = opened(template)
    writer = _Writer(made)
    for text, style in ((document.title, "Title"), (document.subtitle, "Subtitle")):
        made.add_paragraph(printable(text), style=style)
    for section in document.sections:
        made.add_heading(printable(section.heading), level=1)
        for block in section.blocks:
            writer.add(block)
    add_frame(made, document)
    set_properties(made, document, datetime.now(UTC).replace(tzinfo=None))
    content = io.BytesIO()
    made.save(content)
    return Written(content.getvalue(), said)


class _Writer:
    """Adds blocks to a document, and counts its tables and figures."""

    def __init__(self, made: WordDocument):
        self._made = made
        self._tables, self._figures = count(1), count(1)
        pages = made.sections[-1]
        self._width = Length((pages.page_width or _A4) - (pages.left_margin or 0) - (pages.right_margin or 0))

    def add(self, block: Block) -> None:
        """The block at the end of the document."""
        match block:
            case Words():
                for line in block.lines:
                    self._made.add_paragraph(printable(line))
            case TableSpec():
                if block.caption:
                    self._caption("Table", next(self._tables), block.caption)
                add_table(self._made, block, self._width)
                self._made.add_paragraph().paragraph_format.space_after = Pt(0)
            case ChartSpec():
                self._chart(block)

    def _chart(self, spec: ChartSpec) -> None:
        number = next(self._figures)
        warning = f"{spec.warning}. " if spec.warning else ""
        self._caption("Figure", number, f"{warning}{spec.message}. {spec.measure}")
        holder = self._made.add_paragraph()
        holder.paragraph_format.keep_with_next = True
        add_chart(holder, spec, self._width, number)
        self._quiet(said_below(spec))

    def _caption(self, of: str, number: int, text: str) -> None:
        line: Paragraph = self._made.add_paragraph(f"{of} ", style="Caption")
        add_field(line, f"SEQ {of} \\* ARABIC", str(number))
        line.add_run(f": {printable(text)}")
        line.paragraph_format.keep_with_next = True

    def _quiet(self, text: str) -> None:
        run = self._made.add_paragraph().add_run(printable(text))
        run.font.size, run.font.color.rgb = _SMALL, RGBColor.from_string(theme.QUIET_INK.removeprefix("#"))
