"""A grade in words; causes of concern carry none by their nature (rule 3)."""

from jasc_data.domain.vocabulary import Grade, Kind


def grade_words(grade: Grade) -> str:
    """As a heading or a cell: ``Level 3``, ``Not graded``."""
    return "Not graded" if grade is Grade.NOT_GRADED else f"Level {grade}"


def level_words(grade: Grade) -> str:
    """In a sentence: ``level 3``, ``not graded``."""
    return str(grade) if grade is Grade.NOT_GRADED else f"level {grade}"


def has_no_grade_by_nature(kind: Kind, grade: Grade) -> bool:
    """True for a cause of concern without a grade, which is not called not graded."""
    return kind is Kind.CAUSE_OF_CONCERN and grade is Grade.NOT_GRADED
