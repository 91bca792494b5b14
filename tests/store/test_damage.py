"""A store of which a block is damaged: the check finds it, and whoever meets it is told where the newest backup is."""

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from jasc_data.answers.comparison.answer import compare
from jasc_data.command_line.run import STORE_UNUSABLE, main
from jasc_data.domain.failures import StoreDamaged, StoreUnusable
from jasc_data.domain.vocabulary import StepState
from jasc_data.editorial.step_actions import save_step
from jasc_data.editorial.steps import StepChange
from jasc_data.store.backup_files import BACKUPS, backup_name
from jasc_data.store.connection import Store, open_store
from jasc_data.store.counter import counter_of
from jasc_data.store.integrity import examine, original_file
from tests.builders import BY_FORCE, TODAY, VIEW, by, dump, imported, items_csv, new_store, numbered
from tests.editorial.everything import write_everything

BACKUP = backup_name("v2")
TURNED = 1000 if "JASC_EXAMPLES" in os.environ else 10  # blocks, each a third of a second
HEADERS, BLOCK = 12288, 16384  # of DuckDB's file: three headers, then blocks


def used_as_before(path: Path, was: dict[str, list[tuple[object, ...]]]) -> None:
    """Reads, looks and commits."""
    with closing(open_store(path, create=False)) as store:
        with store.snapshot() as snapshot:
            compare(snapshot, VIEW)
        assert dump(store) == was
        imported(store, items_csv(*numbered(5)), TODAY)
        save_step(store, StepChange(1, "Write a policy", StepState.TO_DO, TODAY), by())


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, list[tuple[object, ...]]]]:
    """A store with something in most of its tables, and a backup beside it."""
    path = tmp_path_factory.mktemp("held") / "jasc.duckdb"
    with closing(new_store(path)) as store:
        imported(store, items_csv(*numbered(50, text="words " * 20)))
        imported(store, BY_FORCE.read_bytes(), TODAY)
        write_everything(store)
        was = dump(store)
    (path.parent / BACKUPS).mkdir()
    shutil.copyfile(path, path.parent / BACKUPS / BACKUP)
    return path, was


def test_of_every_block_turned_over_the_check_says_so_or_all_is_as_it_was(
    held: tuple[Path, dict[str, list[tuple[object, ...]]]],
) -> None:
    path, was = held
    good, bad = path.read_bytes(), path.with_name("bad.duckdb")
    found = 0
    for start in range(HEADERS, len(good), BLOCK * max(1, len(good) // BLOCK // TURNED)):
        content = bytearray(good)
        content[start + BLOCK // 3] ^= 0xFF
        bad.write_bytes(content)
        try:
            with closing(open_store(bad, create=False)) as store:
                store.read_indexes()
                with store.snapshot() as snapshot:
                    assert all(not rows for rows in examine(snapshot).values())
        except StoreDamaged:
            found += 1
        else:
            used_as_before(bad, was)
        counter_of(bad).unlink(missing_ok=True)
    assert found > 5


@pytest.fixture
def damaged(tmp_path: Path, held: tuple[Path, object]) -> Path:
    """A store that opens, and of which the rows of the log cannot be read."""
    path = tmp_path / "jasc.duckdb"
    shutil.copytree(held[0].parent, tmp_path, dirs_exist_ok=True)
    with duckdb.connect(str(path)) as raw:
        blocks = raw.execute(
            "SELECT DISTINCT block_id FROM pragma_storage_info('action_log') WHERE persistent"
        ).fetchall()
    content = bytearray(path.read_bytes())
    for (block,) in blocks:
        content[HEADERS + max(block, 0) * BLOCK + 100] ^= 0xFF if block >= 0 else 0
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    "use",
    [
        lambda store: dump(store),
        lambda store: imported(store, items_csv(*numbered(5)), TODAY),
    ],
    ids=["read", "commit"],
)
def test_damage_met_while_running_is_a_sentence_with_the_newest_backup(
    damaged: Path, use: Callable[[Store], object]
) -> None:
    with closing(open_store(damaged, create=False)) as store:
        for _ in range(2):  # and the second who meets it is told the same
            with pytest.raises(StoreDamaged) as caught:
                use(store)
            assert "a part of its file cannot be read" in str(caught.value)
            assert BACKUP in str(caught.value)
            assert "restore-backup" in str(caught.value)
            assert "/" not in str(caught.value)


def test_the_check_of_a_damaged_store_says_so(damaged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--store", str(damaged)]) == STORE_UNUSABLE
    said = capsys.readouterr()
    assert BACKUP in said.err
    assert said.err.count("\n") == 1


def test_a_database_that_closed_itself_is_said(tmp_path: Path) -> None:
    with closing(new_store(tmp_path / "jasc.duckdb")) as store:
        with pytest.raises(StoreUnusable, match="closed itself"), store.snapshot():
            raise duckdb.FatalException("database has been invalidated because of a previous fatal error")
        with pytest.raises(duckdb.CatalogException), store.snapshot():  # a fault of ours is none of the file's
            raise duckdb.CatalogException("no such table")


def test_original_bytes_that_cannot_be_unpacked_are_said(tmp_path: Path) -> None:
    path = tmp_path / "jasc.duckdb"
    with closing(new_store(path)) as store:
        imported(store, BY_FORCE.read_bytes())
    with duckdb.connect(str(path)) as raw:
        raw.execute("UPDATE original_file SET compressed = 'tampered'::BLOB")
    with (
        closing(open_store(path, create=False)) as store,
        pytest.raises(StoreDamaged, match="original file of upload 1"),
        store.snapshot() as snapshot,
    ):
        original_file(snapshot, 1)
