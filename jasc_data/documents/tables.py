"""A table as a file that leaves the dashboard: under what it is, and with where its figures come from."""

from collections.abc import Iterable

from jasc_data.drawing.chart import Provenance
from jasc_data.drawing.chart_spec import ChartSpec
from jasc_data.drawing.table_spec import TableSpec
from jasc_data.drawing.tables.csv_table import csv_table


def table_csv(title: str, table: TableSpec, provenance: Provenance, *, more: Iterable[str] = ()) -> bytes:
    """A table under its title, its source, its marking, and whether it is invented. more: lines after the title."""
    return csv_table(table, (title, *more, *provenance.lines))


def table_xlsx(title: str, table: TableSpec, provenance: Provenance, *, more: Iterable[str] = ()) -> bytes:
    """The same as a workbook of one sheet, in which numbers and days can be worked with."""
    from jasc_data.drawing.tables.xlsx_table import xlsx_table  # openpyxl: not before somebody asks for a workbook

    return xlsx_table(table, (title, *more, *provenance.lines))


def chart_csv(chart: ChartSpec) -> bytes:
    """The figures of a chart under its message, with what the chart itself carries."""
    return table_csv(chart.message, chart.table, chart.provenance, more=(chart.warning,))


def chart_xlsx(chart: ChartSpec) -> bytes:
    """The same as a workbook."""
    return table_xlsx(chart.message, chart.table, chart.provenance, more=(chart.warning,))
