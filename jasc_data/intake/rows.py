"""The pydantic models that guard the edge: what one row of each type of export must be.

Every cell arrives as text; ``cell_meanings`` give it meaning, those of items column by column (``item_columns``).
A blank cell becomes the field's default.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from operator import attrgetter
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as validated

from jasc_data.domain.vocabulary import Grade, Kind, Status
from jasc_data.intake import cell_meanings
from jasc_data.intake.layouts import Column
from jasc_data.intake.learned import Vocabulary
from jasc_data.intake.problems import CellFault, Problem, problem
from jasc_data.intake.reading import SheetRow
from jasc_data.intake.words import read_average, read_count


def _by(read: Callable[[str, Vocabulary], object]) -> BeforeValidator:
    """Gives a cell its meaning with the words of the file's vocabulary."""
    return BeforeValidator(lambda value, info: read(value, info.context))


ForceName = Annotated[str, _by(cell_meanings.force)]
KindWord = Annotated[Kind, _by(cell_meanings.kind)]
GradeWord = Annotated[Grade | None, _by(cell_meanings.grade)]
Day = Annotated[date | None, _by(cell_meanings.day)]


@validated(frozen=True, slots=True)
class ItemRow:
    """A row of an items export: one cause of concern, recommendation or area for improvement.

    No model, which takes more than three times the memory: a file can have 100,000 of them.
    """

    row_number: int
    force: str = Field(description="The force whose record it is")
    kind: Kind = Field(description="Cause of concern, recommendation or AFI")
    reference: str | None = Field(None, description="The portal's reference, the record's identity within its force")
    report: str | None = Field(None, description="Title of the report that raised it; blank is a class of its own")
    report_written: str | None = Field(
        None, description="The title in the file's own words, whatever it was said to be"
    )
    report_type: str | None = Field(None, description="PEEL, Custody, National thematic ...")
    report_published: date | None = Field(None, description="Date the report was published")
    number: str | None = Field(None, description="The item's number in its report")
    text: str | None = Field(None, description="The full wording")
    addressee: str | None = Field(None, description="Whom it is directed at, several separated by semicolons")
    grade: Grade = Field(Grade.NOT_GRADED, description="1 to 4, 4 the most severe; blank is not graded")
    status: Status = Field(Status.OPEN, description="Where it stands; blank is open")
    status_written: str | None = Field(None, description="The status in the file's own words; blank where it gave none")
    lead: str | None = Field(None, description="Strategic lead")
    deadline: str | None = Field(None, description="HMICFRS's deadline, a date or words")
    target_date: date | None = Field(None, description="The force's own target date")
    overdue_reason: str | None = Field(None, description="Why the deadline was not met")
    steps_to_green: str | None = Field(None, description="What is being done")
    closed_on: date | None = Field(None, description="Date it was closed; shown, never counted")
    as_of: date | None = Field(None, description="Date the export is correct for")
    cause_of_concern: str | None = Field(None, description="Reference of the cause of concern it belongs to")

    def __reduce__(self) -> tuple[object, ...]:
        return ItemRow, _VALUES(self)  # pickled field by field, as slots are otherwise, it takes twice as long


_VALUES = attrgetter(*(field.name for field in fields(ItemRow)))
ITEM_ROW = TypeAdapter(ItemRow)


class PositionRow(BaseModel):
    """One figure of a positions export: how many items of a kind (and grade, when given) are open for a force."""

    model_config = ConfigDict(frozen=True)

    force: ForceName = Field(description="The force")
    kind: KindWord = Field(description="Cause of concern, recommendation or AFI")
    open: Annotated[int | None, BeforeValidator(read_count)] = Field(None, description="Open items; blank is not held")
    grade: GradeWord = Field(None, description="Blank for the total")
    as_of: Day = Field(None, description="Date the export is correct for")


class AverageRow(BaseModel):
    """One average of a positions export, of the nation or of the group."""

    model_config = ConfigDict(frozen=True)

    kind: KindWord
    open: Annotated[float | None, BeforeValidator(read_average)] = None
    grade: GradeWord = None
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
