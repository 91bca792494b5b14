"""A table as Streamlit's own takes it: cells in Markdown, in which text stays text and what matters most is bold."""

from typing import TYPE_CHECKING

from jasc_data.drawing.table_spec import TableSpec
from jasc_data.drawing.tables.cell_words import cell_words
from jasc_data.wording.markdown_text import plain

if TYPE_CHECKING:
    import pandas as pd


def markdown_table(table: TableSpec) -> "pd.DataFrame":
    """The cells as text. The names of headed rows are the index; lines below a value are left out."""
    import pandas as pd  # takes longest of all to load, and the first page shows no table

    headings = [_bold(plain(column.heading), column.emphasised) for column in table.columns]
    rows = [
        [
            _bold(cell_words(cell, column, plain), cell.emphasised or column.emphasised or row.emphasised)
            for cell, column in zip(row.cells, table.columns, strict=True)
        ]
        for row in table.rows
    ]
    shown = pd.DataFrame(rows, columns=headings, dtype="str")
    return shown.set_index(headings[0]) if table.headed_rows else shown


def _bold(text: str, emphasised: bool) -> str:
    return f"**{text}**" if emphasised and text else text
