"""The levels side by side: a bar of 100% for the home force, the group pooled, the nation and each other member.

The level is printed in every segment with room for it, so that nothing is told by colour alone.
"""

import plotly.graph_objects as go

from jasc_data.answers.grades.answer import GradeMix, Grades, Whose
from jasc_data.answers.grades.tables import count_words, grade_table
from jasc_data.answers.grades.text import kinds_words, message, part_words
from jasc_data.domain.vocabulary import Grade
from jasc_data.drawing import theme
from jasc_data.drawing.bar_frame import named, set_in_frame
from jasc_data.drawing.chart import Chart, Provenance, extremes, file_name_part, longest_told
from jasc_data.wording.numbers import listed, short_date, whole_percent

LEVEL_FITS, SHARE_FITS, WORDS_FIT = 0.035, 0.13, 0.26  # shares of a bar some 500 px long
GAP = 0.5  # between the three rows that are compared and the other members
_KEY = " ".join(
    f"<span style='color:{colour}'>■</span> {grade}" if grade is not Grade.NOT_GRADED else f"□ {grade}"
    for grade, colour in theme.GRADE_COLOURS.items()
)


def grade_bars(grades: Grades, provenance: Provenance, *, characters: int = 64) -> Chart | None:
    """The chart; None when no row has an open item. characters: how many one line of it has room for."""
    rows = [row for row in grades.rows if row.total]
    if not rows:
        return None
    places = _places(rows)
    figure = go.Figure([_segments(rows, places, grade) for grade in Grade])
    figure.update_layout(barmode="stack")
    days = sorted({day for row in rows for day in (row.oldest, row.as_of)})
    when = short_date(days[0]) if len(days) == 1 else f"{short_date(days[0])} to {short_date(days[-1])}"
    set_in_frame(
        figure,
        places=places,
        names=[named(row.name, count_words(row), bold=row.whose is Whose.HOME) for row in rows],
        title=message(grades),
        measure=f"Share of open {kinds_words(grades.kinds)} by level, {when}",
        key=f"Level: {_KEY}. Beside each name: all open",
        provenance=provenance,
        characters=characters,
        reach=1,
    )
    file_name = f"{file_name_part(grades.home)}-levels-{grades.as_of}"
    return Chart(figure, message(grades), describe(grades), grade_table(grades), file_name, provenance)


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


def _places(rows: list[GradeMix]) -> list[float]:
    """The row of each bar, with a gap before the other members."""
    first = next((place for place, row in enumerate(rows) if row.whose is Whose.MEMBER), len(rows))
    return [place + (GAP if 0 < first <= place else 0) for place in range(len(rows))]


def _segments(rows: list[GradeMix], places: list[float], grade: Grade) -> go.Bar:
    bare = grade is Grade.NOT_GRADED
    outline = theme.INK if bare else theme.WHITE
    return go.Bar(
        name=str(grade),
        x=[row.share(grade) for row in rows],
        y=places,
        orientation="h",
        width=0.78,
        marker={
            "color": theme.GRADE_COLOURS[grade],
            "line": {"width": [_outline(row, grade) for row in rows], "color": outline},
        },
        text=[_printed(row, grade) for row in rows],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        constraintext="none",
        textfont={"color": theme.ink_on(theme.GRADE_COLOURS[grade]), "size": theme.TEXT_SIZE},
        customdata=[[row.name, part_words(row, grade)] for row in rows],
        hovertemplate=f"<b>%{{customdata[0]}}</b><br>{'' if bare else 'level '}{grade}: %{{customdata[1]}}"
        "<extra></extra>",
    )


def _outline(row: GradeMix, grade: Grade) -> float:
    """The width of a segment's outline: of a thin one it must leave the colour to be seen."""
    return 0 if not row.by_grade[grade] else 1.5 if row.share(grade) >= LEVEL_FITS else 0.7


def _printed(row: GradeMix, grade: Grade) -> str:
    """The level, with its share where both fit."""
    share = row.share(grade)
    percent = whole_percent(share)
    if grade is Grade.NOT_GRADED:
        return f"{grade} {percent}" if share >= WORDS_FIT else percent if share >= SHARE_FITS else ""
    return f"<b>{grade}</b>  {percent}" if share >= SHARE_FITS else f"<b>{grade}</b>" if share >= LEVEL_FITS else ""
