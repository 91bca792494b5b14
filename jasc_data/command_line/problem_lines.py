"""Problems for a terminal, and in JSON's terms."""

from collections.abc import Iterable
from typing import Any

from jasc_data.intake.problems import Problem


def problem_lines(problems: Iterable[Problem]) -> list[str]:
    """A line per problem: severity, code, sentence."""
    return [f"{found.severity.upper():8} {found.code}: {found.sentence}" for found in problems]


def problem_data(found: Problem) -> dict[str, Any]:
    """One problem."""
    return {
        "code": found.code,
        "severity": found.severity.value,
        "row": found.row_number,
        "column": found.column_letter,
        "heading": found.heading,
        "value": found.value,
        "message": found.message,
        "fix": found.fix,
    }
