"""What every way of drawing a chart comes to."""

from dataclasses import dataclass
from typing import Any

from jasc_data.drawing.native_charts.workbook import Rows


@dataclass(frozen=True)
class Drawn:
    """A chart's XML as an element, the sheets that it refers to, and the places of the series that a key names."""

    space: Any
    sheets: dict[str, Rows]
    named: tuple[int, ...]
