"""What a view shows, each kind of block within the room it is given; all measures are points."""

from typing import Any, NamedTuple

from pptx.dml.fill import FillFormat
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.shapes.shapetree import SlideShapes
from pptx.util import Pt

from jasc_data.drawing import theme
from jasc_data.drawing.chart_spec import ChartSpec
from jasc_data.drawing.native_charts import native_chart, printable
from jasc_data.drawing.native_charts.looks import colour
from jasc_data.drawing.powerpoint.texts import write
from jasc_data.drawing.slide import Block, Figure, Figures, Words
from jasc_data.drawing.table_spec import TableSpec
from jasc_data.drawing.tables.cell_words import cell_words
from jasc_data.drawing.tables.measured import NUMBERS, measured

_BODY, _LABEL, _VALUE, _LEAST = 16.0, 18.0, 48.0, 11.0
_OF_TABLES = (16.0, 14.0, 12.0)
_LINE, _CAPTION, _APART = 1.35, 24.0, 12.0  # of the text's height; points above a chart or table; between figures
_PADDING = 4.0


class Room(NamedTuple):
    """Where a block stands on the slide."""

    left: float
    top: float
    width: float
    height: float


def wanted(block: Block, width: float) -> float:
    """How high the block would like to be."""
    match block:
        case ChartSpec():
            return native_chart(block, width, _BODY).height + _CAPTION
        case TableSpec():
            return (len(block) + 1) * _OF_TABLES[0] * _LINE * 2 + (_CAPTION if block.caption else 0)
        case Figures():
            lines = max((len(figure.lines) for figure in block.figures), default=0)
            return (_LABEL + _VALUE + lines * _BODY * 1.6) * _LINE
        case Words():
            return sum(1 + len(line) * _BODY * 0.5 // width for line in block.lines) * _BODY * _LINE


def add_block(shapes: SlideShapes, block: Block, room: Room) -> None:
    """Adds the block to a slide."""
    match block:
        case ChartSpec():
            _add_chart(shapes, block, room)
        case TableSpec():
            _add_table(shapes, block, room)
        case Figures():
            _add_figures(shapes, block, room)
        case Words():
            write(_text(shapes, room), block.lines, _BODY)


def _add_chart(shapes: SlideShapes, spec: ChartSpec, room: Room) -> None:
    """The chart under what it measures, its text as large as its height allows."""
    below = _captioned(shapes, f"{spec.warning}. {spec.measure}" if spec.warning else spec.measure, room)
    asked = native_chart(spec, room.width, _BODY)
    text = max(_LEAST, min(_BODY, _BODY * below.height / asked.height))
    chart = asked if text == _BODY else native_chart(spec, room.width, text)
    left, top, width, height = map(Pt, below)
    data: Any = chart  # python-pptx asks of it what it asks of its own data: XML and workbook
    frame = shapes.add_chart(XL_CHART_TYPE.BAR_STACKED, left, top, width, height, data)
    _tell(frame, spec.message, spec.alt)


def _add_table(shapes: SlideShapes, spec: TableSpec, room: Room) -> None:
    below = _captioned(shapes, spec.caption, room) if spec.caption else room
    widths, size = measured(spec, room.width, _OF_TABLES)
    scale = room.width / sum(widths)
    height = (len(spec) + 1) * size * _LINE
    frame = shapes.add_table(
        len(spec) + 1, len(spec.columns), Pt(below.left), Pt(below.top), Pt(below.width), Pt(height)
    )
    _tell(frame, "Table", spec.caption or ", ".join(column.heading for column in spec.columns))
    table = frame.table
    table.horz_banding = False
    for place, wide in enumerate(widths):
        table.columns[place].width = Pt(wide * scale)
    for place, column in enumerate(spec.columns):
        _write_cell(table.cell(0, place), [column.heading], size, head=True, number=column.format in NUMBERS)
    for number, row in enumerate(spec.rows, start=1):
        for place, (cell, column) in enumerate(zip(row.cells, spec.columns, strict=True)):
            bold = row.emphasised or cell.emphasised or column.emphasised
            lines = [cell_words(cell, column), *(line.text for line in cell.below)]
            _write_cell(table.cell(number, place), lines, size, bold=bold, number=column.format in NUMBERS)


def _write_cell(
    cell: Any, lines: list[str], size: float, *, head: bool = False, bold: bool = False, number: bool = False
) -> None:
    ground: FillFormat = cell.fill
    ground.solid()
    ground.fore_color.rgb = colour(theme.HOME if head else theme.WHITE)
    cell.margin_top = cell.margin_bottom = Pt(_PADDING / 2)
    cell.margin_left = cell.margin_right = Pt(_PADDING)
    cell.vertical_anchor = MSO_ANCHOR.TOP
    ink, align = theme.WHITE if head else theme.INK, PP_ALIGN.RIGHT if number else PP_ALIGN.LEFT
    write(cell.text_frame, lines, size, bold=bold or head, ink=ink, align=align)


def _add_figures(shapes: SlideShapes, block: Figures, room: Room) -> None:
    """Side by side, each with its words below."""
    number = max(1, len(block.figures))
    width = (room.width - _APART * (number - 1)) / number
    for place, figure in enumerate(block.figures):
        _add_figure(shapes, figure, Room(room.left + place * (width + _APART), room.top, width, room.height))


def _add_figure(shapes: SlideShapes, figure: Figure, room: Room) -> None:
    text = _text(shapes, room)
    write(text, [figure.label], _LABEL, bold=True)
    write(text, [figure.value], _VALUE, bold=True, ink=theme.HOME)
    write(text, figure.lines, _BODY)


def _captioned(shapes: SlideShapes, caption: str, room: Room) -> Room:
    """Writes a line above; the room that is left below it."""
    write(_text(shapes, room._replace(height=_CAPTION)), [caption], 14, ink=theme.QUIET_INK)
    return room._replace(top=room.top + _CAPTION, height=room.height - _CAPTION)


def _text(shapes: SlideShapes, room: Room) -> Any:
    frame = shapes.add_textbox(*map(Pt, room)).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = 0
    return frame


def _tell(frame: Any, name: str, alt: str) -> None:
    """The alternative text of a chart or a table."""
    described = frame._element.nvGraphicFramePr.cNvPr
    described.set("descr", printable(alt))
    described.set("name", printable(name))
