"""The paper as a document: the parts asked for that can be written, and those left out with what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from jasc_data.documents.paper.part import NotHeld, PaperAnswers
from jasc_data.documents.paper.parts import PARTS
from jasc_data.drawing.chart import INVENTED
from jasc_data.drawing.document import Document, Section
from jasc_data.wording.numbers import counted, long_date

__all__ = ["LeftOut", "Paper", "PaperAnswers", "make_paper"]


@dataclass(frozen=True)
class LeftOut:
    """A part that was asked for and could not be written. why: a sentence."""

    name: str
    heading: str
    why: str


@dataclass(frozen=True)
class Paper:
    """The document, and the parts that are not in it."""

    document: Document
    left_out: tuple[LeftOut, ...]

    @property
    def headline(self) -> str:
        """The page's message: of when the paper is, and how many of the parts asked for are in it."""
        written, absent = len(self.document.sections), len(self.left_out)
        parts = f"{written} of {written + absent} parts, {absent} left out" if absent else counted(written, "part")
        return f"Paper with the figures of {long_date(self.document.as_of)}: {parts}"


def make_paper(answers: PaperAnswers, names: Sequence[str] = tuple(PARTS)) -> Paper:
    """The parts of those names, in that order, each once."""
    comparison, settings = answers.presented.comparison, answers.presented.settings
    assert comparison.as_of is not None, "a paper is of a date at which something is held"
    sections, left_out = [], []
    for name in dict.fromkeys(names):
        made, heading = PARTS[name].make(answers), PARTS[name].heading
        if isinstance(made, NotHeld):
            left_out.append(LeftOut(name, heading, made.why))
        else:
            sections.append(Section(name, heading, made))
    marks = (settings.marking, INVENTED if answers.presented.invented else "")
    document = Document(
        title=f"{comparison.home}: HMICFRS update for the Joint Audit and Standards Committee",
        subtitle=answers.presented.when,
        as_of=comparison.as_of,
        sections=tuple(sections),
        marks=tuple(mark for mark in marks if mark),
    )
    return Paper(document, tuple(left_out))
