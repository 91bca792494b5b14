"""What is decided about repeat findings: all of it logged, and the last action holds whatever its clock says."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from jasc_data.answers.repeats.answer import decisions_of
from jasc_data.domain.vocabulary import RepeatAction
from jasc_data.editorial.repeat_actions import RepeatRefused, confirm_repeat, dismiss_repeat, take_back
from jasc_data.editorial.repeat_decisions import RepeatPair, repeat_log
from jasc_data.store.connection import Store
from jasc_data.store.integrity import examine
from tests.builders import (
    HOME,
    by,
    dump,
    empty_store,
    filled_in_memory,
    imported,
    item,
    items_csv,
)

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
PAIR = RepeatPair(2, 1)
CONFIRMED, DISMISSED, TAKEN_BACK = RepeatAction


@pytest.fixture
def store() -> Iterator[Store]:
    """Items 1 to 3 of the home force, and item 4 of another."""
    store = filled_in_memory("editorial repeat_decisions", fill)
    yield store
    store.close()


def fill(store: Store) -> None:
    imported(store, items_csv(item("R1", report="Custody"), item("R2"), item("R3")))
    imported(store, items_csv(item("X1") | {"force": "Suffolk"}), date(2023, 9, 5), forces=("Suffolk",))


def decided(store: Store) -> dict[tuple[str, str], RepeatAction]:
    with store.snapshot() as snapshot:
        found = decisions_of(snapshot, HOME)
    return {(one.item_key.split("|")[-1], one.earlier_key.split("|")[-1]): one.action for one in found}


def actions(store: Store) -> list[RepeatAction]:
    with store.snapshot() as snapshot:
        return [entry.action for entry in repeat_log(snapshot)]


def version(store: Store) -> int:
    with store.snapshot() as snapshot:
        return snapshot.data_version


def test_the_last_action_holds_and_the_log_keeps_all(store: Store) -> None:
    for act, holds in (
        (confirm_repeat, CONFIRMED),
        (dismiss_repeat, DISMISSED),
        (confirm_repeat, CONFIRMED),
        (take_back, None),
        (dismiss_repeat, DISMISSED),
    ):
        before = version(store)
        act(store, PAIR, by("flo"))
        assert list(decided(store).values()) == ([holds] if holds else [])
        assert version(store) == before + 1
    assert actions(store) == [CONFIRMED, DISMISSED, CONFIRMED, TAKEN_BACK, DISMISSED]


def test_who_decided_when_and_by_what_means_is_kept(store: Store) -> None:
    with time_machine.travel(NOON, tick=False):
        confirm_repeat(store, PAIR, by("flo"))
    with store.snapshot() as snapshot:
        (entry,) = repeat_log(snapshot)
        (decision,) = decisions_of(snapshot, HOME)
    assert (entry.actor, entry.happened_at, entry.log_entry) == (by("flo"), NOON.replace(tzinfo=None), 2)
    assert (decision.actor, decision.decided_at) == (by("flo"), NOON.replace(tzinfo=None))


def test_a_clock_that_is_set_back_changes_nothing(store: Store) -> None:
    for hours, act in ((0, confirm_repeat), (-1, dismiss_repeat), (-2, take_back), (-3, dismiss_repeat)):
        with time_machine.travel(NOON + timedelta(hours=hours), tick=False):
            act(store, PAIR, by("flo"))
    assert list(decided(store).values()) == [DISMISSED]
    with store.snapshot() as snapshot:
        (decision,) = decisions_of(snapshot, HOME)
    assert decision.decided_at == (NOON - timedelta(hours=3)).replace(tzinfo=None)
    assert actions(store) == [CONFIRMED, DISMISSED, TAKEN_BACK, DISMISSED]


@pytest.mark.parametrize(
    ("pair", "why"),
    [
        (RepeatPair(2, 99), "is not held"),
        (RepeatPair(-1, 1), "is not held"),
        (RepeatPair(1, 1), "another one of the same force only"),
        (RepeatPair(4, 1), "another one of the same force only"),
    ],
)
def test_what_cannot_repeat_one_another_is_refused(store: Store, pair: RepeatPair, why: str) -> None:
    before = dump(store)
    with pytest.raises(RepeatRefused, match=why):
        confirm_repeat(store, pair, by("flo"))
    assert dump(store) == before


def test_what_is_so_already_is_refused(store: Store) -> None:
    with pytest.raises(RepeatRefused, match="Nothing is decided"):
        take_back(store, PAIR, by("flo"))
    for act in (confirm_repeat, dismiss_repeat, take_back):
        act(store, PAIR, by("flo"))
        before = dump(store)
        with pytest.raises(RepeatRefused, match="nothing was changed"):
            act(store, PAIR, by("deputy"))
        assert dump(store) == before


def test_pairs_are_decided_apart(store: Store) -> None:
    confirm_repeat(store, PAIR, by("flo"))
    dismiss_repeat(store, RepeatPair(3, 1), by("flo"))
    dismiss_repeat(store, RepeatPair(1, 2), by("flo"))  # the other way round is another question
    assert sorted(decided(store).values()) == [CONFIRMED, DISMISSED, DISMISSED]
    with store.snapshot() as snapshot:
        assert decisions_of(snapshot, "Suffolk") == ()
        assert examine(snapshot)["repeats_of_no_item"] == []


def test_every_id_of_an_item_leads_to_its_decision() -> None:
    """Without references an undated report and the dated one that it means are two names of one item, with two ids."""
    store = empty_store()
    without = {"force": HOME, "kind": "Recommendation", "number": "1"}
    other = {"force": HOME, "kind": "Recommendation", "number": "1", "report": "Custody"}
    imported(store, items_csv({**without, "report": "Vetting"}, other), date(2023, 6, 5))
    dated = {**without, "report": "Vetting", "report_published": "02/11/2022"}
    imported(store, items_csv(dated, {**other, "report_published": ""}), date(2023, 9, 4))
    with store.snapshot() as snapshot:
        ids = snapshot.raw("item/ids", item_key=_vetting_key(snapshot))
    numbers = [row["item_id"] for row in ids]
    assert len(numbers) == 2
    custody = next(number for number in (1, 2, 3) if number not in numbers)
    confirm_repeat(store, RepeatPair(numbers[1], custody), by("flo"))
    with pytest.raises(RepeatRefused, match="confirmed already"):
        confirm_repeat(store, RepeatPair(numbers[0], custody), by("flo"))
    with pytest.raises(RepeatRefused, match="another one"):
        confirm_repeat(store, RepeatPair(numbers[0], numbers[1]), by("flo"))
    assert list(decided(store).values()) == [CONFIRMED]
    store.close()


def _vetting_key(snapshot) -> str:  # type: ignore[no-untyped-def]
    found = snapshot.raw("register/items", force=HOME, day=date(2023, 9, 4))
    return str(next(row["item_key"] for row in found if row["report"] == "Vetting"))
