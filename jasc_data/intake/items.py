"""The rows of an items export: each validated, deadlines worked out, identities unique within the file."""

import re
from collections.abc import Iterable
from datetime import date

from pydantic import ValidationError

from jasc_data.intake.addressees import addressed_elsewhere, unknown_addressee
from jasc_data.intake.deadlines import Deadline, read_deadline
from jasc_data.intake.headings import Table
from jasc_data.intake.learned import Vocabulary
from jasc_data.intake.problems import CellFault, Problem, problem
from jasc_data.intake.reading import SheetRow
from jasc_data.intake.rows import ItemRow, Place, cell_problem, cells_of, places_of, problems_of
from jasc_data.intake.uploads import Item
from jasc_data.vocabulary import DeadlineBasis, Grade, Kind
from jasc_data.words_alike import reference_key, spelling_key

_ABOUT_ONE_FORCE = re.compile(r"\b(peel|custody|child protection)\b", re.IGNORECASE)


def read_items(table: Table, vocabulary: Vocabulary, default_force: str) -> tuple[list[Item], list[Problem]]:
    """Every item of the table and every problem in it. A row with an error gives no item."""
    items: list[Item] = []
    found: list[Problem] = []
    has_force = table.column_of("force") is not None
    for row in table.rows:
        cells: dict[str, object] = {**cells_of(row, table.columns), "row_number": row.number}
        if "status" in cells:
            cells["status_written"] = cells["status"]
        if "report" in cells:
            cells["report_written"] = cells["report"]
        if not has_force:
            cells["force"] = default_force
        try:
            valid = ItemRow.model_validate(cells, context=vocabulary)
        except ValidationError as failure:
            found += problems_of(failure, places_of(row, table.columns), row.number)
            continue
        item, problems = _item(valid, row, table, vocabulary.epoch)
        found += problems
        items.append(item)
    found += _doubled(items, table)
    return items, found


def _item(valid: ItemRow, row: SheetRow, table: Table, epoch: date | None) -> tuple[Item, list[Problem]]:
    found: list[Problem] = []

    def refuse(fault: CellFault, field: str, value: str) -> None:
        found.append(cell_problem(fault, Place(row.number, table.column_of(field)), value))

    if not valid.reference and not valid.number:
        field = "reference" if table.column_of("reference") else "number"
        refuse(CellFault("cell.missing", field=field), field, "")
    if valid.kind is Kind.CAUSE_OF_CONCERN and valid.grade is not Grade.NOT_GRADED:
        refuse(CellFault("grade.on_cause_of_concern"), "grade", valid.grade)
    deadline = Deadline(None, DeadlineBasis.NONE)
    if valid.deadline:
        try:
            deadline = read_deadline(valid.deadline, valid.report_published, epoch=epoch)
        except CellFault as fault:
            deadline = Deadline(None, DeadlineBasis.NOT_UNDERSTOOD)
            refuse(fault, "deadline", valid.deadline)
    if valid.addressee and unknown_addressee(valid.addressee):
        refuse(CellFault("addressee.unknown"), "addressee", valid.addressee)
    about_one = _ABOUT_ONE_FORCE.search(f"{valid.report or ''} {valid.report_type or ''}")
    item = Item(
        row=valid,
        deadline_on=deadline.day,
        deadline_basis=deadline.basis,
        addressed_elsewhere=addressed_elsewhere(valid.addressee),
        report_force=valid.force if about_one else None,
    )
    return item, found


def _doubled(items: Iterable[Item], table: Table) -> list[Problem]:
    """Identities that stand twice in one file for one date. Without a reference, kind, report and number identify."""
    first_row: dict[tuple[object, ...], int] = {}
    found = []
    for item in items:
        row = item.row
        if row.reference:
            identity: tuple[object, ...] = (row.as_of, row.force, reference_key(row.reference))
            code, column, value = "reference.duplicate", table.column_of("reference"), row.reference
        else:
            report = (spelling_key(row.report or ""), row.report_published)
            identity = (row.as_of, row.force, row.kind, *report, spelling_key(row.number or ""))
            code, column, value = "number.duplicate", table.column_of("number"), row.number or ""
        if identity in first_row:
            found.append(
                problem(
                    code,
                    row_number=row.row_number,
                    column_letter=column.letter if column else None,
                    heading=column.heading if column else None,
                    value=value,
                    force=row.force,
                    first=first_row[identity],
                )
            )
        else:
            first_row[identity] = row.row_number
    return found
