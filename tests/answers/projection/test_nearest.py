"""Which items of a way to the target stand first: what awaits sign-off, then by who may close it."""

from jasc_data.answers.comparison.answer import compare
from jasc_data.answers.projection.answer import Choices, open_now, projected
from jasc_data.answers.projection.lists import Target, target
from jasc_data.answers.projection.nearest import nearest_heading, nearest_items, nearest_sentence
from jasc_data.answers.projection.tables import nearest_table
from jasc_data.answers.register.answer import Register, register_of
from jasc_data.domain.perspective import Viewpoint
from jasc_data.domain.settings import who_closes
from tests.builders import GROUPS, HOME, NATION, PAPER_DAY, REC, empty_store, imported, item, items_csv
from tests.tables import as_read

ITEMS = (
    item("R1", grade="Not graded", status="Open"),
    item("R2", grade="3", status="Open"),
    item("R3", grade="2", status="Open"),
    item("R4", grade="3", status="Awaiting sign-off"),
    item("A1", kind="AFI", grade="2", status="Open"),
    item("C1", report="Custody", grade="2", status="Awaiting sign-off"),
)


def goal_of(below: int) -> tuple[Register, Target]:
    store = empty_store()
    imported(store, items_csv(*ITEMS))
    with store.snapshot() as snapshot:
        comparison = compare(snapshot, Viewpoint(HOME, GROUPS, NATION), as_of=PAPER_DAY)
        goal = target(projected(comparison, open_now(snapshot, comparison), Choices()), REC, below)
        register = register_of(snapshot, HOME, PAPER_DAY)
    assert goal is not None
    return register, goal


def test_what_awaits_sign_off_stands_first_then_what_a_lower_grade_lets_close() -> None:
    register, goal = goal_of(below=4)
    found = nearest_items(register, goal, goal.by_report, who_closes())
    assert [one.reference for one in found] == ["R4", "R3", "R2", "R1"]  # of one report, and of the target's kind alone
    assert nearest_heading("By report", goal.by_report, found) == "By report: which items, 2 of these 4"


def test_what_awaits_sign_off_is_of_every_report() -> None:
    register, goal = goal_of(below=4)
    found = nearest_items(register, goal, goal.awaiting_first, who_closes())
    assert sorted(one.reference for one in found) == ["C1", "R4"]
    assert nearest_heading("First", goal.awaiting_first, found) == "First: which items, all 2"


def test_who_may_close_the_others_is_counted_and_stands_in_each_row() -> None:
    register, goal = goal_of(below=4)
    found = nearest_items(register, goal, goal.by_report, who_closes())
    assert nearest_sentence(found, who_closes()) == (
        "1 of the 4 items awaits sign-off; who can close the rest: 1, the Chief Constable, with appropriate oversight; "
        "1, the force recommends closure, HMICFRS signs off; 1, not stated. They stand in that order."
    )
    told = as_read(nearest_table(register, found, who_closes(), "Nearest"))
    assert next(iter(told["Who can close it"])).startswith("The force recommends closure, HMICFRS signs off")
