"""Which items are suggested to repeat an earlier one, which are counted, and that only confirmed ones ever are."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasc_data.answers.register.answer import Register, RegisterItem, register_of
from jasc_data.answers.repeats.answer import Decision, Repeat, Repeats, decisions_of, is_earlier, repeats_in
from jasc_data.answers.repeats.text import decided_words, likeness_words, repeats_sentence, waiting_sentence
from jasc_data.domain.actor import Role, Way
from jasc_data.domain.vocabulary import RepeatAction, Status
from jasc_data.editorial.repeat_actions import confirm_repeat, dismiss_repeat, take_back
from jasc_data.editorial.repeat_decisions import RepeatPair
from jasc_data.store.connection import Store
from jasc_data.uploads.acting import withdraw
from tests.builders import (
    HOME,
    PAPER_DAY,
    by,
    empty_store,
    filled_in_memory,
    imported,
    item,
    items_csv,
)

BEFORE = date(2023, 6, 5)
WHEN = datetime(2026, 6, 1, 9)
OLD = {"report": "PEEL 2018/19", "report_published": "27/09/2019"}
NEW = {"report": "PEEL 2021/22", "report_published": "13/04/2022"}
CUSTODY = {"report": "Custody", "report_published": "20/04/2021"}
CALLS = "The force should improve the time it takes to answer 101 calls and reduce how many callers abandon them."
CALLS_AGAIN = "The force does not answer 101 calls quickly enough. Too many 101 calls are abandoned by the caller."
FORCE_USED = "The force should make sure that every use of force on detainees is recorded and that CCTV is reviewed."
FORCE_AGAIN = "Use of force on detainees is not always recorded, and too little CCTV of such incidents is reviewed."
ALONE = "The force should publish its estates strategy and report on progress against it."
OLD_ITEMS = (
    item("O1", "AFI", **OLD, text=CALLS),
    item("K1", **CUSTODY, text=FORCE_USED),
    item("K2", **CUSTODY, text=FORCE_AGAIN),  # of the same report as K1
)
NEW_ITEMS = (
    item("N1", "AFI", **NEW, text=CALLS_AGAIN),
    item("N2", "AFI", **NEW, text=FORCE_AGAIN),
    item("N3", "AFI", **NEW, text=ALONE),
    item("N4", "AFI", **NEW),  # without a text
)


@pytest.fixture
def store() -> Iterator[Store]:
    """O1 is closed on the paper's day, when K1, K2 and the four new ones are open."""
    store = filled_in_memory("answers repeats repeats", fill)
    yield store
    store.close()


def fill(store: Store) -> None:
    imported(store, items_csv(*OLD_ITEMS), BEFORE)
    imported(store, items_csv(*OLD_ITEMS[1:], *NEW_ITEMS), PAPER_DAY)


def repeats(store: Store, day: date = PAPER_DAY, known_at: int | None = None) -> Repeats:
    with store.snapshot(known_at) as snapshot:
        return repeats_in(register_of(snapshot, HOME, day), decisions_of(snapshot, HOME))


def names(found: tuple[Repeat, ...]) -> list[tuple[str, str]]:
    return sorted((repeat.item.name, repeat.earlier.name) for repeat in found)


def pair(found: Repeats, item_name: str, earlier_name: str) -> RepeatPair:
    ids = {shown.name: shown.item_id for shown in found.register.items}
    return RepeatPair(ids[item_name], ids[earlier_name])


def test_what_asks_the_same_as_an_earlier_item_of_another_report_is_suggested(store: Store) -> None:
    found = repeats(store)
    # of the custody report the likest item alone, and no item of N2's or K1's own report
    assert names(found.suggested) == [("N1", "O1"), ("N2", "K2")]
    assert found.suggested[0].likeness == 1  # the likest first
    assert (found.confirmed, found.dismissed) == ((), ())


def test_nothing_that_is_suggested_is_counted(store: Store) -> None:
    found = repeats(store)
    tally = found.tally(found.register.open)
    assert (tally.open, tally.repeating, tally.closed_before, tally.suggested) == (6, 0, 0, 2)
    assert repeats_sentence(tally, PAPER_DAY) == (
        "Repeat findings on 4 September 2023: none of 6 open items is confirmed to repeat an earlier finding."
    )
    assert waiting_sentence(tally) == "2 suggestions wait for the force liaison officer; none of them is counted."


def test_what_is_confirmed_is_counted_and_told_when_the_earlier_one_is_closed(store: Store) -> None:
    found = repeats(store)
    confirm_repeat(store, pair(found, "N1", "O1"), by("flo"))
    confirm_repeat(store, pair(found, "N2", "K2"), by("flo"))
    confirm_repeat(store, pair(found, "N3", "K1"), by("flo"))  # whatever the words are
    found = repeats(store)
    assert names(found.confirmed) == [("N1", "O1"), ("N2", "K2"), ("N3", "K1")]
    assert found.suggested == ()  # N2 repeats the custody report already: K1 is not suggested in K2's place
    assert repeats_sentence(found.tally(found.register.open), PAPER_DAY) == (
        "Repeat findings on 4 September 2023: 3 of 6 open items repeat an earlier finding, 1 of them one closed before."
    )
    custody = [shown for shown in found.register.open if shown.report == "Custody"]
    assert repeats_sentence(found.tally(custody), PAPER_DAY, "of this report").endswith(
        "none of 2 open items of this report is confirmed to repeat an earlier finding."
    )
    (earlier,) = [shown for shown in found.register.items if shown.name == "O1"]
    assert names(found.repeated_by(earlier)) == [("N1", "O1")]
    assert found.of_item(earlier) == ()


def test_what_is_dismissed_is_suggested_no_more_until_it_is_taken_back(store: Store) -> None:
    wanted = pair(repeats(store), "N1", "O1")
    dismiss_repeat(store, wanted, by("flo"))
    found = repeats(store)
    assert (names(found.dismissed), names(found.suggested)) == ([("N1", "O1")], [("N2", "K2")])
    take_back(store, wanted, by("flo"))
    assert names(repeats(store).suggested) == [("N1", "O1"), ("N2", "K2")]


def test_an_item_that_is_closed_since_is_shown_and_not_counted(store: Store) -> None:
    confirm_repeat(store, pair(repeats(store), "N1", "O1"), by("flo"))
    imported(store, items_csv(*OLD_ITEMS[1:], *NEW_ITEMS[1:]), date(2023, 9, 8))
    found = repeats(store, date(2023, 9, 8))
    assert names(found.confirmed) == [("N1", "O1")]
    assert (found.counted, found.tally(found.register.items).repeating) == ((), 0)


def test_before_the_later_item_is_held_nothing_is_told_of_it(store: Store) -> None:
    confirm_repeat(store, pair(repeats(store), "N1", "O1"), by("flo"))
    found = repeats(store, BEFORE)
    assert (found.confirmed, found.suggested) == ((), ())


def test_a_decision_follows_the_item_when_an_upload_is_withdrawn(store: Store) -> None:
    confirm_repeat(store, pair(repeats(store), "N2", "K2"), by("flo"))
    withdraw(store, 1, by())
    assert names(repeats(store).confirmed) == [("N2", "K2")]


def test_what_was_known_at_an_entry_leaves_out_what_was_decided_after_later_ones(store: Store) -> None:
    confirm_repeat(store, pair(repeats(store), "N1", "O1"), by("flo"))
    imported(store, items_csv(*OLD_ITEMS[1:], *NEW_ITEMS), date(2023, 9, 8))
    dismiss_repeat(store, pair(repeats(store), "N1", "O1"), by("flo"))
    assert names(repeats(store, known_at=2).confirmed) == [("N1", "O1")]
    assert names(repeats(store).dismissed) == [("N1", "O1")]
    assert repeats(store, known_at=1).dismissed == ()


def test_other_bodies_items_and_what_is_not_open_are_not_suggested() -> None:
    store = empty_store()
    elsewhere = item("O1", **OLD, text=CALLS, addressee="Home Office")
    gone = item("N2", **NEW, text=CALLS, status="closed")
    imported(store, items_csv(elsewhere, item("N1", **NEW, text=CALLS, addressee="Chief constable"), gone))
    assert repeats(store).suggested == ()


def test_an_item_has_at_most_three_suggestions_each_of_another_report() -> None:
    store = empty_store()
    earlier = [
        item(f"O{year}", report=f"PEEL {year}", report_published=f"01/05/{year}", text=CALLS)
        for year in range(2014, 2019)
    ]
    imported(store, items_csv(*earlier, item("N1", **NEW, text=CALLS)))
    assert len([found for found in repeats(store).suggested if found.item.name == "N1"]) == 3


def test_earlier_is_what_was_published_first_or_held_first_where_that_is_not_known(store: Store) -> None:
    later, earlier = (
        next(shown for shown in repeats(store).register.items if shown.name == name) for name in ("N1", "O1")
    )
    assert is_earlier(earlier, later)
    assert not is_earlier(later, earlier)
    assert not is_earlier(replace(earlier, published=later.published), later)  # of one day neither is
    assert is_earlier(replace(earlier, published=None), later)  # held in June, the other in September
    assert not is_earlier(replace(earlier, published=None, first_held_on=later.first_held_on), later)


def test_how_the_words_stand_is_said_in_words(store: Store) -> None:
    first, second = repeats(store).suggested
    assert likeness_words(first).startswith("The same words: detainees, recorded")
    assert likeness_words(replace(second, likeness=0.4, shared=())) == "Some words in common"
    assert likeness_words(replace(second, likeness=0.6, shared=("calls",))) == "Many words in common: calls"
    assert likeness_words(replace(second, likeness=0.9, shared=())) == "Nearly the same words"
    assert decided_words(first) == "Suggested, not confirmed"


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((0, 0, 0), "there are no open items."),
        ((1, 0, 0), "none of 1 open item is confirmed to repeat an earlier finding."),
        ((104, 1, 1), "1 of 104 open items repeats an earlier finding, which was closed before."),
        ((104, 1, 0), "1 of 104 open items repeats an earlier finding, which is not closed."),
        ((104, 5, 2), "5 of 104 open items repeat an earlier finding, 2 of them one closed before."),
        ((104, 5, 5), "5 of 104 open items repeat an earlier finding, all of them one closed before."),
        ((1204, 5, 0), "5 of 1,204 open items repeat an earlier finding, none of them one closed before."),
    ],
)
def test_the_sentence(store: Store, counts: tuple[int, int, int], said: str) -> None:
    tally = replace(repeats(store).tally([]), open=counts[0], repeating=counts[1], closed_before=counts[2])
    assert repeats_sentence(tally, PAPER_DAY) == f"Repeat findings on 4 September 2023: {said}"
    assert waiting_sentence(tally) == ""
    assert waiting_sentence(replace(tally, suggested=1)) == (
        "1 suggestion waits for the force liaison officer; it is not counted."
    )


# Whatever is decided, the counts are those of a slow reading of the decisions one by one


@cache
def small_register() -> Register:
    store = empty_store()
    imported(store, items_csv(*OLD_ITEMS), BEFORE)
    imported(store, items_csv(*OLD_ITEMS[1:], *NEW_ITEMS), PAPER_DAY)
    with store.snapshot() as snapshot:
        register = register_of(snapshot, HOME, PAPER_DAY)
    store.close()
    return register


NAMES = [cells["reference"] for cells in (*OLD_ITEMS, *NEW_ITEMS)]
PAIRS = [(one, other) for one, other in product(NAMES, repeat=2) if one != other]
DECIDED = st.dictionaries(st.sampled_from(PAIRS), st.sampled_from([RepeatAction.CONFIRMED, RepeatAction.DISMISSED]))


@given(DECIDED)
def test_only_confirmed_ones_are_counted_each_item_once(said: dict[tuple[str, str], RepeatAction]) -> None:
    register = small_register()
    keys = {shown.name: shown.item_key for shown in register.items}
    decided = {(keys[one], keys[other]): action for (one, other), action in said.items()}
    decisions = [
        Decision(item_key, earlier_key, action, WHEN, "flo", Role.LOCAL, Way.DASHBOARD)
        for (item_key, earlier_key), action in decided.items()
    ]
    found = repeats_in(register, decisions)
    tally = found.tally(register.items)
    repeating, closed = [], []
    for shown in register.items:
        earlier = [
            other for other in register.items if decided.get((shown.item_key, other.item_key)) is RepeatAction.CONFIRMED
        ]
        if counts_as_open(shown) and earlier:
            repeating.append(shown.item_key)
            closed += [shown.item_key] if any(other.standing is Status.CLOSED for other in earlier) else []
    assert (tally.open, tally.repeating, tally.closed_before) == (6, len(repeating), len(closed))
    assert found.repeating == set(repeating)
    told = {frozenset(two) for two in decided}
    assert not [one for one in found.suggested if {one.item.item_key, one.earlier.item_key} in told]
    assert len(found.confirmed) + len(found.dismissed) == len(decided)


def counts_as_open(shown: RegisterItem) -> bool:
    return shown.listed and shown.status in (Status.OPEN, Status.IN_PROGRESS, Status.AWAITING_SIGN_OFF)
