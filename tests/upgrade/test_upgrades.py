"""Stores of every earlier schema, made by the releases of their time: they open, are raised, and give the same figures.

Each holds items of two dates without references, positions, an upload withdrawn and one withdrawn and restored.
figures.json is what those releases showed of them, but for the average over the home force alone that the first two gave
where no other force was held: a later rule gives none.
"""

import gzip
import json
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jasc_data.answers.links.answer import item_lead
from jasc_data.answers.register.answer import register_of
from jasc_data.answers.repeats.answer import decisions_of
from jasc_data.command_line.run import main
from jasc_data.domain.actor import Actor, Role, Way, at_the_machine
from jasc_data.domain.vocabulary import LogAction
from jasc_data.editorial.commentary import commentary_log
from jasc_data.editorial.repeat_actions import confirm_repeat
from jasc_data.editorial.repeat_decisions import RepeatPair, repeat_log
from jasc_data.editorial.steps import step_log
from jasc_data.store.connection import BACKUPS, Store, open_store
from jasc_data.store.integrity import examine
from jasc_data.store.query_files import migrations
from jasc_data.uploads.history import action_log, logged_uploads
from tests.builders import copy_at, imported, item, items_csv
from tests.editorial.everything import write_everything
from tests.made_once import made_once

FOLDER = Path(__file__).parent
FIGURES: dict[str, dict[str, Any]] = json.loads((FOLDER / "figures.json").read_text())
EARLIER = sorted(set(migrations()) - {max(migrations())})


@pytest.fixture(params=EARLIER)
def schema(request: pytest.FixtureRequest) -> int:
    return int(request.param)


def unpacked(schema: int, path: Path) -> Path:
    path.write_bytes(gzip.decompress((FOLDER / f"schema-{schema}.duckdb.gz").read_bytes()))
    return path


@pytest.fixture
def path(schema: int, tmp_path: Path) -> Path:
    return unpacked(schema, tmp_path / "jasc.duckdb")


@pytest.fixture
def raised(schema: int, tmp_path: Path) -> Path:
    """The store as it was raised, once for all tests of a run."""
    held = made_once(
        f"raised from {schema}.duckdb", lambda path: open_store(unpacked(schema, path), create=False).close()
    )
    return copy_at(held, tmp_path / "jasc.duckdb")


@pytest.fixture
def store(raised: Path) -> Iterator[Store]:
    with closing(open_store(raised, create=False)) as store:
        yield store


def test_the_figures_are_those_of_the_release_that_made_it(raised: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for day, figures in FIGURES.items():
        assert main(["show", "position", "--as-of", day, "--store", str(raised), "--json"]) == 0
        kinds = json.loads(capsys.readouterr().out)["kinds"]
        assert {kind: {name: told[name] for name in figures[kind]} for kind, told in kinds.items()} == figures, day


def test_a_copy_as_it_was_is_kept_and_the_store_is_sound(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = path.read_bytes()
    assert main(["check", "--store", str(path)]) == 0
    assert "sound" in capsys.readouterr().out
    (copy,) = (path.parent / BACKUPS).glob(f"*-before-schema-{max(migrations()):04}.duckdb")
    assert path.read_bytes() != before
    assert main(["check", "--store", str(copy)]) == 0  # raised in its turn, from what it was


def test_where_the_setting_says_so_it_is_left_as_it_is(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before, fresh = path.read_bytes(), path.with_name("fresh.duckdb")
    monkeypatch.setenv("JASC_MIGRATE", "no")
    for command, store in ((["check"], path), (["withdraw", "1"], path), (["restore-backup", str(path)], fresh)):
        ended = main([*command, "--store", str(store)])
        said = capsys.readouterr().err
        assert (ended, "JASC_MIGRATE=no" in said, "Traceback" in said) == (3, True, False), said
    assert path.read_bytes() == before
    assert sorted(kept.name for kept in path.parent.rglob("*") if kept.is_file()) == [path.name]


def test_a_store_of_this_release_needs_no_leave(tmp_path: Path) -> None:
    for _ in range(2):
        with closing(open_store(tmp_path / "jasc.duckdb", create=True, migrate=False)) as store:
            assert not store.read_only


def test_who_did_what_is_told_in_its_parts(store: Store) -> None:
    with store.snapshot() as snapshot:
        entries, uploads = action_log(snapshot), logged_uploads(snapshot)
    at_the_machine = Actor("root", Role.LOCAL, Way.COMMAND_LINE)
    assert {entry.actor for entry in entries} == {at_the_machine}
    assert [entry.action for entry in entries][4:] == [LogAction.WITHDRAWN, LogAction.WITHDRAWN, LogAction.RESTORED]
    assert {upload.actor for upload in uploads} == {at_the_machine}


def test_it_is_used_like_any_other(store: Store) -> None:
    with store.snapshot() as snapshot:
        version = snapshot.data_version
    number = imported(store, items_csv(item(number="1", report="Stalking")), date(2023, 9, 8))
    assert number == 5
    with store.snapshot() as snapshot:
        assert snapshot.data_version == version + 1


def test_its_items_have_ids_that_lead_to_them(store: Store) -> None:
    with store.snapshot() as snapshot:
        register = register_of(snapshot, "West Mercia", date(2023, 9, 5))
        assert [shown.item_id for shown in register.items] != []
        for shown in register.items:
            assert item_lead(snapshot, register, shown.item_id).shown_id == shown.item_id
        assert sorted(register.by_id) == list(range(1, len(register.items) + 1))


def test_what_repeats_is_decided_about_its_items(store: Store) -> None:
    with store.snapshot() as snapshot:
        assert repeat_log(snapshot) == ()
    confirm_repeat(store, RepeatPair(3, 1), at_the_machine(Way.COMMAND_LINE))
    with store.snapshot() as snapshot:
        (decision,) = decisions_of(snapshot, "West Mercia")
        register = register_of(snapshot, "West Mercia", date(2023, 9, 5))
        assert {decision.item_key, decision.earlier_key} <= register.by_key.keys()
        assert repeat_log(snapshot)[0].log_entry == 7


def test_what_people_write_is_kept_about_its_items(store: Store) -> None:
    with store.snapshot() as snapshot:
        before = len(commentary_log(snapshot)), len(step_log(snapshot))
    write_everything(store)
    with store.snapshot() as snapshot:
        assert (len(commentary_log(snapshot)), len(step_log(snapshot))) == (before[0] + 3, before[1] + 3)
        assert all(found == [] for found in examine(snapshot).values())


def test_no_schema_is_without_a_store() -> None:
    assert [f"schema-{number}.duckdb.gz" for number in EARLIER] == sorted(file.name for file in FOLDER.glob("*.gz"))
