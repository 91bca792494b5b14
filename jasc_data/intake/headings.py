"""Finding the row of headings, the layout it stands for, and the field that each column holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from jasc_data.figures import listed
from jasc_data.intake.guessing import guess_fields
from jasc_data.intake.learned import OWN_COLUMNS, Vocabulary, layout_signature
from jasc_data.intake.problems import Problem, problem
from jasc_data.intake.reading import Sheet, SheetRow, column_letter
from jasc_data.intake.words import KINDS, is_average_or_total
from jasc_data.words_alike import spelling_key

ROWS_SEARCHED = 40

# Synonyms are spelling keys: case, spaces and punctuation have no meaning in a heading.
ITEM_FIELDS = {
    "reference": "reference|ref|id|portal reference|portal ref|reference number|ref no|unique reference|item reference|item code|code|portal id|unique id|record id|item id",
    "force": "force|force name|police force|constabulary",
    "kind": "kind|type|category|item type|record type|type of item",
    "report": "report|report title|inspection|publication|inspection report|report name|title of report|inspection title",
    "report_type": "report type|inspection type|type of report|type of inspection|programme",
    "report_published": "report published|published|publication date|date published|report date|report publication date",
    "number": "number|no|item number|recommendation number|item no",
    "text": "text|recommendation|description|wording|recommendation text|full text|item text|details|item",
    "addressee": "addressee|directed at|addressed to|addressees|owner body|responsible body|for",
    "grade": "grade|level|grading|severity level|hmicfrs level",
    "status": "status|state|progress|current status|portal status",
    "lead": "lead|strategic lead|owner|action owner|lead officer",
    "deadline": "deadline|due|due date|hmicfrs deadline|national deadline|completion date",
    "target_date": "target date|local target|revised date|force target|own target date|force target date|target",
    "overdue_reason": "overdue reason|reason|rationale|reason overdue|reason for delay",
    "steps_to_green": "steps to green|steps|actions|update|latest update|progress update|comments",
    "closed_on": "closed on|date closed|closed date|closure date|date signed off|closed",
    "as_of": "as of|as at|position date|as of date|as at date|snapshot date|correct at|correct as of",
    "cause_of_concern": "cause of concern|coc reference|parent cause of concern|cause of concern reference|parent",
}
POSITION_FIELDS = {
    "force": ITEM_FIELDS["force"],
    "kind": ITEM_FIELDS["kind"],
    "open": "open|count|open items|number open|open count|items open|total|total open|number|figure|value|position",
    "grade": ITEM_FIELDS["grade"],
    "as_of": ITEM_FIELDS["as_of"],
}
_FORCE_HEADINGS = frozenset(ITEM_FIELDS["force"].split("|")) | {"forces", "area", ""}
_KIND_WORDS = {word: kind for kind, words in KINDS.items() for word in words.split("|")}


class Layout(StrEnum):
    """The layouts that are read, in words fit for a page."""

    ITEMS = "a row per item"
    LONG = "positions, a row per force and kind"
    BY_FORCE = "positions, forces down and kinds across"
    PAPER = "positions, kinds down and forces across"


@dataclass(frozen=True)
class Column:
    """One column: its place from 0, its spreadsheet letter, its heading as written, the field it holds (or None)."""

    index: int
    letter: str
    heading: str
    field: str | None


@dataclass(frozen=True)
class Table:
    """A sheet whose headings are understood: its layout, columns, and the rows below the headings."""

    layout: Layout
    columns: tuple[Column, ...]
    rows: tuple[SheetRow, ...]
    heading_row: int = 1

    def column_of(self, field: str) -> Column | None:
        """The column that holds the field, or None."""
        return next((column for column in self.columns if column.field == field), None)


@dataclass(frozen=True)
class Found:
    """What was made of a sheet: the table, or None with the row that comes nearest to headings and our best guesses.

    columns are those of the table, or of that row (row_number) with guessed fields. signature is the layout's.
    """

    table: Table | None
    row_number: int
    columns: tuple[Column, ...]
    signature: str
    problems: tuple[Problem, ...]


def find_table(sheet: Sheet, vocabulary: Vocabulary) -> Found:
    """The table in a sheet, with title rows above it passed over; or the problems that say why there is none."""
    nearest: tuple[tuple[int, int], Layout, SheetRow, dict[int, str]] | None = None
    for place, row in enumerate(sheet.rows[:ROWS_SEARCHED]):
        signature = layout_signature(row.cells)
        for layout, fields, complete in _readings(row, vocabulary, signature):
            if complete:
                columns = _columns(row, fields, sheet.rows[place + 1 :])
                left_out = vocabulary.learned.headings(signature)
                found = _heading_problems(layout, row, columns, left_out)
                table = Table(layout, columns, sheet.rows[place + 1 :], row.number)
                return Found(table, row.number, columns, signature, tuple(found))
            closeness = (len(fields), -len(_lacking(layout, set(fields.values()))))
            if len(fields) >= 2 and (nearest is None or closeness > nearest[0]):
                nearest = (closeness, layout, row, fields)
    if nearest is None:
        widest = max(sheet.rows[:ROWS_SEARCHED], key=lambda row: sum(bool(cell.strip()) for cell in row.cells))
        return _not_found(sheet, widest, {}, problem("headings.not_found"))
    _, layout, row, fields = nearest
    found_words = ", ".join(f"'{cell.strip()}'" for cell in row.cells if cell.strip())
    missing = _missing(layout, set(fields.values()))
    return _not_found(
        sheet, row, fields, problem("headings.missing", row_number=row.number, missing=missing, found=found_words)
    )


def _not_found(sheet: Sheet, row: SheetRow, fields: dict[int, str], why: Problem) -> Found:
    below = [other.cells for other in sheet.rows if other.number > row.number][:ROWS_SEARCHED]
    guessed = guess_fields(row.cells, below, fields, {name: words.split("|") for name, words in ITEM_FIELDS.items()})
    return Found(None, row.number, _columns(row, guessed, ()), layout_signature(row.cells), (why,))


def _readings(row: SheetRow, vocabulary: Vocabulary, signature: str) -> list[tuple[Layout, dict[int, str], bool]]:
    """What the row could be as headings: layout, field by column index, and whether all that is needed is there."""
    keys = ["number" if cell.strip() == "#" else spelling_key(cell) for cell in row.cells]
    decided = vocabulary.learned.headings(signature)
    kind_words = {**_KIND_WORDS, **vocabulary.kinds}
    items = _fields(keys, ITEM_FIELDS, decided)
    long = _fields(keys, POSITION_FIELDS, decided)
    readings = [
        (Layout.ITEMS, items, not _missing(Layout.ITEMS, set(items.values()))),
        (Layout.LONG, long, "report" not in items.values() and not _missing(Layout.LONG, set(long.values()))),
    ]
    first, rest = keys[0], keys[1:]
    named_kinds = sum(key in kind_words for key in rest)
    if first in _FORCE_HEADINGS and named_kinds >= (1 if first else 2):  # a row of data can start blank, too
        kinds = {index: kind_words[key].value for index, key in enumerate(keys) if key in kind_words}
        dated = {index: "as_of" for index, field in long.items() if field == "as_of"}
        readings.append((Layout.BY_FORCE, {0: "force"} | kinds | dated, True))
    directory = vocabulary.directory
    forces = {index: "force" for index, cell in enumerate(row.cells) if index and directory.find(cell)}
    if len({directory.find(row.cells[index]) for index in forces}) >= 2 and not directory.find(row.cells[0]):
        readings.append((Layout.PAPER, {0: "kind"} | forces, True))
    return readings


def _fields(keys: list[str], synonyms: dict[str, str], decided: Mapping[str, str]) -> dict[int, str]:
    meaning = {word: field for field, words in synonyms.items() for word in words.split("|")}
    meaning |= {word: field for word, field in decided.items() if field in synonyms}
    left_out = {word for word, field in decided.items() if field not in synonyms}
    return {index: meaning[key] for index, key in enumerate(keys) if key in meaning and key not in left_out}


def _missing(layout: Layout, fields: set[str]) -> str:
    return listed(_lacking(layout, fields))


def _lacking(layout: Layout, fields: set[str]) -> list[str]:
    if layout is Layout.LONG:
        lacking = [field for field in ("force", "kind", "open") if field not in fields]
    else:
        lacking = [field for field in ("kind", "report") if field not in fields]
        if not fields & {"reference", "number"}:
            lacking.append("reference (or number)")
    return lacking


def _columns(row: SheetRow, fields: dict[int, str], below: Sequence[SheetRow]) -> tuple[Column, ...]:
    """The columns up to the last heading, or further when every row below goes further."""
    width = max(index for index, cell in enumerate(row.cells) if cell.strip() or index in fields) + 1
    filled = [[index for index, cell in enumerate(other.cells) if cell.strip()] for other in below]
    width = max(width, min((indices[-1] + 1 for indices in filled if len(indices) > 1), default=0))
    headings = [*row.cells, *[""] * width]
    return tuple(
        Column(index, column_letter(index), headings[index].strip(), fields.get(index)) for index in range(width)
    )


def _heading_problems(
    layout: Layout, row: SheetRow, columns: tuple[Column, ...], decided: Mapping[str, str]
) -> list[Problem]:
    if layout is Layout.PAPER:
        return []  # its headings are forces and averages, read with the figures
    found = []
    for field in dict.fromkeys(column.field for column in columns if column.field):
        same = [column for column in columns if column.field == field]
        if len(same) > 1:
            letters = listed([f"{column.letter} ('{column.heading}')" for column in same])
            found.append(
                problem(
                    "headings.duplicate",
                    row_number=row.number,
                    column_letter=same[1].letter,
                    heading=same[1].heading,
                    columns=letters,
                    field=field.replace("_", " "),
                )
            )
    for column in columns:
        key = spelling_key(column.heading)
        if column.field is None and key and key not in OWN_COLUMNS and key not in decided:
            averages = is_average_or_total(column.heading)
            code = "headings.unknown_kind" if layout is Layout.BY_FORCE and not averages else "headings.unused"
            found.append(
                problem(
                    code,
                    row_number=row.number,
                    column_letter=column.letter,
                    heading=column.heading,
                    value=column.heading,
                )
            )
    return found
