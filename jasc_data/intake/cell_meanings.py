"""What the cells of an export mean, by the lists' words and by what uploaders decided about others.

Each takes a cell that is not blank, and raises CellFault for one that it does not understand.
"""

from datetime import date

from jasc_data.domain.normalise import spelling_key, visible
from jasc_data.domain.vocabulary import Grade, Kind, Status
from jasc_data.intake.learned import Vocabulary, lookup_key
from jasc_data.intake.problems import CellFault
from jasc_data.intake.signs import is_sign, stands_for_another, stands_for_nothing
from jasc_data.intake.words import NO_DATE, read_day, read_force, read_grade, read_kind, read_status


def force(value: str, vocabulary: Vocabulary) -> str:
    """The force's full name."""
    return read_force(value, vocabulary.directory)


def kind(value: str, vocabulary: Vocabulary) -> Kind:
    """The kind of item."""
    return vocabulary.kinds.get(lookup_key(value)) or read_kind(value)


def status(value: str, vocabulary: Vocabulary) -> Status:
    """Where an item stands."""
    return vocabulary.statuses.get(lookup_key(value)) or read_status(value)


def grade(value: str, vocabulary: Vocabulary) -> Grade:
    """An item's level."""
    return vocabulary.grades.get(lookup_key(value)) or read_grade(value)


def day(value: str, vocabulary: Vocabulary) -> date:
    """A date; a number is one in a workbook."""
    return read_day(value, epoch=vocabulary.epoch)


def own_day(value: str, vocabulary: Vocabulary) -> date | None:
    """A date that the force sets itself; None where its words say that there is none."""
    return None if spelling_key(value) in NO_DATE and not is_sign(value) else day(value, vocabulary)


def report(value: str, vocabulary: Vocabulary) -> str:
    """The report's title, or that of another that it was said to be."""
    title = visible(value)
    decided = vocabulary.learned.reports
    if lookup_key(title) in decided:
        return decided[lookup_key(title)]
    if stands_for_nothing(title) or stands_for_another(title):
        raise CellFault("report.sign")
    return title
