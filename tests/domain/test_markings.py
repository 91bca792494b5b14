"""A paper's marking is one of those that are known or that the settings name; nothing else is taken."""

import pytest

from jasc_data.domain.failures import FileRefused
from jasc_data.domain.markings import marked, marking_named, markings
from jasc_data.domain.settings import Settings, read_settings

SETTINGS = read_settings(
    {"JASC_MARKING": "RESTRICTED", "JASC_FURTHER_MARKINGS": " OFFICIAL - HR, named only ;; secret "}
)


def test_that_of_every_page_comes_first_and_each_once() -> None:
    assert markings(SETTINGS) == (
        "RESTRICTED",
        "",
        "OFFICIAL",
        "OFFICIAL-SENSITIVE",
        "OFFICIAL - HR, named only",
        "secret",
    )
    assert markings(Settings(marking="official")) == ("official", "", "OFFICIAL-SENSITIVE")
    assert markings(Settings()) == ("", "OFFICIAL", "OFFICIAL-SENSITIVE")


@pytest.mark.parametrize(
    ("words", "marking"),
    [
        (None, "RESTRICTED"),
        ("none", ""),
        ("Official-Sensitive", "OFFICIAL-SENSITIVE"),
        (" official - HR,  named only", "OFFICIAL - HR, named only"),
    ],
)
def test_an_argument_names_one_in_any_case(words: str | None, marking: str) -> None:
    assert marking_named(SETTINGS, words) == marking


@pytest.mark.parametrize("words", ["TOP SECRET", "", "OFFICIAL ; secret"])
def test_free_text_is_no_marking(words: str) -> None:
    with pytest.raises(FileRefused, match="write RESTRICTED or none or OFFICIAL or OFFICIAL-SENS"):
        marking_named(SETTINGS, words)


def test_blank_is_a_choice_and_none_is_not() -> None:
    assert marked(SETTINGS, "").marking == ""
    assert marked(SETTINGS, None) is SETTINGS
