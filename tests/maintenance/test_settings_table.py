"""The documents say what the settings are by the model alone."""

import re

import pytest

from jasc_data.domain.settings import PROJECT, Settings
from maintenance.settings_table import PLACE, settings_table, with_table


def test_the_table_in_the_document_is_the_models_own() -> None:
    """When it fails: make docs."""
    document = PLACE.read_text(encoding="utf-8")
    assert with_table(document) == document


def test_each_setting_says_what_it_means_and_what_holds_without_it() -> None:
    rows = settings_table().splitlines()[2:]
    assert [row.split("`")[1] for row in rows] == [f"JASC_{name.upper()}" for name in Settings.model_fields]
    for row in rows:
        _, _, meaning, default, _ = row.split(" | ".strip())
        assert len(meaning.split()) >= 3
        assert default.strip()
    assert str(PROJECT) not in settings_table()


def test_a_document_that_has_no_place_for_it_is_not_written() -> None:
    with pytest.raises(ValueError, match="not marked"):
        with_table("# Operations")


def test_no_document_and_no_module_names_a_setting_that_there_is_not() -> None:
    known = {f"JASC_{name.upper()}" for name in Settings.model_fields} | {"JASC_EXAMPLES"}  # of the tests
    texts = [
        PROJECT / "README.md",
        PROJECT / "Containerfile",
        *(PROJECT / "deploy").iterdir(),
        *(PROJECT / "docs").glob("*.md"),
        *(PROJECT / "jasc_data").rglob("*.py"),
    ]
    for path in (*texts, *(PROJECT / "pages").rglob("*.py")):
        named = set(re.findall(r"\bJASC_[A-Z_]*[A-Z]\b", path.read_text(encoding="utf-8")))
        assert named <= known, path.name
