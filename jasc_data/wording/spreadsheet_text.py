"""The one place where text is made safe for spreadsheets, which run what begins like a formula.

A leading apostrophe makes it text; reading a file that came back takes the apostrophe off again.
"""

import re

# What stands before a formula or is not seen, and what a formula begins with, also at full width and small.
_PASSED_OVER = "\\s'\"\x00-\x1f\x7f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"
_BEGINS = "=+\\-@|%\uff1d\uff0b\uff0d\uff20\uff5c\uff05\ufe62\ufe63\ufe66\ufe6b"
_RUNS = re.compile(f"^(?:[{_PASSED_OVER}]*[{_BEGINS}]|[\\s'\"]*[\\t\\r\x00])")
_GUARDED = re.compile(f"^'(?=[{_PASSED_OVER}]*[{_BEGINS}]|[\\s'\"]*[\\t\\r\x00])")
_NUMBER = re.compile(r"-?\d[\d,.]*")


def safe(text: str) -> str:
    """The text as a spreadsheet may have it: ``=cmd|...`` becomes ``'=cmd|...``; numbers and plain text stay."""
    if _NUMBER.fullmatch(text) or not _RUNS.match(text):
        return text
    return f"'{text}"


def as_written(text: str) -> str:
    """The text that ``safe`` was given; other text stays."""
    return _GUARDED.sub("", text, count=1) if text.startswith("'") else text
