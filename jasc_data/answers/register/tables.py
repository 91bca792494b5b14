"""Tables of items: as a page shows them, each leading to its own, and all that is known of them for a file."""

from collections.abc import Iterable, Sequence
from datetime import date

from jasc_data.answers.register.answer import Register, RegisterItem
from jasc_data.answers.register.text import (
    basis_words,
    deadline_words,
    item_age,
    item_grade_words,
    item_standing_words,
    late_words,
    reason_words,
    reopened_words,
    target_words,
)
from jasc_data.domain.vocabulary import Kind
from jasc_data.drawing.table_spec import (
    Cell,
    Column,
    Content,
    Format,
    Line,
    Link,
    Missing,
    TableSpec,
    Value,
    Weight,
    rows_of,
)

ASKED = (Column("Item"), Column("What it asks, and report"))
_LEAD = Column("Lead")
_NO_REASON = Missing("no reason given")
_FILE = (
    Column("Reference"),
    Column("Number"),
    Column("Kind"),
    Column("Report"),
    Column("Published", Format.ISO_DATE),
    Column("Published again", Format.ISO_DATE),
    Column("Text"),
    Column("Addressed to"),
    Column("Grade"),
    Column("Status"),
    _LEAD,
    Column("HMICFRS deadline", Format.ISO_DATE),
    Column("Deadline is"),
    Column("Deadline as written"),
    Column("Days past the deadline", Format.PLAIN),
    Column("Reason when overdue"),
    Column("Own target date", Format.ISO_DATE),
    Column("First target date", Format.ISO_DATE),
    Column("Target revisions", Format.PLAIN),
    Column("Steps to green"),
    Column("Cause of concern"),
    Column("Age"),
    Column("Held since", Format.ISO_DATE),
    Column("Reopened", Format.ISO_DATE),
    Column("As of", Format.ISO_DATE),
)


def items_table(
    register: Register, items: Iterable[RegisterItem], caption: str, repeating: frozenset[str] = frozenset()
) -> TableSpec:
    """The items, each with its full text and leading to its own page.

    repeating: the keys of those that are confirmed to repeat an earlier finding, which is marked.
    """
    columns = (
        *ASKED,
        Column("Grade"),
        Column("Status and lead"),
        Column("HMICFRS deadline"),
        Column("Own target date"),
    )
    return TableSpec(columns, rows_of(_shown(register, item, repeating) for item in items), caption)


def leading_cell(register: Register, item: RegisterItem, repeating: frozenset[str] = frozenset()) -> Cell:
    """The item's name, which leads to its page as of the register's date, and its kind; marked when it is a repeat."""
    label = register.labels[item.item_key]
    mark = (Line("Repeat finding", Weight.MORE),) if item.item_key in repeating else ()
    return Cell(label, below=(Line(item.kind.singular), *mark), link=Link("item", item.item_id, register.as_of))


def asked_cell(item: RegisterItem, more: str = "") -> Cell:
    """What the item asks, and below it its report."""
    return Cell(item.text or "No text in the export", below=(Line(f"{item.report}{more}"),))


def _shown(register: Register, item: RegisterItem, repeating: frozenset[str]) -> tuple[Content, ...]:
    late = late_words(item, register.as_of)
    reopened = reopened_words(item)
    again = (Line(reopened, Weight.MORE),) if reopened else ()
    how_late = (Line(late, Weight.MORE), Line(reason_words(item), Weight.EQUAL)) if late else ()
    return (
        leading_cell(register, item, repeating),
        asked_cell(item, f"; age {item_age(item, register.as_of)}"),
        item_grade_words(item),
        Cell(item_standing_words(item), below=(*again, Line(item.lead or "No lead"))),
        Cell(deadline_words(item), below=how_late),
        target_words(item, register.as_of),
    )


def steps_table(register: Register, items: Sequence[RegisterItem]) -> TableSpec:
    """The steps to green of the items that state any, in the order given."""
    columns = (Column("Item"), Column("Steps to green"), Column("Status and own target date"))
    rows = (
        (
            leading_cell(register, item),
            Cell(item.steps_to_green or "", below=(Line(item.text or ""),)),
            Cell(item_standing_words(item), below=(Line(target_words(item, register.as_of)),)),
        )
        for item in items
        if item.steps_to_green
    )
    return TableSpec(columns, rows_of(rows), "Steps to green, as the exports state them")


def late_table(register: Register, items: Sequence[RegisterItem], caption: str) -> TableSpec:
    """The items past HMICFRS's deadline as a page shows them beside a chart: each with how late it is and why."""
    columns = (*ASKED, _LEAD, Column("Past the deadline"), Column("Reason given"))
    rows = (
        (
            leading_cell(register, item),
            asked_cell(item),
            item.lead or "No lead",
            Cell(late_words(item, register.as_of), below=(Line(deadline_words(item)),)),
            item.overdue_reason or _NO_REASON,
        )
        for item in items
    )
    return TableSpec(columns, rows_of(rows), caption)


def overdue_table(register: Register, items: Sequence[RegisterItem]) -> TableSpec:
    """The items past HMICFRS's deadline, in a line each: what each is, how its deadline is known, how late, and why."""
    columns = (
        *(Column(heading) for heading in ("Item", "Kind", "Report", "Deadline")),
        Column("Late by", Format.DAYS),
        *(Column(heading) for heading in ("Status", "Reason")),
    )
    rows = (
        (
            register.labels[item.item_key],
            item.kind.singular,
            register.report_labels[item.report_id],
            deadline_words(item),
            item.days_overdue(register.as_of),
            item_standing_words(item),
            item.overdue_reason or "no reason given",
        )
        for item in items
    )
    return TableSpec(columns, rows_of(rows), f"Items of {register.home} past the HMICFRS deadline")


def file_table(items: Sequence[RegisterItem], day: date, *, with_leads: bool) -> TableSpec:
    """All that is known of each item. with_leads: leads can be people's names (rule 20); without, no column of them."""
    if not items:
        return TableSpec((), ())
    table = TableSpec(_FILE, rows_of(_known(item, day) for item in items))
    return table if with_leads else table.without(_LEAD)


def _known(item: RegisterItem, day: date) -> tuple[Value, ...]:
    return (
        item.reference,
        item.number,
        item.kind.singular,
        item.report,
        item.published,
        item.published_now if item.published_now != item.published else None,
        item.text,
        item.addressee,
        None if item.kind is Kind.CAUSE_OF_CONCERN else item.grade.value,  # none by their nature
        item_standing_words(item),
        item.lead,
        item.deadline_on,
        basis_words(item),
        item.deadline,
        item.days_overdue(day),
        item.overdue_reason,
        item.target_date,
        item.first_target,
        item.revisions,
        item.steps_to_green,
        item.cause_of_concern,
        item_age(item, day),
        item.first_held_on,
        item.reopened_on,
        item.decided_on,
    )
