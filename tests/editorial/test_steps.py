"""Steps to green: how each stands on a day, what is ready to close, sign-offs, and where the portal says otherwise."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
import time_machine

from jasc_data.answers.register.answer import register_of
from jasc_data.answers.steps.answer import StepsHeld, steps_held
from jasc_data.answers.steps.audience import for_audience
from jasc_data.answers.steps.differences import difference_sentences, differences
from jasc_data.answers.steps.tables import progress_table, steps_of_item_table
from jasc_data.answers.steps.text import (
    item_steps_sentence,
    progress_sentences,
    ready_headline,
    ready_sentences,
    sign_off_words,
)
from jasc_data.domain.settings import who_closes
from jasc_data.domain.vocabulary import StepState
from jasc_data.editorial.sign_off_actions import record_sign_off, take_back_sign_off
from jasc_data.editorial.step_actions import remove_step, save_step, save_steps
from jasc_data.editorial.steps import SignOff, StepChange, sign_off_log, step_log
from jasc_data.editorial.written_text import WrittenRefused
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
TO_DO, UNDER_WAY, MET, SEEN = StepState
POLICY = StepChange(1, "Write a policy", TO_DO, PAPER_DAY, "Head of Custody", date(2023, 9, 8))
BOARD = "Service improvement board"


@pytest.fixture
def store() -> Iterator[Store]:
    """Items 1 to 5: an AFI of level 2 and one of level 3, one awaiting sign-off, one closed, a cause of concern."""
    store = filled_in_memory("editorial steps", fill)
    yield store
    store.close()


def fill(store: Store) -> None:
    peel = {"report": "PEEL", "kind": "AFI"}
    afis = [item(f"A{number}", **peel, grade=grade) for number, grade in ((1, "2"), (2, "3"), (3, "2"), (4, "2"))]
    afis[2]["status"], afis[3]["status"] = "Awaiting sign-off", "Closed"
    imported(store, items_csv(*afis, item("C1", "CoC", report="Custody")))


def held(store: Store, until: date = LATER, known_at: int | None = None) -> StepsHeld:
    with store.snapshot(known_at) as snapshot:
        return steps_held(snapshot, register_of(snapshot, HOME, PAPER_DAY), until)


def met(store: Store, *items: int, state: StepState = MET) -> None:
    """One step of each of these items, met."""
    save_steps(store, [replace(POLICY, item_id=number, state=state) for number in items], by("flo"))


def names(store: Store) -> list[str]:
    return [found.item.name for found in held(store).ready]


def test_a_step_stands_as_its_last_action_by_its_day_left_it(store: Store) -> None:
    save_step(store, POLICY, by("flo"))
    save_step(store, replace(POLICY, step_id=1, state=MET, dated=LATER, evidence="P1"), by("lead"))
    save_step(store, replace(POLICY, step_id=1, state=UNDER_WAY, dated=PAPER_DAY), by("flo"))
    for day, states in ((JUNE, []), (PAPER_DAY, [UNDER_WAY]), (LATER, [MET])):
        assert [step.state for step in held(store, day).items[0].steps] == states
    remove_step(store, 1, LATER, by("flo"))
    assert held(store).items[0].steps == ()
    assert len(held(store, PAPER_DAY).items[0].steps) == 1
    with store.snapshot() as snapshot:
        assert [entry.action for entry in step_log(snapshot)] == ["written"] * 3 + ["removed"]


def test_a_change_that_rests_on_what_is_no_longer_so_is_refused(store: Store) -> None:
    save_step(store, POLICY, by("flo"))
    save_step(store, replace(POLICY, step_id=1, base=1, state=MET), by("lead"))
    before = dump(store)
    for change, why in (
        (replace(POLICY, step_id=1, base=1, state=UNDER_WAY), "changed meanwhile by lead"),
        (replace(POLICY, step_id=1, base=2, state=MET), "stands so already"),
        (replace(POLICY, step_id=1, item_id=2), "belongs to another item"),
        (replace(POLICY, step_id=9), "step is not held"),
        (replace(POLICY, item_id=9), "item is not held"),
        (replace(POLICY, step=" "), "is blank"),
        (replace(POLICY, dated=date(2100, 1, 1)), "has not come yet"),
    ):
        with pytest.raises(WrittenRefused, match=why):
            save_step(store, change, by("flo"))
    assert dump(store) == before
    remove_step(store, 1, PAPER_DAY, by("flo"))
    with pytest.raises(WrittenRefused, match="was removed"):
        save_step(store, replace(POLICY, step_id=1), by("flo"))


def test_what_is_ready_has_steps_all_met_is_open_and_awaits_nothing(store: Store) -> None:
    met(store, 1, 3, 4)
    assert names(store) == ["A1"]
    met(store, 2)
    save_step(store, replace(POLICY, item_id=2, state=UNDER_WAY), by("flo"))
    assert names(store) == ["A1"]
    met(store, 5)
    assert names(store) == ["A1", "C1"]
    assert ready_headline(held(store)) == (
        "West Mercia: 1 cause of concern and 1 AFI are ready to close, all steps met"
    )
    assert ready_sentences(held(store), who_closes()) == (
        "On 12 September 2023 steps to green are written for 4 of 4 open items.",
        "On 12 September 2023 2 items are ready to close; who can close: the Chief Constable, with appropriate "
        "oversight: 1; not stated: 1.",
        "On 12 September 2023 1 step was past its own due date.",
    )


def test_progress_is_told_by_report_and_kind(store: Store) -> None:
    met(store, 1, 3)
    found = held(store)
    assert progress_sentences(found, found.of_report(1)) == (
        "On 12 September 2023 2 of 3 open AFIs have all steps met; 1 awaits sign-off by the export; for 1 no steps are "
        "written.",
    )
    assert progress_sentences(found, found.of_report(2)) == ()
    table = progress_table(found)
    assert [row.contents[1:] for row in table.rows] == [(3, 2, 2, 0, 1, 1), (1, 0, 0, 0, 0, 0), (4, 2, 2, 0, 1, 1)]


def test_a_sign_off_is_recorded_and_the_export_stays_what_it_says(store: Store) -> None:
    met(store, 1)
    record_sign_off(store, SignOff(1, PAPER_DAY, BOARD, "all\nseen"), by("flo"))
    found = held(store)
    assert names(store) == []
    assert [one.item.name for one in found.signed_off] == ["A1"]
    assert found.items[0].item.counts
    assert difference_sentences(differences(found), found.register.labels) == (
        "A1: we say signed off by the Chief Constable on 4 September 2023; the portal says Open (status not given) "
        "(the export of 4 September 2023).",
    )
    assert found.signed_off[0].signed_off
    assert sign_off_words(found.signed_off[0].signed_off) == (
        "Signed off by the Chief Constable on 4 September 2023, overseen by Service improvement board; "
        "recorded by flo (command line). Note: all seen"
    )
    assert "1 item that the Chief Constable has signed off is still open" in ready_sentences(found, who_closes())[-1]
    assert held(store, JUNE).signed_off == ()
    with pytest.raises(WrittenRefused, match="recorded already"):
        record_sign_off(store, SignOff(1, PAPER_DAY, BOARD, "all\nseen"), by("flo"))
    take_back_sign_off(store, 1, by("flo"))
    assert names(store) == ["A1"]
    with pytest.raises(WrittenRefused, match="No sign-off"):
        take_back_sign_off(store, 1, by("flo"))
    with store.snapshot() as snapshot:
        assert [entry.action for entry in sign_off_log(snapshot)] == ["recorded", "taken back"]


@pytest.mark.parametrize(
    ("sign_off", "why"),
    [
        (SignOff(1, PAPER_DAY, " "), "board is blank"),
        (SignOff(9, PAPER_DAY, BOARD), "not held"),
        (SignOff(1, date(2030, 1, 1), BOARD), "has not come yet"),
    ],
)
@time_machine.travel("2026-06-01")
def test_a_sign_off_that_cannot_be_is_refused(store: Store, sign_off: SignOff, why: str) -> None:
    before = dump(store)
    with pytest.raises(WrittenRefused, match=why):
        record_sign_off(store, sign_off, by("flo"))
    assert dump(store) == before


def test_what_is_closed_or_submitted_before_its_steps_are_met_is_said(store: Store) -> None:
    met(store, 3, 4, state=UNDER_WAY)
    found = held(store)
    assert [(one.item.name, one.ours) for one in differences(found)] == [
        ("A3", "0 of 1 step met"),
        ("A4", "0 of 1 step met"),
    ]
    assert "Awaiting sign-off (the export of" in differences(found)[0].theirs


def test_steps_written_after_an_entry_are_not_known_at_it(store: Store) -> None:
    met(store, 1)
    imported(store, items_csv(item("A1", "AFI", report="PEEL")), date(2023, 9, 6))
    save_step(store, replace(POLICY, step_id=1, state=SEEN), by("flo"))
    record_sign_off(store, SignOff(1, PAPER_DAY, BOARD), by("flo"))
    assert [step.state for step in held(store, known_at=1).items[0].steps] == [MET]
    assert held(store, known_at=1).signed_off == ()
    assert [step.state for step in held(store, known_at=2).items[0].steps] == [SEEN]
    assert len(held(store, known_at=2).signed_off) == 1


def test_one_items_steps_in_words_and_with_owners(store: Store) -> None:
    met(store, 1, state=SEEN)
    save_step(store, replace(POLICY, step="Train"), by("flo"))
    found = held(store).items[0]
    assert item_steps_sentence(found, LATER) == (
        "On 12 September 2023 1 of 2 steps met, the evidence of 1 seen; 1 past its own due date."
    )
    assert item_steps_sentence(held(store).items[1], LATER).startswith("No steps to green are written here")
    assert "Head of Custody" in str(steps_of_item_table(found.steps, LATER, "Steps").rows)


def test_owners_are_numbered_where_leads_are_not_named(store: Store) -> None:
    owners = {1: "Insp Ash", 2: "INSP  ASH", 3: "Insp Birch", 4: ""}
    save_steps(store, [replace(POLICY, item_id=number, owner=owner) for number, owner in owners.items()], by("flo"))
    save_step(store, replace(POLICY, item_id=5, owner="Cedar", state=MET), by("flo"))
    found = held(store)
    assert for_audience(found, leads=True) is found
    numbered = for_audience(found, leads=False)
    assert [step.owner for one in numbered.items for step in one.steps] == [
        "Owner 1",
        "Owner 1",
        "Owner 2",
        "",
        "Owner 3",
    ]
    assert [version.owner for version in numbered.versions] == ["Owner 1", "Owner 1", "Owner 2", "", "Owner 3"]
    table = steps_of_item_table(numbered.items[0].steps, LATER, "Steps")
    assert "Owner 1" in str(table.rows)
    assert "Ash" not in str(table.rows)
    assert progress_table(numbered) == progress_table(found), "what is counted is the same"
