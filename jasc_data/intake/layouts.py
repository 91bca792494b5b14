"""The layouts that are read, and what one row could be as the headings of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from jasc_data.intake.evidence import Proposal
from jasc_data.intake.fields import ITEM_FIELDS, KIND_WORDS, LOOSE, POSITION_FIELDS, fields_by_word, heading_key
from jasc_data.intake.learned import ITEMS_LAYOUT, LEFT_OUT, POSITIONS_LAYOUT, Vocabulary
from jasc_data.intake.reading import SheetRow
from jasc_data.intake.words import is_average_or_total
from jasc_data.wording.numbers import listed

_FORCES = frozenset(ITEM_FIELDS["force"].split("|"))
_FORCE_HEADINGS = _FORCES | {"forces", "area", ""}
_OF_ITEMS_ALONE = frozenset(ITEM_FIELDS) - frozenset(POSITION_FIELDS)


class Layout(StrEnum):
    """The layouts that are read, in words fit for a page."""

    ITEMS = "a row per item"
    LONG = "positions, a row per force and kind"
    BY_FORCE = "positions, forces down and kinds across"
    PAPER = "positions, kinds down and forces across"

    @property
    def decided_for(self) -> str:
        """The type of layout for which decisions about headings are kept."""
        return ITEMS_LAYOUT if self is Layout.ITEMS else POSITIONS_LAYOUT


@dataclass(frozen=True)
class Column:
    """One column: its place from 0, its spreadsheet letter, its heading as written, the field it holds (or None).

    samples: some of its values. proposal: what it may be, of a column that is asked about. set_aside: the uploader said
    that it is not read.
    """

    index: int
    letter: str
    heading: str
    field: str | None
    samples: tuple[str, ...] = ()
    proposal: Proposal | None = None
    set_aside: bool = False


@dataclass(frozen=True)
class Table:
    """A sheet whose headings are understood: its layout, columns, and the rows below the headings."""

    layout: Layout
    columns: tuple[Column, ...]
    rows: tuple[SheetRow, ...]
    heading_row: int = 1

    def column_of(self, field: str) -> Column | None:
        """The column that holds the field, or None."""
        return self._by_field.get(field)

    @cached_property
    def _by_field(self) -> Mapping[str | None, Column]:
        return {column.field: column for column in reversed(self.columns)}  # of several the first


@dataclass(frozen=True)
class Reading:
    """A row as headings: the layout it would be, the field by column index, and the fields that are still lacking."""

    layout: Layout
    row: SheetRow
    fields: Mapping[int, str]
    lacking: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """True when all that the layout needs is there."""
        return not self.lacking

    @property
    def missing(self) -> str:
        """What is lacking, in words."""
        return listed(list(self.lacking))


def readings(row: SheetRow, vocabulary: Vocabulary) -> list[Reading]:
    """What the row could be as headings, the likeliest layout first."""
    keys = [heading_key(cell) for cell in row.cells]
    items = _fields(keys, ITEM_FIELDS, vocabulary.learned.headings(ITEMS_LAYOUT))
    decided = vocabulary.learned.headings(POSITIONS_LAYOUT)
    long = _fields(keys, POSITION_FIELDS, decided)
    found = [Reading(Layout.ITEMS, row, items, _lacking_of_items(set(items.values())))]
    if not _tells_of_items(keys, items, decided):
        found.append(Reading(Layout.LONG, row, long, _lacking_of_long(set(long.values()))))
    found += _by_force(row, keys, items, long, vocabulary) + _paper(row, vocabulary)
    return found


def _fields(keys: Sequence[str], synonyms: Mapping[str, str], decided: Mapping[str, str]) -> dict[int, str]:
    meaning = fields_by_word(synonyms, decided)
    return {index: meaning[key] for index, key in enumerate(keys) if key in meaning}


def _tells_of_items(keys: Sequence[str], items: Mapping[int, str], decided: Mapping[str, str]) -> bool:
    """Counts have no reference, report, wording or status: beside such a column a number is no count, unless the
    uploader said so. A loose heading alone (``Closed``, beside ``Open``) tells nothing."""
    told = {field for index, field in items.items() if keys[index] not in LOOSE}
    return bool(_OF_ITEMS_ALONE & told) and not any(decided.get(key) == "open" for key in keys)


def _by_force(
    row: SheetRow,
    keys: Sequence[str],
    items: Mapping[int, str],
    long: Mapping[int, str],
    vocabulary: Vocabulary,
) -> list[Reading]:
    first = 0 if keys[0] in _FORCE_HEADINGS else next((index for index, key in enumerate(keys) if key in _FORCES), None)
    if first is None:
        return []
    kind_words = {**KIND_WORDS, **vocabulary.kinds}
    of_items = {field for index, field in items.items() if keys[index] not in kind_words} & _OF_ITEMS_ALONE
    named_kinds = len({kind_words[key] for key in keys[1:] if key in kind_words}) or (
        bool(keys[0]) and any(map(_names_a_kind, keys[1:]))
    )
    if of_items or named_kinds < (1 if keys[first] and not first else 2):  # data can start blank, too
        return []
    aside = {key for key, field in vocabulary.learned.headings(POSITIONS_LAYOUT).items() if field == LEFT_OUT}
    kinds = {index: kind_words[key].value for index, key in enumerate(keys) if key in kind_words and key not in aside}
    dated = {index: "as_of" for index, field in long.items() if field == "as_of"}
    return [Reading(Layout.BY_FORCE, row, {first: "force"} | kinds | dated)]


def _names_a_kind(key: str) -> bool:
    """True for a heading with a kind and something more, such as "Open CoCs": the kind is then asked about."""
    return any(f" {word} " in f" {key} " for word in KIND_WORDS)


def _paper(row: SheetRow, vocabulary: Vocabulary) -> list[Reading]:
    directory = vocabulary.directory
    forces = {index: "force" for index, cell in enumerate(row.cells) if index and directory.find(cell)}
    named = {directory.find(row.cells[index]) for index in forces}
    beside = [cell for index, cell in enumerate(row.cells) if index and index not in forces and cell.strip()]
    few = len(named) < 2 and not (named and beside and all(map(is_average_or_total, beside)))
    return [] if few or directory.find(row.cells[0]) else [Reading(Layout.PAPER, row, {0: "kind"} | forces)]


def _lacking_of_items(fields: set[str]) -> tuple[str, ...]:
    lacking = [field for field in ("kind", "report") if field not in fields]
    return (*lacking, *(() if fields & {"reference", "number"} else ("reference (or number)",)))


def _lacking_of_long(fields: set[str]) -> tuple[str, ...]:
    return tuple(field for field in ("force", "kind", "open") if field not in fields)
