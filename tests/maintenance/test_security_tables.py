"""The tables of what stops whom name tests and modules that are there, and every chapter of the standard."""

import re
from pathlib import Path

import pytest

from jasc_data.domain.settings import PROJECT

DOCUMENTS = ("security.md", "asvs.md")
FILES = [
    path.relative_to(PROJECT).as_posix()
    for folder in ("tests", "jasc_data", "pages", "queries", "maintenance", "deploy", "docs")
    for path in (PROJECT / folder).rglob("*.*")
]
FILES += [path.name for path in PROJECT.iterdir() if path.is_file()] + [".streamlit/config.toml"]


def _is_there(named: str) -> bool:
    return any(f"/{file}".endswith(f"/{named}") for file in FILES)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_they_name_is_there(document: str) -> None:
    text = (PROJECT / "docs" / document).read_text(encoding="utf-8")
    tests = set(re.findall(r"(?<![\w/])(?:[a-z_]+/)*test_[a-z_]+", text))
    assert len(tests) > 15
    assert [name for name in sorted(tests) if not _is_there(f"{name}.py")] == []
    modules = set(re.findall(r"`([\w./-]+\.(?:py|toml|conf|service|config|js|css))`", text))
    assert len(modules) > 10
    assert [name for name in sorted(modules) if not _is_there(name)] == []


def test_each_requirement_is_judged_in_the_words_of_the_table() -> None:
    text = (PROJECT / "docs" / "asvs.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+)\.[^|]*\|[^|]*\| ([^|]+) \|", text, re.MULTILINE)
    assert {chapter for chapter, _ in rows} == {str(number) for number in range(1, 17)}
    assert {judged for _, judged in rows} == {"**holds**", "**partly**", "**no**", "elsewhere", "–"}


def test_their_links_lead_somewhere() -> None:
    for document in (*DOCUMENTS, "operations.md", "sign-in.md"):
        text = (PROJECT / "docs" / document).read_text(encoding="utf-8")
        for link in re.findall(r"\]\((?!https?:)([^)#]*)(?:#[^)]*)?\)", text):
            assert not link or (Path(PROJECT) / "docs" / link).exists(), (document, link)
