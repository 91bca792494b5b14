"""Readable tables for a terminal."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from jasc_data.answers.comparison.answer import Comparison, KindComparison
from jasc_data.answers.figures.averaged import average_name
from jasc_data.intake.problems import Problem
from jasc_data.wording.numbers import average, short_date, short_span
from jasc_data.wording.standing import rank_words


def table(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """Lines of a table with aligned columns, headings first."""
    cells = [[column.replace("_", " ") for column in columns]]
    cells += [["" if row[column] is None else str(row[column]) for column in columns] for row in rows]
    widths = [max(len(line[place]) for line in cells) for place in range(len(columns))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in cells]


def position_table(comparison: Comparison) -> list[str]:
    """The headline figures, a line per kind; averages to one decimal."""
    if comparison.as_of is None:
        return []
    rows = []
    for kind, entry in comparison.kinds.items():
        rows.append(
            {
                "kind": kind.heading,
                comparison.home: f"{entry.home.open:,}" if entry.home else "not held",
                "as of": short_date(entry.home.as_of) if entry.home else "",
                "source": entry.home.source if entry.home else "",
                "MSG": _group(comparison, entry),
                "rank": rank_words(entry.rank) if entry.rank else "",
                "national": _national(entry),
            }
        )
    lines = table(list(rows[0]), rows)
    if comparison.group:
        lines.append(f"MSG: {average_name(comparison.basis, comparison.home)}.")
    return lines


def _group(comparison: Comparison, entry: KindComparison) -> str:
    """The group's average, and of how many where it is not of all: each kind has its own count."""
    if entry.group_average is None:
        return "not held"
    return f"{average(entry.group_average)}{comparison.averaged(entry).in_brackets}"


def _national(entry: KindComparison) -> str:
    if entry.national is None:
        return "not held"
    national = entry.national
    when = f", {short_span(*national.dates)}" if national.of_several_dates else ""
    return f"{average(national.value)} ({national.source}{when})"


def problem_lines(problems: Iterable[Problem]) -> list[str]:
    """A line per problem: severity, code, sentence."""
    return [f"{found.severity.upper():8} {found.code}: {found.sentence}" for found in problems]
