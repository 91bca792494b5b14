"""The pydantic models that guard the edge: what one row of each type of export must be.

Every cell arrives as text; ``cell_meanings`` give it meaning, those of items column by column (``item_columns``), which
are guarded so as well. A blank cell becomes the field's default.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, NamedTuple, get_type_hints

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, create_model

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


def _told(description: str) -> Any:
    return Field(description=description)


class ItemRow(NamedTuple):
    """A row of an items export: one cause of concern, recommendation or area for improvement.

    No model, which takes more than three times the memory and seven times as long: a file can have 100,000 of them.
    What they are made of is guarded by ``ItemMeanings``.
    """

    row_number: int
    force: Annotated[str, _told("The force whose record it is")]
    kind: Annotated[Kind, _told("Cause of concern, recommendation or AFI")]
    reference: Annotated[str | None, _told("The portal's reference, the record's identity within its force")] = None
    report: Annotated[str | None, _told("Title of the report that raised it; blank is a class of its own")] = None
    report_written: Annotated[str | None, _told("The title in the file's own words, whatever it was said to be")] = None
    report_type: Annotated[str | None, _told("PEEL, Custody, National thematic ...")] = None
    report_published: Annotated[date | None, _told("Date the report was published")] = None
    number: Annotated[str | None, _told("The item's number in its report")] = None
    text: Annotated[str | None, _told("The full wording")] = None
    addressee: Annotated[str | None, _told("Whom it is directed at, several separated by semicolons")] = None
    grade: Annotated[Grade, _told("1 to 4, 4 the most severe; blank is not graded")] = Grade.NOT_GRADED
    status: Annotated[Status, _told("Where it stands; blank is open")] = Status.OPEN
    status_written: Annotated[str | None, _told("The status in the file's own words; blank where it gave none")] = None
    lead: Annotated[str | None, _told("Strategic lead")] = None
    deadline: Annotated[str | None, _told("HMICFRS's deadline, a date or words")] = None
    target_date: Annotated[date | None, _told("The force's own target date")] = None
    overdue_reason: Annotated[str | None, _told("Why the deadline was not met")] = None
    steps_to_green: Annotated[str | None, _told("What is being done")] = None
    closed_on: Annotated[date | None, _told("Date it was closed; shown, never counted")] = None
    as_of: Annotated[date | None, _told("Date the export is correct for")] = None
    cause_of_concern: Annotated[str | None, _told("Reference of the cause of concern it belongs to")] = None


def _column_of(kept: Any) -> Any:
    return list[kept], ...


ItemMeanings = create_model(  # by field, what the cells of a column mean
    "ItemMeanings",
    **{field: _column_of(kept) for field, kept in get_type_hints(ItemRow, include_extras=True).items()},
)


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
