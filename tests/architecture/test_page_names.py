"""Every page that a message names is a page of the dashboard, and the one that does what the message says."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pages._shared.navigation import GROUPS, OUT_OF_SIGHT

ROOT = Path(__file__).parents[2]
SOURCES = [ROOT / "app.py", *sorted((ROOT / "pages").rglob("*.py")), *sorted((ROOT / "jasc_data").rglob("*.py"))]
WORDING = sorted((ROOT / "jasc_data").rglob("*.toml"))
TITLES = {place.title for group in GROUPS.values() for place in group} | {place.title for place in OUT_OF_SIGHT}
NAMED = re.compile(
    r"\b(?:the|its|on) ((?:[A-Z][a-z]+ ?(?:of |to )?(?:[a-z]+ )??)+)page\b|\bpage (?!and\b)([A-Z][a-z]+)"
)
RESTORED_ELSEWHERE = re.compile(
    r"\b(?i:restore|withdraw|look at)\w*\b(?:(?!\bpage\b)[^.;])*? on the (?!Uploads)[A-Z]\w* page"
)
UPLOADED_ELSEWHERE = re.compile(r"\b(?i:upload) (?:an|one|its|it)\b[^.;,]*? on the (?!Upload )[A-Z]\w* page")


def sentences(path: Path) -> Iterator[str]:
    """The texts of a module or of a file of wording, those written in pieces put together."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".toml":
        yield from text.splitlines()
        return
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def named_in(text: str) -> list[str]:
    return [(before or after).strip() for before, after in NAMED.findall(text)]


def test_the_rule_finds_page_names() -> None:
    assert named_in("see the Uploads page, on the Causes of concern page or the Path to target page") == [
        "Uploads",
        "Causes of concern",
        "Path to target",
    ]
    assert named_in("withdrawn on the page Uploads; the page is shown") == ["Uploads"]
    assert RESTORED_ELSEWHERE.search("Restore one, or upload an export, on the Upload page.")
    assert UPLOADED_ELSEWHERE.search("Upload an export on the Uploads page.")
    assert not RESTORED_ELSEWHERE.search("Upload an export on the Upload page, or restore one on the Uploads page.")
    assert {"Position", "Causes of concern", "Path to target", "Upload", "Uploads", "About"} <= TITLES


@pytest.mark.parametrize("path", [*SOURCES, *WORDING], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_page_that_is_named_exists_and_does_what_is_said(path: Path) -> None:
    for text in sentences(path):
        assert set(named_in(text)) <= TITLES, text
        assert not RESTORED_ELSEWHERE.search(text), text
        assert not UPLOADED_ELSEWHERE.search(text), text
