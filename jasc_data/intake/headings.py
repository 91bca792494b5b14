"""What each column of a sheet holds. A column is read, set aside by the uploader, or asked about: none is dropped."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from jasc_data.intake.evidence import (
    Proposal,
    is_yes_no,
    propose,
    samples_of,
    speaks_against,
    speaks_for,
    without_rivals,
)
from jasc_data.intake.fields import ITEM_FIELDS, LOOSE, POSITION_FIELDS, called, heading_key
from jasc_data.intake.heading_rows import HeadingRow, find_heading_row
from jasc_data.intake.layouts import Column, Layout, Table
from jasc_data.intake.learned import LEFT_OUT, OWN_COLUMNS, Vocabulary
from jasc_data.intake.problems import Problem, problem
from jasc_data.intake.reading import Sheet, SheetRow, column_letter
from jasc_data.intake.words import TOTAL
from jasc_data.wording.numbers import listed

_ROWS_LOOKED_AT = 200
_Cells = Mapping[int, Sequence[str]]


@dataclass(frozen=True)
class Found:
    """What was made of a sheet: the table, or None with the row that comes nearest to headings (row_number).

    columns are those of the table, or of that row; those that are asked about carry a proposal.
    """

    table: Table | None
    row_number: int
    columns: tuple[Column, ...]
    problems: tuple[Problem, ...]


def find_table(sheet: Sheet, vocabulary: Vocabulary) -> Found:
    """The table in a sheet, with title rows above it passed over; or the problems that say why there is none."""
    heading = find_heading_row(sheet, vocabulary)
    below = tuple(row for row in sheet.rows if row.number > heading.row.number)
    columns, found = _understood(heading, below, vocabulary)
    lacking = _lacking(heading, columns)
    if heading.problems:
        return Found(None, heading.row.number, columns, heading.problems)
    if heading.reading is None or lacking:
        return Found(None, heading.row.number, columns, (_missing(heading, columns, lacking),))
    table = Table(heading.reading.layout, columns, below, heading.row.number)
    return Found(table, heading.row.number, columns, tuple(found))


def _understood(
    heading: HeadingRow, below: Sequence[SheetRow], vocabulary: Vocabulary
) -> tuple[tuple[Column, ...], list[Problem]]:
    """Every column with what is made of it, and the questions and faults of the headings."""
    reading = heading.reading
    layout = reading.layout if reading else Layout.ITEMS
    columns = _headed(heading.row, reading.fields if reading else {}, below)
    if layout is Layout.PAPER:
        return columns, []  # its headings are forces and averages, read with the figures
    decided = vocabulary.learned.headings(layout.decided_for)
    if layout is Layout.BY_FORCE:
        aside = tuple(replace(c, set_aside=decided.get(heading_key(c.heading)) == LEFT_OUT) for c in columns)
        return aside, _unknown_kinds(aside, heading.row.number)
    cells: _Cells = {
        column.index: [row.cells[column.index] for row in below[:_ROWS_LOOKED_AT] if column.index < len(row.cells)]
        for column in columns
    }
    columns = _without_doubtful(columns, cells, decided, vocabulary)
    columns = _with_proposals(columns, cells, layout, decided, vocabulary)
    return columns, [*_doubled(columns, heading.row.number), *_questions(columns, cells, heading.row.number)]


def _headed(row: SheetRow, fields: Mapping[int, str], below: Sequence[SheetRow]) -> tuple[Column, ...]:
    """The columns up to the last heading, or further when every row below goes further."""
    width = max(index for index, cell in enumerate(row.cells) if cell.strip() or index in fields) + 1
    ends = []
    for other in below:
        filled = [index for index, cell in enumerate(other.cells) if cell.strip()]
        if len(filled) > 1:
            ends.append(filled[-1] + 1)
            if ends[-1] <= width:
                break
    width = max(width, min(ends, default=0))
    headings = [*row.cells, *[""] * width]
    return tuple(
        Column(index, column_letter(index), headings[index].strip(), fields.get(index)) for index in range(width)
    )


def _without_doubtful(
    columns: Sequence[Column], cells: _Cells, decided: Mapping[str, str], vocabulary: Vocabulary
) -> tuple[Column, ...]:
    """The columns, with no field where only a loose heading names it and the values contradict, or where another
    column of the same field is the one that the uploader, or the values, single out."""
    by_word = {column.index for column in columns if heading_key(column.heading) in decided}

    def contradicted(column: Column) -> bool:
        loose = heading_key(column.heading) in LOOSE and column.index not in by_word
        return loose and speaks_against(column.field or "", cells[column.index], vocabulary)

    kept = [replace(c, field=None) if c.field and contradicted(c) else c for c in columns]
    for field in {column.field for column in kept if column.field}:
        same = [column for column in kept if column.field == field]
        singled_out = [c for c in same if c.index in by_word] or [
            c for c in same if speaks_for(field, cells[c.index], vocabulary)
        ]
        if len(same) > 1 and len(singled_out) == 1:
            kept = [replace(c, field=None) if c.field == field and c is not singled_out[0] else c for c in kept]
    return tuple(kept)


def _with_proposals(
    columns: Sequence[Column], cells: _Cells, layout: Layout, decided: Mapping[str, str], vocabulary: Vocabulary
) -> tuple[Column, ...]:
    """Each column with samples of its values; those that are asked about with a proposal."""
    fields = tuple(POSITION_FIELDS if layout is Layout.LONG else ITEM_FIELDS)
    held = [column.field for column in columns if column.field]

    def told(column: Column) -> Column:
        key, values = heading_key(column.heading), cells[column.index]
        column = replace(column, samples=samples_of(values))
        if column.field and held.count(column.field) > 1:
            return replace(column, proposal=Proposal((column.field,)))
        if column.field or not key or key in OWN_COLUMNS:
            return column
        if decided.get(key) == LEFT_OUT or not column.samples:
            return replace(column, set_aside=True)
        return replace(column, proposal=propose(column.heading, values, fields, held, vocabulary))

    found = [told(column) for column in columns]
    asked = [column for column in found if column.proposal]
    proposals = dict(zip(asked, without_rivals([c.proposal for c in asked if c.proposal]), strict=True))
    return tuple(replace(column, proposal=proposals.get(column)) for column in found)


def _questions(columns: Sequence[Column], cells: _Cells, row_number: int) -> list[Problem]:
    """What must be asked of the headings; an empty column under an unknown heading is only told."""
    found = []
    for column in columns:
        if column.set_aside and not column.samples:
            found.append(_told("headings.empty", column, row_number))
        elif column.field is None and column.proposal:
            code = "headings.yes_no" if is_yes_no(cells[column.index]) else "headings.unknown"
            samples = ", ".join(f"'{sample}'" for sample in column.samples)
            likely = " or the ".join(called(field) for field in column.proposal.candidates[:3])
            hint = f"; it may be the {likely}" if likely else ""
            found.append(_told(code, column, row_number, samples=samples, likely=hint))
    return found


def _doubled(columns: Sequence[Column], row_number: int) -> list[Problem]:
    """Columns of which the lists, the values and the uploader cannot say which one holds the field."""
    found = []
    for field in dict.fromkeys(column.field for column in columns if column.field):
        same = [column for column in columns if column.field == field]
        if len(same) > 1:
            letters = listed([f"{column.letter} ('{column.heading}')" for column in same])
            found.append(_told("headings.duplicate", same[1], row_number, columns=letters, field=called(field)))
    return found


def _told(code: str, column: Column, row_number: int, **details: object) -> Problem:
    return problem(
        code,
        row_number=row_number,
        column_letter=column.letter,
        heading=column.heading,
        value=column.heading,
        **details,
    )


def _unknown_kinds(columns: Sequence[Column], row_number: int) -> list[Problem]:
    """Headings across that are no kind, or stand twice. A total is checked; an average of kinds means nothing."""
    unknown = [
        column
        for column in columns
        if column.heading
        and not column.field
        and not column.set_aside
        and heading_key(column.heading) not in {*TOTAL, *OWN_COLUMNS}
    ]
    return _doubled(columns, row_number) + [_told("headings.unknown_kind", column, row_number) for column in unknown]


def _lacking(heading: HeadingRow, columns: Sequence[Column]) -> list[str]:
    """What the layout still needs, once the columns whose values contradict their heading are asked about.

    Items without a report column are asked about later, as long as a reference tells them apart.
    """
    layout = heading.reading.layout if heading.reading else None
    held = {column.field for column in columns if column.field}
    if layout is Layout.LONG:
        return [field for field in ("force", "kind", "open") if field not in held]
    if layout is not Layout.ITEMS:
        return []
    needed = ("kind",) if "reference" in held else ("kind", "report")
    lacking = [field for field in needed if field not in held]
    return lacking if held & {"reference", "number"} else [*lacking, "reference (or number)"]


def _missing(heading: HeadingRow, columns: Sequence[Column], lacking: Sequence[str]) -> Problem:
    likely = [
        f"'{column.heading}' (perhaps the {called(column.proposal.candidates[0])})"
        for column in columns
        if column.proposal and column.proposal.candidates
    ]
    return problem(
        "headings.missing",
        row_number=heading.row.number,
        missing=listed(list(lacking)),
        found=", ".join(f"'{cell.strip()}'" for cell in heading.row.cells if cell.strip()),
        likely=f" Say what is meant by {listed(likely)}." if likely else "",
    )
