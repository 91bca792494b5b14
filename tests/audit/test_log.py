"""The audit log beside the store: only added to, read again by the next process, and an edited line is noticed."""

import json
from pathlib import Path

import pytest

from jasc_data.audit.answer import Audit, audit_headline, audit_table, unsound_sentence
from jasc_data.audit.log import AuditLog, Event, log_of
from jasc_data.domain.actor import Actor, Role, Way

SOMEBODY = Actor("a@force.example", Role.FLO, Way.DASHBOARD, others=frozenset({Role.ADMINISTRATOR}))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where three events are kept."""
    path = tmp_path / "jasc.audit.jsonl"
    log = AuditLog(path)
    log.add(Event.SIGNED_IN, SOMEBODY, session="s1")
    log.add(Event.REFUSED, SOMEBODY, "upload exports\nnot a second line", session="s1")
    log.add(Event.SIGNED_OUT, SOMEBODY, session="s1")
    return path


def test_the_next_process_reads_what_was_kept(path: Path) -> None:
    log = AuditLog(path)
    assert [(one.event, one.who, one.roles) for one in log.entries()] == [
        (event, "a@force.example", "FLO, administrator") for event in (Event.SIGNED_IN, Event.REFUSED, Event.SIGNED_OUT)
    ]
    assert log.of_session("s1") == {Event.SIGNED_IN, Event.REFUSED, Event.SIGNED_OUT}
    assert log.of_session("s2") == set()
    assert log.unsound is None
    log.add(Event.SIGNED_IN, SOMEBODY, session="s2")
    assert [AuditLog(path).unsound, len(AuditLog(path).entries()), len(log.entries())] == [None, 4, 4]


def changed(lines: list[str]) -> list[str]:
    return [lines[0].replace("a@force", "b@force"), *lines[1:]]


@pytest.mark.parametrize(
    ("edit", "first"),
    [
        (changed, 1),
        (lambda lines: [lines[0], *lines[2:]], 2),
        (lambda lines: [lines[1], lines[0], lines[2]], 1),
        (lambda lines: [*lines[:2], lines[2][:40]], 3),
        (lambda lines: [*lines, "[]\n"], 4),
        (lambda lines: [*lines, json.dumps({"chain": ""}) + "\n"], 4),
    ],
    ids=["changed", "taken out", "turned round", "cut off", "no entry", "empty entry"],
)
def test_a_line_that_is_not_as_it_was_written_is_noticed(path: Path, edit, first: int) -> None:
    path.write_text("".join(edit(path.read_text().splitlines(keepends=True))))
    log = AuditLog(path)
    entries = log.entries()
    assert log.unsound == first
    assert f"from line {first} on" in unsound_sentence(Audit((), 0, log.unsound))
    assert len(entries) >= 2


def test_a_file_that_is_cut_while_it_is_open_is_noticed(path: Path) -> None:
    log = AuditLog(path)
    log.entries()
    path.write_text("")
    log.entries()
    assert log.unsound == 1


def test_a_disk_that_refuses_it_stops_nobody(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "no folder").touch()
    log = AuditLog(tmp_path / "no folder" / "jasc.audit.jsonl")
    log.add(Event.SIGNED_IN, SOMEBODY)
    assert "The audit log cannot be written" in caplog.text


def test_one_log_a_store(tmp_path: Path) -> None:
    store = tmp_path / "jasc.duckdb"
    assert log_of(store) is log_of(store)
    assert log_of(None) is not log_of(None)
    log_of(store).add(Event.SIGNED_IN, SOMEBODY)
    assert (tmp_path / "jasc.audit.jsonl").exists()


def test_what_the_page_says() -> None:
    assert audit_headline(Audit((), 0, None)) == "Audit log: nothing has happened yet"
    assert unsound_sentence(Audit((), 0, None)) == ""
    assert [column.heading for column in audit_table(()).columns] == ["When", "Who", "Role", "What", "By"]
