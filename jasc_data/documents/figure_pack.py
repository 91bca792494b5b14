"""The figure pack: a workbook with a sheet for every table of a paper, its figures typed, its sources on each."""

from collections.abc import Iterator

from jasc_data.documents.paper.paper import Paper
from jasc_data.drawing.chart import Provenance
from jasc_data.drawing.document import Document
from jasc_data.drawing.table_spec import Column, Format, TableSpec, rows_of
from jasc_data.drawing.tables.xlsx_table import Sheet, xlsx_book

_LISTED = (Column("Sheet", Format.PLAIN), Column("Part"), Column("Table"))


def figure_pack(paper: Paper, provenance: Provenance) -> bytes:
    """The workbook. provenance: whose source, marking and invention stand on every sheet."""
    document = paper.document
    told = list(document.all_tables())
    listed = rows_of((place, section.heading, shown) for place, (section, _, shown) in enumerate(told, start=1))
    above = (document.title, document.subtitle, *provenance.lines)
    contents = Sheet("Contents", above, TableSpec(_LISTED, listed, headed_rows=False))
    return xlsx_book([contents, *_sheets(document, provenance)], title=document.title)


def _sheets(document: Document, provenance: Provenance) -> Iterator[Sheet]:
    """Each is named by its number and its part, and says what it shows above the figures."""
    for place, (section, table, shown) in enumerate(document.all_tables(), start=1):
        above = (document.title, document.subtitle, section.heading, shown, *provenance.lines)
        yield Sheet(f"{place} {section.heading}", above, table)
