"""A table is data first: the table of every question holds typed values under columns that say how to read them."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache, partial
from typing import Any

import pytest

from jasc_data import answers
from jasc_data.answers.activity.answer import activity_held
from jasc_data.answers.activity.tables import activity_table
from jasc_data.answers.agenda.answer import agenda
from jasc_data.answers.agenda.tables import agenda_table
from jasc_data.answers.causes import tables as cause_tables
from jasc_data.answers.causes.answer import causes_in
from jasc_data.answers.commentary.answer import commentary_of
from jasc_data.answers.commentary.search import told_of
from jasc_data.answers.commentary.tables import versions_table
from jasc_data.answers.comparison import tables as comparison_tables
from jasc_data.answers.comparison.answer import compare
from jasc_data.answers.deadlines import tables as deadline_tables
from jasc_data.answers.deadlines.answer import ageing_in
from jasc_data.answers.grades import tables as grade_tables
from jasc_data.answers.grades.answer import grades_at
from jasc_data.answers.grades.text import who_can_close
from jasc_data.answers.item import tables as item_tables
from jasc_data.answers.item.aliases import aliases_of
from jasc_data.answers.item.answer import item_history
from jasc_data.answers.pace import tables as pace_tables
from jasc_data.answers.pace.answer import pace_at
from jasc_data.answers.period_changes import tables as change_tables
from jasc_data.answers.period_changes.answer import period_changes
from jasc_data.answers.projection import tables as projection_tables
from jasc_data.answers.projection.answer import Choices, open_now, projected
from jasc_data.answers.projection.lists import target
from jasc_data.answers.projection.nearest import nearest_items
from jasc_data.answers.register import tables as register_tables
from jasc_data.answers.register.answer import Register, register_of
from jasc_data.answers.repeats.answer import repeats_in
from jasc_data.answers.repeats.tables import repeats_table
from jasc_data.answers.replies.answer import replies_to
from jasc_data.answers.replies.tables import replies_table
from jasc_data.answers.report_breakdown.answer import report_breakdown
from jasc_data.answers.report_breakdown.tables import breakdown_table
from jasc_data.answers.reports import tables as report_tables
from jasc_data.answers.reports.answer import Reports, reports_of
from jasc_data.answers.reports.history import report_history
from jasc_data.answers.reports.other_forces import spreads
from jasc_data.answers.standing_texts.answer import StandingTexts, TextVersion
from jasc_data.answers.standing_texts.tables import text_versions_table
from jasc_data.answers.steps import tables as step_tables
from jasc_data.answers.steps.answer import steps_held
from jasc_data.answers.steps.differences import differences
from jasc_data.answers.system import tables as system_tables
from jasc_data.answers.system.answer import Running, system_of
from jasc_data.answers.trend import tables as trend_tables
from jasc_data.answers.trend.answer import trend
from jasc_data.answers.trend.periods import Every, periods
from jasc_data.demonstration.forces import demonstration_directory
from jasc_data.domain.actor import Role, Way
from jasc_data.domain.perspective import Viewpoint
from jasc_data.domain.settings import Settings, who_closes
from jasc_data.domain.vocabulary import Grade
from jasc_data.drawing.table_spec import Cell, Column, Format, Missing, Part, Span, TableSpec, rows_of
from jasc_data.drawing.tables.cell_words import table_words
from jasc_data.store.snapshot import Snapshot
from tests.builders import GROUPS, HOME, REC
from tests.demonstrated import demonstrated

EARLIER, DAY = date(2023, 6, 5), date(2023, 9, 4)
NUMBERS = (Format.COUNT, Format.AVERAGE, Format.PERCENT, Format.DAYS, Format.TIMES, Format.SIGNED, Format.SUM)
TYPES: dict[Format, tuple[type, ...]] = {
    Format.TEXT: (str, date),
    **dict.fromkeys(NUMBERS, (int, float, Part)),
    Format.PLAIN: (int,),
    Format.SHARE: (Part, int),
    Format.OF_ITS: (Part, int),
    **dict.fromkeys((Format.LONG_DATE, Format.SHORT_DATE, Format.ISO_DATE), (date, Span)),
    Format.AGE: (Span,),
}
A_NUMBER = re.compile(r"[+-]?[0-9][0-9,.]*%?")
IDENTITIES = ("Reference", "Number", "Grade", "Levels")  # words of the files that may be figures
MARKUP = re.compile(r"\*\*|</?[a-z]+>|&[a-z]+;|\\[\\`*_]")


@cache
def specs() -> dict[str, TableSpec]:
    """A table by every function of a question that makes one, of the demonstration at its latest date."""
    viewpoint = Viewpoint(HOME, GROUPS, demonstration_directory().names)
    found: dict[str, TableSpec] = {}

    def keep(function: Any, *given: object, **named: object) -> None:
        found[f"{function.__module__.split('.')[2]}.{function.__name__}"] = function(*given, **named)

    store = demonstrated()
    with store.snapshot() as snapshot:
        comparison, register = compare(snapshot, viewpoint, as_of=DAY), register_of(snapshot, HOME, DAY)
        reports, changes = reports_of(snapshot, HOME, DAY), period_changes(snapshot, HOME, EARLIER, DAY)
        grades, ageing = grades_at(snapshot, viewpoint.on(DAY)), ageing_in(register)
        kinds, item = comparison.kinds, next(item for item in register.open if item.reference)
        line, across = next(iter(reports.by_label.values())), spreads(snapshot, viewpoint.on(DAY))
        projection = projected(comparison, open_now(snapshot, comparison), Choices(grades=frozenset({Grade.TWO})))
        goal = target(projection, REC, 20)
        assert goal is not None
        for table in (comparison_tables.paper_table, comparison_tables.headline_table, comparison_tables.sources_table):
            keep(table, comparison)
        keep(comparison_tables.box_table, comparison)
        keep(comparison_tables.averages_table, comparison)
        keep(comparison_tables.kind_table, comparison, REC)
        keep(comparison_tables.nation_table, kinds[REC], HOME)
        system = system_of(store, Settings(), DAY, datetime(2023, 9, 4))
        keep(system_tables.store_table, system)
        keep(system_tables.settings_table, system)
        keep(system_tables.running_table, Running(3))
        keep(system_tables.checks_table, {"sound_one": [], "other": [{"row": 1}]})
        keep(grade_tables.grade_table, grades)
        keep(grade_tables.closing_table, who_can_close(grades, who_closes()))
        keep(grade_tables.who_closes_table, who_closes())
        for deadline_table in (deadline_tables.lead_table, deadline_tables.age_table, deadline_tables.due_table):
            keep(deadline_table, ageing)
        keep(item_tables.facts_table, item, item.name, "HMICFRS", DAY)
        keep(item_tables.history_table, item_history(snapshot, item.item_key, DAY), item.name)
        keep(item_tables.aliases_table, aliases_of(snapshot, item.item_key, DAY), item.name)
        keep(change_tables.kinds_table, changes)
        keep(change_tables.classes_table, changes, "Grade", changes.by_grade)
        keep(change_tables.changed_items_table, changes.items)
        keep(change_tables.slipped_table, changes.slipped)
        keep(change_tables.with_texts, change_tables.list_table(changes, "Opened"), register, "Opened")
        keep(pace_tables.quarters_table, pace_at(snapshot, HOME, DAY), None)
        keep(pace_tables.scopes_table, pace_at(snapshot, HOME, DAY))
        keep(projection_tables.projection_table, projection)
        keep(projection_tables.path_table, goal.by_report, "The fewest reports")
        nearest = nearest_items(register, goal, goal.by_report, who_closes())
        keep(projection_tables.nearest_table, register, nearest, who_closes(), "The fewest reports")
        keep(register_tables.items_table, register, register.open, "All open items")
        keep(register_tables.overdue_table, register, register.open)
        keep(register_tables.late_table, register, ageing.overdue, "Overdue")
        keep(register_tables.steps_table, register, register.open)
        keep(cause_tables.causes_table, causes_in(register))
        keep(register_tables.file_table, register.items, DAY, with_leads=True)
        keep(repeats_table, register, repeats_in(register, ()).suggested, "Suggestions")
        keep(breakdown_table, report_breakdown(snapshot, HOME, REC, DAY))
        keep(report_tables.reports_table, reports)
        keep(report_tables.progress_table, reports)
        keep(report_tables.verdicts_table, reports, across)
        keep(report_tables.kinds_table, line)
        keep(report_tables.forces_table, line, across[line.report_id], HOME)
        keep(report_tables.history_table, report_history(snapshot, HOME, line.report_id, line.kinds, DAY))
        keep(trend_tables.points_table, trend(snapshot, viewpoint, as_of=DAY), REC)
        keep(trend_tables.periods_table, periods(snapshot, HOME, DAY, Every.QUARTER)[REC], REC)
        for function, *given in written(snapshot, register, reports):
            keep(function, *given)
    return found


def written(snapshot: Snapshot, register: Register, reports: Reports) -> Iterator[tuple[Any, ...]]:
    """The tables of what people write, each with what it is made of; those that have a choice by their usual one."""
    held, said = steps_held(snapshot, register, DAY), commentary_of(snapshot, HOME, DAY)
    replies, activity = replies_to(snapshot, reports, DAY), activity_held(snapshot, HOME, DAY)
    yield replies_table, replies
    yield activity_table, activity
    yield agenda_table, agenda(register, replies, activity, [DAY]), "Due next"
    yield versions_table, said, told_of(register, said), "Every version"
    version = TextVersion(
        1, "about", "Ours", happened_at=datetime(2023, 9, 4), who="flo", role=Role.LOCAL, way=Way.DASHBOARD
    )
    yield text_versions_table, StandingTexts((version,)), "about", "Every version"
    yield step_tables.progress_table, held
    yield step_tables.ready_table, register, held.ready, who_closes(), "Ready"
    yield step_tables.signed_off_table, register, held.signed_off, "Signed off"
    yield step_tables.differences_table, register, differences(held), "Both stand"
    yield step_tables.step_versions_table, held.versions
    yield step_tables.steps_of_item_table, held.ready[0].steps, DAY, "Steps"


def makers() -> set[str]:
    """Every public function of a question that gives a table."""
    found = set()
    for question in pkgutil.iter_modules(answers.__path__):
        try:
            module = importlib.import_module(f"{answers.__name__}.{question.name}.tables")
        except ModuleNotFoundError:
            continue
        for name, function in inspect.getmembers(module, inspect.isfunction):
            is_its_own = function.__module__ == module.__name__ and not name.startswith("_")
            if is_its_own and inspect.signature(function).return_annotation is TableSpec:
                found.add(f"{question.name}.{name}")
    return found


names = partial(pytest.mark.parametrize, "name", sorted(makers()))


def test_every_table_is_looked_at_here() -> None:
    assert set(specs()) == makers()


@names()
def test_a_table_holds_rows_of_values_of_its_columns_types(name: str) -> None:
    table = specs()[name]
    assert table.rows
    for row in table.rows:
        assert len(row.contents) == len(table.columns)
        for cell, column in zip(row.cells, table.columns, strict=True):
            if cell.value is None or isinstance(cell.value, Missing):
                continue
            assert isinstance(cell.value, TYPES[cell.format or column.format]), (column.heading, cell)
            assert not isinstance(cell.value, bool)
            if isinstance(cell.value, str) and column.heading not in IDENTITIES:
                assert not A_NUMBER.fullmatch(cell.value), (column.heading, cell)  # written where it is drawn, not here


@names()
def test_a_table_says_what_it_is_in_plain_words(name: str) -> None:
    table = specs()[name]
    words = [cell for row in table_words(table) for cell in row] + [table.caption]
    assert [text for text in words if MARKUP.search(text)] == []
    headings = [column.heading for column in table.columns]
    assert len(set(headings)) == len(headings)


def test_a_table_turned_has_its_columns_as_rows_each_value_with_its_format() -> None:
    columns = (Column("Open"), Column("Norfolk", Format.COUNT), Column("Mean", Format.AVERAGE, emphasised=True))
    table = TableSpec(columns, rows_of([("CoC", 3, 4.5), ("AFI", Cell(1234, ("stale",)), 6.0)]), "c").turned("Force")
    assert [column.heading for column in table.columns] == ["Force", "CoC", "AFI"]
    assert table_words(table) == [
        ["Force", "CoC", "AFI"],
        ["Norfolk", "3", "1,234 (stale)"],
        ["Mean", "4.5", "6.0"],
    ]
    assert [row.emphasised for row in table.rows] == [False, True]
