"""A table as CSV, every cell of it safe for spreadsheets."""

import csv
import io
from collections.abc import Iterable

from jasc_data.drawing.table_spec import TableSpec
from jasc_data.drawing.tables.cell_words import table_words
from jasc_data.wording.spreadsheet_text import safe

_BOM = b"\xef\xbb\xbf"  # or a spreadsheet takes the file for Windows-1252


def csv_table(table: TableSpec, above: Iterable[str]) -> bytes:
    """The lines that say what the table is, a blank line, the headings and the rows; UTF-8, commas."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerows([safe(line)] for line in above if line)
    writer.writerow([])
    writer.writerows([safe(" ".join(cell.split())) for cell in cells] for cells in table_words(table))
    return _BOM + text.getvalue().encode()
