"""The items of an export: what its rows say, deadlines worked out, identities unique within the file.

What the cells of several columns come to is worked out once for all rows that say the same.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from jasc_data.domain.normalise import reference_key, spelling_key
from jasc_data.domain.vocabulary import DeadlineBasis, Grade, Kind
from jasc_data.intake.addressees import addressed_elsewhere, unknown_addressee
from jasc_data.intake.deadlines import Deadline, read_deadline
from jasc_data.intake.item_columns import ItemColumns, item_columns
from jasc_data.intake.layouts import Table
from jasc_data.intake.learned import FOR_OTHERS, NO_DEADLINE, Learned, Vocabulary, lookup_key
from jasc_data.intake.problems import CellFault, Problem
from jasc_data.intake.references import look, noughts_lost, reference_fault
from jasc_data.intake.rows import ItemRow, Place, cell_problem
from jasc_data.intake.signs import is_sign
from jasc_data.intake.uploads import Item

_Fault = tuple[int, str, CellFault]  # the place of the row among those that are items, and the field
_NOT_UNDERSTOOD = Deadline(None, DeadlineBasis.NOT_UNDERSTOOD)
_LETTER = re.compile(r"[^\W\d_]")
_ABOUT_ONE_FORCE = re.compile(r"\b(peel|custody|child protection)\b", re.IGNORECASE)


def read_items(table: Table, vocabulary: Vocabulary, assumed: Mapping[str, str]) -> tuple[list[Item], list[Problem]]:
    """Every item of the table and every problem in it. A row with an error gives no item.

    assumed: by field, what every row says of it, of a field without a column.
    """
    columns, found = item_columns(table, vocabulary, assumed)
    words = _Words(vocabulary)
    deadlines = list(map(words.deadline, columns["deadline"], columns["report_published"]))
    addressed = list(map(words.addressee, columns["addressee"], columns["force"]))
    for place, field, fault in [
        *_identity_faults(columns, table),
        *_faults(columns),
        *_refused("deadline", deadlines),
        *_refused("addressee", addressed),
    ]:
        row_number, value = columns["row_number"][place], columns[field][place] or ""
        found.append(cell_problem(fault, Place(row_number, table.column_of(field)), value))
    items = _items(columns, words, deadlines, [meaning is True for meaning in addressed])
    return items, found + _doubled(items, table)


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


def _items(
    columns: ItemColumns, words: _Words, deadlines: Iterable[Deadline | CellFault], elsewhere: Sequence[bool]
) -> list[Item]:
    worked_out = [meaning if isinstance(meaning, Deadline) else _NOT_UNDERSTOOD for meaning in deadlines]
    about_one = map(words.about_one, columns["report"], columns["report_type"])
    known_as = _known_as(columns, words.learned)
    return list(
        map(
            Item,
            map(ItemRow._make, zip(*columns.values(), strict=True)),
            [deadline.day for deadline in worked_out],
            [deadline.basis for deadline in worked_out],
            elsewhere,
            [reference_key(known or own or "") for known, own in zip(known_as, columns["reference"], strict=True)],
            [force if about else None for force, about in zip(columns["force"], about_one, strict=True)],
            known_as,
        )
    )


def _known_as(columns: ItemColumns, learned: Learned) -> list[str | None]:
    """The reference under which each item is held whose own was said to stand for another."""
    forces, references = columns["force"], columns["reference"]
    if not any(map(learned.references_known, set(forces))):
        return [None] * len(forces)
    known = (own and learned.reference_known(force, own) for force, own in zip(forces, references, strict=True))
    return [meant if meant != own else None for meant, own in zip(known, references, strict=True)]


def _faults(columns: ItemColumns) -> Iterator[_Fault]:
    """Reports without a word, and causes of concern with a grade."""
    without = {report for report in set(columns["report"]) if report and not _LETTER.search(report)}
    for place, report in enumerate(columns["report"]) if without else ():
        if report in without:
            yield place, "report", CellFault("report.no_word")
    for place, (kind, grade) in enumerate(zip(columns["kind"], columns["grade"], strict=True)):
        if kind is Kind.CAUSE_OF_CONCERN and grade is not Grade.NOT_GRADED:
            yield place, "grade", CellFault("grade.on_cause_of_concern")


def _identity_faults(columns: ItemColumns, table: Table) -> Iterator[_Fault]:
    """What is wrong with the reference, or with the number that stands in for it."""
    missing = "reference" if table.column_of("reference") else "number"
    for place, (reference, number) in enumerate(zip(columns["reference"], columns["number"], strict=True)):
        if not reference and not number:
            yield place, missing, CellFault("cell.missing", field=missing)
        if fault := reference_fault("reference", reference, alone=True):
            yield place, "reference", fault
        if number and (fault := reference_fault("number", number, alone=not reference)):
            yield place, "number", fault
    lists = list(zip(columns["kind"], columns["report"], strict=True))
    for field in ("reference", "number"):
        for place, fault in noughts_lost(field, columns[field], lists):
            yield place, field, fault


def _refused(field: str, meanings: Iterable[object]) -> Iterator[_Fault]:
    return ((place, field, meaning) for place, meaning in enumerate(meanings) if isinstance(meaning, CellFault))


def _doubled(items: Sequence[Item], table: Table) -> list[Problem]:
    """Identities that stand twice in one file for one date. Without a reference, kind, report and number identify.

    References that differ in a hyphen or a space alone are kept apart and asked about.
    """
    plain = (item for item in items if item.row.reference and item.row.reference.isascii())
    if len({(item.row.as_of, item.row.force, item.reference_key) for item in plain}) == len(items):
        return []  # nearly every file
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
