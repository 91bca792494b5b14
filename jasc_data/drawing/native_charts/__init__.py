"""Charts that Word and PowerPoint draw themselves, each with the workbook that its figures can be edited in."""

from jasc_data.drawing.native_charts.native_chart import NativeChart, native_chart, said_below
from jasc_data.drawing.native_charts.printable import printable

__all__ = ["NativeChart", "native_chart", "printable", "said_below"]
