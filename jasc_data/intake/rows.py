"""The pydantic models that guard the edge: what one row of each type of export must be.

Every cell arrives as text; the readers of ``words`` give it meaning. A blank cell becomes the field's default.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter, ValidationError, ValidationInfo
from pydantic.dataclasses import dataclass as validated

from jasc_data.domain.normalise import spelling_key, visible
from jasc_data.domain.vocabulary import Grade, Kind, Status
from jasc_data.intake.layouts import Column
from jasc_data.intake.learned import Vocabulary, lookup_key
from jasc_data.intake.problems import CellFault, Problem, problem
from jasc_data.intake.reading import SheetRow
from jasc_data.intake.signs import is_sign, stands_for_another, stands_for_nothing
from jasc_data.intake.words import (
    NO_DATE,
    read_average,
    read_count,
    read_day,
    read_force,
    read_grade,
    read_kind,
    read_status,
)


def _once(read: Callable[[str, Vocabulary], object]) -> BeforeValidator:
    """Gives a cell its meaning, each text once in a file: most cells say what others above them said."""

    def understood(value: str, info: ValidationInfo) -> object:
        vocabulary = info.context
        assert isinstance(vocabulary, Vocabulary)
        known = vocabulary.understood.setdefault(read, {})
        if value not in known:
            known[value] = read(value, vocabulary)
        return known[value]

    return BeforeValidator(understood)


def _force(value: str, vocabulary: Vocabulary) -> str:
    return read_force(value, vocabulary.directory)


def _kind(value: str, vocabulary: Vocabulary) -> Kind:
    return vocabulary.kinds.get(lookup_key(value)) or read_kind(value)


def _status(value: str, vocabulary: Vocabulary) -> Status:
    return vocabulary.statuses.get(lookup_key(value)) or read_status(value)


def _grade(value: str, vocabulary: Vocabulary) -> Grade:
    return vocabulary.grades.get(lookup_key(value)) or read_grade(value)


def _day(value: str, vocabulary: Vocabulary) -> date:
    return read_day(value, epoch=vocabulary.epoch)


def _report(value: str, vocabulary: Vocabulary) -> str:
    title = visible(value)
    decided = vocabulary.learned.reports
    if lookup_key(title) in decided:
        return decided[lookup_key(title)]
    if stands_for_nothing(title) or stands_for_another(title):
        raise CellFault("report.sign")
    return title


def _own_day(value: str, vocabulary: Vocabulary) -> date | None:
    return None if spelling_key(value) in NO_DATE and not is_sign(value) else _day(value, vocabulary)


Text = Annotated[str | None, BeforeValidator(str.strip)]
Word = Annotated[str | None, BeforeValidator(visible)]
ReportTitle = Annotated[str | None, _once(_report)]
ForceName = Annotated[str, _once(_force)]
Day = Annotated[date | None, _once(_day)]
OwnDay = Annotated[date | None, _once(_own_day)]
KindWord = Annotated[Kind, _once(_kind)]
GradeWord = Annotated[Grade, _once(_grade)]
StatusWord = Annotated[Status, _once(_status)]


@validated(frozen=True, slots=True)
class ItemRow:
    """A row of an items export: one cause of concern, recommendation or area for improvement.

    No model, which takes more than three times the memory: a file can have 100,000 of them.
    """

    row_number: int
    force: ForceName = Field(description="The force whose record it is")
    kind: KindWord = Field(description="Cause of concern, recommendation or AFI")
    reference: Word = Field(None, description="The portal's reference, the record's identity within its force")
    report: ReportTitle = Field(None, description="Title of the report that raised it; blank is a class of its own")
    report_written: Word = Field(None, description="The title in the file's own words, whatever it was said to be")
    report_type: Word = Field(None, description="PEEL, Custody, National thematic ...")
    report_published: Day = Field(None, description="Date the report was published")
    number: Word = Field(None, description="The item's number in its report")
    text: Text = Field(None, description="The full wording")
    addressee: Word = Field(None, description="Whom it is directed at, several separated by semicolons")
    grade: GradeWord = Field(Grade.NOT_GRADED, description="1 to 4, 4 the most severe; blank is not graded")
    status: StatusWord = Field(Status.OPEN, description="Where it stands; blank is open")
    status_written: Word = Field(None, description="The status in the file's own words; blank where it gave none")
    lead: Word = Field(None, description="Strategic lead")
    deadline: Word = Field(None, description="HMICFRS's deadline, a date or words")
    target_date: OwnDay = Field(None, description="The force's own target date")
    overdue_reason: Text = Field(None, description="Why the deadline was not met")
    steps_to_green: Text = Field(None, description="What is being done")
    closed_on: OwnDay = Field(None, description="Date it was closed; shown, never counted")
    as_of: Day = Field(None, description="Date the export is correct for")
    cause_of_concern: Word = Field(None, description="Reference of the cause of concern it belongs to")


ITEM_ROW = TypeAdapter(ItemRow)


class PositionRow(BaseModel):
    """One figure of a positions export: how many items of a kind (and grade, when given) are open for a force."""

    model_config = ConfigDict(frozen=True)

    force: ForceName = Field(description="The force")
    kind: KindWord = Field(description="Cause of concern, recommendation or AFI")
    open: Annotated[int | None, BeforeValidator(read_count)] = Field(None, description="Open items; blank is not held")
    grade: Annotated[Grade | None, _once(_grade)] = Field(None, description="Blank for the total")
    as_of: Day = Field(None, description="Date the export is correct for")


class AverageRow(BaseModel):
    """One average of a positions export, of the nation or of the group."""

    model_config = ConfigDict(frozen=True)

    kind: KindWord
    open: Annotated[float | None, BeforeValidator(read_average)] = None
    grade: Annotated[Grade | None, _once(_grade)] = None
    as_of: Day = None


@dataclass(frozen=True)
class Place:
    """Where a cell stands in the file; the column is None when the file has none for it."""

    row_number: int
    column: Column | None


def cells_of(row: SheetRow, columns: tuple[Column, ...]) -> dict[str, str]:
    """The row's cells that are not blank, by field."""
    return {
        column.field: cell
        for column in columns
        if column.field and column.index < len(row.cells) and (cell := row.cells[column.index]).strip()
    }


def places_of(row: SheetRow, columns: tuple[Column, ...]) -> dict[str, Place]:
    """Where each field of the row stands."""
    return {column.field: Place(row.number, column) for column in columns if column.field}


def problems_of(failure: ValidationError, places: dict[str, Place], row_number: int) -> list[Problem]:
    """What pydantic refused, as problems with the row, column and value."""
    found = []
    for error in failure.errors():
        field = str(error["loc"][0])
        place = places.get(field, Place(row_number, None))
        fault = error.get("ctx", {}).get("error")
        if isinstance(fault, CellFault):
            found.append(cell_problem(fault, place, str(error["input"])))
        elif error["type"] == "missing":
            found.append(cell_problem(CellFault("cell.missing", field=field.replace("_", " ")), place, ""))
        else:
            raise failure
    return found


def cell_problem(fault: CellFault, place: Place, value: str) -> Problem:
    """The problem for a fault in one cell."""
    return problem(
        fault.code,
        row_number=place.row_number,
        column_letter=place.column.letter if place.column else None,
        heading=place.column.heading if place.column else None,
        value=value,
        **fault.details,
    )
