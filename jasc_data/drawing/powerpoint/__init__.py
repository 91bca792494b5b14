"""Views of a presentation as slides of PowerPoint, with charts that it draws itself and the speaker's notes."""

from jasc_data.drawing.powerpoint.deck import Shown, slides_file
from jasc_data.drawing.powerpoint.template import Ratio, opened

__all__ = ["Ratio", "Shown", "opened", "slides_file"]
