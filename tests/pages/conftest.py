"""The app as AppTest runs it, each test on a store of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from jasc_data.command_line.run import main

PROJECT = Path(__file__).parents[2]
PAPER = PROJECT / "tests" / "fixtures" / "paper"
BY_FORCE = PAPER / "positions-2023-09-04-by-force.csv"
AS_IN_PAPER = PAPER / "positions-2023-09-04-paper-layout.csv"
SCRIPTS = {
    "comparison": "pages/figures/comparison.py",
    "upload": "pages/exports/upload.py",
    "uploads": "pages/exports/uploads.py",
    "about": "pages/about/about.py",
}


class App:
    """Opens pages; ``text`` is everything that the last one shows."""

    def __init__(self, store: Path):
        self.store = store

    def holding(self, *files: Path) -> "App":
        for file in files:
            assert main(["import", str(file), "--as-of", "2023-09-04", "--store", str(self.store)]) == 0
        return self

    def open(self, page: str = "", **choices: str) -> AppTest:
        test = AppTest.from_file(str(PROJECT / "app.py"), default_timeout=60)
        for key, value in choices.items():
            test.query_params[key] = value
        test.run()
        if page:
            test.switch_page(SCRIPTS[page])
            for key, value in choices.items():
                test.query_params[key] = value
            test.run()
        assert not test.exception
        return test


def text_of(test: AppTest) -> str:
    """Everything that the page shows in words and tables."""
    shown: list[str] = []
    for kind in ("title", "header", "subheader", "markdown", "caption", "warning", "error", "success", "info", "code", "html"):
        shown += [str(getattr(element, "value", None) or getattr(element, "body", "")) for element in test.get(kind)]
    shown += [table.value.to_string() for table in test.get("table")]
    return "\n".join(shown).replace("\\", "")


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    store = tmp_path / "jasc.duckdb"
    monkeypatch.setenv("JASC_STORE", str(store))
    yield App(store)
    st.cache_resource.clear()
    st.cache_data.clear()


@pytest.fixture
def shown() -> Callable[[AppTest], str]:
    return text_of
