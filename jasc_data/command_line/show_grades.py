"""``show grades``: open recommendations and AFIs by level, for a force and its most similar group."""

import argparse
from typing import Any

from jasc_data.answers.comparison.answer import compare
from jasc_data.answers.grades.answer import Grades, grades_at
from jasc_data.answers.grades.tables import grade_table
from jasc_data.answers.grades.text import grade_notices, grade_sentences
from jasc_data.command_line.commands import Answer
from jasc_data.command_line.viewpoint import add_viewpoint, looking, viewpoint_of
from jasc_data.domain.settings import Settings, who_closes
from jasc_data.domain.vocabulary import Grade
from jasc_data.drawing.tables.terminal_table import terminal_table


def add_options(parser: argparse.ArgumentParser) -> None:
    """The command's options, and what its shares are of."""
    add_viewpoint(parser)
    parser.epilog = "A share is of all open recommendations and AFIs of the force whose grades are held."


def show_grades(settings: Settings, given: argparse.Namespace) -> Answer:
    """The grades held for a force and its group: from items, or from positions that give grades."""
    viewpoint = viewpoint_of(settings, given)
    with looking(settings, given) as (snapshot, home, day):
        if day is None:
            return Answer({"force": home, "as_of": None, "rows": []}, "No figures are held.")
        grades = grades_at(snapshot, viewpoint.on(day))
        comparison = compare(snapshot, viewpoint, as_of=day)
    rows = _rows(grades)
    data = {"force": home, "as_of": day.isoformat(), "rows": rows}
    said = (*grade_sentences(grades, who_closes()), *grade_notices(grades, comparison))
    return Answer(data, "\n".join([*([*terminal_table(grade_table(grades)), ""] if rows else []), *said]))


def _rows(grades: Grades) -> list[dict[str, Any]]:
    """A row for every grade of every force and kind of which grades are held, also where none is open."""
    totals: dict[str, int] = {}
    for figure in grades.figures:
        totals[figure.force] = totals.get(figure.force, 0) + figure.open
    return [
        {
            "force": figure.force,
            "kind": figure.kind.value,
            "grade": None if grade is Grade.NOT_GRADED else int(grade),
            "open": figure.by_grade[grade],
            "share": figure.by_grade[grade] / totals[figure.force] if totals[figure.force] else 0.0,
        }
        for figure in sorted(grades.figures, key=lambda one: (one.force != grades.home, one.force, one.kind))
        for grade in Grade
    ]
