"""The levels side by side: a bar of 100% for the home force, the group pooled, the nation and each other member."""

from jasc_data.answers.grades.answer import GradeMix, Grades, Whose
from jasc_data.answers.grades.tables import count_words, grade_table
from jasc_data.answers.grades.text import kinds_words, levels_message, message, part_words
from jasc_data.domain.vocabulary import Grade
from jasc_data.drawing.chart import Provenance, extremes, file_name_part, longest_told
from jasc_data.drawing.chart_spec import Bar, ChartSpec, Key, Part, StackedShares
from jasc_data.drawing.roles import LEVELS
from jasc_data.wording.numbers import listed, short_date, whole_percent


def grade_bars(grades: Grades, provenance: Provenance) -> ChartSpec | None:
    """The chart; None when no row has an open item."""
    rows = [row for row in grades.rows if row.total]
    if not rows:
        return None
    compared = tuple(_bar(row) for row in rows if row.whose is not Whose.MEMBER)
    members = tuple(_bar(row) for row in rows if row.whose is Whose.MEMBER)
    days = sorted({day for row in rows for day in (row.oldest, row.as_of)})
    when = short_date(days[0]) if len(days) == 1 else f"{short_date(days[0])} to {short_date(days[-1])}"
    return ChartSpec(
        plot=StackedShares(tuple(group for group in (compared, members) if group)),
        message=levels_message(grades),
        measure=f"Share of open {kinds_words(grades.kinds)} by level, {when}",
        unit="of all open",
        alt=describe(grades),
        table=grade_table(grades),
        file_name=f"{file_name_part(grades.home)}-levels-{grades.as_of}",
        provenance=provenance,
        key=Key(
            tuple((role, str(grade)) for grade, role in LEVELS.items()),
            before="Level:",
            after="Beside each name: all open",
        ),
    )


def describe(grades: Grades) -> str:
    """The chart in words: level 3 and 2 of the home force, level 3 of the group and the nation, who has least."""
    own = grades.row(Whose.HOME)
    if own is None or not own.total:
        first = f"Bars of open {kinds_words(grades.kinds)} by level; {message(grades)}."
    else:
        parts = [
            f"{whole_percent(own.share(grade))} {'level ' if grade is not Grade.NOT_GRADED else ''}{grade}"
            for grade in Grade
            if own.by_grade[grade]
        ]
        first = f"Bars by level: {grades.home} has {listed(parts)} of {own.total:,}."
    beside = [
        f"{words} {whole_percent(row.share(Grade.THREE))}"
        for whose, words in ((Whose.GROUP, "MSG"), (Whose.NATION, "nation"))
        if (row := grades.row(whose))
    ]
    second = f"Level 3: {', '.join(beside)}." if beside else ""
    shares = {row.name: row.share(Grade.THREE) for row in (own, *grades.members) if row is not None and row.total}
    endings = extremes(shares, whole_percent, "Level 3 lowest") if len(shares) > 1 else ("",)
    return longest_told([first, second], endings)


def _bar(row: GradeMix) -> Bar:
    return Bar(
        row.name, count_words(row), tuple(_part(row, grade) for grade in Grade), emphasised=row.whose is Whose.HOME
    )


def _part(row: GradeMix, grade: Grade) -> Part:
    """One level's share: the level is printed with its share, or alone; of what is not graded the share alone."""
    share = row.share(grade)
    percent, bare = whole_percent(share), grade is Grade.NOT_GRADED
    return Part(
        value=share,
        role=LEVELS[grade],
        hover=f"{'' if bare else 'level '}{grade}: {part_words(row, grade)}",
        name=str(grade),
        printed=(f"{grade} {percent}", percent) if bare else (f"{grade}  {percent}", str(grade)),
    )
