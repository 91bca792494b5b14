"""The 43 forces and the words people use for them; a word that two go by is never guessed."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasc_data.domain import forces as forces_module
from jasc_data.domain.forces import Force, ForceDirectory, is_outside_the_43, national_directory

REFERENCE = Path(forces_module.__file__).parent / "reference"
ROWS = list(csv.DictReader((REFERENCE / "forces.csv").read_text(encoding="utf-8").splitlines()))
SPELLINGS = [
    (row["name"], word)
    for row in ROWS
    for word in (row["code"], row["name"], row["formal_name"], *filter(None, row["aliases"].split("|")))
]


def names_of(word: str) -> list[str]:
    return [force.name for force in national_directory().find(word)]


def test_there_are_43_forces_each_with_a_code_of_its_own() -> None:
    assert len(ROWS) == 43
    assert len({row["code"] for row in ROWS}) == len({row["name"] for row in ROWS}) == 43
    assert list(national_directory().names) == [row["name"] for row in ROWS]


@pytest.mark.parametrize(("name", "word"), SPELLINGS)
def test_every_spelling_names_its_force_alone(name: str, word: str) -> None:
    spellings = {word, word.upper(), word.lower(), f"  {word}\u200b ", word.replace(" ", "  ")}
    spellings |= {
        word.replace(" & ", " and "),
        word.replace(" and ", " & "),
        word.replace("-", "–"),
        word.replace("-", " "),
    }

    assert {spelling: names_of(spelling) for spelling in spellings} == {spelling: [name] for spelling in spellings}


@pytest.mark.parametrize("name", [row["name"] for row in ROWS])
def test_police_and_constabulary_make_no_difference(name: str) -> None:
    for ending in ("Police", "Constabulary", "Police Service", "Police Force", "POLICE"):
        assert names_of(f"{name} {ending}") == [name]


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("D&C", "Devon & Cornwall"),
        ("Devon and Cornwall", "Devon & Cornwall"),
        ("Devon & Cornwall Constabulary", "Devon & Cornwall"),
        ("Avon & Somerset", "Avon and Somerset"),
        ("London, City of", "City of London"),
        ("Dyfed—Powys Police", "Dyfed-Powys"),
        ("North York", "North Yorkshire"),
        ("Hampshire", "Hampshire"),
        ("Hampshire and Isle of Wight", "Hampshire"),
        ("West Mer", "West Mercia"),
        ("Heddlu De Cymru", "South Wales"),
        ("E23000016", "West Mercia"),
    ],
)
def test_known_traps(word: str, name: str) -> None:
    assert names_of(word) == [name]


@pytest.mark.parametrize("word", ["WMP", "wmp", "WM", "WMP Police"])
def test_word_of_two_forces_gives_both(word: str) -> None:
    assert names_of(word) == ["West Mercia", "West Midlands"]


@pytest.mark.parametrize(
    "word", ["", " ", "Police", "Constabulary", "West", "Yorkshire", "London", "Average", "Narnia"]
)
def test_word_of_no_force(word: str) -> None:
    assert names_of(word) == []


@pytest.mark.parametrize(
    "word",
    ["British Transport Police", "BTP", "PSNI", "police service of northern ireland", "Police Scotland", "MDP", "CNC"],
)
def test_bodies_outside_the_43(word: str) -> None:
    assert is_outside_the_43(word)
    assert names_of(word) == []


@pytest.mark.parametrize(("name", "word"), SPELLINGS)
def test_no_force_is_outside_the_43(name: str, word: str) -> None:
    assert not is_outside_the_43(word)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("West Merica", "West Mercia"),
        ("Warickshire Police", "Warwickshire"),
        ("Glocestershire", "Gloucestershire"),
        ("Leistershire", "Leicestershire"),
        ("Narnia", None),
        ("Ministry of Magic", None),
    ],
)
def test_closest_is_suggested_when_it_is_close(word: str, name: str | None) -> None:
    assert national_directory().closest(word) == name
    assert names_of(word) == []


def test_decided_word_stands_for_one_force_without_touching_the_directory() -> None:
    decided = national_directory().with_words({"wmp": "West Mercia", "the county": "Suffolk", "x": "Narnia"})

    assert [force.name for force in decided.find("WMP")] == ["West Mercia"]
    assert [force.name for force in decided.find("The County")] == ["Suffolk"]
    assert decided.find("x") == ()
    assert names_of("WMP") == ["West Mercia", "West Midlands"]


def test_membership_is_by_short_name() -> None:
    assert "West Mercia" in national_directory()
    assert "West Mercia Police" not in national_directory()


def test_ambiguous_word_about_forces_that_are_not_held_is_left_alone() -> None:
    directory = ForceDirectory([Force("1", "North", "North Police")], {"NP": ("North", "South")})

    assert [force.name for force in directory.find("NP")] == ["North"]


@given(st.text(max_size=25))
def test_word_is_one_force_or_none_unless_it_is_known_to_be_ambiguous(word: str) -> None:
    found = names_of(word)

    assert len(found) <= 1 or found == ["West Mercia", "West Midlands"]
