"""The one place where text is made safe for spreadsheets, which run what begins like a formula.

A leading apostrophe makes it text; reading a file that came back takes the apostrophe off again.
"""

import re

_RUNS = re.compile(r"^[\s'\"]*[=+\-@\t\r|%]")
_GUARDED = re.compile(r"^'(?=[\s'\"]*[=+\-@\t\r|%])")
_NUMBER = re.compile(r"^-?\d[\d,.]*$")


def safe(text: str) -> str:
    """The text as a spreadsheet may have it: ``=cmd|...`` becomes ``'=cmd|...``; numbers and plain text stay."""
    if _NUMBER.match(text) or not _RUNS.match(text):
        return text
    return f"'{text}"


def as_written(text: str) -> str:
    """The text that ``safe`` was given; other text stays."""
    return _GUARDED.sub("", text, count=1)
