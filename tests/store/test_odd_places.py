"""Places where a store cannot be, disks and clocks that play up: each is a sentence and exit code 3, never a traceback."""

import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pytest
import time_machine

from jasc_data.answers.system.answer import system_of
from jasc_data.answers.system.text import to_be_seen_to
from jasc_data.command_line import run
from jasc_data.command_line.run import STORE_UNUSABLE, main
from jasc_data.domain.failures import StoreReadOnly, StoreUnusable
from jasc_data.domain.settings import Settings
from jasc_data.store.connection import Store, open_store
from jasc_data.store.counter import counter_of
from jasc_data.uploads.upload_log import now
from tests.builders import BY_FORCE, PAPER_DAY, dump, empty_store, imported, items_csv, numbered, open_of
from tests.conftest import NOW

pytestmark = pytest.mark.backups

ROOT = Path(__file__).parents[2]
COMMANDS = (
    ("import", str(BY_FORCE), "--as-of", "2023-09-04"),
    ("import", str(BY_FORCE), "--as-of", "2023-09-04", "--dry-run"),
    ("show", "position"),
    ("check",),
    ("backup", "somewhere"),
)
FILL = """
import os, resource, sys
from pathlib import Path
from jasc_data.domain.failures import StoreUnusable
from jasc_data.store.connection import open_store
from tests.builders import imported, items_csv, numbered
store = open_store(Path(sys.argv[1]), create=False)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))  # of any one file, the log's too
try:
    imported(store, items_csv(*numbered(3000, text="words " * 40)))
except StoreUnusable as failure:
    print(failure, flush=True)
os._exit(7)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The place of a store that holds three items."""
    place = tmp_path / "held" / "jasc.duckdb"
    with closing(open_store(place, create=True)) as store:
        imported(store, items_csv(*numbered(3)))
    return place


def a_memory(path: Path) -> Path:
    return Path(":memory:")


def a_named_memory(path: Path) -> Path:
    return Path(":memory:figures")


def a_question_mark(path: Path) -> Path:
    return path.parent / "jasc?threads=1.duckdb"


def a_link_to_nowhere(path: Path) -> Path:
    (path.parent / "link.duckdb").symlink_to(path.parent / "nowhere.duckdb")
    return path.parent / "link.duckdb"


def a_link_to_itself(path: Path) -> Path:
    (path.parent / "link.duckdb").symlink_to("link.duckdb")
    return path.parent / "link.duckdb"


PLACES = {
    "lost when the dashboard stops": a_memory,
    "would be lost": a_named_memory,
    "question mark": a_question_mark,
    "leads nowhere": a_link_to_nowhere,
    "may not be entered": a_link_to_itself,
}


@pytest.mark.parametrize(("told", "place"), PLACES.items(), ids=[place.__name__ for place in PLACES.values()])
def test_a_place_that_is_none_for_a_store_is_said(
    path: Path, told: str, place: Callable[[Path], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    odd = place(path)
    before = sorted(path.parent.iterdir())
    for command in COMMANDS:
        assert main([*command, "--store", str(odd)]) == STORE_UNUSABLE
        said = capsys.readouterr().err
        assert told in said
        assert "JASC_STORE" in said
        assert said.count("\n") == 1
    assert sorted(path.parent.iterdir()) == before


def test_a_folder_that_may_not_be_entered_is_said(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    look = Path.stat

    def forbidden(self: Path, **named: bool) -> os.stat_result:
        if self == path:
            raise PermissionError(13, "Permission denied")
        return look(self, **named)

    monkeypatch.setattr(Path, "stat", forbidden)
    for command in COMMANDS:
        assert main([*command, "--store", str(path)]) == STORE_UNUSABLE
        assert "may not be entered" in capsys.readouterr().err


def test_names_that_only_look_odd_are_fine(tmp_path: Path) -> None:
    for name in ("a b, it's 100% #[a]* é.duckdb", "md:x", "-x"):
        place = tmp_path / name / name
        with closing(open_store(place, create=True)) as store:
            imported(store, items_csv(*numbered(3)))
            store.keep_backups(None).wait()
        with closing(open_store(place, create=False)) as store:
            assert open_of(store) == 3
        assert counter_of(place).exists()


def test_a_writable_file_in_a_folder_that_is_not_can_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    may = os.access
    monkeypatch.setattr(os, "access", lambda place, mode: Path(place) != path.parent and may(place, mode))
    with closing(open_store(path, create=False)) as store:
        assert open_of(store) == 3
        with pytest.raises(StoreReadOnly, match="its file or its folder is read-only"):
            imported(store, items_csv(*numbered(4)))


SAID = {
    'IO Error: Cannot open file "jasc.duckdb": Access is denied.\r\n': "may not be written",
    'IO Error: Cannot open file "jasc.duckdb": Permission denied': "may not be written",
    'IO Error: Could not write file "jasc.duckdb": No space left on device': "disk refused",
    "IO Error: Could not write file: There is not enough space on the disk.": "disk refused",
}


@pytest.mark.parametrize(("text", "told"), SAID.items())
def test_what_the_system_refuses_is_no_damage(
    path: Path, monkeypatch: pytest.MonkeyPatch, text: str, told: str
) -> None:
    with closing(open_store(path, create=False)) as store:
        before = dump(store)
        for failure in (duckdb.IOException(text), duckdb.TransactionException(f"Failed to commit: {text}")):
            with pytest.raises(StoreUnusable, match=told):
                _raise_while_writing(store, failure)
        assert dump(store) == before

    def refusing(*_: object, **__: object) -> None:
        raise duckdb.IOException(text)

    monkeypatch.setattr(duckdb, "connect", refusing)
    with pytest.raises(StoreUnusable, match=told):
        open_store(path, create=False)


def _raise_while_writing(store: Store, failure: Exception) -> None:
    with store.writing(keep=True):
        raise failure


@pytest.mark.skipif(sys.platform == "win32", reason="limits are POSIX's")
@pytest.mark.parametrize("room", [20_000, 300_000, 700_000])
def test_a_disk_that_fills_amid_a_commit_is_said_and_what_is_said_is_so(path: Path, room: int) -> None:
    command = [sys.executable, "-c", FILL, str(path), str(room)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert ended.returncode == 7, ended.stderr[-600:]
    assert "Traceback" not in ended.stderr
    with closing(open_store(path, create=False)) as store:
        assert open_of(store) == (3 if "Nothing was changed" in ended.stdout else 3000), ended.stdout


def test_a_clock_that_was_set_back_is_said() -> None:
    store = empty_store()
    with time_machine.travel(NOW + timedelta(days=400)):
        imported(
            store, items_csv(*numbered(3)), PAPER_DAY + timedelta(days=1300), today=(NOW + timedelta(days=400)).date()
        )
        assert to_be_seen_to(system_of(store, Settings(), date.today(), now())) == ()
    with time_machine.travel(NOW):
        told = " ".join(to_be_seen_to(system_of(store, Settings(), date.today(), now())))
    assert "The clock of this machine says" in told
    assert "6 July 2027" in told
    assert "Upload 1 is dated 27 March 2027, later than today" in told


def test_stopping_a_command_is_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped() -> Settings:
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "read_settings", stopped)
    assert main(["check"]) == 130
    assert capsys.readouterr().err == "Stopped.\n"


def test_the_port_is_fixed_so_that_one_in_use_is_said_and_not_changed() -> None:
    """Streamlit looks for a free one where none is set, and says that it is taken where one is."""
    with (ROOT / ".streamlit" / "config.toml").open("rb") as file:
        assert tomllib.load(file)["server"]["port"] == 8501
