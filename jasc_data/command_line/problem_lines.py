"""Problems for a terminal."""

from collections.abc import Iterable

from jasc_data.intake.problems import Problem


def problem_lines(problems: Iterable[Problem]) -> list[str]:
    """A line per problem: severity, code, sentence."""
    return [f"{found.severity.upper():8} {found.code}: {found.sentence}" for found in problems]
