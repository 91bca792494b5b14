"""Whom an item is directed at: a name that could be two forces' is never taken for ours in silence."""

import pytest

from jasc_data.intake.addressees import addressed_elsewhere, unknown_addressee
from tests.builders import HOME


@pytest.mark.parametrize("words", ["WMP", "WMP; Home Office", "College of Policing and WMP"])
def test_a_name_that_could_be_two_forces_counts_and_warns(words: str) -> None:
    assert unknown_addressee(words, HOME)
    assert not addressed_elsewhere(words)


@pytest.mark.parametrize(
    "words", ["West Mercia", "Chief constables", "WMP and all forces", "WMP; West Mercia", "Police"]
)
def test_what_names_the_force_itself_or_all_forces_is_known(words: str) -> None:
    assert not unknown_addressee(words, HOME)
