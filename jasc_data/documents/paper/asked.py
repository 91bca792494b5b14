"""The answers for a paper or a deck as it is asked for, anonymised or not, and the file."""

from datetime import date

from jasc_data.answers.figures.headlines import default_date, held_dates
from jasc_data.answers.standing_texts.answer import standing_texts
from jasc_data.documents.anonymous import anonymised
from jasc_data.documents.paper.paper import Paper
from jasc_data.documents.paper.part import PaperAnswers
from jasc_data.documents.paper.written_answers import written_answers
from jasc_data.documents.presentation.gathered import Asked, Held, gathered, held_at
from jasc_data.documents.templates import paper_template
from jasc_data.domain.forces import ForceDirectory
from jasc_data.domain.perspective import Viewpoint
from jasc_data.domain.policy import written_until
from jasc_data.domain.settings import Settings
from jasc_data.drawing.document import Written
from jasc_data.drawing.word import word_file
from jasc_data.store.snapshot import Snapshot


def paper_answers(
    snapshot: Snapshot, viewpoint: Viewpoint, directory: ForceDirectory, settings: Settings, asked: Asked, today: date
) -> PaperAnswers:
    """All that the paper is made of. directory: the forces' spellings, for an anonymised copy. today: of writing."""
    if asked.anonymised:
        snapshot, viewpoint = anonymised(snapshot, viewpoint, directory, viewpoint.on(asked.as_of))
    return answers_from(snapshot, held_at(snapshot, viewpoint, asked.as_of), settings, asked, today)


def answers_from(snapshot: Snapshot, held: Held, settings: Settings, asked: Asked, today: date) -> PaperAnswers:
    """The same from answers that are found already and what people wrote. held: anonymised where that is asked."""
    presented = gathered(snapshot, held, settings, asked)
    latest = default_date(held_dates(snapshot, held.comparison.home))
    until = written_until(asked.as_of, latest, today, invented=asked.invented)
    written = written_answers(snapshot, presented, until)
    standing = standing_texts(snapshot)
    return PaperAnswers(presented, written, standing, today, asked.anonymised)


def paper_file(paper: Paper, settings: Settings) -> Written:
    """The paper as Word, by the force's own template where one is set and can be used."""
    template, said = paper_template(settings)
    written = word_file(paper.document, template)
    return Written(written.content, said or written.said)
