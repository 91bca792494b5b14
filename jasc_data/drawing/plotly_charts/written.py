"""Plain text as plotly writes it: in lines that fit, with nothing in it that plotly would read as HTML."""

import textwrap
from collections.abc import Sequence

from markupsafe import escape

from jasc_data.wording.outside_text import undirected

BREAK = "<br>"
TOLD = "<b>%{customdata[0]}</b>: %{customdata[1]}<extra></extra>"  # over a mark: JSON makes tags long


def written(text: str) -> str:
    """The text escaped, line for line, without directions of its own."""
    return BREAK.join(str(escape(line)) for line in undirected(text).split("\n"))


def told(name: str, hover: str) -> tuple[str, str]:
    """What ``TOLD`` says over a mark: whose it is, and what."""
    return written(name), written(hover)


def wrapped(text: str, characters: int) -> str:
    """The text in lines of at most that many characters, escaped."""
    return written("\n".join(textwrap.wrap(text, characters)))


def line_count(text: str) -> int:
    """How many lines a written text takes."""
    return text.count(BREAK) + 1


def fitting(tellings: Sequence[str], characters: float) -> str:
    """The first of the tellings that so many characters hold; the last where none does."""
    return next((telling for telling in tellings if len(telling) <= characters), tellings[-1])
