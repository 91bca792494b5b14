"""What an average is called where it is drawn across points."""

from jasc_data.drawing.chart_spec import Reference
from jasc_data.drawing.native_charts.printable import printable


def average_name(reference: Reference) -> str:
    """The name and the figure: ``MSG average 106.6``."""
    return printable(f"{reference.names[0]} {reference.printed}")
