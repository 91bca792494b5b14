"""The tables of what changed between two dates: the sum that proves it, and the items in each list."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from jasc_data.answers.figures.item_states import Change
from jasc_data.answers.period_changes.answer import UNGRADED_KIND, Between, Flow
from jasc_data.answers.period_changes.items import ItemBetween
from jasc_data.answers.register.text import grade_words
from jasc_data.domain.vocabulary import Grade, Kind
from jasc_data.drawing.chart import file_name_part
from jasc_data.wording.numbers import counted, gained, lost, short_date

_NOT_KNOWN = "not known"
SLIPPED = "Slipped target dates"


@dataclass(frozen=True)
class ListOfItems:
    """Items in a table, the key of each row's item, and the list in words."""

    keys: tuple[str, ...]
    table: pd.DataFrame
    words: str


def kinds_table(answer: Between) -> pd.DataFrame:
    """Open at the first date + opened - closed - left + moved = open at the second, a row per kind."""
    rows = []
    flows = [entry.flow for entry in answer.kinds.values() if entry.flow]
    moved = any(flow.moved_in or flow.moved_out for flow in flows)
    for kind, entry in answer.kinds.items():
        if entry.flow:
            cells = _cells(answer, entry.flow, moved=moved)
        else:
            before, after = entry.headline_before, entry.headline_after
            cells = dict.fromkeys(_cells(answer, Flow(0, 0, 0, 0, 0, 0, 0), moved=moved), _NOT_KNOWN)
            cells[_open_at(answer, first=True)] = f"{before.open:,}" if before else "not held"
            cells[_open_at(answer, first=False)] = f"{after.open:,}" if after else "not held"
        counted = {
            "Regraded": len([item for item in answer.of(Change.REGRADED) if item.kind is kind]),
            "Changed": len([item for item in answer.of(Change.CHANGED) if item.kind is kind]),
            "Slipped": len([item for item in answer.slipped if item.kind is kind]),
        }
        told = {name: f"{number:,}" if entry.flow else _NOT_KNOWN for name, number in counted.items()}
        rows.append({"Kind": kind.heading} | cells | told)
    return pd.DataFrame(rows).set_index("Kind")


def classes_table(answer: Between, part: str, flows: Mapping[str, Flow]) -> pd.DataFrame:
    """The same sum for every grade or every report, with the total below."""
    moved = any(flow.moved_in or flow.moved_out for flow in flows.values())
    rows = [{part: _named(part, name)} | _cells(answer, flow, moved=moved) for name, flow in sorted(flows.items())]
    total = Flow(*(sum(getattr(flow, name) for flow in flows.values()) for name in Flow.__dataclass_fields__))
    rows.append({part: f"All {part.lower()}s"} | _cells(answer, total, moved=moved))
    return pd.DataFrame(rows).set_index(part)


def changed_items_table(items: Iterable[ItemBetween]) -> pd.DataFrame:
    """The items of one list, with what they were and became."""
    rows = [
        {
            "Item": item.reference,
            "Kind": item.kind.singular,
            "Report": item.report,
            "Grade": _grade(item),
            "Before": item.before or "not known before",
            "Then": f"{item.after} (reopened)" if item.reopened else item.after,
        }
        for item in items
    ]
    return pd.DataFrame(rows)


def slipped_table(items: Iterable[ItemBetween]) -> pd.DataFrame:
    """The items whose own target date was put off, by how much and how often so far."""
    rows = [
        {
            "Item": item.reference,
            "Kind": item.kind.singular,
            "Report": item.report,
            "Target date was": short_date(item.target_before) if item.target_before else "none",
            "Is now": short_date(item.target_after) if item.target_after else "none",
            "Put off by": counted(item.days_slipped, "day"),
            "Changed so far": f"{item.revisions:,} times" if item.revisions != 1 else "once",
        }
        for item in items
    ]
    return pd.DataFrame(rows)


def _cells(answer: Between, flow: Flow, *, moved: bool) -> dict[str, str]:
    cells = {
        _open_at(answer, first=True): f"{flow.before:,}",
        "Opened": gained(flow.opened),
        "Closed": lost(flow.closed),
        "Left otherwise": lost(flow.left),
    }
    if moved:
        cells |= {"Moved in": gained(flow.moved_in), "Moved out": lost(flow.moved_out)}
    return cells | {_open_at(answer, first=False): f"= {flow.after:,}"}


def _grade(item: ItemBetween) -> str:
    """Causes of concern carry no grade by their nature."""
    if item.kind is Kind.CAUSE_OF_CONCERN and item.grade is Grade.NOT_GRADED:
        return "No grade"
    return grade_words(item.grade)


def _open_at(answer: Between, *, first: bool) -> str:
    if len(set(answer.sides.values())) > 1:  # the kinds' exports are of several dates, which the sentences give
        return "Open before" if first else "Open after"
    return f"Open {short_date(answer.counted[0 if first else 1])}"


def _named(part: str, name: str) -> str:
    if part != "Grade":
        return name
    return {str(Grade.NOT_GRADED): "Not graded", UNGRADED_KIND: UNGRADED_KIND}.get(name, f"Level {name}")


LISTS: dict[str, tuple[Callable[[Between], Sequence[ItemBetween]], str]] = {
    "Opened": (lambda answer: answer.of(Change.OPENED), "opened, new or reopened"),
    "Closed": (lambda answer: answer.of(Change.CLOSED), "closed"),
    "Left otherwise": (lambda answer: answer.of(Change.LEFT), "left otherwise: superseded, or no longer for the force"),
    "Regraded": (lambda answer: answer.of(Change.REGRADED), "regraded"),
    "Changed": (lambda answer: answer.of(Change.CHANGED), "open at both dates, with something else changed"),
    SLIPPED: (lambda answer: answer.slipped, "with the force's own target date put off"),
}


def list_table(answer: Between, name: str) -> ListOfItems:
    """One list of items as a table, and how many stand in it in words."""
    pick, meaning = LISTS[name]
    items, table_of = pick(answer), changed_items_table
    if name == SLIPPED:
        items, table_of = sorted(items, key=lambda item: -item.days_slipped), slipped_table
    words = f"{counted(len(items))} {meaning}."
    return ListOfItems(tuple(item.item_key for item in items), table_of(items), words)


def changes_file_name(answer: Between, name: str) -> str:
    """A telling name for a list as a file, with the force and both dates."""
    return f"{file_name_part(answer.home)}-{file_name_part(name)}-{answer.first}-to-{answer.last}"
