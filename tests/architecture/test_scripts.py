"""The scripts of pages are whole when Streamlit's sanitizer has seen them, and ask nothing of anybody else."""

import re
from pathlib import Path

import pytest

SCRIPTS = sorted((Path(__file__).parents[2] / "pages").rglob("*.js"))


def test_the_scripts_are_found() -> None:
    assert len(SCRIPTS) >= 2


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_no_script_holds_what_looks_like_markup(script: Path) -> None:
    assert re.findall(r"<[/\w!]", script.read_text(encoding="utf-8")) == []
