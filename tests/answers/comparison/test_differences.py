"""How far the home force is from the averages, what a missing one or one of 0 leaves unsaid, and whose figures count."""

from datetime import date

import pytest

from jasc_data.answers.comparison.answer import Comparison
from jasc_data.answers.comparison.provenance import full_source, short_source
from jasc_data.answers.comparison.tables import sources_table
from tests.builders import (
    AFI,
    BY_FORCE,
    COC,
    HOME,
    NATION,
    PAPER_DAY,
    REC,
    Triple,
    answer,
    empty_store,
    imported,
    positions_csv,
)
from tests.tables import as_read

JUNE = date(2023, 6, 5)


def comparison_of(by_force: dict[str, Triple], national: Triple | None = None) -> Comparison:
    store = empty_store()
    imported(store, positions_csv(by_force, national))
    return answer(store, PAPER_DAY)


def test_a_percentage_of_an_average_of_0_is_none_and_of_1_is_a_percentage() -> None:
    """A national average of 0 causes of concern, 1 recommendation and 4 AFIs, against 3 of each."""
    kinds = comparison_of({HOME: (3, 3, 3)}, (0, 1, 4)).kinds
    assert [kinds[kind].difference_from_national for kind in (COC, REC, AFI)] == [3, 2, -1]
    assert [kinds[kind].percent_from_national for kind in (COC, REC, AFI)] == [None, 200, -25]


def test_without_the_home_figure_or_the_average_there_is_no_difference() -> None:
    """Causes of concern: nobody but us; recommendations: all but us; no national average of AFIs."""
    kinds = comparison_of({HOME: (6, None, 30), "Suffolk": (None, 100, 40)}, (4, 129, None)).kinds
    assert [kinds[kind].difference_from_group for kind in (COC, REC, AFI)] == [None, None, -5]
    assert [kinds[kind].difference_from_national for kind in (COC, REC, AFI)] == [2, None, None]
    assert [kinds[kind].percent_from_national for kind in (COC, REC, AFI)] == [50, None, None]


@pytest.mark.parametrize(("forces", "held"), [(NATION, True), (NATION[1:], False)])
def test_the_nation_is_held_when_a_kind_has_a_figure_of_every_force(forces: tuple[str, ...], held: bool) -> None:
    figures: dict[str, Triple] = dict.fromkeys(forces, (None, 100, None))
    assert comparison_of(figures).all_of_the_nation_held is held


def test_an_answer_rests_on_the_home_figures_once_and_on_the_others() -> None:
    """The other forces are of June, the home force of September."""
    store = empty_store()
    imported(store, BY_FORCE.read_bytes().replace(b"West Mercia,6,104,34\n", b""), JUNE, name="others.csv")
    imported(store, positions_csv({HOME: (6, 104, 34)}), name="ours.csv")
    comparison = answer(store)
    assert list(as_read(sources_table(comparison))["File"]) == ["ours.csv"] * 3
    assert [headline.force for headline in comparison.headlines[:3]] == [HOME] * 3
    assert len(comparison.headlines) == 3 * 8
    assert short_source(comparison) == "Source: positions export, 5 Jun 2023 to 4 Sep 2023"
    assert "others.csv" in full_source(comparison)
