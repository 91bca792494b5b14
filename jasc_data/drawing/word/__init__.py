"""Documents as Word files: real headings, tables, captions and fields, and charts that Word draws itself."""

from jasc_data.drawing.word.template import opened
from jasc_data.drawing.word.written import word_file

__all__ = ["opened", "word_file"]
