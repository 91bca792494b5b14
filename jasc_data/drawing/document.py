"""A document to be read, as data: sections with sentences, tables and charts, which know nothing of any medium.

It is made of the same specs as the pages. Word draws it, and a page shows it as it will read.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jasc_data.drawing.chart_spec import ChartSpec
from jasc_data.drawing.slide import Words
from jasc_data.drawing.table_spec import TableSpec

Block = Words | TableSpec | ChartSpec


@dataclass(frozen=True)
class Section:
    """A part of a document. name: by which it is chosen. blocks: what it holds, in reading order."""

    name: str
    heading: str
    blocks: tuple[Block, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """All that it says in sentences."""
        return tuple(line for block in self.blocks if isinstance(block, Words) for line in block.lines)

    @property
    def tables(self) -> tuple[TableSpec, ...]:
        """Its tables, those of its charts left aside."""
        return tuple(block for block in self.blocks if isinstance(block, TableSpec))

    @property
    def charts(self) -> tuple[ChartSpec, ...]:
        """Its charts."""
        return tuple(block for block in self.blocks if isinstance(block, ChartSpec))


@dataclass(frozen=True)
class Document:
    """The sections in order under a title. marks: what stands on every page, such as the protective marking."""

    title: str
    subtitle: str
    as_of: date
    sections: tuple[Section, ...]
    marks: tuple[str, ...] = ()

    def all_tables(self) -> Iterator[tuple[Section, TableSpec, str]]:
        """Every table with its section and what it shows, the figures of the charts among them."""
        for section in self.sections:
            for block in section.blocks:
                if isinstance(block, TableSpec):
                    yield section, block, block.caption
                elif isinstance(block, ChartSpec):
                    yield section, block.table, block.message


@dataclass(frozen=True)
class Written:
    """A file's bytes. said: a sentence where the template could not be used; else blank."""

    content: bytes
    said: str = ""
