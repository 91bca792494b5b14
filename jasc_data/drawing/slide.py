"""One view of a presentation, as data: what it says, what it shows, and what a speaker can be asked about it.

It is made of the same specs as the pages, and knows nothing of any medium: the meeting view draws it as HTML.
"""

from dataclasses import dataclass

from jasc_data.drawing.chart_spec import ChartSpec
from jasc_data.drawing.table_spec import TableSpec


@dataclass(frozen=True)
class Figure:
    """A figure that is read from the back of the room. lines: what is said below it, the most important first."""

    value: str
    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Figures:
    """Figures side by side."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Words:
    """A few sentences, each a line of its own."""

    lines: tuple[str, ...]


Block = ChartSpec | TableSpec | Figures | Words


@dataclass(frozen=True)
class Question:
    """What a member of the committee is likely to ask, and the answer in sentences."""

    asked: str
    answered: tuple[str, ...]


@dataclass(frozen=True)
class Slide:
    """A view. name: in its address. title: the finding, in one line or two. source: whose figures, and as of when.

    spoken: the sentences behind it. questions: what will be asked.
    """

    name: str
    title: str
    blocks: tuple[Block, ...]
    source: str
    spoken: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
