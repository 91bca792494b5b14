"""The parts of what is to be done: reports, the path to a target, overdue items, causes of concern, what changed."""

from collections.abc import Iterator
from dataclasses import replace

from jasc_data.answers.causes.tables import causes_table
from jasc_data.answers.causes.text import causes_sentences
from jasc_data.answers.deadlines.text import ageing_sentences
from jasc_data.answers.figures.item_sources import kind_not_held, nothing_held, short_item_source, some_reports_only
from jasc_data.answers.period_changes.answer import PeriodChanges
from jasc_data.answers.period_changes.tables import LISTS, kinds_table, list_table
from jasc_data.answers.period_changes.text import changes_notices, changes_sentences, changes_source
from jasc_data.answers.projection.tables import path_table
from jasc_data.answers.projection.text import target_text, ways
from jasc_data.answers.register.tables import late_table
from jasc_data.answers.reports.charts import report_bars
from jasc_data.answers.reports.other_forces import spread_sentences
from jasc_data.answers.reports.tables import reports_table
from jasc_data.answers.reports.text import reports_sentences
from jasc_data.documents.paper.part import Made, NotHeld, PaperAnswers
from jasc_data.domain.vocabulary import Kind
from jasc_data.drawing.document import Block
from jasc_data.drawing.slide import Words
from jasc_data.drawing.table_spec import TableSpec
from jasc_data.wording.definitions import LEFT
from jasc_data.wording.numbers import long_date

_NO_TARGET = "No target is set; the setting JASC_TARGET sets one."
_LISTED = ("Opened", "Closed", LEFT)  # what is read item by item; the rest is counted


def reports(answers: PaperAnswers) -> Made:
    """The reports that the open items come from, the largest first."""
    presented, found = answers.presented, answers.presented.reports
    if found is None or not found.held:
        return NotHeld(_no_items(answers))
    chart = report_bars(found, presented.provenance(short_item_source(found.sources)))
    still_open = replace(found, lines=found.with_open)
    said = Words(reports_sentences(found))
    return (said, chart, reports_table(still_open)) if chart else (said,)


def target(answers: PaperAnswers) -> Made:
    """What it takes to come below the target, and the two ways there."""
    goal, projection = answers.presented.goal, answers.presented.projection
    if goal is None:
        held = Kind.RECOMMENDATION in projection.held
        return NotHeld(_NO_TARGET if held else "The recommendations are not held as items, so none can be chosen.")
    paths = ways(goal).items() if goal.needed else ()
    tables = (path_table(path, f"{name}: {sentence}") for name, (path, sentence) in paths)
    return Words(target_text(projection, goal)), *(table for table in tables if len(table))


def overdue(answers: PaperAnswers) -> Made:
    """The overdue items with their reasons, and whether other forces have the same reports open."""
    ageing = answers.presented.ageing
    if not ageing.register.held:
        return NotHeld(_no_items(answers))
    said: tuple[Block, ...] = (Words(ageing_sentences(ageing)),)
    if not ageing.overdue:
        return said
    table = late_table(ageing.register, ageing.overdue, f"Items past the HMICFRS deadline on {long_date(ageing.day)}")
    shown = table if answers.presented.leads else _without_lead(table)
    return *said, shown, Words(tuple(_elsewhere(answers)))


def _without_lead(table: TableSpec) -> TableSpec:
    return table.without(next(column for column in table.columns if column.heading == "Lead"))


def _elsewhere(answers: PaperAnswers) -> Iterator[str]:
    """For each report with overdue items, whether it is an issue for others, as far as their items are held."""
    found = answers.presented.reports
    for line in found.with_open if found else ():
        if line.overdue and found:
            spread = answers.presented.spreads.get(line.report_id)
            known = not line.shared or (spread is not None and any(one.force != found.home for one in spread.forces))
            told = spread_sentences(spread, found.home, found.as_of, shared=line.shared) if known else ()
            yield from (f"{line.label}: {sentence}" for sentence in told or ("other forces' items are not held.",))


def causes(answers: PaperAnswers) -> Made:
    """Every open cause of concern, with what belongs to it."""
    found = answers.presented.causes
    if not found.held:
        return NotHeld(kind_not_held(found.register.home, Kind.CAUSE_OF_CONCERN))
    said = Words(causes_sentences(found))
    return (said, causes_table(found)) if found.causes else (said,)


def changes(answers: PaperAnswers) -> Made:
    """What opened, closed and left since the date that changes are counted from."""
    found = answers.presented.changes
    if found is None:
        return NotHeld("No earlier date is held, or on the list of meetings, that changes could be counted from.")
    if not found.compared:
        return NotHeld(
            f"The items of {found.home} are not held at both {long_date(found.first)} and {long_date(found.last)}."
        )
    said = (*answers.presented.counted, *changes_sentences(found), *changes_notices(found), changes_source(found))
    return kinds_table(found), Words(said), *_lists(found)


def _lists(found: PeriodChanges) -> Iterator[TableSpec]:
    for name in _LISTED:
        if LISTS[name][0](found):
            listed = list_table(found, name)
            yield listed.table.captioned(f"{name}: {listed.words}")


def _no_items(answers: PaperAnswers) -> str:
    found = answers.presented.comparison
    reports_found = answers.presented.reports
    if reports_found is not None and found.as_of is not None:
        return some_reports_only(found.home, found.as_of)
    if not found.home_is_held:
        return f"No figures of {found.home} are held."
    return nothing_held(found.home, found.as_of)
