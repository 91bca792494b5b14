"""What a file comes to once it is read and checked: typed records, and what they speak for."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from jasc_data.domain.vocabulary import DeadlineBasis, ExportType, Grade, Kind
from jasc_data.intake.assumptions import Assumption
from jasc_data.intake.layouts import Column
from jasc_data.intake.learned import Decision
from jasc_data.intake.problems import Problem, Severity
from jasc_data.intake.remembered import RememberedWord
from jasc_data.intake.rows import ItemRow

ALL_REPORTS = "all"
ONLY_REPORTS_IN_FILE = "reports"


@dataclass(frozen=True)
class UploadRequest:
    """What the uploader said about the file besides its bytes.

    force names the force of a file without a force column. covers_* confirm what the file speaks for beyond the
    default (home force, kinds present, all reports); "all" stands for every force in the file, or every kind.
    decisions say what headings and words mean that no list knows; they are remembered.
    sheet names the sheet of a workbook that has several.
    """

    as_of: date | None = None
    force: str | None = None
    covers_forces: tuple[str, ...] = ()
    covers_kinds: tuple[Kind, ...] = ()
    covers_reports: str = ALL_REPORTS
    decisions: tuple[Decision, ...] = ()
    sheet: str | None = None


class Item(NamedTuple):
    """One record of an items export: the row as read, and what was worked out from its words.

    reference_key: the reference that identifies it as it is compared; blank where it has none.
    """

    row: ItemRow
    deadline_on: date | None
    deadline_basis: DeadlineBasis
    addressed_elsewhere: bool
    reference_key: str
    report_force: str | None  # the force that the report is about, None for a report shared by all
    known_as: str | None = None  # the reference under which it is held, where its own was said to stand for another

    @property
    def reference(self) -> str | None:
        """The reference that identifies it."""
        return self.known_as or self.row.reference


@dataclass(frozen=True)
class PositionCell:
    """An open count: of a force, kind and grade, or (grade None) the total of a force and kind."""

    force: str
    kind: Kind
    grade: Grade | None
    open: int


@dataclass(frozen=True)
class NationalCell:
    """A published national average of a kind, or of one grade of it."""

    kind: Kind
    grade: Grade | None
    average: float


@dataclass(frozen=True)
class Coverage:
    """What an items upload speaks for: forces x kinds x reports (all, or only those in the file)."""

    forces: tuple[str, ...]
    kinds: tuple[Kind, ...]
    reports: str = ALL_REPORTS


@dataclass(frozen=True)
class CheckedUpload:
    """One dated upload, ready to be committed. Exactly one of items/positions is filled, after ``export_type``."""

    export_type: ExportType
    as_of: date
    items: tuple[Item, ...] = ()
    coverage: Coverage | None = None
    positions: tuple[PositionCell, ...] = ()
    nationals: tuple[NationalCell, ...] = ()

    @property
    def forces(self) -> tuple[str, ...]:
        """The forces that the upload gives figures for, in alphabetical order."""
        named = self.coverage.forces if self.coverage else tuple({cell.force for cell in self.positions})
        return tuple(sorted(named))

    @property
    def row_count(self) -> int:
        """Items, or figures, that the upload holds."""
        return len(self.items) + len(self.positions) + len(self.nationals)


@dataclass(frozen=True)
class CheckedFile:
    """A file after checking: what was read, every problem found, and the uploads it would make (one per date)."""

    file_name: str
    content: bytes
    problems: tuple[Problem, ...]
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str = ""  # the sheet of a workbook that was read
    layout: str | None = None
    export_type: ExportType | None = None
    columns: tuple[Column, ...] = ()  # as understood, or (without a layout) with our best guesses
    heading_row: int | None = None
    assumptions: tuple[Assumption, ...] = ()  # of the fields that decide a figure and have no column
    remembered: tuple[RememberedWord, ...] = ()  # words that are read as was decided for an earlier file
    decisions: tuple[Decision, ...] = ()
    suggested_as_of: date | None = None
    uploads: tuple[CheckedUpload, ...] = field(default=())
    request: UploadRequest = UploadRequest()  # what the uploader said
    home_force: str = ""  # whose dashboard it was read for
    read_on: date = date.min

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that block the file."""
        return tuple(found for found in self.problems if found.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that must be acknowledged."""
        return tuple(found for found in self.problems if found.severity is Severity.WARNING)
