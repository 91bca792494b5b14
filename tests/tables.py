"""A table as a person reads it: the words of its cells, by the names of its rows where they have any."""

import pandas as pd

from jasc_data.drawing.table_spec import TableSpec
from jasc_data.drawing.tables.cell_words import table_words


def as_read(table: TableSpec) -> pd.DataFrame:
    """The table's text; headed rows are the index."""
    headings, *rows = table_words(table)
    text = pd.DataFrame(rows, columns=headings, dtype="str")
    return text.set_index(headings[0]) if table.headed_rows else text
