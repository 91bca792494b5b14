"""The drill: what is committed is backed up; a store that is lost, damaged or wrong is restored by the command line."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from jasc_data.command_line.run import DONE, REFUSED, STORE_UNUSABLE, main
from jasc_data.store import restoring
from jasc_data.store.backup_files import BACKUPS, Backup, backups_in
from jasc_data.store.connection import open_store
from jasc_data.store.counter import counter_of
from tests.builders import BY_FORCE, dump, items_csv, numbered, open_of

Run = Callable[..., tuple[int, str, str]]
ON_THE_DAY = ("--as-of", "2023-09-04", "--acknowledge", "all")
pytestmark = pytest.mark.backups

HOLD = """
import sys; from pathlib import Path; from jasc_data.store.connection import open_store
store = open_store(Path(sys.argv[1]), create=False); print("held", flush=True); sys.stdin.read()
"""


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """``run("check")`` on the store of this test: the exit code, what was answered and what was said."""
    monkeypatch.setenv("JASC_STORE", str(tmp_path / "held" / "jasc.duckdb"))

    def command(*arguments: object) -> tuple[int, str, str]:
        ended = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return ended, said.out, said.err

    return command


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store into which three and then four items were imported, with all that lies beside it."""
    folder = tmp_path_factory.mktemp("made") / "held"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JASC_STORE", str(folder / "jasc.duckdb"))
        for count in (3, 4):
            export = folder.parent / "export.csv"
            export.write_bytes(items_csv(*numbered(count)))
            assert main(["import", str(export), *ON_THE_DAY]) == DONE
    return folder


@pytest.fixture
def path(run: Run, made: Path, tmp_path: Path) -> Path:
    """The place of a copy of that store, for one test."""
    return Path(shutil.copytree(made, tmp_path / "held")) / "jasc.duckdb"


def backups(path: Path) -> list[Backup]:
    return backups_in(path.parent / BACKUPS)


def figures(path: Path) -> int | None:
    with closing(open_store(path, create=False)) as store:
        return open_of(store)


def test_each_state_that_the_command_line_left_is_backed_up(path: Path) -> None:
    assert [kept.version for kept in backups(path)] == [1, 2]


def lost(path: Path) -> None:
    path.unlink()


def damaged(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[12288:] = bytes(len(content) - 12288)
    path.write_bytes(content)


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def set_back(path: Path) -> None:
    shutil.copyfile(backups(path)[0].path, path)


@pytest.mark.parametrize("misfortune", [lost, damaged, emptied, set_back])
def test_the_drill(path: Path, run: Run, misfortune: Callable[[Path], None]) -> None:
    misfortune(path)
    ended, _, said = run("show", "position")
    newest = backups(path)[-1]
    assert ended == STORE_UNUSABLE
    assert newest.path.name in said
    ended, answered, _ = run("restore-backup", newest.path, "--json")
    assert (ended, json.loads(answered)["changes_held"]) == (DONE, 2)
    assert figures(path) == 4
    assert run("check")[0] == DONE
    assert run("withdraw", 2)[0] == DONE
    assert figures(path) == 3
    assert backups(path)[-1].version == 4  # 2, 3 for the restoring, 4


def test_what_was_there_is_kept_and_can_be_restored_in_its_turn(path: Path, run: Run) -> None:
    first = backups(path)[0].path
    with closing(open_store(path, create=False)) as store:
        before = dump(store)
    replaced = json.loads(run("restore-backup", first, "--json")[1])["replaced"]
    assert figures(path) == 3
    assert run("restore-backup", path.parent / BACKUPS / replaced)[0] == DONE
    with closing(open_store(path, create=False)) as store:
        after = dump(store)
    assert before.pop("store_state") != after.pop("store_state")
    assert after == before


def test_versions_are_not_given_twice_and_an_older_copy_is_noticed_after_a_restoring(path: Path, run: Run) -> None:
    older = path.read_bytes()  # version 2
    run("restore-backup", backups(path)[0].path)
    assert json.loads(counter_of(path).read_text())["data_version"] == 3
    path.write_bytes(older)
    ended, _, said = run("show", "position")
    assert ended == STORE_UNUSABLE
    assert "1 committed change is missing" in said


def test_a_backup_that_is_damaged_missing_or_the_store_itself_is_refused(path: Path, run: Run, tmp_path: Path) -> None:
    before = path.read_bytes()
    bad = tmp_path / "bad.duckdb"
    shutil.copyfile(backups(path)[-1].path, bad)
    damaged(bad)
    for file, code in ((bad, STORE_UNUSABLE), (tmp_path / "none", REFUSED), (path, REFUSED), (tmp_path, REFUSED)):
        ended, _, said = run("restore-backup", file)
        assert ended == code
        assert str(tmp_path) not in said
    assert path.read_bytes() == before
    assert not [left for left in path.parent.iterdir() if "restoring" in left.name]


def test_a_store_in_use_is_not_replaced(path: Path, run: Run) -> None:
    backup = backups(path)[0].path
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        ended, _, said = run("restore-backup", backup)
        holder.communicate()
    assert ended == STORE_UNUSABLE
    assert "in use" in said
    assert figures(path) == 4


def test_a_restoring_that_is_cut_off_leaves_the_old_store_or_the_new(
    path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_off(*_: object) -> None:
        raise OSError("No space left on device")

    for step in ("_put_aside", "count"):
        with monkeypatch.context() as patch:
            patch.setattr(restoring, step, cut_off)
            ended, _, said = run("restore-backup", backups(path)[0].path)
        assert ended == STORE_UNUSABLE
        assert "disk" in said
        assert figures(path) == (4 if step == "_put_aside" else 3)


def test_the_store_is_copied_to_any_folder_and_the_copy_is_proved(path: Path, run: Run, tmp_path: Path) -> None:
    disk = tmp_path / "other disk"
    ended, answered, _ = run("backup", disk, "--json")
    data = json.loads(answered)
    assert (ended, data["data_version"], data["sound"]) == (DONE, 2, True)
    assert figures(disk / data["backup"]) == 4
    path.unlink()
    assert run("restore-backup", disk / data["backup"])[0] == DONE
    assert figures(path) == 4


def test_a_folder_that_takes_no_copy_is_said(path: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("")
    ended, _, said = run("backup", tmp_path / "in the way" / "folder")
    assert ended == REFUSED
    assert backups(path)[-1].path.name in said


def test_what_was_never_a_store_has_no_backup(run: Run, tmp_path: Path) -> None:
    assert run("backup", tmp_path / "disk")[0] == STORE_UNUSABLE


def test_the_second_place_is_a_setting(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JASC_BACKUP_DIR", str(tmp_path / "second"))
    assert run("import", BY_FORCE, *ON_THE_DAY)[0] == DONE
    (copy,) = backups_in(tmp_path / "second")
    assert figures(copy.path) is not None
