"""What is said beside the figures of their dates and of what is missing, each sentence with its own dates and forces."""

from datetime import date, timedelta

import pytest

from jasc_data.answers.comparison.notices import notices
from tests.builders import (
    BY_FORCE,
    GROUP,
    HOME,
    PAPER_DAY,
    TODAY,
    answer,
    empty_store,
    imported,
    positions_csv,
)

OTHERS = tuple(force for force in GROUP if force != HOME)
MAY, AUGUST = date(2023, 5, 4), date(2023, 8, 4)
NO_OTHER = (
    "there is no MSG average and no rank: "
    "no other force of the group has a figure within 92 days before 4 September 2023."
)


def figures(*forces: str, open_: tuple[object, object, object] = (6, 100, 30)) -> bytes:
    return positions_csv(dict.fromkeys(forces, open_))


def test_a_home_figure_too_old_to_compare_still_counts_among_the_dates() -> None:
    """It is in no average and has no rank, but it is shown beside them."""
    store = empty_store()
    imported(store, figures(HOME), MAY)
    imported(store, figures(*OTHERS), PAPER_DAY)
    said = notices(answer(store, PAPER_DAY), TODAY)
    apart = "The figures compared are not of one date: the oldest is of 4 May 2023, the newest of 4 September 2023."
    assert apart in said
    assert f"{HOME}'s figures are of 4 May 2023, 129 days before today." in said


@pytest.mark.parametrize(("days", "is_said"), [(31, False), (32, True)])
def test_the_oldest_and_the_newest_figure_are_named_when_they_lie_apart(days: int, is_said: bool) -> None:
    store = empty_store()
    imported(store, figures(*OTHERS), AUGUST)
    imported(store, figures(HOME), AUGUST + timedelta(days=days))
    said = [line for line in notices(answer(store), AUGUST + timedelta(days=days)) if "not of one date" in line]
    ends = "the oldest is of 4 August 2023, the newest of 5 September 2023."
    assert said == ([f"The figures compared are not of one date: {ends}"] if is_said else [])


@pytest.mark.parametrize("forces", [(HOME,), (HOME, "Kent")])
def test_no_other_force_of_the_group_held_is_no_average_of_one(forces: tuple[str, ...]) -> None:
    store = empty_store()
    imported(store, figures(*forces))
    assert f"For causes of concern, recommendations and AFIs {NO_OTHER}" in notices(answer(store), TODAY)


def test_nobody_of_the_group_held_for_one_kind_is_said_of_that_kind() -> None:
    """Not even the home force has AFIs; of the other kinds every force has a figure."""
    store = empty_store()
    imported(store, figures(*GROUP, open_=(6, 100, None)))
    assert notices(answer(store), TODAY) == (f"For AFIs {NO_OTHER}",)


def test_one_force_missing_is_named_with_how_many_the_average_is_of() -> None:
    store = empty_store()
    imported(store, figures(*(force for force in GROUP if force != "Norfolk")))
    assert notices(answer(store), TODAY) == (
        "For causes of concern, recommendations and AFIs the MSG average is of 7 of 8 forces: "
        "no figure within 92 days before 4 September 2023 is held for Norfolk.",
    )


def test_everything_held_and_recent_needs_no_words() -> None:
    store = empty_store()
    imported(store, BY_FORCE.read_bytes().replace(b"National average,4,129,27.8\n", b""))
    assert notices(answer(store), TODAY) == ()
