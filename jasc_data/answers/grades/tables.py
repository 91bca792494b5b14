"""The tables of the grades: every row's counts and shares by level, and who can close the home force's items."""

from collections.abc import Sequence

import pandas as pd

from jasc_data.answers.grades.answer import GradeMix, Grades
from jasc_data.answers.grades.text import Closing, kinds_words, level, part_words
from jasc_data.domain.vocabulary import Grade
from jasc_data.wording.numbers import average, listed, long_span, share


def grade_table(grades: Grades) -> pd.DataFrame:
    """A row per force, the group pooled and the nation; a force without grades says so and is never 0."""
    rows = [
        {"Force": row.name, "All open": count_words(row)}
        | {_capital(level(grade)): part_words(row, grade) for grade in Grade}
        | {"As of": long_span(row.oldest, row.as_of), "From": row.source}
        for row in grades.rows
    ]
    blank = {_capital(level(grade)): "" for grade in Grade}
    rows += [
        {"Force": force, "All open": f"{kinds_words(kinds)}: grades not held"} | blank | {"As of": "", "From": ""}
        for force, kinds in grades.not_held.items()
    ]
    return pd.DataFrame(rows).set_index("Force")


def closing_table(lines: Sequence[Closing]) -> pd.DataFrame:
    """Who can close the home force's open items; the lines sum to the total below them."""
    total = sum(line.open for line in lines)
    rows = [
        {
            "Who can close": _capital(line.who),
            "Levels": _capital(listed([str(grade) for grade in line.grades])),
            "Open": share(line.open, total) if total else "0",
        }
        for line in lines
    ]
    rows.append({"Who can close": "All", "Levels": "", "Open": f"{total:,}"})
    return pd.DataFrame(rows).set_index("Who can close")


def count_words(row: GradeMix) -> str:
    """All open: a count, or an average to one decimal."""
    return f"{row.total:,}" if isinstance(row.total, int) else average(row.total)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
