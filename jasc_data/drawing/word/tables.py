"""A table as Word's own: its headings on every page, its columns as wide as their words ask, numbers to the right."""

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Length, Pt, RGBColor
from docx.table import Table, _Cell

from jasc_data.drawing import theme
from jasc_data.drawing.native_charts import printable
from jasc_data.drawing.table_spec import Cell, Column, Line, TableSpec, Weight
from jasc_data.drawing.tables.cell_words import cell_words
from jasc_data.drawing.tables.measured import NUMBERS, measured
from jasc_data.drawing.word.elements import element

_SIZES = (10.0, 9.5, 9.0)  # points; the largest at which no word is broken, and none smaller


def add_table(document: WordDocument, spec: TableSpec, width: Length) -> Table:
    """Adds the table. What a cell links to is left out: a document leads nowhere."""
    made: Table = document.add_table(rows=1 + len(spec), cols=len(spec.columns), style="Table Grid")
    made.autofit = False
    widths, size = measured(spec, width.pt, _SIZES)
    _describe(made, spec)
    head, *rows = made.rows
    head._tr.get_or_add_trPr().append(element("w:tblHeader"))
    for cell, column in zip(head.cells, spec.columns, strict=True):
        _write(cell, column.heading, column, size, bold=True)
        cell._tc.get_or_add_tcPr().append(_shade())
    for drawn, row in zip(rows, spec.rows, strict=True):
        drawn._tr.get_or_add_trPr().append(element("w:cantSplit"))
        for place, (cell, content, column) in enumerate(zip(drawn.cells, row.cells, spec.columns, strict=True)):
            bold = row.emphasised or column.emphasised or content.emphasised or (spec.headed_rows and place == 0)
            _fill(cell, content, column, size, bold=bold)
    for drawn in made.rows:
        for cell, wide in zip(drawn.cells, widths, strict=True):
            cell.width = Pt(wide)
    for grid, wide in zip(made._tbl.tblGrid.gridCol_lst, widths, strict=True):
        grid.w = Pt(wide)
    return made


def _describe(made: Table, spec: TableSpec) -> None:
    """The alternative text, which a reader of screens says before the table."""
    properties = made._tbl.tblPr
    told = printable(spec.caption or ", ".join(column.heading for column in spec.columns))
    properties.append(element("w:tblCaption", val=told))
    properties.append(element("w:tblDescription", val=f"{told}. {len(spec)} rows, {len(spec.columns)} columns."))


def _shade() -> object:
    return element("w:shd", val="clear", color="auto", fill=theme.FIELD.removeprefix("#"))


def _fill(cell: _Cell, content: Cell, column: Column, size: float, *, bold: bool) -> None:
    _write(cell, cell_words(content, column), column, size, bold=bold)
    for line in content.below:
        _add_line(cell, line, size)


def _write(cell: _Cell, text: str, column: Column, size: float, *, bold: bool) -> None:
    paragraph = cell.paragraphs[0]
    run = paragraph.add_run(printable(text))
    run.bold, run.font.size = bold or None, Pt(size)
    paragraph.paragraph_format.space_after = Pt(0)
    if column.format in NUMBERS:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _add_line(cell: _Cell, line: Line, size: float) -> None:
    paragraph = cell.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(printable(line.text))
    run.bold, run.font.size = line.weight is Weight.MORE or None, Pt(size)
    if line.weight is Weight.LESS:
        run.font.color.rgb = RGBColor.from_string(theme.QUIET_INK.removeprefix("#"))
