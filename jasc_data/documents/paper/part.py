"""A part of the paper before it is made: its heading, and how its blocks are found."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from jasc_data.answers.standing_texts.answer import StandingTexts
from jasc_data.documents.paper.written_answers import WrittenAnswers
from jasc_data.documents.presentation.answers import Presented
from jasc_data.drawing.document import Block


@dataclass(frozen=True)
class PaperAnswers:
    """All that a paper is made of. today: the day of writing, from which the age of figures counts.

    anonymised: peers go by letters, so that no file of an export may be named, which can hold a peer's name.
    """

    presented: Presented
    written: WrittenAnswers
    standing: StandingTexts
    today: date
    anonymised: bool = False


class NotHeld(NamedTuple):
    """There is nothing to write a part from, and what is missing, as a sentence for the liaison officer."""

    why: str


Made = tuple[Block, ...] | NotHeld


@dataclass(frozen=True)
class Part:
    """What a part is called on the page and in the paper, and what makes it."""

    heading: str
    make: Callable[[PaperAnswers], Made]
