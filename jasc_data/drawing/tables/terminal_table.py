"""A table as lines for a terminal: aligned, figures to the right."""

from jasc_data.drawing.table_spec import Format, TableSpec
from jasc_data.drawing.tables.cell_words import table_words


def terminal_table(table: TableSpec) -> list[str]:
    """The headings and the rows, a line each; no line for a table without rows. Lines below a value are left out."""
    if not table.rows:
        return []
    lines = [[" ".join(cell.split()) for cell in cells] for cells in table_words(table)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    aligned = ["<" if column.format is Format.TEXT else ">" for column in table.columns]
    return [
        "  ".join(f"{cell:{side}{width}}" for cell, side, width in zip(line, aligned, widths, strict=True)).rstrip()
        for line in lines
    ]
