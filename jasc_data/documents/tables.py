"""A table as a file that leaves the dashboard: CSV that says what it is, every cell of it safe for spreadsheets."""

import csv
import io
from collections.abc import Iterable, Sequence

from jasc_data.drawing.chart import Provenance, Table
from jasc_data.drawing.chart_spec import ChartSpec
from jasc_data.wording.spreadsheet_text import safe

_BOM = b"\xef\xbb\xbf"  # or a spreadsheet takes the file for Windows-1252


def csv_file(above: Iterable[str], headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """The lines that say what the table is, a blank line, the headings and the rows; UTF-8, commas."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerows([safe(line)] for line in above if line)
    writer.writerow([])
    for cells in (headings, *rows):
        writer.writerow([safe(" ".join(cell.split())) for cell in cells])
    return _BOM + text.getvalue().encode()


def table_csv(title: str, table: Table, provenance: Provenance, *, more: Iterable[str] = ()) -> bytes:
    """A table under its title, its source, its marking, and whether it is invented. more: lines after the title."""
    named = [str(name) for name in table.index.names if name is not None]
    shown = table.reset_index() if named else table
    rows = ([str(cell) for cell in row] for row in shown.itertuples(index=False))
    return csv_file((title, *more, *provenance.lines), [str(heading) for heading in shown.columns], rows)


def chart_csv(chart: ChartSpec) -> bytes:
    """The figures of a chart under its message, with what the chart itself carries."""
    return table_csv(chart.message, chart.table, chart.provenance, more=(chart.warning,))
