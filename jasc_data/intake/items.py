"""The rows of an items export: each validated, deadlines worked out, identities unique within the file."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

from jasc_data.domain.normalise import reference_key, spelling_key
from jasc_data.domain.vocabulary import DeadlineBasis, Grade, Kind
from jasc_data.intake.addressees import addressed_elsewhere, unknown_addressee
from jasc_data.intake.deadlines import Deadline, read_deadline
from jasc_data.intake.item_columns import item_rows
from jasc_data.intake.layouts import Table
from jasc_data.intake.learned import FOR_OTHERS, NO_DEADLINE, Learned, Vocabulary, lookup_key
from jasc_data.intake.problems import CellFault, Problem
from jasc_data.intake.references import look, reference_fault
from jasc_data.intake.rows import ItemRow, Place, cell_problem
from jasc_data.intake.signs import is_sign
from jasc_data.intake.uploads import Item

_LETTER = re.compile(r"[^\W\d_]")
_ABOUT_ONE_FORCE = re.compile(r"\b(peel|custody|child protection)\b", re.IGNORECASE)


def read_items(table: Table, vocabulary: Vocabulary, assumed: Mapping[str, str]) -> tuple[list[Item], list[Problem]]:
    """Every item of the table and every problem in it. A row with an error gives no item.

    assumed: by field, what every row says of it, of a field without a column.
    """
    items: list[Item] = []
    found: list[Problem] = []
    words = _Words(vocabulary)
    for row, read in item_rows(table, vocabulary, assumed):
        if not isinstance(read, ItemRow):
            found += read
            continue
        for fault, field, value in _faults(read, table, words):
            found.append(cell_problem(fault, Place(row.number, table.column_of(field)), value))
        items.append(_item(read, words))
    found += _doubled(items, table)
    return items, found


class _Words:
    """What is worked out from the words of several cells, each of them once in a file."""

    def __init__(self, vocabulary: Vocabulary):
        self._epoch, self.learned = vocabulary.epoch, vocabulary.learned
        self.deadline, self.addressee, self.about_one = cache(self._deadline), cache(self._addressee), cache(_about_one)

    def _deadline(self, words: str | None, published: date | None) -> Deadline | CellFault:
        if not words or words == NO_DEADLINE or lookup_key(words) in self.learned.deadlines:
            return Deadline(None, DeadlineBasis.NONE)
        try:
            return read_deadline(words, published, epoch=self._epoch)
        except CellFault as fault:
            return fault

    def _addressee(self, words: str | None, force: str) -> bool | CellFault:
        """True where it is for other bodies."""
        addressed = self.learned.addressees.get(lookup_key(words or ""))
        if addressed:
            return addressed == FOR_OTHERS
        if words and (is_sign(words) or unknown_addressee(words, force)):
            return CellFault("addressee.unknown")
        return addressed_elsewhere(words)


def _about_one(report: str | None, report_type: str | None) -> bool:
    return bool(_ABOUT_ONE_FORCE.search(f"{report or ''} {report_type or ''}"))


def _faults(valid: ItemRow, table: Table, words: _Words) -> Iterable[tuple[CellFault, str, str]]:
    """What is wrong with the item, in which field and with which value."""
    yield from _identity_faults(valid, table)
    if valid.report and not _LETTER.search(valid.report):
        yield CellFault("report.no_word"), "report", valid.report
    if valid.kind is Kind.CAUSE_OF_CONCERN and valid.grade is not Grade.NOT_GRADED:
        yield CellFault("grade.on_cause_of_concern"), "grade", valid.grade
    deadline = words.deadline(valid.deadline, valid.report_published)
    if isinstance(deadline, CellFault):
        yield deadline, "deadline", valid.deadline or ""
    addressed = words.addressee(valid.addressee, valid.force)
    if isinstance(addressed, CellFault):
        yield addressed, "addressee", valid.addressee or ""


def _item(valid: ItemRow, words: _Words) -> Item:
    deadline = words.deadline(valid.deadline, valid.report_published)
    if isinstance(deadline, CellFault):
        deadline = Deadline(None, DeadlineBasis.NOT_UNDERSTOOD)
    known_as = _known_as(valid, words.learned)
    return Item(
        row=valid,
        deadline_on=deadline.day,
        deadline_basis=deadline.basis,
        addressed_elsewhere=words.addressee(valid.addressee, valid.force) is True,
        report_force=valid.force if words.about_one(valid.report, valid.report_type) else None,
        reference_key=reference_key(known_as or valid.reference or ""),
        known_as=known_as,
    )


def _known_as(valid: ItemRow, learned: Learned) -> str | None:
    if not valid.reference:
        return None
    known = learned.reference_known(valid.force, valid.reference)
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
        if first_row.setdefault(identity, row.row_number) != row.row_number:
            fault = CellFault(code, force=row.force, first=first_row[identity])
        elif (
            row.reference and (other := alike.setdefault((row.as_of, row.force, look(row.reference)), item)) is not item
        ):
            fault = CellFault("reference.alike", other=other.row.reference, first=other.row.row_number)
        else:
            continue
        found.append(cell_problem(fault, Place(row.row_number, table.column_of(field)), value))
    return found
