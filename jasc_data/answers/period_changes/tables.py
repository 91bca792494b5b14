"""The tables of what changed between two dates: the sum that proves it, and the items in each list."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from jasc_data.answers.figures.item_states import Change
from jasc_data.answers.period_changes.answer import UNGRADED_KIND, Flow, PeriodChanges
from jasc_data.answers.period_changes.items import PeriodItem
from jasc_data.answers.register.answer import Register
from jasc_data.answers.register.tables import ASKED, asked_cell, leading_cell
from jasc_data.domain.vocabulary import Grade, Kind
from jasc_data.drawing.chart import file_name_part
from jasc_data.drawing.table_spec import (
    NOT_HELD,
    NOT_KNOWN,
    Cell,
    Column,
    Content,
    Contents,
    Format,
    Missing,
    TableSpec,
    rows_of,
)
from jasc_data.wording.definitions import LEFT, LEFT_WORDS
from jasc_data.wording.grades import grade_words
from jasc_data.wording.numbers import counted, short_date

SLIPPED = "Slipped target dates"
_COUNTED_APART = ("Regraded", "Changed", "Slipped")
_ITEM = (Column("Item"), Column("Kind"), Column("Report"))
_NO_TARGET = Missing("none")


@dataclass(frozen=True)
class ListOfItems:
    """Items in a table, the key of each row's item, and the list in words."""

    keys: tuple[str, ...]
    table: TableSpec
    words: str

    def first(self, number: int) -> "ListOfItems":
        """The same with no more items than that; the words still speak of all."""
        return replace(self, keys=self.keys[:number], table=self.table.first_rows(number))


def kinds_table(answer: PeriodChanges) -> TableSpec:
    """Open at the first date + opened - closed - left + moved = open at the second, a row per kind."""
    moved = _any_moved(entry.flow for entry in answer.kinds.values() if entry.flow)
    columns = (*_sum_columns(answer, "Kind", moved=moved), *(Column(name, Format.COUNT) for name in _COUNTED_APART))
    rows: list[Contents] = [(kind.heading, *_kind_cells(answer, kind, moved=moved)) for kind in answer.kinds]
    caption = "Open at the first date, what came and went, open at the second date, by kind"
    return TableSpec(columns, rows_of(rows), caption)


def classes_table(answer: PeriodChanges, part: str, flows: Mapping[str, Flow]) -> TableSpec:
    """The same sum for every grade or every report, with the total below."""
    moved = _any_moved(flows.values())
    rows: list[Contents] = [(_named(part, name), *_sum(flow, moved=moved)) for name, flow in sorted(flows.items())]
    total = Flow(*(sum(getattr(flow, name) for flow in flows.values()) for name in Flow.__dataclass_fields__))
    rows.append((f"All {part.lower()}s", *_sum(total, moved=moved)))
    return TableSpec(_sum_columns(answer, part, moved=moved), rows_of(rows), f"The sum by {part.lower()}")


def changed_items_table(items: Iterable[PeriodItem]) -> TableSpec:
    """The items of one list, with what they were and became."""
    rows = [
        (
            *_named_item(item),
            _grade(item),
            item.before or "not known before",
            f"{item.after} (reopened)" if item.reopened else item.after,
        )
        for item in items
    ]
    columns = (*_ITEM, Column("Grade"), Column("Before"), Column("Then"))
    return TableSpec(columns, rows_of(rows), headed_rows=False)


def slipped_table(items: Iterable[PeriodItem]) -> TableSpec:
    """The items whose own target date was put off, by how much and how often so far."""
    rows = [
        (
            *_named_item(item),
            item.target_before or _NO_TARGET,
            item.target_after or _NO_TARGET,
            item.days_slipped,
            item.revisions,
        )
        for item in items
    ]
    columns = (
        *_ITEM,
        Column("Target date was", Format.SHORT_DATE),
        Column("Is now", Format.SHORT_DATE),
        Column("Put off by", Format.DAYS),
        Column("Changed so far", Format.TIMES),
    )
    return TableSpec(columns, rows_of(rows), headed_rows=False)


def with_texts(
    listed: ListOfItems, register: Register, caption: str, repeating: frozenset[str] = frozenset()
) -> TableSpec:
    """The list as a page shows it: each item leads to its own page and says what it asks, under its report.

    repeating: the keys of those that are confirmed to repeat an earlier finding, which is marked.
    """
    known = {item.item_key: item for item in register.items}
    items = [known[key] for key in listed.keys]
    rows = [
        (leading_cell(register, item, repeating), asked_cell(item), *row.contents[len(_ITEM) :])
        for item, row in zip(items, listed.table.rows, strict=True)
    ]
    return TableSpec((*ASKED, *listed.table.columns[len(_ITEM) :]), rows_of(rows), caption)


def _kind_cells(answer: PeriodChanges, kind: Kind, *, moved: bool) -> list[Content]:
    """The kind's sum and what is counted apart; without items nothing is known but the figures at both dates."""
    entry = answer.kinds[kind]
    if entry.flow:
        apart = (answer.of(Change.REGRADED), answer.of(Change.CHANGED), answer.slipped)
        return [*_sum(entry.flow, moved=moved), *(sum(item.kind is kind for item in items) for items in apart)]
    before, after = entry.headline_before, entry.headline_after
    first = before.open if before else NOT_HELD
    last = Cell(after.open, format=Format.COUNT) if after else NOT_HELD  # a figure held, which is no sum
    unknown = [NOT_KNOWN] * (5 if moved else 3)
    return [first, *unknown, last, *([NOT_KNOWN] * len(_COUNTED_APART))]


def _any_moved(flows: Iterable[Flow]) -> bool:
    return any(flow.moved_in or flow.moved_out for flow in flows)


def _sum_columns(answer: PeriodChanges, part: str, *, moved: bool) -> tuple[Column, ...]:
    changes = ("Opened", "Closed", LEFT, *(("Moved in", "Moved out") if moved else ()))
    return (
        Column(part),
        Column(_open_at(answer, first=True), Format.COUNT),
        *(Column(heading, Format.SIGNED) for heading in changes),
        Column(_open_at(answer, first=False), Format.SUM),
    )


def _sum(flow: Flow, *, moved: bool) -> tuple[int, ...]:
    moves = (flow.moved_in, -flow.moved_out) if moved else ()
    return flow.before, flow.opened, -flow.closed, -flow.left, *moves, flow.after


def _named_item(item: PeriodItem) -> tuple[str, str, str]:
    return item.reference, item.kind.singular, item.report


def _grade(item: PeriodItem) -> str:
    """Causes of concern carry no grade by their nature."""
    if item.kind is Kind.CAUSE_OF_CONCERN and item.grade is Grade.NOT_GRADED:
        return "No grade"
    return grade_words(item.grade)


def _open_at(answer: PeriodChanges, *, first: bool) -> str:
    if len(set(answer.sides.values())) > 1:  # the kinds' exports are of several dates, which the sentences give
        return "Open before" if first else "Open after"
    return f"Open {short_date(answer.counted[0 if first else 1])}"


def _named(part: str, name: str) -> str:
    if part != "Grade":
        return name
    return UNGRADED_KIND if name == UNGRADED_KIND else grade_words(Grade(name))


LISTS: dict[str, tuple[Callable[[PeriodChanges], Sequence[PeriodItem]], str]] = {
    "Opened": (lambda answer: answer.of(Change.OPENED), "opened, new or reopened"),
    "Closed": (lambda answer: answer.of(Change.CLOSED), "closed"),
    LEFT: (lambda answer: answer.of(Change.LEFT), f"{LEFT_WORDS}: superseded, or no longer for the force"),
    "Regraded": (lambda answer: answer.of(Change.REGRADED), "regraded"),
    "Changed": (lambda answer: answer.of(Change.CHANGED), "open at both dates, with something else changed"),
    SLIPPED: (lambda answer: answer.slipped, "with the force's own target date put off"),
}


def fullest_list(answer: PeriodChanges) -> str:
    """The list with the most items, the first of those that are level: what a page opens on."""
    return max(LISTS, key=lambda name: len(LISTS[name][0](answer)))


def list_table(answer: PeriodChanges, name: str) -> ListOfItems:
    """One list of items as a table, and how many stand in it in words."""
    pick, meaning = LISTS[name]
    items, table_of = pick(answer), changed_items_table
    if name == SLIPPED:
        items, table_of = sorted(items, key=lambda item: -item.days_slipped), slipped_table
    words = f"{counted(len(items))} {meaning}."
    return ListOfItems(tuple(item.item_key for item in items), table_of(items), words)


def changes_file_name(answer: PeriodChanges, name: str) -> str:
    """A telling name for a list as a file, with the force and both dates."""
    return f"{file_name_part(answer.home)}-{file_name_part(name)}-{answer.first}-to-{answer.last}"
