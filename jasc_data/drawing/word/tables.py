"""A table as Word's own: its headings on every page, its columns as wide as their words ask, numbers to the right."""

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Length, Pt, RGBColor
from docx.table import Table, _Cell

from jasc_data.drawing import theme
from jasc_data.drawing.native_charts import printable
from jasc_data.drawing.table_spec import Cell, Column, Format, Line, TableSpec, Weight
from jasc_data.drawing.tables.cell_words import cell_words, table_words
from jasc_data.drawing.word.elements import element

NUMBERS = frozenset(Format) - {
    Format.TEXT,
    Format.LONG_DATE,
    Format.SHORT_DATE,
    Format.ISO_DATE,
    Format.AGE,
}
_SIZES = (10.0, 9.5, 9.0)  # points; the largest at which no word is broken, and none smaller
_LETTER, _AIR = 0.56, 8.0  # of the text's height that a letter takes; points beside the words of a cell
_ENOUGH = 40  # letters of a line, beyond which more width makes a cell no easier to read


def add_table(document: WordDocument, spec: TableSpec, width: Length) -> Table:
    """Adds the table. What a cell links to is left out: a document leads nowhere."""
    made: Table = document.add_table(rows=1 + len(spec), cols=len(spec.columns), style="Table Grid")
    made.autofit = False
    widths, size = _measured(spec, width.pt)
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


def _measured(spec: TableSpec, width: float) -> tuple[list[float], float]:
    """The widths of the columns in points, and the size of the text at which their words fit."""
    columns = list(zip(*table_words(spec), strict=True))
    below = [[line.text for row in spec.rows for line in list(row.cells)[place].below] for place in range(len(columns))]
    longest = [max(_word(text) for text in (*column, *more)) for column, more in zip(columns, below, strict=True)]
    wanted = [
        min(max(len(text) for text in (*column, *more)), _ENOUGH) for column, more in zip(columns, below, strict=True)
    ]
    size = next((size for size in _SIZES if _needed(longest, size) <= width), _SIZES[-1])
    least = [letters * _LETTER * size + _AIR for letters in longest]
    spare = max(0.0, width - sum(least))
    more = [max(0, letters - word) for letters, word in zip(wanted, longest, strict=True)]
    asked = sum(more) * _LETTER * size
    share = min(1.0, spare / asked) if asked else 0.0
    widths = [base + letters * _LETTER * size * share for base, letters in zip(least, more, strict=True)]
    return [wide * min(1.0, width / sum(widths)) for wide in widths], size


def _needed(longest: Sequence[int], size: float) -> float:
    return sum(letters * _LETTER * size + _AIR for letters in longest)


def _word(text: str) -> int:
    return max((len(word) for word in text.split()), default=1)


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
