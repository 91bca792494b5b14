"""A table as HTML of our own, whose rows lead on: Streamlit's table opens every link in another window."""

from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup, escape

from jasc_data.drawing.table_spec import Cell, Column, Link, Row, TableSpec, Weight
from jasc_data.drawing.tables.cell_words import cell_words

_WIDTH = Markup('<col style="width:{}%">')
_LINES = {
    Weight.LESS: Markup("<small>{}</small>"),
    Weight.EQUAL: Markup("{}"),
    Weight.MORE: Markup('<span class="late">{}</span>'),
}


def html_table(table: TableSpec, address: Callable[[Link], str], widths: Sequence[int] = ()) -> Markup:
    """The table; every text in it is escaped.

    address: that of the page to which a link leads. widths: of the first columns, in per cent; the rest share what is
    left.
    """
    kind = Markup(' class="number"' if table.of_figures else "")
    first, *others = table.columns
    head = Markup('<th scope="col">{}</th>').format(first.heading) + _joined(
        Markup('<th scope="col"{}>{}</th>').format(kind, column.heading) for column in others
    )
    body = _joined(_row(row, table.columns, kind, address) for row in table.rows)
    return Markup(
        '<table class="jasc-rows"><caption>{}</caption><colgroup>{}</colgroup>'
        "<thead><tr>{}</tr></thead><tbody>{}</tbody></table>"
    ).format(table.caption, _joined(_WIDTH.format(width) for width in widths), head, body)


def _row(row: Row, columns: Sequence[Column], kind: Markup, address: Callable[[Link], str]) -> Markup:
    first, *others = (_content(cell, column, address) for cell, column in zip(row.cells, columns, strict=True))
    rest = _joined(Markup("<td{}>{}</td>").format(kind, content) for content in others)
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format(first, rest)


def _content(cell: Cell, column: Column, address: Callable[[Link], str]) -> Markup:
    words = escape(cell_words(cell, column))
    if cell.link:
        words = Markup('<a href="{}">{}</a>').format(address(cell.link), words)
    return words + _joined(_LINES[line.weight].format(line.text) for line in cell.below)


def _joined(pieces: Iterable[Markup]) -> Markup:
    return Markup("").join(pieces)
