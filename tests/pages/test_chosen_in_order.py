"""One of what is chosen moves to another's place: it then stands there, and the rest keep their order."""

from itertools import product

import pytest

from pages._shared.chosen_in_order import moved

CHOSEN = ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("which", "place", "order"),
    [("a", "a", "abcd"), ("d", "d", "abcd"), ("a", "d", "bcda"), ("d", "a", "dabc"), ("b", "c", "acbd")],
)
def test_one_moves_to_the_place_of_another(which: str, place: str, order: str) -> None:
    assert moved(CHOSEN, which, place) == list(order)


def test_what_moves_stands_at_the_place_and_the_rest_keep_their_order() -> None:
    for which, place in product(CHOSEN, repeat=2):
        order = moved(CHOSEN, which, place)
        assert order.index(which) == CHOSEN.index(place)
        assert [one for one in order if one != which] == [one for one in CHOSEN if one != which]
    assert CHOSEN == ["a", "b", "c", "d"], "what was chosen is not changed in place"
