"""Known at (rule 21): what was known up to an entry of the log stays to be seen as it was, whatever is done later."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from hypothesis import given

from jasc_data.answers.figures.headlines import headlines_at
from jasc_data.command_line.run import main
from jasc_data.domain.vocabulary import Kind
from jasc_data.store.connection import Store
from jasc_data.uploads.acting import restore, withdraw
from jasc_data.uploads.history import logged_uploads
from tests.answers.test_histories import DATES, Action, Export, histories, lived, oracle
from tests.builders import HOME, by, empty_store, imported, items_csv, new_store, numbered, whole_histories

MORNING = datetime(2026, 10, 5, 9, tzinfo=UTC)


def open_at(store: Store, known_at: int | None) -> int | None:
    """The home force's open recommendations at the last date, as known then."""
    with store.snapshot(known_at) as snapshot:
        held = headlines_at(snapshot, DATES[-1]).get((HOME, Kind.RECOMMENDATION))
        return held.open if held else None


def live_by_entry(history: list[Action]) -> Iterator[list[Export]]:
    """The exports that are live after each entry of the log, in the order of their import, told without any store."""
    held: list[Export] = []
    live: list[bool] = []
    for action, what in history:
        if not isinstance(what, int):
            held.append(what)
            live.append(True)
        elif held and live[what % len(held)] == (action == "withdraw"):
            live[what % len(held)] = action != "withdraw"
        else:
            continue  # changed nothing, so left no entry
        yield [export for export, is_live in zip(held, live, strict=True) if is_live]


@whole_histories
@given(histories)
def test_every_moment_of_knowing_is_the_history_up_to_it(history: list[Action]) -> None:
    """Against the oracle of the first entries alone, at every date."""
    store, _ = lived(history)
    entries = 0
    for entry, live in enumerate(live_by_entry(history), 1):
        with store.snapshot(entry) as snapshot:
            for day in DATES:
                found = headlines_at(snapshot, day)
                assert {key: (held.open, held.as_of, held.source) for key, held in found.items()} == oracle(live, day)
        entries = entry
    with store.snapshot() as snapshot:
        assert snapshot.entry_at(datetime.max) == entries
    store.close()


def test_what_came_later_has_not_happened() -> None:
    store = empty_store()
    imported(store, items_csv(*numbered(3)), DATES[0])
    imported(store, items_csv(*numbered(5)), DATES[1])
    withdraw(store, 2, by())
    restore(store, 2, by())
    assert [open_at(store, entry) for entry in (0, 1, 2, 3, 4, None)] == [None, 3, 5, 3, 5, 5]
    with store.snapshot(2) as snapshot:
        assert [(upload.upload_id, upload.live) for upload in logged_uploads(snapshot)] == [(2, True), (1, True)]
    with store.snapshot(3) as snapshot:
        assert [(upload.upload_id, upload.live) for upload in logged_uploads(snapshot)] == [(2, False), (1, True)]


def test_entries_are_ordered_by_number_and_never_by_clock() -> None:
    store = empty_store()
    for number, hours in enumerate((0, 5, 1), 1):  # the second while the clock was ahead
        with time_machine.travel(MORNING + timedelta(hours=hours)):
            imported(store, items_csv(*numbered(number)), DATES[number - 1])
    with store.snapshot() as snapshot:
        moments = [MORNING + timedelta(hours=hours, minutes=1) for hours in (-1, 0, 1, 5)]
        assert [snapshot.entry_at(moment.replace(tzinfo=None)) for moment in moments] == [0, 1, 3, 3]
    assert open_at(store, 3) == 3


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "jasc.duckdb"
    store = new_store(path)
    with time_machine.travel(MORNING):
        imported(store, items_csv(*numbered(3)), DATES[0])
    with time_machine.travel(MORNING + timedelta(hours=1)):
        imported(store, items_csv(*numbered(2)), DATES[1])
    store.close()
    return path


@pytest.fixture
def shown(path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    def run(*arguments: str) -> str:
        assert main(["show", *arguments, "--store", str(path)]) == 0
        return capsys.readouterr().out

    return run


def test_the_command_line_shows_what_was_known(shown: Callable[..., str]) -> None:
    between = (MORNING + timedelta(minutes=30)).isoformat()
    then = json.loads(shown("position", "--known-at", between, "--json"))
    assert (then["kinds"]["recommendation"]["open"], then["as_of"]) == (3, DATES[0].isoformat())
    assert then["known_at"] == "2026-10-05T09:30:00Z"
    now = json.loads(shown("position", "--json"))
    assert (now["kinds"]["recommendation"]["open"], "known_at" in now) == (2, False)
    said = shown("position", "--known-at", between)
    assert "As the dashboard knew it on 5 October 2026" in said
    for what in ("grades", "reports", "overdue"):
        assert json.loads(shown(what, "--known-at", between, "--json"))["as_of"] == DATES[0].isoformat()
    assert json.loads(shown("position", "--known-at", "2026-10-05T08:00+00:00", "--json"))["as_of"] is None


def test_changes_are_those_that_were_known(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dates = ["--from", DATES[0].isoformat(), "--to", DATES[1].isoformat(), "--store", str(path)]
    assert main(["show", "changes", *dates]) == 0
    assert main(["show", "changes", *dates, "--known-at", (MORNING + timedelta(hours=2)).isoformat()]) == 0
    capsys.readouterr()


@pytest.mark.parametrize("text", ["2026-10-05", "yesterday", ""])
def test_a_moment_needs_a_day_and_a_time(path: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    assert main(["show", "position", "--known-at", text, "--store", str(path)]) == 2
    assert "is not a day and a time: write it as 2026-10-05T10:00" in capsys.readouterr().err
