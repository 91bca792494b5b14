"""References that are written otherwise, or anew: asked about, and the item stays the one it was."""

import json
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from jasc_data.answers.figures.item_states import Changes
from jasc_data.answers.item.aliases import aliases_of
from jasc_data.answers.register.answer import register_of
from jasc_data.command_line.mapping_file import read_mapping
from jasc_data.intake.learned import ANY_LAYOUT, Decision, Domain, Learned
from jasc_data.store.connection import Store
from jasc_data.uploads.acting import withdraw
from jasc_data.uploads.changed_references import read_as_others, renames
from jasc_data.uploads.commit import Outcome, rehearse
from jasc_data.uploads.decisions import learned_in
from jasc_data.uploads.proof import overlapping_aliases
from jasc_data.uploads.rebuild import rebuild
from tests.builders import GROUPS, HOME, by, checked, empty_store, imported, item, items_csv, new_store, problem_codes

JUNE, JULY, AUGUST = (date(2023, month, 4) for month in (6, 7, 8))
CHECK, LOOK = "Check every vetting decision of the last year", "Look into how reasons are recorded and kept"
OLD = items_csv(item("WM-7", text=CHECK), item("WM-8", text=LOOK))
RESPELT = items_csv(item("WM-07", text=CHECK), item("WM-8", text=LOOK))
RENAMED = items_csv(item("VET/2023/1", text=CHECK), item("WM-8", text=LOOK))


@pytest.fixture
def store() -> Store:
    store = empty_store()
    imported(store, OLD, JUNE)
    return store


def told(store: Store, content: bytes, *decisions: Decision, day: date = JULY) -> Outcome:
    with store.snapshot() as snapshot:
        learned = learned_in(snapshot)
    return rehearse(store, checked(content, day, decisions=decisions, learned=learned))


def same(new: str, held: str = "WM-7") -> Decision:
    return Decision(Domain.REFERENCE, new, held, HOME)


def codes(outcome: Outcome) -> list[str]:
    return [found.code for found in outcome.problems if "reference" in found.code]


@pytest.mark.parametrize(("content", "new"), [(RESPELT, "WM-07"), (RENAMED, "VET/2023/1")])
def test_a_new_reference_that_may_be_a_held_item_is_asked_about_and_by_the_answer_is_it(
    store: Store, content: bytes, new: str
) -> None:
    asked = told(store, content)
    assert [(found.value, found.other) for found in asked.problems if found.code == "reference.changed"] == [
        (new, "WM-7")
    ]
    assert asked.changes == Changes(opened=1, closed=1, unchanged=1)
    answered = told(store, content, same(new))
    assert codes(answered) == []
    assert answered.changes == Changes(unchanged=2)
    other = told(store, content, same(new, new))
    assert codes(other) == []
    assert other.changes == Changes(opened=1, closed=1, unchanged=1)


def test_the_item_keeps_its_id_and_has_both_names(store: Store) -> None:
    imported(store, RENAMED, JULY, decisions=(same("VET/2023/1"),))
    with store.snapshot() as snapshot:
        register = register_of(snapshot, HOME, JULY)
        assert [(shown.item_id, shown.reference) for shown in register.items] == [(1, "VET/2023/1"), (2, "WM-8")]
        names = aliases_of(snapshot, register.by_id[1].item_key, JULY).names
    assert [(name.words, name.first_on, name.last_on) for name in names if name.what == "Reference"] == [
        ("WM-7", JUNE, JUNE),
        ("VET/2023/1", JULY, JULY),
    ]


def test_the_answer_is_remembered_and_said(store: Store) -> None:
    imported(store, RENAMED, JULY, decisions=(same("VET/2023/1"),))
    again = told(store, RENAMED, day=AUGUST)
    assert codes(again) == ["references.known"]
    assert again.changes == Changes(unchanged=2)
    twice = items_csv(item("VET/23-1", text=CHECK), item("WM-8", text=LOOK))
    with store.snapshot() as snapshot:
        learned = learned_in(snapshot)
    imported(store, twice, AUGUST, decisions=(same("VET/23-1", "VET/2023/1"),), learned=learned)
    with store.snapshot() as snapshot:
        assert register_of(snapshot, HOME, AUGUST).by_id[1].reference == "VET/23-1"


def test_withdrawing_the_export_with_the_old_name_leaves_the_item_what_it_is(store: Store) -> None:
    imported(store, RENAMED, JULY, decisions=(same("VET/2023/1"),))
    withdraw(store, 1, by())
    with store.snapshot() as snapshot:
        assert register_of(snapshot, HOME, JULY).by_id[1].reference == "VET/2023/1"


def test_two_rows_that_are_one_item_by_the_answer_are_refused(store: Store) -> None:
    both = items_csv(item("WM-7", text=CHECK), item("VET/2023/1", text=LOOK))
    outcome = told(store, both, same("VET/2023/1"))
    assert [found.code for found in outcome.errors] == ["reference.duplicate"]


@pytest.mark.parametrize(
    "rows",
    [
        (item("A1", text=CHECK), item("A2", text=CHECK), item("WM-8", text=LOOK)),  # two that ask the same
        (item("A1", text=CHECK, kind="AFI"), item("WM-8", text=LOOK)),
        (item("A1", text=CHECK, report="Custody"), item("WM-8", text=LOOK)),
        (item("A1", text=CHECK), item("WM-7", text=CHECK), item("WM-8", text=LOOK)),  # the held one is there as well
    ],
)
def test_nothing_is_asked_where_nothing_points_to_one_item(store: Store, rows: tuple[dict[str, str], ...]) -> None:
    assert codes(told(store, items_csv(*rows))) == []


def test_a_short_text_tells_no_item_from_others() -> None:
    store = empty_store()
    imported(store, items_csv(item("R1", text="Improve")), JUNE)
    assert codes(told(store, items_csv(item("A1", text="Improve")))) == []


def test_a_reference_that_could_be_several_items_is_asked_about_and_not_answered_for_all() -> None:
    """Each may be each: no answer given together says which."""
    store = empty_store()
    imported(store, items_csv(item("WM-7"), item("WM-07"), item("WM-8"), item("X1", text=CHECK)), JUNE)
    again = checked(items_csv(item("WM 7"), item("WM 8"), item("X2", text=CHECK)), JULY)
    found = rehearse(store, again).problems
    assert {(one.value, one.other) for one in found if one.code == "reference.changed"} == {
        ("WM 7", "WM-07"),
        ("WM 7", "WM-7"),
        ("WM 8", "WM-8"),
        ("X2", "X1"),
    }
    answers = renames(again, found)
    assert [(said.word, said.meaning, said.layout) for said in answers.same] == [
        ("WM 8", "WM-8", HOME),
        ("X2", "X1", HOME),
    ]
    assert answers.first == ("WM 8", "WM-8")
    assert [(said.word, said.meaning) for said in answers.others] == [(w, w) for w in ("WM 7", "WM 8", "X2")]


def test_two_new_references_that_could_be_one_item_are_not_answered_to_be_it() -> None:
    store = empty_store()
    imported(store, items_csv(item("WM-7")), JUNE)
    again = checked(items_csv(item("WM 7"), item("WM-07")), JULY)
    answers = renames(again, rehearse(store, again).problems)
    assert (answers.same, answers.first, len(answers.others)) == ((), None, 2)


def test_each_force_has_its_own_answer() -> None:
    store = empty_store()
    both = (HOME, "Suffolk")
    imported(store, items_csv(*(item("WM-7", force=force) for force in both)), JUNE, forces=both)
    again = checked(items_csv(*(item("WM-07", force=force) for force in both)), JULY, forces=both)
    answers = renames(again, rehearse(store, again).problems)
    assert [said.layout for said in answers.same] == [HOME, "Suffolk"]
    content = items_csv(*(item("WM-07", force=force) for force in both))
    of_home_alone = checked(content, JULY, forces=both, decisions=answers.same[:1])
    assert [known.reference for known in of_home_alone.uploads[0].items] == ["WM-7", "WM-07"]


def test_what_was_decided_can_be_taken_back_for_this_file(store: Store) -> None:
    imported(store, RENAMED, JULY, decisions=(same("VET/2023/1"),))
    with store.snapshot() as snapshot:
        learned = learned_in(snapshot)
    back = read_as_others(checked(RENAMED, AUGUST, learned=learned))
    assert back == (same("VET/2023/1", "VET/2023/1"),)
    assert told(store, RENAMED, *back, day=AUGUST).changes == Changes(opened=1, closed=1, unchanged=1)


@pytest.mark.parametrize("layouts", [(HOME, ANY_LAYOUT), (ANY_LAYOUT, HOME)])
def test_the_later_answer_holds_whether_for_one_force_or_all(layouts: tuple[str, str]) -> None:
    first, later = (Decision(Domain.REFERENCE, "A", held, layout) for held, layout in zip("BC", layouts, strict=True))
    assert Learned([first, later]).reference_known(HOME, "A") == "C"


def test_a_reference_that_means_two_items_at_once_is_found(store: Store) -> None:
    imported(store, RENAMED, JULY)  # as another item
    with store.snapshot() as snapshot:
        assert overlapping_aliases(snapshot) == []
    imported(store, RENAMED, AUGUST, decisions=(same("VET/2023/1"),))  # from here on the same: no overlap
    with store.snapshot() as snapshot:
        assert overlapping_aliases(snapshot) == []
    imported(store, RENAMED, date(2023, 9, 4))
    with store.snapshot() as snapshot:
        (found,) = overlapping_aliases(snapshot)
    assert (found["reference"], found["item_key"], found["other_key"]) == (
        "vet/2023/1",
        "West Mercia|vet/2023/1",
        "West Mercia|wm-7",
    )


def test_a_circle_of_answers_ends() -> None:
    store = empty_store()
    circle = (Decision(Domain.REFERENCE, "A", "B", ANY_LAYOUT), Decision(Domain.REFERENCE, "B", "A", ANY_LAYOUT))
    assert problem_codes(store, items_csv(item("A"), item("C")), decisions=circle) == []


def test_a_mapping_file_can_answer(tmp_path: Path) -> None:
    path = tmp_path / "map.json"
    path.write_text(json.dumps({"references": {"WM-07": "WM-7"}}))
    assert read_mapping(path) == (Decision(Domain.REFERENCE, "WM-07", "WM-7", ANY_LAYOUT),)


def test_a_rebuilt_store_knows_the_item_by_both_names(tmp_path: Path) -> None:
    with closing(new_store(tmp_path / "jasc.duckdb")) as store:
        imported(store, OLD, JUNE)
        imported(store, RENAMED, JULY, decisions=(same("VET/2023/1"),))
        rebuilt = rebuild(store, tmp_path / "again.duckdb", GROUPS)
    assert rebuilt.proven
    assert rebuilt.read == [1, 2]


def test_it_is_asked_of_a_file_of_two_dates_as_of_two_files() -> None:
    store = empty_store()
    both = items_csv(
        item("WM-7", text=CHECK, as_of="05/06/2023"),
        item("WM-8", text=LOOK, as_of="05/06/2023"),
        item("WM-07", text=CHECK, as_of="05/07/2023"),
        item("WM-8", text=LOOK, as_of="05/07/2023"),
    )
    outcome = rehearse(store, checked(both, None))
    assert len(outcome.effect.read) == 2
    assert [(found.value, found.other) for found in outcome.problems if found.code == "reference.changed"] == [
        ("WM-07", "WM-7")
    ]
