"""Views of a presentation as slides of PowerPoint, with charts that it draws itself and the speaker's notes."""

from jasc_data.drawing.powerpoint.deck import Ratio, Shown, slides_file

__all__ = ["Ratio", "Shown", "slides_file"]
