"""The paper as it is chosen: its answers and its parts, kept between page runs, and the files made of it."""

from dataclasses import dataclass, replace
from datetime import date

from jasc_data.demonstration.forces import PAPER_TARGET, demonstration_directory
from jasc_data.documents.figure_pack import figure_pack
from jasc_data.documents.paper import Paper, PaperAnswers, make_paper
from jasc_data.documents.paper.asked import answers_from, paper_answers, paper_file
from jasc_data.documents.paper.source import brief_source
from jasc_data.documents.presentation.deck import deck_file
from jasc_data.documents.presentation.gathered import Asked
from jasc_data.documents.presentation.sets import VIEWS
from jasc_data.documents.presentation.views import views
from jasc_data.domain.forces import national_directory
from jasc_data.domain.settings import who_closes
from jasc_data.domain.vocabulary import Grade
from jasc_data.drawing.powerpoint import Ratio
from pages._shared.grounds import Grounds, cached
from pages._shared.presented import held_of


@dataclass(frozen=True)
class Chosen:
    """What is chosen: the parts in order, since when changes count, leads named, peers by letters, which meeting.

    marking: of this paper alone, blank for none. counted: what it says of the date that changes count from.
    """

    parts: tuple[str, ...]
    since: date | None
    leads: bool
    anonymised: bool
    marking: str
    meeting_on: date | None = None
    counted: tuple[str, ...] = ()


@dataclass(frozen=True)
class ShownPaper:
    """A paper with the answers that it is made of."""

    answers: PaperAnswers
    paper: Paper


def paper_of(grounds: Grounds, chosen: Chosen) -> ShownPaper:
    """The paper at the date chosen. Who may close what is read anew, so that an edited rule counts at once."""
    return _paper_of(grounds, chosen, tuple(who_closes().items()))


@cached
def _paper_of(grounds: Grounds, chosen: Chosen, closing: tuple[tuple[Grade, str], ...]) -> ShownPaper:
    answers = _answers_of(grounds, replace(chosen, parts=()), closing)
    return ShownPaper(answers, make_paper(answers, chosen.parts))


@cached
def _answers_of(grounds: Grounds, chosen: Chosen, _closing: tuple[tuple[Grade, str], ...]) -> PaperAnswers:
    """The answers, whatever the parts. With peers by letters they are others than the pages'."""
    asked = asked_for(grounds, chosen)
    snapshot, settings, today = grounds.snapshot, grounds.settings, grounds.today
    if not chosen.anonymised:
        return answers_from(snapshot, held_of(grounds), settings, asked, today)
    directory = demonstration_directory() if grounds.demonstration else national_directory()
    return paper_answers(snapshot, grounds.viewpoint, directory, settings, asked, today)


def asked_for(grounds: Grounds, chosen: Chosen) -> Asked:
    """The choices, with the date shown and the target that is set."""
    below = grounds.settings.target or (PAPER_TARGET if grounds.demonstration else None)
    return Asked(
        grounds.held_at,
        chosen.since,
        chosen.leads,
        below,
        grounds.demonstration,
        anonymised=chosen.anonymised,
        meeting_on=chosen.meeting_on,
        marking=chosen.marking,
        counted=chosen.counted,
    )


def word_of(shown: ShownPaper) -> bytes:
    """The paper as Word."""
    return paper_file(shown.paper, shown.answers.presented.settings).content


def pack_of(shown: ShownPaper) -> bytes:
    """Its figures as a workbook."""
    return figure_pack(shown.paper, shown.answers.presented.provenance(brief_source(shown.answers)))


def deck_of(shown: ShownPaper, ratio: Ratio = Ratio.WIDE) -> bytes:
    """Every view of a meeting from the same answers, as PowerPoint."""
    presented = shown.answers.presented
    return deck_file(presented, views(presented, tuple(VIEWS)), ratio).content
