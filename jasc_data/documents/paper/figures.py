"""The parts of the headline figures: the position, the group and the nation, the levels, and the sources of it all."""

from jasc_data.answers.comparison.charts import bar_chart
from jasc_data.answers.comparison.notices import notices
from jasc_data.answers.comparison.provenance import short_source
from jasc_data.answers.comparison.tables import averages_table, box_table, paper_table, sources_table
from jasc_data.answers.comparison.text import movement_words, position_sentences
from jasc_data.answers.grades.answer import Whose
from jasc_data.answers.grades.charts import grade_bars
from jasc_data.answers.grades.tables import closing_table
from jasc_data.answers.grades.text import grade_notices, grade_sentences, grade_source, home_missing, who_can_close
from jasc_data.documents.paper.part import Made, NotHeld, PaperAnswers
from jasc_data.documents.paper.source import source_line
from jasc_data.domain.vocabulary import Kind
from jasc_data.drawing.document import Block
from jasc_data.drawing.slide import Words
from jasc_data.drawing.table_spec import Column, TableSpec, rows_of
from jasc_data.wording.definitions import DEFINITIONS
from jasc_data.wording.numbers import sentence_case
from jasc_data.wording.standing import FEWER_IS_BETTER

_DEFINED = (Column("Word"), Column("Meaning"))


def position(answers: PaperAnswers) -> Made:
    """The box of the current position, and how it stands and moved in sentences."""
    comparison, movements = answers.presented.comparison, answers.presented.movements
    if not comparison.home_is_held:
        return NotHeld(f"No figures of {comparison.home} are held.")
    moved = [f"{kind.short_heading}: {movement_words(movements[kind])}." for kind in Kind if kind in movements]
    return box_table(comparison), Words((*position_sentences(comparison), *moved, FEWER_IS_BETTER))


def comparison(answers: PaperAnswers) -> Made:
    """The group's table with the average column, the boxes of both averages, a chart a kind."""
    found = answers.presented.comparison
    if not found.home_is_held:
        return NotHeld(f"No figures of {found.home} are held.")
    provenance = answers.presented.provenance(short_source(found))
    charts = (bar_chart(found, kind, provenance) for kind in Kind)
    return paper_table(found).turned("Force"), averages_table(found), *(chart for chart in charts if chart)


def grades(answers: PaperAnswers) -> Made:
    """The levels against the group and the nation, and who signs off how many."""
    presented, found = answers.presented, answers.presented.grades
    if found is None or found.row(Whose.HOME) is None:
        return NotHeld(sentence_case(home_missing(found)) if found else "No grades are held.")
    chart = grade_bars(found, presented.provenance(grade_source(found)))
    closing = who_can_close(found, presented.who_closes)
    said = (*grade_sentences(found, presented.who_closes), *grade_notices(found, presented.comparison))
    blocks: tuple[Block, ...] = (Words(said), closing_table(closing))
    return (*blocks, chart) if chart else blocks


def sources(answers: PaperAnswers) -> Made:
    """Which exports the figures come from, what must be said of their dates, and what the words mean."""
    found = answers.presented.comparison
    table = sources_table(found)
    if answers.anonymised:
        table = table.without(table.columns[-1])  # the files' names
    said = Words((source_line(answers), *notices(found, answers.today)))
    defined = TableSpec(_DEFINED, rows_of(DEFINITIONS), "What the words mean")
    return (table, said, defined) if len(table) else (said, defined)
