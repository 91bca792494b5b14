"""The rows of an items export: each validated, deadlines worked out, identities unique within the file."""

import re
from collections.abc import Iterable, Mapping

from pydantic import ValidationError

from jasc_data.domain.normalise import reference_key, spelling_key
from jasc_data.domain.vocabulary import DeadlineBasis, Grade, Kind
from jasc_data.intake.addressees import addressed_elsewhere, unknown_addressee
from jasc_data.intake.deadlines import Deadline, read_deadline
from jasc_data.intake.layouts import Table
from jasc_data.intake.learned import FOR_OTHERS, NO_DEADLINE, Vocabulary, lookup_key
from jasc_data.intake.problems import CellFault, Problem
from jasc_data.intake.reading import SheetRow
from jasc_data.intake.references import look, reference_fault
from jasc_data.intake.rows import ITEM_ROW, ItemRow, Place, cell_problem, cells_of, places_of, problems_of
from jasc_data.intake.signs import is_sign
from jasc_data.intake.uploads import Item

_ABOUT_ONE_FORCE = re.compile(r"\b(peel|custody|child protection)\b", re.IGNORECASE)


def read_items(table: Table, vocabulary: Vocabulary, assumed: Mapping[str, str]) -> tuple[list[Item], list[Problem]]:
    """Every item of the table and every problem in it. A row with an error gives no item.

    assumed: by field, what every row says of it, of a field without a column.
    """
    items: list[Item] = []
    found: list[Problem] = []
    for row in table.rows:
        read = cells_of(row, table.columns)
        as_written = {f"{field}_written": read[field] for field in ("status", "report") if field in read}
        cells: dict[str, object] = {**assumed, **read, **as_written, "row_number": row.number}
        try:
            valid = ITEM_ROW.validate_python(cells, context=vocabulary)
        except ValidationError as failure:
            found += problems_of(failure, places_of(row, table.columns), row.number)
            continue
        item, problems = _item(valid, row, table, vocabulary)
        found += problems
        items.append(item)
    found += _doubled(items, table)
    return items, found


def _item(valid: ItemRow, row: SheetRow, table: Table, vocabulary: Vocabulary) -> tuple[Item, list[Problem]]:
    found: list[Problem] = []

    def refuse(fault: CellFault, field: str, value: str) -> None:
        found.append(cell_problem(fault, Place(row.number, table.column_of(field)), value))

    for fault, field, value in _identity_faults(valid, table):
        refuse(fault, field, value)
    if valid.kind is Kind.CAUSE_OF_CONCERN and valid.grade is not Grade.NOT_GRADED:
        refuse(CellFault("grade.on_cause_of_concern"), "grade", valid.grade)
    try:
        deadline = _deadline(valid, vocabulary)
    except CellFault as fault:
        deadline = Deadline(None, DeadlineBasis.NOT_UNDERSTOOD)
        refuse(fault, "deadline", valid.deadline or "")
    addressed = vocabulary.learned.addressees.get(lookup_key(valid.addressee or ""))
    if (
        valid.addressee
        and not addressed
        and (is_sign(valid.addressee) or unknown_addressee(valid.addressee, valid.force))
    ):
        refuse(CellFault("addressee.unknown"), "addressee", valid.addressee)
    known_as = _known_as(valid, vocabulary)
    about_one = _ABOUT_ONE_FORCE.search(f"{valid.report or ''} {valid.report_type or ''}")
    item = Item(
        row=valid,
        deadline_on=deadline.day,
        deadline_basis=deadline.basis,
        addressed_elsewhere=addressed == FOR_OTHERS if addressed else addressed_elsewhere(valid.addressee),
        report_force=valid.force if about_one else None,
        reference_key=reference_key(known_as or valid.reference or ""),
        known_as=known_as,
    )
    return item, found


def _known_as(valid: ItemRow, vocabulary: Vocabulary) -> str | None:
    if not valid.reference:
        return None
    known = vocabulary.learned.reference_known(valid.force, valid.reference)
    return known if known != valid.reference else None


def _identity_faults(valid: ItemRow, table: Table) -> Iterable[tuple[CellFault, str, str]]:
    """What is wrong with the reference, or with the number that stands in for it."""
    if not valid.reference and not valid.number:
        field = "reference" if table.column_of("reference") else "number"
        yield CellFault("cell.missing", field=field), field, ""
    for field, value in (("reference", valid.reference), ("number", valid.number)):
        fault = reference_fault(field, value, alone=field == "reference" or not valid.reference)
        if fault:
            yield fault, field, value or ""


def _deadline(valid: ItemRow, vocabulary: Vocabulary) -> Deadline:
    words = valid.deadline
    if not words or words == NO_DEADLINE or lookup_key(words) in vocabulary.learned.deadlines:
        return Deadline(None, DeadlineBasis.NONE)
    return read_deadline(words, valid.report_published, epoch=vocabulary.epoch)


def _doubled(items: Iterable[Item], table: Table) -> list[Problem]:
    """Identities that stand twice in one file for one date. Without a reference, kind, report and number identify.

    References that differ in a hyphen or a space alone are kept apart and asked about.
    """
    first_row: dict[tuple[object, ...], int] = {}
    alike: dict[tuple[object, ...], Item] = {}
    found = []
    for item in items:
        row = item.row
        if row.reference:
            identity: tuple[object, ...] = (row.as_of, row.force, item.reference_key)
            code, field, value = "reference.duplicate", "reference", row.reference
        else:
            report = (spelling_key(row.report or ""), row.report_published)
            identity = (row.as_of, row.force, row.kind, *report, spelling_key(row.number or ""))
            code, field, value = "number.duplicate", "number", row.number or ""
        place = Place(row.row_number, table.column_of(field))
        if identity in first_row:
            fault = CellFault(code, force=row.force, first=first_row[identity])
            found.append(cell_problem(fault, place, value))
            continue
        first_row[identity] = row.row_number
        if row.reference:
            other = alike.setdefault((row.as_of, row.force, look(row.reference)), item)
            if other is not item:
                fault = CellFault("reference.alike", other=other.row.reference, first=other.row.row_number)
                found.append(cell_problem(fault, place, value))
    return found
