"""A store that cannot be used says so in one sentence and is left as it was; a death amid a commit loses nothing."""

import os
import signal
import subprocess
import sys
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from jasc_data.domain.failures import (
    StoreDamaged,
    StoreLocked,
    StoreMissing,
    StoreNewer,
    StoreReadOnly,
    StoreUnusable,
    UploadUnknown,
)
from jasc_data.store import schema
from jasc_data.store.connection import BACKUPS, Store, open_store, store_in_memory
from jasc_data.store.integrity import examine, original_file
from jasc_data.store.query_files import checks, migrations
from jasc_data.store.snapshot import Snapshot
from jasc_data.uploads import write_upload
from jasc_data.uploads.acting import restore, withdraw
from jasc_data.uploads.commit import PreviewOutOfDate, commit, rehearse
from tests.builders import (
    BY_FORCE,
    PAPER_DAY,
    TODAY,
    by,
    checked,
    dump,
    filled_once,
    imported,
    items_csv,
    new_store,
    numbered,
    open_of,
)

ROOT = Path(__file__).parents[2]
HOLD = """
import sys; from pathlib import Path; from jasc_data.store.connection import open_store
store = open_store(Path(sys.argv[1]), create=False); print("held", flush=True); sys.stdin.read()
"""
DIE = """
import os, signal, sys
from pathlib import Path
from jasc_data.uploads import commit as uploads
from jasc_data.store.connection import open_store
from tests.builders import imported, items_csv, numbered
def die(*_): os.kill(os.getpid(), signal.SIGKILL)
store = open_store(Path(sys.argv[1]), create=False)
if sys.argv[2] == "before the checks":
    uploads.finish = die
elif sys.argv[2] == "before the commit":
    really = uploads.finish
    uploads.finish = lambda *told: (really(*told), die())
imported(store, items_csv(*numbered(5000)))
die()
"""
FILL = """
import os, resource, sys
from pathlib import Path
from jasc_data.domain.failures import StoreUnusable
from jasc_data.store.connection import open_store
from tests.builders import imported, items_csv, numbered
path = Path(sys.argv[1])
store = open_store(path, create=False)
resource.setrlimit(resource.RLIMIT_FSIZE, (65536, resource.RLIM_INFINITY))  # of any one file, the log's too
try:
    imported(store, items_csv(*numbered(5000, text="words " * 40)))
except StoreUnusable as failure:
    print(failure, flush=True)
    os._exit(7)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The place of a store that holds three items."""
    return filled_once("three items", lambda store: imported(store, items_csv(*numbered(3))), tmp_path / "jasc.duckdb")


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with closing(open_store(path, create=False)) as opened:
        yield opened


def refused(path: Path, failure: type[StoreUnusable], *, create: bool = False) -> str:
    """Opening fails with exactly that failure, in a sentence without a path, and the file is as it was."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreUnusable) as caught:
        open_store(path, create=create).close()
    sentence = str(caught.value)
    assert type(caught.value) is failure, sentence
    assert (path.read_bytes() if path.is_file() else None) == before
    assert "/" not in sentence
    assert path.parent.name not in sentence
    assert sentence.endswith(".")
    return sentence


def change(path: Path, *statements: str) -> None:
    """Writes into a store past all rules."""
    with duckdb.connect(str(path)) as raw:
        for statement in statements:
            raw.execute(statement)


def script(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)


# Opening


def test_a_store_that_is_missing_is_not_made_by_asking_for_it(tmp_path: Path) -> None:
    refused(tmp_path / "jasc.duckdb", StoreMissing)
    assert list(tmp_path.iterdir()) == []


def test_a_store_is_made_with_its_folders_when_a_file_is_imported(tmp_path: Path) -> None:
    place = tmp_path / "one" / "two" / "jasc.duckdb"
    with closing(new_store(place)) as store:
        assert imported(store, BY_FORCE.read_bytes()) == 1
    assert place.is_file()


def test_a_store_that_another_process_holds_is_locked(path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(StoreLocked) as caught:
            open_store(path, create=False)
        holder.communicate()
    assert "Upload page" in str(caught.value)
    assert "/" not in str(caught.value)
    with closing(open_store(path, create=False)) as store:
        assert open_of(store) == 3


NOT_STORES = {
    "zero bytes": b"",
    "one byte": b"x",
    "text": b"force,kind\n" * 500,
    "sqlite": b"SQLite format 3\0" + bytes(5000),
}


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize("content", NOT_STORES.values(), ids=NOT_STORES)
def test_a_file_that_is_no_store_is_left_as_it_is(tmp_path: Path, content: bytes, create: bool) -> None:
    place = tmp_path / "jasc.duckdb"
    place.write_bytes(content)
    refused(place, StoreDamaged, create=create)


@pytest.mark.parametrize("folder", ["locked-cabinet", "newer", "permission"])
def test_a_word_in_the_path_does_not_change_what_is_wrong(tmp_path: Path, folder: str) -> None:
    place = tmp_path / folder / "jasc.duckdb"
    place.parent.mkdir()
    place.write_bytes(NOT_STORES["text"])
    refused(place, StoreDamaged)


@pytest.mark.parametrize("share", [0.001, 0.01, 0.3, 0.6])
def test_a_store_cut_short_is_damaged(path: Path, share: float) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    refused(path, StoreDamaged)


@pytest.mark.parametrize("start", [8, 4104, 8200, 12296])
def test_a_store_with_bytes_turned_over_is_damaged_and_not_in_use(tmp_path: Path, start: int) -> None:
    """Of a store made in one go: in one that was opened again the first block can be a free one."""
    path = tmp_path / "jasc.duckdb"
    with closing(open_store(path, create=True)) as store:
        imported(store, items_csv(*numbered(3)))
    content = bytearray(path.read_bytes())
    content[start : start + 64] = bytes(byte ^ 0xFF for byte in content[start : start + 64])
    path.write_bytes(bytes(content))
    refused(path, StoreDamaged)


FOREIGN = {
    "a table": "CREATE TABLE sheep (name VARCHAR)",
    "a table of our name": "CREATE TABLE store_state (sheep INTEGER)",
    "two tables of our names": "CREATE TABLE store_state (sheep INTEGER); CREATE TABLE upload (sheep INTEGER)",
    "a view": "CREATE VIEW sheep AS SELECT 1 AS wool",
}


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize("statements", FOREIGN.values(), ids=FOREIGN)
def test_a_duckdb_file_of_somebody_else_is_left_as_it_is(tmp_path: Path, statements: str, create: bool) -> None:
    place = tmp_path / "jasc.duckdb"
    change(place, statements)
    refused(place, StoreDamaged, create=create)
    assert [entry.name for entry in tmp_path.iterdir()] == [place.name]


def test_a_store_of_another_product_is_left_as_it_is(path: Path) -> None:
    change(path, "UPDATE store_state SET product = 'sheep register'")
    refused(path, StoreDamaged)


def test_a_store_of_a_newer_release_is_refused(path: Path) -> None:
    change(path, "UPDATE store_state SET schema_version = 99")
    assert "99" in refused(path, StoreNewer)


@pytest.mark.parametrize("create", [True, False])
def test_a_folder_in_the_stores_place_is_refused(tmp_path: Path, create: bool) -> None:
    (tmp_path / "jasc.duckdb").mkdir()
    refused(tmp_path / "jasc.duckdb", StoreDamaged, create=create)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    refused(tmp_path / "file" / "jasc.duckdb", StoreUnusable, create=True)


# Reading only, and a disk that refuses


@pytest.fixture
def read_only(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """As if the file might not be written, whoever runs the tests."""
    monkeypatch.setattr(os, "access", lambda *_: False)
    return path


def test_a_read_only_store_can_be_read_but_not_written(read_only: Path) -> None:
    before = read_only.read_bytes()
    with closing(open_store(read_only, create=False)) as store:
        assert open_of(store) == 3
        for attempt in (
            lambda: imported(store, BY_FORCE.read_bytes()),
            lambda: withdraw(store, 1, by()),
        ):
            with pytest.raises(StoreReadOnly) as caught:
                attempt()
            assert "/" not in str(caught.value)
    assert read_only.read_bytes() == before


def test_a_read_only_store_that_must_be_raised_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(path, "UPDATE store_state SET views_key = 'old'")
    monkeypatch.setattr(os, "access", lambda *_: False)
    refused(path, StoreReadOnly)


@pytest.mark.parametrize("failure", [duckdb.IOException, duckdb.OutOfMemoryException])
def test_a_disk_that_refuses_the_write_changes_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch, failure: type[duckdb.Error]
) -> None:
    before = dump(store)
    write = Snapshot.write

    def refusing(snapshot: Snapshot, name: str, **parameters: object) -> None:
        if name == "uploads/insert_action":
            raise failure("Could not write file /secret/place: No space left on device")
        write(snapshot, name, **parameters)

    with monkeypatch.context() as patch:
        patch.setattr(Snapshot, "write", refusing)
        with pytest.raises(StoreUnusable, match="The disk refused the write") as caught:
            imported(store, BY_FORCE.read_bytes())
    assert "/" not in str(caught.value)
    assert dump(store) == before
    assert imported(store, BY_FORCE.read_bytes()) == 2


def test_a_disk_that_is_really_full_is_said_and_loses_nothing(path: Path) -> None:
    ended = script(FILL, str(path))
    assert (ended.returncode, "The disk refused the write" in ended.stdout) == (7, True), ended.stderr[-600:]
    with closing(open_store(path, create=False)) as store:
        assert open_of(store) == 3
        assert all(not found for found in _examined(store).values())


# Death amid a commit, readers beside it, two at once


@pytest.mark.parametrize("moment", ["before the checks", "before the commit"])
def test_a_process_killed_amid_a_commit_leaves_the_old_state(path: Path, moment: str) -> None:
    with closing(open_store(path, create=False)) as store:
        before = dump(store)
    assert script(DIE, str(path), moment).returncode == -signal.SIGKILL
    with closing(open_store(path, create=False)) as store:
        assert dump(store) == before
        assert imported(store, items_csv(*numbered(4)), TODAY) == 2


def test_a_process_killed_after_a_commit_leaves_the_new_state(path: Path) -> None:
    assert script(DIE, str(path), "after the commit").returncode == -signal.SIGKILL
    with closing(open_store(path, create=False)) as store:
        assert open_of(store) == 5000
        assert all(not found for found in _examined(store).values())


def test_a_snapshot_opened_before_a_commit_keeps_its_figures(store: Store) -> None:
    with store.snapshot() as snapshot:
        imported(store, items_csv(*numbered(7)))
        kept = snapshot.raw("figures/headlines", day=PAPER_DAY)
        assert [row["open"] for row in kept] == [3]
        assert snapshot.data_version == 1
    with store.snapshot() as later:
        assert [row["open"] for row in later.raw("figures/headlines", day=PAPER_DAY)] == [7]
        assert later.data_version == 2


def test_of_two_commits_after_one_preview_one_wins(store: Store) -> None:
    first, second = checked(items_csv(*numbered(4))), checked(items_csv(*numbered(5)))
    assert commit(store, first, by("one"), acknowledged=["all"], seen_version=1).upload_ids == (2,)
    before = dump(store)
    with pytest.raises(PreviewOutOfDate):
        commit(store, second, by("two"), acknowledged=["all"], seen_version=1)
    assert dump(store) == before
    assert commit(store, second, by("two"), acknowledged=["all"], seen_version=2).upload_ids == (3,)


def test_a_rehearsal_keeps_nothing(store: Store) -> None:
    before = dump(store)
    assert rehearse(store, checked(items_csv(*numbered(1)))).changes.closed == 2
    assert dump(store) == before


@pytest.mark.parametrize(("action", "number"), [(withdraw, 9), (restore, 9), (restore, 1)])
def test_an_upload_that_is_not_there_or_not_in_that_state_is_named(store: Store, action: object, number: int) -> None:
    before = dump(store)
    with pytest.raises(UploadUnknown, match=str(number)):
        action(store, number, by())  # type: ignore[operator]
    assert dump(store) == before


# Migration


def version(connection: duckdb.DuckDBPyConnection) -> int:
    return int(connection.execute("SELECT schema_version FROM store_state").fetchall()[0][0])


def test_a_migration_backs_up_first_and_raises_the_version(path: Path) -> None:
    backups = path.parent / BACKUPS
    steps = migrations()
    newest = max(steps)
    steps[newest + 1] = "CREATE TABLE sheep (name VARCHAR)"
    with duckdb.connect(str(path)) as connection:
        schema.prepare(connection, backups, read_only=False, steps=steps)
        assert version(connection) == newest + 1
        assert connection.execute("FROM sheep").fetchall() == []
    (copy,) = backups.glob("*.duckdb")
    assert f"before-schema-{newest + 1:04}" in copy.name
    with closing(open_store(copy, create=False)) as backup:
        assert open_of(backup) == 3


def test_a_failing_step_leaves_the_version_before_it_intact(path: Path) -> None:
    steps = migrations()
    newest = max(steps)
    steps[newest + 1] = "CREATE TABLE sheep (name VARCHAR); INSERT INTO no_such_table VALUES (1)"
    with duckdb.connect(str(path)) as connection:
        with pytest.raises(duckdb.Error):
            schema.prepare(connection, path.parent / BACKUPS, read_only=False, steps=steps)
        assert version(connection) == newest
    with closing(open_store(path, create=False)) as store:
        assert open_of(store) == 3
        assert "sheep" not in dump(store)


def test_steps_build_on_each_other_from_an_empty_store() -> None:
    with duckdb.connect(":memory:") as connection:
        newest = max(migrations())
        more = {newest + 1: "CREATE TABLE sheep (name VARCHAR)", newest + 2: "INSERT INTO sheep VALUES ('Dolly')"}
        schema.prepare(connection, None, read_only=False, steps=migrations() | more)
        assert version(connection) == newest + 2
        assert connection.execute("FROM sheep").fetchall() == [("Dolly",)]


def test_views_that_changed_are_defined_anew(path: Path) -> None:
    change(
        path, "UPDATE store_state SET views_key = 'old'", "CREATE OR REPLACE VIEW live_upload AS SELECT 1 AS nothing"
    )
    with closing(open_store(path, create=False)) as store:
        assert open_of(store) == 3


# Soundness


OFFENDING = {
    "contents_doubled": "INSERT INTO item_said SELECT * FROM item_said WHERE said_id = 1",
    "grades_differ_from_total": (
        "INSERT INTO position_cell VALUES (1, 'Suffolk', 'afi', NULL, 5), (1, 'Suffolk', 'afi', '2', 4)"
    ),
    "ids_doubled": "INSERT INTO item SELECT 99, force, item_key, report_id FROM item WHERE item_id = 1",
    "items_without_id": "DELETE FROM item WHERE item_id = 1",
    "items_doubled": "INSERT INTO item_row SELECT upload_id, 99, said_id FROM item_row WHERE said_id = 1",
    "items_outside_coverage": "DELETE FROM coverage",
    "items_without_report": "UPDATE item_said SET report_id = 99 WHERE reference = 'R1'",
    "lives_differ": "UPDATE item_span SET listed = FALSE, counts = FALSE WHERE said_id = 1",
    "positions_doubled": (
        "INSERT INTO position_cell VALUES (1, 'Suffolk', 'afi', NULL, 5), (1, 'Suffolk', 'afi', NULL, 5)"
    ),
    "repeats_of_no_item": "INSERT INTO repeat_action VALUES (1, 1, 99, 'confirmed', 1, now(), 'flo', 'local', '')",
    "versions_without_beginning": (
        "INSERT INTO commentary_action VALUES (1, 9, 'taken back', 'West Mercia', NULL, 1, 'desk', '2023-09-04', 'x', 1, "
        "now(), 'flo', 'local', '', NULL)"
    ),
    "written_of_no_item": (
        "INSERT INTO step_action VALUES (1, 1, 'written', 99, 'x', '', NULL, 'to do', '', '2023-09-04', 1, now(), 'flo', "
        "'local', '', NULL)"
    ),
    "written_of_no_report": (
        "INSERT INTO reply_action VALUES (1, 'West Mercia', 99, 'recorded', '2023-09-04', '', 1, now(), 'flo', 'local', "
        "'')"
    ),
    "returns_without_file": (
        "INSERT INTO tracking_action VALUES (1, 1, 'taken in', 'West Mercia', 'x.xlsx', 'no such', '2023-09-04', "
        "'2023-09-04', '', 1, now(), 'flo', 'local', '')"
    ),
    "rows_lost": "DELETE FROM item_row WHERE said_id = 1",
    "rows_without_content": "UPDATE item_row SET said_id = 99 WHERE said_id = 1",
    "uploads_without_file_or_log": "DELETE FROM original_file",
    "original_files": "UPDATE original_file SET compressed = 'tampered'::BLOB",
}


def _examined(store: Store) -> dict[str, list[dict[str, object]]]:
    with store.snapshot() as snapshot:
        return examine(snapshot)


def test_a_sound_store_is_found_sound_by_every_check(store: Store) -> None:
    imported(store, BY_FORCE.read_bytes())
    results = _examined(store)
    assert set(results) == {name.removeprefix("checks/") for name in checks()} | {"original_files"}
    assert all(found == [] for found in results.values())


def test_every_check_has_rows_that_offend_it() -> None:
    assert {f"checks/{name}" for name in OFFENDING} == {*checks(), "checks/original_files"}


@pytest.mark.parametrize("name", OFFENDING)
def test_each_check_can_fail(path: Path, name: str) -> None:
    change(path, OFFENDING[name])
    with closing(open_store(path, create=False)) as store:
        assert _examined(store)[name] != []


@pytest.mark.parametrize("name", sorted(OFFENDING.keys() - {"original_files"}))
def test_each_check_fails_of_the_upload_whose_rows_offend(path: Path, name: str) -> None:
    change(path, OFFENDING[name])
    with closing(open_store(path, create=False)) as store, store.snapshot() as snapshot:
        assert snapshot.check(f"checks/{name}", 1, 1) != []


def test_an_upload_without_its_log_is_found(path: Path) -> None:
    change(path, "DELETE FROM action_log")
    with closing(open_store(path, create=False)) as store:
        assert _examined(store)["uploads_without_file_or_log"] != []


def test_an_original_file_swapped_for_another_is_found(path: Path) -> None:
    with duckdb.connect(str(path)) as raw:
        raw.execute("UPDATE original_file SET compressed = $1", [zlib.compress(b"another file")])
    with closing(open_store(path, create=False)) as store:
        assert len(_examined(store)["original_files"]) == 1


def test_a_commit_that_would_leave_the_store_unsound_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    store = store_in_memory()
    imported(store, items_csv(*numbered(3)))
    before = dump(store)
    write_items = write_upload.write_items

    def losing_coverage(snapshot: Snapshot, number: int, upload: object, shelf: object) -> object:
        found = write_items(snapshot, number, upload, shelf)  # type: ignore[arg-type]
        snapshot._cursor.execute("DELETE FROM coverage WHERE upload_id = $1", [number])
        return found

    monkeypatch.setattr(write_upload, "write_items", losing_coverage)
    with pytest.raises(RuntimeError, match="items_outside_coverage"):
        imported(store, items_csv(*numbered(4)))
    assert dump(store) == before


def test_the_original_bytes_come_back_as_they_were(store: Store) -> None:
    number = imported(store, BY_FORCE.read_bytes(), name="by-force.csv")
    with store.snapshot() as snapshot:
        assert original_file(snapshot, number) == ("by-force.csv", BY_FORCE.read_bytes())
        assert original_file(snapshot, 99) is None
