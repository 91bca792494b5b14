"""What a committee is likely to ask at a view, with the answers that the pages give."""

from jasc_data.answers.comparison.text import movement_words
from jasc_data.answers.grades.text import who_can_close
from jasc_data.answers.reports.other_forces import spread_sentences
from jasc_data.answers.reports.text import reports_sentences
from jasc_data.documents.presentation.answers import Presented
from jasc_data.domain.vocabulary import Kind
from jasc_data.drawing.slide import Question
from jasc_data.wording.grades import level_words
from jasc_data.wording.numbers import listed


def likely(*found: Question | None) -> tuple[Question, ...]:
    """The questions that can be answered."""
    return tuple(question for question in found if question and question.answered)


def who_closes(presented: Presented) -> Question | None:
    """Who can sign off how many."""
    if presented.grades is None:
        return None
    told = (
        f"{line.open:,}: {line.who} ({listed([level_words(grade) for grade in line.grades])})."
        for line in who_can_close(presented.grades, presented.who_closes)
        if line.open
    )
    return Question("Who can close them?", tuple(told))


def which_report(presented: Presented) -> Question | None:
    """Where the items come from."""
    return (
        Question("Which reports do they come from?", reports_sentences(presented.reports)[:3])
        if presented.reports
        else None
    )


def elsewhere(presented: Presented) -> Question | None:
    """Whether the largest report is an issue in other forces."""
    line, reports = presented.largest, presented.reports
    if line is None or reports is None:
        return None
    told = spread_sentences(presented.spreads.get(line.report_id), reports.home, reports.as_of, shared=line.shared)
    return Question(f"Is {line.label} an issue elsewhere too?", told)


def since_last(presented: Presented, *kinds: Kind) -> Question | None:
    """Whether it is more or fewer than in the export before."""
    told = tuple(
        f"{kind.short_heading}: {movement_words(presented.movements[kind])}."
        for kind in kinds
        if kind in presented.movements
    )
    return Question("Is it better or worse than before?", told)
