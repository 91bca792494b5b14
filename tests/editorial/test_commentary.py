"""Commentary: every version kept, the position that holds at a day, for whom, and what was known when."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
import time_machine

from jasc_data.answers.commentary.answer import Commentary, commentary_of
from jasc_data.answers.commentary.search import said_about, told_of
from jasc_data.answers.commentary.text import commentary_headline, commentary_sentence, standing_words
from jasc_data.answers.register.answer import register_of
from jasc_data.domain.vocabulary import Audience
from jasc_data.editorial.commentary import NewCommentary, commentary_log
from jasc_data.editorial.commentary_actions import take_back_commentary, write_commentaries, write_commentary
from jasc_data.editorial.written_text import LONGEST, WrittenRefused
from jasc_data.store.connection import Store
from tests.builders import (
    HOME,
    PAPER_DAY,
    by,
    dump,
    filled_in_memory,
    imported,
    item,
    items_csv,
)

JUNE, LATER = date(2023, 6, 5), date(2023, 9, 12)
ITEM = NewCommentary(HOME, Audience.COMMITTEE, PAPER_DAY, "An audit of custody\nis in place", item_id=1)
REPORT = NewCommentary(HOME, Audience.DESK, PAPER_DAY, "Ask the lead", report_id=1)


@pytest.fixture
def store() -> Iterator[Store]:
    """Items 1 and 2 of the home force in reports 1 and 2, and item 3 of another, in a report on it."""
    store = filled_in_memory("editorial commentary", fill)
    yield store
    store.close()


def fill(store: Store) -> None:
    imported(store, items_csv(item("R1"), item("R2", report="Custody: West Mercia", report_type="Custody")))
    other = item("X1", report="Custody: Suffolk", report_type="Custody") | {"force": "Suffolk"}
    imported(store, items_csv(other), date(2023, 9, 5), forces=("Suffolk",))


def held(store: Store, until: date = LATER, known_at: int | None = None) -> Commentary:
    with store.snapshot(known_at) as snapshot:
        return commentary_of(snapshot, HOME, until)


def key(store: Store, item_id: int = 1) -> str:
    with store.snapshot() as snapshot:
        return register_of(snapshot, HOME, PAPER_DAY).by_id[item_id].item_key


def position(store: Store, until: date = LATER) -> str | None:
    found = held(store, until).position(key(store), Audience.COMMITTEE)
    return found.text if found else None


def test_the_latest_dated_holds_and_of_one_day_the_last_written(store: Store) -> None:
    for day, text, holds in (
        (PAPER_DAY, "first", "first"),
        (JUNE, "of June", "first"),
        (PAPER_DAY, "corrected", "corrected"),
        (LATER, "later", "later"),
    ):
        write_commentary(store, replace(ITEM, dated=day, text=text), by("flo"))
        assert position(store) == holds
    assert position(store, PAPER_DAY) == "corrected"
    assert position(store, JUNE) == "of June"
    assert position(store, date(2023, 6, 4)) is None
    assert [version.text for version in held(store).of(key(store))] == ["later", "corrected", "first", "of June"]


def test_what_is_for_the_desk_is_apart_and_leaves_with_nothing(store: Store) -> None:
    write_commentaries(store, [ITEM, replace(ITEM, audience=Audience.DESK, text="Hm"), REPORT], by("flo"))
    commentary = held(store)
    assert len(commentary.positions) == 3
    assert commentary_sentence(commentary) == "3 positions hold on 12 September 2023, 2 of them for the desk only."
    assert [version.text for version in commentary.for_committee().versions] == [ITEM.text]
    assert commentary_sentence(held(store, JUNE)) == "No position holds on 5 June 2023."


def test_a_version_that_is_taken_back_stays_and_the_one_before_it_holds(store: Store) -> None:
    for text in ("first", "second"):
        write_commentary(store, replace(ITEM, text=text), by("flo"))
    take_back_commentary(store, 2, by("deputy"))
    assert position(store) == "first"
    gone, first = held(store).of(key(store))
    assert standing_words(held(store), gone).startswith("Taken back ")
    assert standing_words(held(store), gone).endswith(" by deputy (command line)")
    assert standing_words(held(store), first) == "Current position"
    assert [version.text for version in held(store).for_committee().versions] == ["first"]
    with pytest.raises(WrittenRefused, match="taken back already"):
        take_back_commentary(store, 2, by("flo"))
    with pytest.raises(WrittenRefused, match="never written"):
        take_back_commentary(store, 9, by("flo"))
    with store.snapshot() as snapshot:
        assert [(entry.version_id, entry.action) for entry in commentary_log(snapshot)] == [
            (1, "written"),
            (2, "written"),
            (2, "taken back"),
        ]


@pytest.mark.parametrize(
    ("new", "why"),
    [
        (replace(ITEM, text=" \n "), "is blank"),
        (replace(ITEM, text="x" * (LONGEST + 1)), "40,001 characters"),
        (replace(ITEM, item_id=99), "item is not held"),
        (replace(ITEM, item_id=3), "is one of Suffolk"),
        (replace(REPORT, report_id=99), "report is not held"),
        (replace(REPORT, report_id=3), "is on Suffolk"),
        (replace(REPORT, item_id=1), "one report or one item"),
        (replace(ITEM, item_id=None), "one report or one item"),
        (replace(ITEM, dated=date(2030, 1, 1)), "has not come yet"),
    ],
)
@time_machine.travel("2026-06-01")
def test_what_cannot_be_kept_is_refused_and_nothing_is_changed(store: Store, new: NewCommentary, why: str) -> None:
    before = dump(store)
    with pytest.raises(WrittenRefused, match=why):
        write_commentaries(store, [ITEM, new], by("flo"))
    assert dump(store) == before


def test_what_is_written_after_an_entry_is_not_known_at_it(store: Store) -> None:
    """Rule 21: what is written between an entry and the next counts as known at it."""
    write_commentary(store, ITEM, by("flo"))
    imported(store, items_csv(item("R1"), item("R2")), date(2023, 9, 6))
    write_commentary(store, replace(ITEM, text="second"), by("flo"))
    write_commentary(store, REPORT, by("flo"))
    take_back_commentary(store, 1, by("flo"))
    assert [[version.text for version in held(store, known_at=entry).versions] for entry in (1, 2, 3)] == [
        [],
        [ITEM.text],
        [ITEM.text, "second", REPORT.text],
    ]
    assert held(store, known_at=2).versions[0].gone_at is None


def test_what_was_said_is_found_by_words_of_the_text_and_of_the_name(store: Store) -> None:
    about_custody = replace(REPORT, report_id=2, text="Nothing new")
    write_commentaries(store, [ITEM, REPORT, about_custody], by("flo"))
    take_back_commentary(store, 3, by("flo"))
    with store.snapshot() as snapshot:
        told = told_of(register_of(snapshot, HOME, PAPER_DAY), held(store))
        none_held = told_of(register_of(snapshot, HOME, JUNE), held(store))
    assert [one.version.text for one in said_about(told, "custody")] == ["Nothing new", ITEM.text]
    assert [one.name for one in said_about(told, "CUSTODY audit")] == ["R1, Vetting"]
    assert len(said_about(told, " ")) == 3
    assert {one.name for one in none_held} == {"An item not held at this date", "A report not held at this date"}
    found = said_about(told, "custody")
    assert commentary_headline(HOME, found, "custody") == "“custody”: 2 versions about 2 reports and items"
    assert commentary_headline(HOME, (), "z" * 50) == f"“{'z' * 40}…”: nothing was said"
    assert commentary_headline(HOME, told[:1]) == "West Mercia: 1 version of what was said about 1 report or item"
    assert commentary_headline(HOME, ()) == "West Mercia: nothing is said yet"
