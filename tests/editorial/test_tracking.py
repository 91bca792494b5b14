"""Tracking workbooks out and back: what was filled in is taken in, and nothing else; nothing is lost and all can go."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
import time_machine
from openpyxl import Workbook

from jasc_data.answers.commentary.answer import commentary_of
from jasc_data.answers.register.answer import register_of
from jasc_data.answers.steps.answer import StepVersion, steps_held
from jasc_data.answers.steps.tables import step_versions_table
from jasc_data.documents.tracking_workbook import Scope
from jasc_data.domain.vocabulary import Audience, ReturnAction, StepState
from jasc_data.editorial.commentary import NewCommentary
from jasc_data.editorial.commentary_actions import take_back_commentary, write_commentary
from jasc_data.editorial.step_actions import remove_step, save_step
from jasc_data.editorial.steps import StepChange
from jasc_data.editorial.tracking import return_log, returned_workbooks
from jasc_data.editorial.tracking_actions import (
    Holds,
    place_of,
    rehearse_return,
    restore_return,
    take_in,
    unchosen,
    withdraw_return,
)
from jasc_data.editorial.tracking_return import TrackingReturn
from jasc_data.editorial.written_text import WrittenRefused
from jasc_data.intake.tracking_layout import POSITIONS_SHEET, STEP_HEADINGS, STEPS_SHEET
from jasc_data.store.connection import Store
from jasc_data.store.integrity import examine
from tests.builders import HOME, PAPER_DAY, by, dump, filled_in_memory, imported, item, items_csv
from tests.editorial.tracking_files import DAY, came_back, filled, given_out, held, rows, tell, write

LATER = date(2023, 9, 12)
TO_DO, UNDER_WAY, MET, SEEN = StepState
POLICY = StepChange(1, "Write a policy", TO_DO, PAPER_DAY, "Head of Custody", date(2023, 9, 29), "P1")
POSITION = NewCommentary(HOME, Audience.COMMITTEE, PAPER_DAY, "On course", item_id=1)


@pytest.fixture
def store() -> Iterator[Store]:
    """Items A1 to A3 of one report and V1 of another; A1 has a step and a position, A3 is closed."""
    store = filled_in_memory("two reports and a step", fill)
    yield store
    store.close()


def fill(store: Store) -> None:
    afis = [item(f"A{number}", kind="AFI", report="PEEL", grade="2", lead="Lead One") for number in (1, 2, 3)]
    afis[2]["status"] = "Closed"
    imported(store, items_csv(*afis, item("V1", lead="Lead Two")))
    save_step(store, POLICY, by("flo"))
    write_commentary(store, POSITION, by("flo"))


def steps(store: Store, name: str = "A1", until: date = DAY) -> tuple[StepVersion, ...]:
    with store.snapshot() as snapshot:
        found = steps_held(snapshot, register_of(snapshot, HOME, PAPER_DAY), until)
        return next(one.steps for one in found.items if one.item.name == name)


def position(store: Store, audience: Audience = Audience.COMMITTEE, subject: str | int = "A1") -> str | None:
    with store.snapshot() as snapshot:
        register = register_of(snapshot, HOME, PAPER_DAY)
        key = register.by_label[subject].item_key if isinstance(subject, str) else subject
        found = commentary_of(snapshot, HOME, DAY).position(key, audience)
        return found.text if found else None


def codes(returned: TrackingReturn) -> list[str]:
    return [found.code for found in returned.problems]


def taken(store: Store, returned: TrackingReturn, holds: Holds | None = None) -> int:
    choices = {place_of(one): holds for one in returned.edited_meanwhile} if holds else {}
    return take_in(store, HOME, returned, choices, by("flo")).number


def test_a_round_trip_changes_nothing(store: Store) -> None:
    for content in (given_out(store), filled(given_out(store), lambda book: None)):
        returned = came_back(store, content)
        assert (returned.all, returned.problems) == ((), ())
        assert returned.untouched == 6  # a step, three items, two reports
        before = dump(store)
        with pytest.raises(WrittenRefused, match="says nothing that is not held already"):
            taken(store, returned)
        assert dump(store) == before


def test_what_was_filled_in_is_taken_in(store: Store) -> None:
    def fill(book: Workbook) -> None:
        write("A1", state="met", evidence="P2")(book)
        write("A1", 1, step="Train everybody", state="under way", due_on=date(2023, 12, 1))(book)
        write("V1", step="Ask the board", state="To do", owner="Lead Two", due_on="8 September 2023")(book)
        tell("A1", committee="Nearly there", desk="Ask about=custody")(book)

    returned = came_back(store, filled(given_out(store), fill))
    assert returned.problems == ()
    assert [one.label for one in returned.all] == ["A1", "A1", "V1", "A1", "A1"]
    told = rehearse_return(store, HOME, returned, {}, by("flo"))
    before = dump(store)
    number = taken(store, returned)
    assert told.number == number == 1
    assert dump(store) != before
    first, second = steps(store)
    assert (first.state, first.evidence, first.owner, first.due_on) == (MET, "P2", POLICY.owner, POLICY.due_on)
    assert (second.step, second.state, second.due_on) == ("Train everybody", UNDER_WAY, date(2023, 12, 1))
    (asked,) = steps(store, "V1")
    assert (asked.owner, asked.due_on, asked.dated) == ("Lead Two", date(2023, 9, 8), DAY)
    assert position(store) == "Nearly there"
    assert position(store, Audience.DESK) == "Ask about=custody"
    assert steps(store, until=PAPER_DAY)[0].state is TO_DO  # on the day before, as it stood then
    with store.snapshot() as snapshot:
        assert all(found == [] for found in examine(snapshot).values())
        (entry,) = return_log(snapshot)
        assert (entry.dated, entry.made_on, entry.file_name) == (DAY, DAY, "back.xlsx")
        assert [(one.steps, one.positions) for one in returned_workbooks(snapshot)] == [(3, 2)]


def test_the_rehearsal_says_which_items_become_ready(store: Store) -> None:
    returned = came_back(store, filled(given_out(store), write("A1", state="met")))
    before = dump(store)
    told = rehearse_return(store, HOME, returned, {}, by("flo"))
    assert [found.item.name for found in told.ready] == ["A1"]
    assert dump(store) == before
    taken(store, returned)
    back = came_back(store, filled(given_out(store), write("A1", state="under way")))
    assert [found.item.name for found in rehearse_return(store, HOME, back, {}, by("flo")).ready_no_more] == ["A1"]


def test_withdrawn_nothing_of_it_holds_and_restored_all_of_it_does(store: Store) -> None:
    def fill(book: Workbook) -> None:
        write("A1", state="met")(book)
        write("A1", 1, step="Train everybody", state="to do")(book)
        tell("A1", committee="Nearly there")(book)

    number = taken(store, came_back(store, filled(given_out(store), fill)))
    withdraw_return(store, number, by("flo"), "the wrong\nfile")
    assert [step.state for step in steps(store)] == [TO_DO]
    assert position(store) == "On course"
    with store.snapshot() as snapshot:
        versions = steps_held(snapshot, register_of(snapshot, HOME, PAPER_DAY), DAY).versions
        (workbook,) = returned_workbooks(snapshot)
    table = step_versions_table(versions)
    assert [list(row.cells)[3].value for row in table.rows] == [
        "to do",
        "met (withdrawn with its tracking workbook)",
        "to do (withdrawn with its tracking workbook)",
    ]
    assert (workbook.holds, workbook.last.reason) == (False, "the wrong file")
    save_step(store, replace(POLICY, step_id=1, base=1, state=UNDER_WAY, dated=DAY), by("flo"))  # rests on what holds
    with pytest.raises(WrittenRefused, match="This step is not held"):
        remove_step(store, 2, DAY, by("flo"))
    restore_return(store, number, by("flo"))
    assert [step.state for step in steps(store)] == [UNDER_WAY, TO_DO]  # what was written since goes on holding
    assert position(store) == "Nearly there"
    for act, why in ((restore_return, "is not withdrawn already"), (withdraw_return, "There is no tracking workbook")):
        with pytest.raises(WrittenRefused, match=why):
            act(store, number if act is restore_return else 9, by("flo"))
    with store.snapshot() as snapshot:
        assert [entry.action for entry in return_log(snapshot)] == list(ReturnAction)


def test_a_row_edited_meanwhile_is_chosen_and_both_versions_are_kept(store: Store) -> None:
    def fill(book: Workbook) -> None:
        write("A1", state="met")(book)
        tell("A1", committee="By the lead")(book)

    content = filled(given_out(store), fill)
    save_step(store, replace(POLICY, step_id=1, state=UNDER_WAY, dated=DAY), by("deputy"))
    write_commentary(store, replace(POSITION, text="By the deputy", dated=DAY), by("deputy"))
    returned = came_back(store, content)
    assert [one.label for one in returned.edited_meanwhile] == ["A1", "A1"]
    assert len(unchosen(returned, {})) == 2
    with pytest.raises(WrittenRefused, match="must be said which version holds"):
        taken(store, returned)
    number = taken(store, returned, Holds.HELD)
    assert ([step.state for step in steps(store)], position(store)) == ([UNDER_WAY], "By the deputy")
    with store.snapshot() as snapshot:
        versions = steps_held(snapshot, register_of(snapshot, HOME, PAPER_DAY), DAY).versions
        assert [one.state for one in versions] == [TO_DO, UNDER_WAY, MET, UNDER_WAY]
        texts = {one.text for one in commentary_of(snapshot, HOME, DAY).versions}
        assert texts == {"On course", "By the deputy", "By the lead"}
    withdraw_return(store, number, by("flo"))
    again = came_back(store, content)
    assert codes(again) == []  # it is withdrawn, and not held any more
    taken(store, again, Holds.FILE)
    assert ([step.state for step in steps(store)], position(store)) == ([MET], "By the lead")


def test_a_step_removed_meanwhile_is_chosen_too(store: Store) -> None:
    content = filled(given_out(store), write("A1", state="met"))
    remove_step(store, 1, DAY, by("flo"))
    returned = came_back(store, content)
    assert [one.is_gone for one in returned.steps] == [True]
    number = taken(store, returned, Holds.HELD)
    assert steps(store) == ()
    withdraw_return(store, number, by("flo"))
    taken(store, came_back(store, content), Holds.FILE)
    assert [step.state for step in steps(store)] == [MET]


def test_what_is_held_of_a_later_day_goes_on_holding(store: Store) -> None:
    content = filled(given_out(store), write("A1", state="met"))
    with time_machine.travel("2023-09-12"):
        save_step(store, replace(POLICY, step_id=1, state=UNDER_WAY, dated=LATER), by("deputy"))
        taken(store, came_back(store, content, LATER), Holds.HELD)
    assert [step.state for step in steps(store, until=LATER)] == [UNDER_WAY]
    assert [step.state for step in steps(store, until=DAY)] == [MET]


def test_what_both_say_alike_is_no_conflict(store: Store) -> None:
    content = filled(given_out(store), write("A1", state="met"))
    save_step(store, replace(POLICY, step_id=1, state=MET, dated=DAY), by("deputy"))
    returned = came_back(store, content)
    assert (returned.all, returned.problems) == ((), ())


def test_two_leads_who_add_steps_lose_none(store: Store) -> None:
    first = filled(given_out(store), write("A1", 1, step="Train everybody", state="to do"))
    second = filled(given_out(store), write("A1", 1, step="Buy the kit", state="met"))
    for content in (first, second):
        taken(store, came_back(store, content))
    assert [step.step for step in steps(store)] == ["Write a policy", "Train everybody", "Buy the kit"]


def test_the_same_file_again_changes_nothing_and_says_so(store: Store) -> None:
    content = filled(given_out(store), write("A1", 1, step="Train everybody", state="to do"))
    taken(store, came_back(store, content))
    returned = came_back(store, content)
    assert (returned.all, codes(returned)) == ((), ["tracking.known"])
    assert "as workbook 1" in returned.problems[0].message


def test_a_preview_that_is_out_of_date_is_refused(store: Store) -> None:
    returned = came_back(store, filled(given_out(store), write("A1", state="met")))
    seen = rehearse_return(store, HOME, returned, {}, by("flo")).data_version
    take_back_commentary(store, 1, by("flo"))
    before = dump(store)
    with pytest.raises(WrittenRefused, match="has changed since this preview"):
        take_in(store, HOME, returned, {}, by("flo"), seen_version=seen)
    assert dump(store) == before


def test_known_at_tells_what_held_then(store: Store) -> None:
    with store.snapshot() as snapshot:
        entry = snapshot.last_entry
    imported(store, items_csv(item("V1")), DAY)
    number = taken(store, came_back(store, filled(given_out(store), write("A1", state="met"))))
    imported(store, items_csv(item("V1")), LATER, today=LATER)
    withdraw_return(store, number, by("flo"))
    for known, state in ((entry, TO_DO), (entry + 1, MET), (entry + 2, TO_DO)):
        with store.snapshot(known) as snapshot:
            found = steps_held(snapshot, register_of(snapshot, HOME, PAPER_DAY), DAY)
            assert [step.state for step in found.items[0].steps] == [state]


def test_scopes_hold_the_items_of_a_report_or_of_a_lead(store: Store) -> None:
    found = held(store)
    assert [one.item.name for one in found.asked()] == ["A1", "A2", "V1"]
    assert [one.item.name for one in found.asked(report_id=2)] == ["V1"]
    assert [one.item.name for one in found.asked(lead="Lead One")] == ["A1", "A2"]
    assert [one.item.name for one in found.asked(lead="Head of Custody")] == ["A1"]  # who owns a step of it
    assert found.leads == ("Head of Custody", "Lead One", "Lead Two")


def test_without_owners_no_owner_leaves_and_none_changes(store: Store) -> None:
    content = given_out(store, Scope(with_owners=False))
    returned = came_back(store, filled(content, write("A1", state="met")))
    assert codes(returned) == ["tracking.column_absent"]
    taken(store, returned)
    assert [(step.state, step.owner) for step in steps(store)] == [(MET, "Head of Custody")]


def test_a_step_changed_for_an_earlier_day_can_be_changed_again(store: Store) -> None:
    save_step(store, replace(POLICY, step_id=1, state=MET, dated=DAY), by("flo"))
    save_step(store, replace(POLICY, step_id=1, state=UNDER_WAY, dated=PAPER_DAY), by("flo"))  # what holds is MET
    save_step(store, replace(POLICY, step_id=1, base=2, state=SEEN, dated=DAY), by("flo"))
    assert [step.state for step in steps(store)] == [SEEN]


def test_the_sheets_are_protected_but_for_what_is_to_be_filled_in(store: Store) -> None:
    book: list[Workbook] = []
    filled(given_out(store), book.append)
    for name, free in ((STEPS_SHEET, 5), (POSITIONS_SHEET, 2)):
        sheet = book[0][name]
        assert sheet.protection.sheet is True
        assert sheet.column_dimensions["A"].hidden
        assert all(sum(not cell.protection.locked for cell in row.values()) == free for row in rows(sheet))
    listed = [rule for rule in book[0][STEPS_SHEET].data_validations.dataValidation if rule.type == "list"]
    assert listed[0].formula1 == '"to do,under way,met,evidence seen"'
    assert {row[STEP_HEADINGS["step"]].alignment.wrap_text for row in rows(book[0][STEPS_SHEET])} == {True}
