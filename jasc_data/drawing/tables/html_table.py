"""A table as HTML of our own, whose rows lead on: Streamlit's table opens every link in another window."""

from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup, escape

from jasc_data.drawing.table_spec import Cell, Column, Link, Row, TableSpec, Weight
from jasc_data.drawing.tables.cell_words import cell_words
from jasc_data.wording.outside_text import undirected

_WIDTH = Markup('<col style="width:%s%%">')
_LINES = {
    Weight.LESS: Markup("<small>%s</small>"),
    Weight.EQUAL: Markup("%s"),
    Weight.MORE: Markup('<span class="late">%s</span>'),
}


def html_table(table: TableSpec, address: Callable[[Link], str], widths: Sequence[int] = ()) -> Markup:
    """The table; every text in it is escaped.

    address: that of the page to which a link leads. widths: of the first columns, in per cent; the rest share what is
    left.
    """
    kind = Markup(' class="number"' if table.of_figures else "")
    first, *others = table.columns
    head = Markup('<th scope="col">%s</th>') % first.heading + _joined(
        Markup('<th scope="col"%s>%s</th>') % (kind, column.heading) for column in others
    )
    openings = [f'<td{kind} data-heading="{escape(column.heading)}">' for column in others]
    body = _joined(_row(row, table.columns, openings, address) for row in table.rows)
    return Markup(
        '<table class="jasc-rows"><caption>%s</caption><colgroup>%s</colgroup>'
        "<thead><tr>%s</tr></thead><tbody>%s</tbody></table>"
    ) % (table.caption, _joined(_WIDTH % width for width in widths), head, body)


def _row(row: Row, columns: Sequence[Column], openings: Sequence[str], address: Callable[[Link], str]) -> Markup:
    """Put together without asking of each piece again whether it is safe: a page has a thousand of them.

    openings: of the cells behind the first; each carries its heading, for a phone, where a row is a block of lines.
    """
    first, *others = (_content(cell, column, address) for cell, column in zip(row.cells, columns, strict=True))
    rest = "".join([f"{opening}{content}</td>" for opening, content in zip(openings, others, strict=True)])
    return Markup(f'<tr><th scope="row">{first}</th>{rest}</tr>')


def _content(cell: Cell, column: Column, address: Callable[[Link], str]) -> Markup:
    words = escape(cell_words(cell, column))
    if cell.link:
        words = Markup(f'<a href="{escape(address(cell.link))}">{words}</a>')
    return (
        Markup("".join([words, *(_LINES[line.weight] % undirected(line.text) for line in cell.below)]))
        if cell.below
        else words
    )


def _joined(pieces: Iterable[Markup]) -> Markup:
    """All of them safe already, so that none need be looked at again."""
    return Markup("".join(pieces))
