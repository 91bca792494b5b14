"""An Excel workbook as a sheet of text: which of its sheets is read, and what is said of it.

Formulas count by the value that was last saved.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from jasc_data.intake.file_kinds import kind_of_zip
from jasc_data.intake.problems import Problem, problem
from jasc_data.intake.reading import Sheet, SheetRow, Unreadable
from jasc_data.intake.words import EXCEL_EPOCH
from jasc_data.intake.workbook_cells import CELL_LIMIT, Book, Cells
from jasc_data.intake.workbook_notices import fill_merged, told
from jasc_data.intake.workbook_package import Attributes, Damaged, Package, is_on, opened
from jasc_data.intake.workbook_sheet import Held, held_by, read_cells
from jasc_data.intake.workbook_styles import cell_styles
from jasc_data.intake.workbook_words import shared_strings

BEGINS = b"PK\x03\x04"
_EPOCH_1904 = date(1904, 1, 1)
_USUAL_PLACE = "xl/workbook.xml"


@dataclass(frozen=True)
class _Leaf:
    """One sheet of the workbook: its name, its part of the package, whether Excel shows it."""

    name: str
    part: str
    is_hidden: bool


class _Workbook:
    """The sheets that hold cells (charts have sheets of their own), and what the cells refer to."""

    def __init__(self, package: Package):
        main = _main_part(package)
        related = package.related(main)
        self._parts = {entry.id: entry.part for entry in related if entry.purpose == "worksheet"}
        self._package = package
        self.leaves: list[_Leaf] = []
        self.book = Book(epoch=EXCEL_EPOCH)
        package.read(main, {"sheet": self._sheet, "workbookPr": self._properties, "calcPr": self._calculation})
        by_purpose = {entry.purpose: entry.part for entry in related}
        self.book.styles = cell_styles(package, by_purpose.get("styles"))
        self.book.strings = shared_strings(package, by_purpose.get("sharedStrings"))

    def filled(self) -> list[_Leaf]:
        """The sheets that hold anything but formulas that were never worked out. Raises Unreadable for none."""
        held = [(leaf, held_by(self._package, leaf.part, self.book)) for leaf in self.leaves]
        filled = [leaf for leaf, what in held if what is Held.VALUES]
        if not filled:
            formulas = any(what is Held.FORMULAS for _, what in held)
            raise Unreadable(problem("file.only_formulas" if formulas else "file.empty"))
        return filled

    def cells(self, leaf: _Leaf) -> Cells:
        """What the sheet holds."""
        return read_cells(self._package, leaf.part, self.book)

    def _sheet(self, given: Attributes) -> None:
        id_ = next((value for name, value in given.items() if name.endswith(":id")), "")
        if id_ in self._parts:
            is_hidden = given.get("state", "visible") != "visible"
            self.leaves.append(_Leaf(given.get("name", ""), self._parts[id_], is_hidden))

    def _properties(self, given: Attributes) -> None:
        if is_on(given.get("date1904")):
            self.book.epoch = _EPOCH_1904

    def _calculation(self, given: Attributes) -> None:
        self.book.saved_is_stale = is_on(given.get("fullCalcOnLoad"))


def sheet_names(content: bytes) -> tuple[str, ...]:
    """The sheets that hold anything: those that Excel shows, or else the hidden ones. Raises Unreadable."""
    with _read(content) as workbook:
        filled = workbook.filled()
    return tuple(leaf.name for leaf in _shown(filled) or filled)


def names_of_sheets(content: bytes) -> tuple[str, ...]:
    """What every sheet is called, hidden and empty ones included, without reading any of them. Raises Unreadable."""
    names: list[str] = []
    try:
        with opened(content) as package:
            package.read(_main_part(package), {"sheet": lambda given: names.append(given.get("name", ""))})
    except Damaged:
        raise Unreadable(problem(kind_of_zip(content))) from None
    return tuple(names)


def read_workbook(content: bytes, name: str | None) -> Sheet:
    """The named sheet, or the only one shown that holds anything. Raises Unreadable; several must be chosen from."""
    with _read(content) as workbook:
        leaf, problems = _named(workbook, name) if name else _only(workbook)
        cells = workbook.cells(leaf)
    problems += [*told(cells), *fill_merged(cells)]
    if not cells.rows:
        raise Unreadable(problem("file.empty"))
    return Sheet(
        "Excel workbook",
        f"sheet '{leaf.name}'",
        _as_wide_as_the_widest(cells.rows),
        epoch=workbook.book.epoch,
        problems=tuple(problems),
        uncalculated=frozenset(cells.uncalculated),
        joined=frozenset(cells.joined),
        struck_parts=cells.struck_parts,
        name=leaf.name,
    )


def parts_of(package: Package, sheet_name: str) -> tuple[str | None, str | None]:
    """The parts that hold the cells of a sheet and the styles of the workbook."""
    main = _main_part(package)
    related = package.related(main)
    by_id = {entry.id: entry.part for entry in related if entry.purpose == "worksheet"}
    found: list[str] = []

    def sheet(given: Attributes) -> None:
        if given.get("name") == sheet_name:
            found.extend(by_id[value] for name, value in given.items() if name.endswith(":id") and value in by_id)

    package.read(main, {"sheet": sheet})
    styles = next((entry.part for entry in related if entry.purpose == "styles"), None)
    return (found[0] if found else None), styles


def _main_part(package: Package) -> str:
    return next((entry.part for entry in package.related("") if entry.purpose == "officeDocument"), _USUAL_PLACE)


@contextmanager
def _read(content: bytes) -> Iterator[_Workbook]:
    try:
        with opened(content) as package:
            yield _Workbook(package)
    except Damaged:
        raise Unreadable(problem(kind_of_zip(content))) from None


def _named(workbook: _Workbook, name: str) -> tuple[_Leaf, list[Problem]]:
    """Excel holds names apart only by their letters, not by their case."""
    leaf = next((leaf for leaf in workbook.leaves if leaf.name.casefold() == name.casefold()), None)
    if leaf is None:
        raise Unreadable(_which(workbook.filled()))
    return leaf, []


def _only(workbook: _Workbook) -> tuple[_Leaf, list[Problem]]:
    filled = workbook.filled()
    shown = _shown(filled)
    if len(shown) != 1:
        raise Unreadable(_which(filled))
    hidden = ", ".join(f"'{leaf.name}'" for leaf in filled if leaf.is_hidden)
    return shown[0], [problem("sheet.hidden_sheets", names=hidden, name=shown[0].name)] if hidden else []


def _which(filled: list[_Leaf]) -> Problem:
    names = [f"'{leaf.name}'" + (" (hidden)" if leaf.is_hidden else "") for leaf in filled]
    return problem("file.sheets", names=", ".join(names))


def _shown(leaves: list[_Leaf]) -> list[_Leaf]:
    return [leaf for leaf in leaves if not leaf.is_hidden]


def _as_wide_as_the_widest(rows: list[tuple[int, list[str]]]) -> tuple[SheetRow, ...]:
    """A workbook has no ragged rows: what stands right of a row's last cell is blank."""
    width = max(len(row) for _, row in rows)
    if width * len(rows) > CELL_LIMIT:
        raise Unreadable(problem("sheet.too_large", millions=CELL_LIMIT // 1_000_000))
    return tuple(SheetRow(number, tuple(row) + ("",) * (width - len(row))) for number, row in rows)
