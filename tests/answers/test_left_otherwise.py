"""What left otherwise left, over any span (rule 17): Changes, Trend, the item's page and the upload's preview agree."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given

from jasc_data.answers.figures.item_states import Change, item_change, items_at
from jasc_data.answers.item.answer import item_history
from jasc_data.answers.period_changes.answer import period_changes
from jasc_data.answers.register.answer import register_of
from jasc_data.answers.trend.periods import Every, periods
from jasc_data.domain.vocabulary import Status
from jasc_data.store.connection import Store
from jasc_data.uploads.acting import restore, withdraw
from jasc_data.uploads.commit import rehearse
from tests.answers.test_histories import DATES, Action, histories, lived
from tests.builders import (
    HOME,
    REC,
    ItemCells,
    by,
    checked,
    empty_store,
    imported,
    item,
    items_csv,
    numbered,
    whole_histories,
)

MAY, JUNE, JULY, AUGUST, SEPTEMBER = DATES
STAYS = item("R9", status="Open")


def export(*rows: ItemCells) -> bytes:
    return items_csv(*rows, STAYS, headings=["status", "addressee"])


def living(*words: ItemCells | None) -> Store:
    """Exports of May, June, ... each of which says this of R1 (None: leaves it out)."""
    store = empty_store()
    for day, word in zip(DATES, words, strict=False):
        imported(store, export(*([] if word is None else [item("R1") | word])), day)
    return store


def became(store: Store, first: date, last: date) -> dict[str, tuple[Change, str | None, str]]:
    with store.snapshot() as snapshot:
        found = period_changes(snapshot, HOME, first, last)
    assert all(flow.adds_up for flow in found.by_report.values())
    return {entry.reference: (entry.change, entry.before, entry.after) for entry in found.items}


OPEN = {"status": "Open"}
LEAVES = [
    ({"status": "Superseded"}, "superseded"),
    ({"status": "Not for the force"}, "not for the force"),
    ({"status": "Open", "addressee": "Home Office"}, "addressed to another body"),
]


@pytest.mark.parametrize(("gone", "words"), LEAVES)
def test_open_then_left_then_absent_is_left_over_any_span(gone: ItemCells, words: str) -> None:
    store = living(OPEN, gone, None, None)
    for last in (JUNE, JULY, AUGUST):
        assert became(store, MAY, last) == {"R1": (Change.LEFT, "open", words)}
    assert became(store, JUNE, JULY) == {}


@pytest.mark.parametrize(("gone", "words"), LEAVES)
def test_the_trend_and_the_items_page_say_the_same(gone: ItemCells, words: str) -> None:
    with living(OPEN, gone, None).snapshot() as snapshot:
        yearly = periods(snapshot, HOME, JULY, Every.YEAR)[REC]
        register = register_of(snapshot, HOME, JULY)
        history = item_history(snapshot, register.items[0].item_key, JULY)
    assert [(period.closed, period.left, period.after) for period in yearly] == [(0, 1, 1)]
    standing = Status.SUPERSEDED if words == "superseded" else Status.NOT_FOR_FORCE
    assert register.items[0].standing is standing
    assert not [change for entry in history.entries for change in entry.changes if "counts as closed" in change]


def test_what_came_back_and_was_then_closed_is_closed() -> None:
    store = living(OPEN, {"status": "Superseded"}, OPEN, None)
    assert became(store, MAY, AUGUST) == {"R1": (Change.CLOSED, "open", "closed")}


def test_what_was_closed_before_it_was_called_superseded_is_closed_as_the_trend_says() -> None:
    store = living(OPEN, {"status": "Closed"}, {"status": "Superseded"}, None)
    assert became(store, MAY, AUGUST)["R1"][0] is Change.CLOSED
    with store.snapshot() as snapshot:
        assert [(period.closed, period.left) for period in periods(snapshot, HOME, AUGUST, Every.YEAR)[REC]] == [(1, 0)]


def test_what_left_and_is_called_closed_later_left_as_the_trend_says() -> None:
    store = living(OPEN, {"status": "Superseded"}, {"status": "Closed"})
    assert became(store, MAY, JULY) == {"R1": (Change.LEFT, "open", "left without closing, later closed")}
    with store.snapshot() as snapshot:
        assert [(period.closed, period.left) for period in periods(snapshot, HOME, JULY, Every.YEAR)[REC]] == [(0, 1)]


def test_a_word_that_an_export_of_its_date_takes_back_makes_nothing_leave() -> None:
    """The corrected export of June leaves R1 out: it is closed, whatever the export that it replaces said."""
    store = living(OPEN, {"status": "Superseded"})
    imported(store, export(), JUNE)
    for day in (JUNE, JULY):
        assert became(store, MAY, day) == {"R1": (Change.CLOSED, "open", "closed")}
        if day is JUNE:
            imported(store, export(), JULY)


def test_the_preview_of_an_upload_and_of_a_withdrawal_say_left() -> None:
    store = living(OPEN)
    imported(store, export(), JULY)
    preview = rehearse(store, checked(export(item("R1", status="Superseded"), *numbered(1, "N")), JULY))
    assert {entry.name: entry.change for entry in preview.effect.items} == {"N1": Change.OPENED}
    number = imported(store, export(item("R1", status="Superseded")), JUNE)
    preview = rehearse(living(OPEN), checked(export(item("R1", status="Superseded")), JUNE))
    assert {entry.name: entry.change for entry in preview.effect.items} == {"R1": Change.LEFT}
    withdraw(store, number, by())
    assert became(store, MAY, JULY)["R1"][0] is Change.CLOSED
    restore(store, number, by())
    assert became(store, MAY, JULY)["R1"][0] is Change.LEFT


@whole_histories
@given(histories)
def test_over_any_span_an_item_closed_or_left_as_it_last_did_from_export_to_export(history: list[Action]) -> None:
    store, _ = lived(history)
    with store.snapshot() as snapshot:
        states = [items_at(snapshot, day) for day in DATES]
    store.close()
    gone = (Change.CLOSED, Change.LEFT)
    for start in range(len(DATES)):
        for end in range(start + 1, len(DATES)):
            for key, before in states[start].items():
                steps = [item_change(a.get(key), b.get(key)) for a, b in pairwise(states[start : end + 1])]
                change = item_change(before, states[end].get(key))
                if change in gone:
                    assert change is [step for step in steps if step in gone][-1]
