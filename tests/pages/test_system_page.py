"""The page System: how the store and its backups stand, said loudly where something may cost data; a backup at once."""

import errno
import gc
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from platform import python_version

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from jasc_data.domain.version import VERSION
from jasc_data.store import backup_keeper, integrity
from jasc_data.store.backup_files import BACKUPS, backups_in
from jasc_data.store.connection import Store
from pages._shared import session
from tests.builders import BY_FORCE, PAPER_DAY, items_csv, numbered
from tests.pages.seen import said, title, visited

pytestmark = pytest.mark.backups

SYSTEM = "pages/about/system.py"
Fill = Callable[..., None]


@pytest.fixture
def held(place: Path, filled: Fill, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A dashboard with backups whose store holds one upload."""
    filled((BY_FORCE.read_bytes(), PAPER_DAY))
    return place


def waited(place: Path) -> Store:
    store = session.opened_store(place)
    assert store.backups
    store.backups.wait()
    return store


def pressed(app: AppTest) -> AppTest:
    (button,) = [button for button in app.button if button.label == "Back up now"]
    return button.click().run()


def test_it_says_how_the_store_and_its_backups_stand(held: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JASC_MARKING", "OFFICIAL")
    waited(held)
    app = visited(SYSTEM)
    (backup,) = backups_in(held.parent / BACKUPS)
    assert title(app).startswith("1 change held, all of them backed up, ")
    shown = said(app)
    for word in ("jasc.duckdb", backup.path.name, "JASC_MARKING", "OFFICIAL", "set from outside", "not set"):
        assert word in shown
    assert str(held.parent) not in shown


def test_without_a_second_place_it_says_so_loudly_and_with_one_it_does_not(
    held: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (loud,) = visited(SYSTEM).warning
    assert "Set JASC\\_BACKUP\\_DIR" in loud.value
    session._opened.pop(held).close()
    monkeypatch.setenv("JASC_BACKUP_DIR", str(tmp_path / "other disk"))
    app = visited(SYSTEM)
    assert [shown.value for shown in app.warning] == []
    assert "other disk" in said(app)
    waited(held)
    assert len(backups_in(tmp_path / "other disk")) == 1


def test_a_backup_is_made_at_once(held: Path) -> None:
    waited(held)
    before = backups_in(held.parent / BACKUPS)
    app = pressed(visited(SYSTEM))
    assert [error.value for error in app.error] == []
    assert len(backups_in(held.parent / BACKUPS)) == len(before) + 1


def test_a_backup_that_fails_is_said_and_so_is_that_nothing_can_be_committed(
    held: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    waited(held)
    monkeypatch.setattr(backup_keeper, "back_up", full)
    app = pressed(visited(SYSTEM))
    assert "the disk is full" in app.error[0].value
    app = visited(SYSTEM)
    assert title(app) == "1 change held, and the last backup failed"
    assert "nothing can be committed" in app.warning[0].value


def test_it_says_what_runs_and_what_came_last(held: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JASC_HEALTH_TOKEN", "nobody-may-read-this")
    monkeypatch.setenv("JASC_HOSTS", "one.example, two.example")
    waited(held)
    shown = said(visited(SYSTEM))
    for word in (VERSION, python_version(), version("streamlit"), version("duckdb"), "Pages open now", "a secret"):
        assert word in shown
    assert "upload 1, of 4 September 2023, committed 1 June 2026" in shown
    assert "one.example, two.example" in shown
    assert "nobody-may-read-this" not in shown


def test_the_checks_are_run_when_they_are_asked_for(held: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waited(held)
    app = visited(SYSTEM)
    assert "sound" not in said(app)
    (button,) = [button for button in app.button if button.label == "Run the checks"]
    button.click().run()
    assert "The store is sound: " in said(app)
    assert "latest uploads read again" in said(app)
    monkeypatch.setattr(integrity, "unpacked", lambda *_: None)
    button.click().run()
    assert "The store is not sound: original files." in said(app)
    held.rename(held.with_name("elsewhere"))
    button.click().run()
    assert "was deleted or moved away" in app.error[0].value


def test_an_upload_that_was_withdrawn_since_is_said_to_be(place: Path, filled: Fill) -> None:
    filled((BY_FORCE.read_bytes(), PAPER_DAY), withdrawn=(1,))
    assert ", withdrawn since" in said(visited(SYSTEM))


def test_with_nothing_held_there_is_nothing_to_back_up(place: Path) -> None:
    app = visited(SYSTEM)
    assert title(app) == "Nothing is held yet, so there is nothing to back up"
    assert not [button for button in app.button if button.label == "Back up now"]


def test_a_visitor_who_clears_the_caches_does_not_take_the_store_away(place: Path, filled: Fill) -> None:
    """The developers' command clear_cache, which any visitor can send, comes to this."""
    filled((items_csv(*numbered(3)), PAPER_DAY))
    store = session.opened_store(place)
    with store.snapshot():
        st.cache_resource.clear()
        st.cache_data.clear()
        gc.collect()
        assert session.opened_store(place) is store
        assert "3 recommendations" in said(visited("pages/breakdowns/register.py"))
