"""The tables of the grades: every row's counts and shares by level, and who can close the home force's items."""

from collections.abc import Mapping, Sequence

from jasc_data.answers.grades.answer import GradeMix, Grades
from jasc_data.answers.grades.text import Closing, kinds_words
from jasc_data.domain.vocabulary import Grade
from jasc_data.drawing.table_spec import Column, Contents, Format, Missing, Part, Span, TableSpec, rows_of
from jasc_data.wording.grades import grade_words
from jasc_data.wording.numbers import count_or_average, listed, sentence_case


def grade_table(grades: Grades) -> TableSpec:
    """A row per force, the group pooled and the nation; a force without grades says so and is never 0."""
    columns = (
        Column("Force"),
        Column("All open", Format.COUNT),
        *(Column(grade_words(grade), Format.SHARE) for grade in Grade),
        Column("As of", Format.LONG_DATE),
        Column("From"),
    )
    rows: list[Contents] = [
        (
            row.name,
            row.total,
            *(Part(row.by_grade[grade], row.total) for grade in Grade),
            Span(row.oldest, row.as_of),
            row.source,
        )
        for row in grades.rows
    ]
    blank = [None] * (len(columns) - 2)
    rows += [
        (force, Missing(f"{kinds_words(kinds)}: grades not held"), *blank) for force, kinds in grades.not_held.items()
    ]
    return TableSpec(columns, rows_of(rows, grades.home))


def closing_table(lines: Sequence[Closing]) -> TableSpec:
    """Who can close the home force's open items; the lines sum to the total below them."""
    total = sum(line.open for line in lines)
    rows: list[Contents] = [
        (
            sentence_case(line.who),
            sentence_case(listed([str(grade) for grade in line.grades])),
            Part(line.open, total) if total else 0,
        )
        for line in lines
    ]
    columns = (Column("Who can close"), Column("Levels"), Column("Open", Format.SHARE))
    return TableSpec(columns, rows_of([*rows, ("All", None, total)]), "Open items by who can close them")


def who_closes_table(who_closes: Mapping[Grade, str]) -> TableSpec:
    """Who may close an item of each grade."""
    columns = (Column("Grade"), Column("Who closes it"))
    rows = rows_of((grade_words(grade), sentence_case(who_closes[grade])) for grade in Grade)
    return TableSpec(columns, rows, "Who may close an item of each grade", headed_rows=False)


def count_words(row: GradeMix) -> str:
    """All open: a count, or an average to one decimal."""
    return count_or_average(row.total)
