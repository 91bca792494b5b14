"""Views of a presentation as HTML, whose every measure is a part of the window's: nothing depends on its size."""

from jasc_data.drawing.slide_html.notes import notes_html
from jasc_data.drawing.slide_html.slides import slides_html

__all__ = ["notes_html", "slides_html"]
