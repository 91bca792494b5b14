"""The file of ``import --map``: what it may say, and one sentence for whatever it may not."""

import json
from pathlib import Path

import pytest

from jasc_data.command_line.mapping_file import read_mapping
from jasc_data.domain.failures import FileRefused
from jasc_data.intake.learned import ANY_LAYOUT, Decision, Domain


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "map.json"


def test_every_part_becomes_decisions(path: Path) -> None:
    said = {
        "headings": {"Item code": "reference", "Notes": ""},
        "forces": {"the force": "west mercia"},
        "kinds": {"Ask": "recommendation"},
        "statuses": {"Done-ish": "awaiting sign-off"},
        "grades": {"Two": "2"},
        "addressees": {"Councils": "another body"},
        "deadlines": {"-": "none"},
        "reports": {"Vetting thematic": "Vetting"},
        "assumed": {"status": "open"},
    }
    path.write_text(json.dumps(said))
    assert set(read_mapping(path)) == {
        Decision(Domain.HEADING, "Item code", "reference", ANY_LAYOUT),
        Decision(Domain.HEADING, "Notes", "", ANY_LAYOUT),
        Decision(Domain.FORCE, "the force", "West Mercia"),
        Decision(Domain.KIND, "Ask", "recommendation"),
        Decision(Domain.STATUS, "Done-ish", "awaiting sign-off"),
        Decision(Domain.GRADE, "Two", "2"),
        Decision(Domain.ADDRESSEE, "Councils", "another body"),
        Decision(Domain.DEADLINE, "-", "none"),
        Decision(Domain.REPORT, "Vetting thematic", "Vetting"),
        Decision(Domain.ASSUMPTION, "status", "open", ANY_LAYOUT),
    }


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"headings": {"Item": "colour"}}, "headings: 'Item' cannot be 'colour'; the fields are"),
        ({"forces": {"WMP": "Mercia"}}, "forces: 'WMP' cannot be 'Mercia', which is not one of the 43 forces"),
        ({"kinds": {"Ask": "wish"}}, "kinds.Ask: Input should be 'cause_of_concern', 'recommendation' or 'afi'"),
        ({"assumed": {"colour": "red"}}, "assumed: "),
        ({"words": {}}, "words: Extra inputs are not permitted"),
        ("not an object", "map.json cannot be used: Input should be an object"),
    ],
)
def test_what_it_may_not_say_is_named(path: Path, said: object, sentence: str) -> None:
    path.write_text(json.dumps(said))
    with pytest.raises(FileRefused) as refused:
        read_mapping(path)
    assert sentence in str(refused.value)
    assert str(path.parent) not in str(refused.value)


def test_a_file_that_is_no_json_or_not_there_is_one_sentence(path: Path) -> None:
    with pytest.raises(FileRefused, match=r"^The mapping file map\.json cannot be read\.$"):
        read_mapping(path)
    path.write_text("{")
    with pytest.raises(FileRefused, match=r"^The mapping file map\.json cannot be used: Invalid JSON"):
        read_mapping(path)
