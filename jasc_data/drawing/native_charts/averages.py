"""Averages across bars: lines of two points each, on axes of their own that are as long as the bars' and not shown.

Office draws points within a chart of horizontal bars; a line by category would lie across them the other way.
"""

from collections.abc import Sequence
from typing import Any

from pptx.chart.chart import Chart
from pptx.chart.data import XyChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml import parse_xml

from jasc_data.drawing.chart_spec import Reference
from jasc_data.drawing.native_charts.axes import ACROSS, numbered
from jasc_data.drawing.native_charts.looks import stroke
from jasc_data.drawing.native_charts.printable import printable
from jasc_data.drawing.native_charts.workbook import Rows, point_rows

SHEET = "Averages"


def average_name(reference: Reference) -> str:
    """The name and the figure: ``MSG average 106.6``."""
    return printable(f"{reference.names[0]} {reference.printed}")


def add_averages(space: Any, references: Sequence[Reference], reach: float, after: int) -> Rows:
    """Adds the lines to a chart whose value axis ends at ``reach``; the cells that they refer to.

    after: how many series there are before them.
    """
    data = XyChartData()
    for one in references:
        series = data.add_series(average_name(one))
        series.add_data_point(one.value, 0)
        series.add_data_point(one.value, 1)
    written = numbered(data.xml_bytes(XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS), ACROSS)
    lines = parse_xml(written.replace(b"Sheet1!", f"{SHEET}!".encode()))
    drawn = Chart(lines, None)
    for series, one in zip(drawn.series, references, strict=True):
        stroke(series.format.line, one.role)
    for axis, most in ((drawn.category_axis, reach), (drawn.value_axis, 1)):
        axis.minimum_scale, axis.maximum_scale, axis.visible = 0, most, False
        axis.has_major_gridlines = False
    plots = space.chart.plotArea
    for place, element in enumerate(lines.xpath(".//c:ser")):
        for name in ("idx", "order"):
            element.find(f"{{*}}{name}").set("val", str(after + place))
    _right(lines)
    plots.find("{*}barChart").addnext(lines.chart.plotArea.find("{*}scatterChart"))
    plots.extend(lines.chart.plotArea.findall("{*}valAx"))
    return point_rows(data)


def _right(lines: Any) -> None:
    """The upright axis of the lines stands at the other side from the names."""
    upright = lines.chart.plotArea.findall("{*}valAx")[1]
    upright.find("{*}axPos").set("val", "r")
    upright.find("{*}crosses").set("val", "max")
