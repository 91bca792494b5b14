"""Which grades are held, from which export, on files imported as a person's are; and that they sum to the headline."""

import argparse
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasc_data.answers.grades.answer import Grades, Whose, grades_at
from jasc_data.answers.grades.counts import GRADED
from jasc_data.answers.grades.text import grade_notices, grade_sentences, message
from jasc_data.command_line.show_grades import show_grades
from jasc_data.domain.perspective import Viewpoint
from jasc_data.domain.settings import Settings, who_closes
from jasc_data.domain.vocabulary import ExportType, Grade, Kind
from jasc_data.store.connection import Store
from tests.builders import (
    AFI,
    BY_FORCE,
    GROUPS,
    HOME,
    NATION,
    PAPER_DAY,
    REC,
    answer,
    csv_bytes,
    empty_store,
    headlines,
    imported,
    item,
    items_csv,
    long_csv,
    new_store,
    numbered,
    positions_csv,
    whole_histories,
)

SUFFOLK = [("Suffolk", "Recommendation", 10, ""), ("Suffolk", "Recommendation", 4, "2")]
SUFFOLK += [("Suffolk", "Recommendation", 6, "3"), ("Suffolk", "AFI", 0, "")]


@pytest.fixture
def store() -> Store:
    return empty_store()


def grades(store: Store, day: date = PAPER_DAY, kinds: tuple[Kind, ...] = GRADED, home: str = HOME) -> Grades:
    with store.snapshot() as snapshot:
        return grades_at(snapshot, Viewpoint(home, GROUPS, NATION).on(day), kinds)


def own_items(**more: str) -> bytes:
    return items_csv(*numbered(3, grade="Level 2"), *numbered(2, "A", kind="AFI", grade="3"), item("X", **more))


def nation_csv(day_rows: int = 1, *extra: tuple[object, ...]) -> bytes:
    rows: list[tuple[object, ...]] = []
    for force in NATION:
        rows += [(force, "Recommendation", 4 * day_rows, ""), (force, "Recommendation", 4 * day_rows, "3")]
        rows += [(force, "AFI", 2 * day_rows, ""), (force, "AFI", 2 * day_rows, "2")]
    return long_csv(*rows, *extra)


def test_items_and_graded_positions_stand_side_by_side(store: Store) -> None:
    imported(store, long_csv(*SUFFOLK))
    imported(store, own_items())
    found = grades(store)
    own, pooled = found.row(Whose.HOME), found.row(Whose.GROUP)
    assert own is not None
    assert pooled is not None
    assert own.by_grade == {Grade.ONE: 0, Grade.TWO: 3, Grade.THREE: 2, Grade.FOUR: 0, Grade.NOT_GRADED: 1}
    assert (own.source, found.members[0].source) == ("items", "positions")
    assert pooled.by_grade[Grade.THREE] == 2 + 6  # sum over sum, home included
    assert (pooled.name, pooled.total) == ("MSG, 2 of 8 forces", 16)
    assert found.row(Whose.NATION) is None


def test_positions_without_grades_give_none(store: Store) -> None:
    imported(store, BY_FORCE.read_bytes())
    found = grades(store)
    assert found.rows == ()
    assert set(found.not_held) == {HOME, *GROUPS.at(HOME, PAPER_DAY)}
    assert grade_sentences(found, who_closes()) == (
        "On 4 September 2023 the grades of all open recommendations and AFIs of West Mercia are not held.",
    )
    assert grade_notices(found, answer(store))[0].startswith("No grades are held, so not shown: West Mercia")


def test_a_force_of_which_one_kind_is_graded_is_listed_with_the_other(store: Store) -> None:
    imported(store, long_csv(*SUFFOLK[:3], ("Suffolk", "AFI", 5, "")))
    imported(store, own_items())
    found = grades(store)
    assert found.not_held["Suffolk"] == (AFI,)
    assert "Not shown: Suffolk, of whose AFIs no grades are held." in grade_notices(found, answer(store))
    assert [row.name for row in grades(store, kinds=(REC,)).members] == ["Suffolk"]


def test_figures_older_than_92_days_are_not_compared(store: Store) -> None:
    imported(store, long_csv(*SUFFOLK), PAPER_DAY - timedelta(days=93))
    imported(store, own_items())
    assert "Suffolk" in grades(store).not_held
    other = empty_store()
    imported(other, long_csv(*SUFFOLK), PAPER_DAY - timedelta(days=92))
    imported(other, own_items())
    assert [row.name for row in grades(other).members] == ["Suffolk"]


def test_the_home_forces_breakdown_comes_from_items_and_says_where_the_headline_differs(store: Store) -> None:
    imported(store, own_items(), date(2023, 9, 1))
    imported(store, positions_csv({HOME: (0, 5, 2)}))
    found = grades(store)
    assert found.row(Whose.HOME) is not None
    assert {figure.source for figure in found.figures} == {ExportType.ITEMS}
    assert "Recommendations: sums to 4 (items, 1 Sep 2023); headline 5 (positions, 4 Sep 2023)." in grade_notices(
        found, answer(store)
    )


def test_items_are_preferred_to_positions_of_the_same_force(store: Store) -> None:
    rows = [(HOME, "Recommendation", 9, ""), (HOME, "Recommendation", 9, "4"), (HOME, "AFI", 0, "")]
    imported(store, long_csv(*rows))
    own = grades(store).row(Whose.HOME)
    assert own is not None
    assert own.by_grade[Grade.FOUR] == 9  # no items are held, so the positions speak
    imported(store, own_items(), date(2023, 8, 1))
    own = grades(store).row(Whose.HOME)
    assert own is not None
    assert own.by_grade[Grade.FOUR] == 0


def test_the_nation_is_computed_when_all_are_held_and_published_when_that_is_newer(store: Store) -> None:
    imported(store, nation_csv(), date(2023, 7, 3))
    nation = grades(store).row(Whose.NATION)
    assert nation is not None
    assert (nation.forces, nation.total) == (43, 43 * 6)
    averages = [("National average", "Recommendation", "5.5", ""), ("National average", "Recommendation", "5.5", "3")]
    averages += [("National average", "AFI", "1.5", ""), ("National average", "AFI", "1.5", "2")]
    imported(store, long_csv(*SUFFOLK, *averages), date(2023, 8, 7))
    nation = grades(store).row(Whose.NATION)
    assert nation is not None
    assert (nation.name, nation.total) == ("National average", 7.0)
    imported(store, nation_csv(2))
    nation = grades(store).row(Whose.NATION)
    assert nation is not None
    assert nation.total == 43 * 12


def pool_csv(*forces: str) -> bytes:
    """Recommendations of several forces: 7 of level 2 and 3 of level 3 each; no AFIs."""
    rows: list[tuple[object, ...]] = []
    for force in forces:
        rows += [(force, "Recommendation", 10, ""), (force, "Recommendation", 7, "2")]
        rows += [(force, "Recommendation", 3, "3"), (force, "AFI", 0, "")]
    return long_csv(*rows)


def test_a_home_force_too_old_for_the_pool_is_not_taken_off_it(store: Store) -> None:
    """The home force's 12 of level 3 are of 93 days before; the pool is of Suffolk and Norfolk, 6 of 20 at level 3."""
    imported(store, items_csv(*numbered(12, grade="3"), item("A", kind="AFI", grade="2")), date(2023, 6, 3))
    imported(store, pool_csv("Suffolk", "Norfolk"))
    found = grades(store)
    assert not found.home_pooled
    (level_3,) = [line for line in grade_sentences(found, who_closes()) if line.startswith("Level 3")]
    assert level_3 == (
        "Level 3 on 3 June 2023: West Mercia 92%, 12 of 13; 2 of the 7 other forces of the MSG together 30%, 6 of 20."
    )
    assert "−" not in level_3
    assert "-" not in level_3
    pooled = found.row(Whose.GROUP)
    assert pooled is not None
    assert pooled.name == "MSG, 2 of the 7 others"
    assert message(found) == "Level 3: 92% of West Mercia's items, 30% across 2 MSG forces"


def test_a_pool_as_large_as_the_home_force_is_still_compared(store: Store) -> None:
    """13 and 20: the home force is not in the pool, so its size says nothing of who is."""
    imported(store, items_csv(*numbered(20, grade="2"), item("A", kind="AFI", grade="2")), date(2023, 6, 3))
    imported(store, pool_csv("Suffolk", "Norfolk"))
    said = " ".join(grade_sentences(grades(store), who_closes()))
    assert "2 of the 7 other forces of the MSG together 30%, 6 of 20" in said
    assert "without West Mercia" not in said


def test_a_home_force_in_the_pool_is_taken_off_it_once(store: Store) -> None:
    imported(store, items_csv(*numbered(12, grade="3"), item("A", kind="AFI", grade="2")))
    imported(store, pool_csv("Suffolk", "Norfolk"))
    said = " ".join(grade_sentences(grades(store), who_closes()))
    assert "3 of 8 forces of the MSG together 55%, 18 of 33; of these without West Mercia 30%, 6 of 20" in said


def test_a_force_without_a_group_stands_alone(store: Store) -> None:
    imported(store, csv_bytes([["reference", "force", "kind", "report"], ["R1", "Kent", "AFI", "A"]]), home="Kent")
    found = grades(store, home="Kent", kinds=(AFI,))
    assert [row.whose for row in found.rows] == [Whose.HOME]


def test_the_command_line_gives_every_grade_of_every_kind(tmp_path: Path) -> None:
    path = tmp_path / "jasc.duckdb"
    store = new_store(path)
    imported(store, long_csv(*SUFFOLK))
    imported(store, own_items())
    store.close()
    said = show_grades(Settings(store=path), argparse.Namespace(force=None, as_of=None, known_at=None))
    assert (said.data["force"], said.data["as_of"]) == (HOME, "2023-09-04")
    rows = {(row["force"], row["kind"], row["grade"]): row for row in said.data["rows"]}
    assert len(rows) == len(said.data["rows"]) == 2 * 2 * 5
    assert rows[HOME, "recommendation", 2] == {
        "force": HOME,
        "kind": "recommendation",
        "grade": 2,
        "open": 3,
        "share": 0.5,
    }
    assert rows[HOME, "recommendation", None]["open"] == 1
    assert rows["Suffolk", "recommendation", 3]["share"] == 0.6
    assert sum(row["share"] for row in said.data["rows"] if row["force"] == HOME) == pytest.approx(1)
    assert "level 2" in said.text


kinds = st.sampled_from(["CoC", "Recommendation", "AFI"])
statuses = st.sampled_from(["Open", "In progress", "Awaiting sign-off", "Closed", "Superseded", "Not for the force"])
rows_of = st.lists(st.tuples(kinds, st.sampled_from(["", "1", "2", "3", "4"]), statuses), min_size=1, max_size=15)


@whole_histories
@given(st.lists(rows_of, min_size=1, max_size=3))
def test_the_grades_sum_to_the_headline(exports: list[list[tuple[str, str, str]]]) -> None:
    store = empty_store()
    for month, rows in enumerate(exports, start=6):
        cells = [
            item(f"R{number}", kind, "Vetting", grade="" if kind == "CoC" else grade, status=status)
            for number, (kind, grade, status) in enumerate(rows)
        ]
        imported(store, items_csv(*cells), date(2023, month, 4), kinds=tuple(Kind))
    found = grades(store)
    assert {figure.kind: figure.open for figure in found.figures} == {
        kind: open_ for (_, kind), (open_, _, _) in headlines(store, PAPER_DAY).items() if kind in GRADED
    }
    own = found.row(Whose.HOME)
    assert own is not None
    assert own.total == sum(figure.open for figure in found.figures)
