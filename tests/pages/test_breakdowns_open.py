"""Every page of breakdowns opens in every state of what is held: invented only while it says so, silent never."""

from datetime import date
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from jasc_data.store.connection import open_store
from jasc_data.store.uploads import withdraw
from tests.builders import imported

PROJECT = Path(__file__).parents[2]
BY_FORCE = PROJECT / "tests" / "fixtures" / "paper" / "positions-2023-09-04-by-force.csv"
PAGES = [
    "pages/breakdowns/grades.py",
    "pages/breakdowns/causes.py",
    "pages/breakdowns/reports.py",
    "pages/breakdowns/register.py",
    "pages/breakdowns/deadlines.py",
    "pages/time/trend.py",
    "pages/time/changes.py",
    "pages/time/target.py",
]


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    st.cache_resource.clear()
    st.cache_data.clear()
    path = tmp_path / "jasc.duckdb"
    monkeypatch.setenv("JASC_STORE", str(path))
    return path


def opened(page: str) -> tuple[AppTest, str]:
    app = AppTest.from_file(PROJECT / "app.py", default_timeout=60).run()
    app.switch_page(page).run()
    assert not app.exception
    groups = (app.html, app.title, app.subheader, app.markdown, app.caption, app.error, app.warning)
    return app, " ".join(str(shown.value) for group in groups for shown in group).replace("\\", "")


@pytest.mark.parametrize("page", PAGES)
def test_with_the_demonstration(page: str) -> None:
    app, text = opened(page)
    assert "Demonstration data, invented." in text
    assert "Something went wrong" not in text
    assert app.title[0].value
    assert "Source" in text


@pytest.mark.parametrize("page", PAGES)
def test_with_counts_alone(page: str, store: Path) -> None:
    held = open_store(store, create=True)
    imported(held, BY_FORCE.read_bytes(), date(2023, 9, 4), today=date.today())
    held.close()
    _, text = opened(page)
    assert "Demonstration" not in text
    assert "invented" not in text
    assert "Something went wrong" not in text
    assert "pload" in text or "104" in text


@pytest.mark.parametrize("page", PAGES)
def test_with_everything_withdrawn(page: str, store: Path) -> None:
    held = open_store(store, create=True)
    withdraw(held, imported(held, BY_FORCE.read_bytes(), date(2023, 9, 4), today=date.today()), "a test")
    held.close()
    _, text = opened(page)
    assert "No figures" in text
    assert "104" not in text
    assert "Something went wrong" not in text
