"""A store is made again from its bytes and its log: the same figures at every date and every moment of knowing."""

import gzip
import json
from contextlib import closing
from pathlib import Path

import duckdb
import pytest
from hypothesis import given

from jasc_data.answers.figures.headlines import headlines_at
from jasc_data.command_line.run import main
from jasc_data.domain.failures import FileRefused, StoreDamaged, StoreNewer
from jasc_data.editorial.meeting_actions import add_meeting
from jasc_data.editorial.meetings import meeting_log
from jasc_data.editorial.repeat_actions import confirm_repeat, dismiss_repeat
from jasc_data.editorial.repeat_decisions import RepeatPair, repeat_log
from jasc_data.store.connection import Store, open_store
from jasc_data.store.counter import counter_of
from jasc_data.uploads import rebuild as rebuilding
from jasc_data.uploads.acting import restore, withdraw
from jasc_data.uploads.history import action_log
from jasc_data.uploads.rebuild import UNFINISHED, rebuild
from tests.answers.test_histories import DATES, Action, histories, lived
from tests.builders import (
    BY_FORCE,
    GROUPS,
    PAPER_DAY,
    by,
    dump,
    filled_once,
    imported,
    item,
    items_csv,
    numbered,
    whole_histories,
)
from tests.editorial.everything import write_everything

UPGRADE = Path(__file__).parent.parent / "upgrade"
FOREVER = {"store_state"}  # its data version counts what was done to this file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store in which everything has happened that can be logged."""
    return filled_once("all that is logged", fill, tmp_path / "jasc.duckdb")


def fill(store: Store) -> None:
    two_dates = (*numbered(3, as_of="04/05/2023"), *numbered(2, as_of="05/06/2023"))
    imported(store, items_csv(*two_dates), None)
    imported(store, BY_FORCE.read_bytes(), PAPER_DAY)
    number = imported(store, items_csv(item("R1", report="Custody"), item("R2", status="Under way")), DATES[3])
    withdraw(store, number, by("flo"), "the wrong file")
    restore(store, number, by("deputy"))
    add_meeting(store, DATES[1], by("flo"))
    confirm_repeat(store, RepeatPair(2, 1), by("flo"))
    dismiss_repeat(store, RepeatPair(2, 1), by("deputy"))
    withdraw(store, number, by("flo"))
    restore(store, number, by("deputy"))
    confirm_repeat(store, RepeatPair(3, 1), by("flo"))
    write_everything(store)


def made(path: Path, name: str = "again.duckdb") -> tuple[Path, rebuilding.Rebuilt]:
    into = path.with_name(name)
    with closing(open_store(path, create=False)) as store:
        return into, rebuild(store, into, GROUPS)


def spoil(path: Path, statement: str) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute(statement)


def everything(store: Store) -> dict[str, object]:
    return {table: rows for table, rows in dump(store).items() if table not in FOREVER}


@whole_histories
@given(histories)
def test_any_history_is_made_again(tmp_path_factory: pytest.TempPathFactory, history: list[Action]) -> None:
    """Every row of every table; so also the figures at every date and at every entry of the log."""
    store, _ = lived(history)
    into = tmp_path_factory.mktemp("again") / "again.duckdb"
    rebuilt = rebuild(store, into, GROUPS)
    assert (rebuilt.proven, rebuilt.copied) == (True, [])
    with closing(open_store(into, create=False)) as again:
        assert everything(again) == everything(store)
        with store.snapshot() as snapshot:
            entries = [entry.action_id for entry in action_log(snapshot)]
        for entry in entries:
            with store.snapshot(entry) as then, again.snapshot(entry) as now:
                assert headlines_at(then, DATES[-1]) == headlines_at(now, DATES[-1])
    store.close()


def test_all_that_was_done_is_there(path: Path) -> None:
    into, rebuilt = made(path)
    assert rebuilt.proven
    assert len(rebuilt.read) == 4
    with closing(open_store(path, create=False)) as old, closing(open_store(into, create=False)) as new:
        assert everything(old) == everything(new)
        with new.snapshot() as snapshot:
            assert [entry.actor.name for entry in action_log(snapshot)][-2:] == ["flo", "deputy"]
            assert [entry.actor.name for entry in meeting_log(snapshot)] == ["flo"]
            assert [(entry.actor.name, entry.log_entry) for entry in repeat_log(snapshot)] == [
                ("flo", 6),
                ("deputy", 6),
                ("flo", 8),
            ]


@pytest.mark.parametrize("schema", [1, 2, 3])
def test_stores_of_earlier_schemas_are_made_again(tmp_path: Path, schema: int) -> None:
    """What those releases kept of a request is not enough to read the bytes again: the records are copied, and said."""
    path = tmp_path / "jasc.duckdb"
    path.write_bytes(gzip.decompress((UPGRADE / f"schema-{schema}.duckdb.gz").read_bytes()))
    into, rebuilt = made(path)
    assert (rebuilt.proven, rebuilt.read, rebuilt.copied) == (True, [], [1, 2, 3, 4])
    with closing(open_store(path, create=False)) as old, closing(open_store(into, create=False)) as new:
        assert everything(old) == everything(new)


def test_a_damaged_original_is_named_and_the_rest_is_made(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(path, "UPDATE original_file SET compressed = 'x'::BLOB WHERE sha256 = (SELECT sha256 FROM upload LIMIT 1)")
    into = path.with_name("again.duckdb")
    assert main(["rebuild", "--into", str(into), "--store", str(path)]) == 1
    said = capsys.readouterr().out
    assert "Uploads 1 and 2: left out: the original bytes are damaged." in said
    assert "Headline figures are not what they were on" in said
    assert str(path.parent) not in said
    with closing(open_store(into, create=False)) as new, new.snapshot() as snapshot:
        assert [entry.action_id for entry in action_log(snapshot)] == [3, 4, 5, 6, 7, 8]
        assert {entry.upload_id for entry in action_log(snapshot)} == {3, 4}


def test_bytes_that_read_otherwise_now_are_said_and_the_records_copied(path: Path) -> None:
    spoil(path, "UPDATE item_said SET lead = 'Head of Change' WHERE reference = 'R2'")
    into, rebuilt = made(path)
    assert (rebuilt.proven, rebuilt.unequal) == (False, [])
    assert rebuilt.differing
    with closing(open_store(path, create=False)) as old, closing(open_store(into, create=False)) as new:
        assert everything(old) == everything(new)


def test_a_request_of_a_newer_release_is_refused_by_name_and_nothing_is_left(path: Path) -> None:
    spoil(path, """UPDATE upload SET request = '{"release": 2}' WHERE upload_id = 3""")
    with pytest.raises(StoreNewer, match="upload 3"):
        made(path)
    assert sorted(file.name for file in path.parent.iterdir()) == [path.name, counter_of(path).name]


def test_a_file_that_is_there_is_never_overwritten(path: Path) -> None:
    path.with_name("again.duckdb").write_bytes(b"somebody's")
    with pytest.raises(FileRefused, match=r"There is a file again\.duckdb already"):
        made(path)
    assert path.with_name("again.duckdb").read_bytes() == b"somebody's"


@pytest.mark.parametrize("step", ["_upload_again", "_finish"])
def test_a_rebuild_that_is_cut_off_leaves_a_file_that_is_no_store(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """As a kill would: nothing is cleaned up. The old store is as it was, and the next rebuild makes its way."""

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    before = path.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(rebuilding, step, killed)
        patch.setattr(rebuilding, "_remove", lambda _: None)
        with pytest.raises(KeyboardInterrupt):
            made(path)
    unfinished = path.with_name(f"again.duckdb{UNFINISHED}")
    with pytest.raises(StoreDamaged, match="not one of this dashboard"):
        open_store(unfinished, create=False)
    assert path.read_bytes() == before
    assert made(path)[1].proven
    assert not unfinished.exists()


def test_the_command_line_says_that_it_is_proven(
    path: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["rebuild", "--into", str(tmp_path / "one.duckdb"), "--store", str(path)]) == 0
    assert "Every headline figure of every force is the same at every date held." in capsys.readouterr().out
    assert main(["rebuild", "--into", str(tmp_path / "two.duckdb"), "--store", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "read": [1, 2, 3, 4],
        "copied": [],
        "differing": [],
        "damaged": [],
        "unequal": [],
        "unsound": [],
        "proven": True,
    }


def checked_again(path: Path, capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, list[dict[str, object]]]:
    main(["check", "--store", str(path), "--json", *options])
    return {entry["check"]: entry["found"] for entry in json.loads(capsys.readouterr().out)["checks"]}


@pytest.mark.parametrize("options", [(), ("--all",)])
def test_a_sound_store_is_called_sound(
    path: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...]
) -> None:
    assert set(map(len, checked_again(path, capsys, *options).values())) == {0}


def test_check_finds_records_that_are_not_what_was_uploaded(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = "(SELECT said_id FROM item_record WHERE upload_id = 4 AND reference = 'R2')"
    spoil(
        path,
        f"INSERT INTO item_said SELECT * REPLACE (99 AS said_id, 'closed' AS status) FROM item_said WHERE said_id = {said}",
    )
    spoil(path, f"UPDATE item_row SET said_id = 99 WHERE upload_id = 4 AND said_id = {said}")
    assert checked_again(path, capsys)["latest_uploads_read_again"] == [{"upload_id": 4}]
    found = checked_again(path, capsys, "--all")["every_upload_read_again"]
    assert found[0] == {"upload_id": 4, "why": "the bytes read otherwise"}
    assert {entry["why"] for entry in found[1:]} == {"a headline figure is not the same"}  # lives told it otherwise


def test_check_finds_a_count_that_is_not_what_was_uploaded(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(path, "UPDATE position_cell SET open = 99 WHERE force = 'Suffolk' AND kind = 'afi'")
    assert checked_again(path, capsys)["latest_uploads_read_again"] == [{"upload_id": 3}]
    found = checked_again(path, capsys, "--all")["every_upload_read_again"]
    assert found == [{"upload_id": 3, "why": "the bytes read otherwise"}]


def test_check_finds_requests_that_cannot_be_read(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(path, "UPDATE upload SET request = '{}' WHERE upload_id = 3")
    for options in ((), ("--all",)):
        assert checked_again(path, capsys, *options)["requests_readable"] == [{"upload_id": 3}]


def test_check_finds_values_that_changed_places(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every column holds what was uploaded, but not every row."""
    first, second = (f"(SELECT said_id FROM item_record WHERE upload_id = 4 AND reference = 'R{n}')" for n in (1, 2))
    spoil(path, f"UPDATE item_row SET said_id = if(said_id = {first}, {second}, {first}) WHERE upload_id = 4")
    assert checked_again(path, capsys)["latest_uploads_read_again"] == [{"upload_id": 4}]
