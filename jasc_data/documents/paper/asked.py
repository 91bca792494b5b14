"""The answers for a paper or a deck as it is asked for, anonymised or not, and the force's template."""

from datetime import date

from jasc_data.answers.figures.headlines import default_date, held_dates
from jasc_data.answers.standing_texts.answer import standing_texts
from jasc_data.documents.anonymous import anonymised
from jasc_data.documents.paper.paper import Paper
from jasc_data.documents.paper.part import PaperAnswers
from jasc_data.documents.paper.written_answers import written_answers
from jasc_data.documents.presentation.gathered import Asked, gathered
from jasc_data.domain.forces import ForceDirectory
from jasc_data.domain.perspective import Viewpoint
from jasc_data.domain.policy import written_until
from jasc_data.domain.settings import Settings
from jasc_data.drawing.word import Written, opened, word_file
from jasc_data.store.snapshot import Snapshot


def paper_answers(
    snapshot: Snapshot, viewpoint: Viewpoint, directory: ForceDirectory, settings: Settings, asked: Asked, today: date
) -> PaperAnswers:
    """All that the paper is made of. directory: the forces' spellings, for an anonymised copy. today: of writing."""
    if asked.anonymised:
        snapshot, viewpoint = anonymised(snapshot, viewpoint, directory, viewpoint.on(asked.as_of))
    presented = gathered(snapshot, viewpoint, settings, asked)
    latest = default_date(held_dates(snapshot, viewpoint.home))
    until = written_until(asked.as_of, latest, today, invented=asked.invented)
    written = written_answers(snapshot, presented, until)
    standing = standing_texts(snapshot, asked.texts_up_to)
    return PaperAnswers(presented, written, standing, today, asked.anonymised)


def paper_file(paper: Paper, settings: Settings) -> Written:
    """The paper as Word, by the force's own template where one is set and can be used."""
    template, said = _template(settings)
    written = word_file(paper.document, template)
    return Written(written.content, said or written.said)


def template_notice(settings: Settings) -> str:
    """A sentence where the template that is set cannot be used; blank where it can, or none is set."""
    template, said = _template(settings)
    return said or (opened(template)[1] if template is not None else "")


def _template(settings: Settings) -> tuple[bytes | None, str]:
    if settings.paper_template is None:
        return None, ""
    try:
        return settings.paper_template.read_bytes(), ""
    except OSError:
        return None, "The template that JASC_PAPER_TEMPLATE names cannot be read, so the built-in one is used."
