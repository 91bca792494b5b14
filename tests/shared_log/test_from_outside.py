"""What people meet of the log: on the command line, on a page, in a setting. No password is in any of it."""

import logging
import socket
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from pydantic import SecretStr
from streamlit.testing.v1 import AppTest

from jasc_data.answers.system.answer import _given
from jasc_data.command_line.run import DONE, REFUSED, STORE_UNUSABLE, main
from jasc_data.domain.failures import LogUnreachable, SettingsWrong
from jasc_data.domain.settings import read_settings
from jasc_data.shared_log import opening
from jasc_data.shared_log.opening import log_at
from pages._shared import session
from tests.builders import items_csv, numbered
from tests.pages.seen import PROJECT, said
from tests.shared_log.memory_log import MemoryLog

SECRET = "s3cret"
ADDRESS = f"postgresql://me:{SECRET}@127.0.0.1:1/base"
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> MemoryLog:
    """The log that JASC_LOG names."""
    monkeypatch.setenv("JASC_LOG", ADDRESS)
    log = MemoryLog()
    monkeypatch.setattr(opening, "log_at", lambda _: log)
    monkeypatch.setattr("jasc_data.command_line.log_command.log_at", lambda _: log)
    return log


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """``run("a", "check")`` with the store of server a: the exit code, and all that was said."""

    def command(name: str, *arguments: str) -> tuple[int, str]:
        ended = main([*arguments, "--store", str(tmp_path / name / "jasc.duckdb")])
        answer = "".join(capsys.readouterr())
        assert SECRET not in answer
        assert "Traceback" not in answer
        return ended, answer

    return command


def test_the_command_line_begins_a_log_and_every_server_follows_it(
    log: MemoryLog, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = tmp_path / "export.csv"
    export.write_bytes(items_csv(*numbered(3)))
    given = ("import", str(export), "--as-of", "2023-09-04", "--acknowledge", "all")
    with monkeypatch.context() as without:
        without.delenv("JASC_LOG")
        assert run("a", *given)[0] == DONE
        ended, answer = run("a", "log")
        assert ended == REFUSED
        assert "No shared log is set" in answer
    assert run("a", *given)[0] == STORE_UNUSABLE
    assert "log --begin" in run("a", "uploads")[1]
    assert run("a", "log", "--begin")[0] == DONE
    assert "export.csv" in run("b", "uploads")[1]
    assert run("b", "withdraw", "1")[0] == DONE
    assert "withdrawn" in run("a", "uploads")[1]
    assert run("a", "log") == (DONE, "The store holds the log up to entry 2. There is no newer one.\n")
    log.away = True
    ended, answer = run("a", "uploads")
    assert ended == DONE
    assert "cannot be reached" in answer
    ended, answer = run("a", "restore", "1")
    assert ended == STORE_UNUSABLE
    assert run("c", "uploads")[0] == STORE_UNUSABLE
    assert not (tmp_path / "c").exists()


def test_an_address_that_is_none_and_one_where_nobody_answers_are_said(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(SettingsWrong, match=r"as in postgresql://") as wrong:
        read_settings({"JASC_LOG": f"mysql://me:{SECRET}@host/base"})
    assert SECRET not in str(wrong.value)
    settings = read_settings({"JASC_LOG": ADDRESS})
    assert SECRET not in settings.model_dump_json() + repr(settings)
    assert _given(settings, "log") == ("JASC_LOG", "a secret", True)
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    with caplog.at_level(logging.DEBUG), closing(log_at(SecretStr(ADDRESS.replace(":1/", f":{port}/")))) as nobody:
        for _ in range(2):  # the second time without a try
            with pytest.raises(LogUnreachable, match="nothing can be committed now") as away:
                nobody.head()
            assert SECRET not in str(away.value)
        with pytest.raises(LogUnreachable), nobody.locked():
            pass
    assert caplog.text.count("OperationalError") == 2
    assert SECRET not in caplog.text


def test_a_page_says_that_the_log_cannot_be_reached_beside_what_is_held(
    log: MemoryLog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    export = tmp_path / "export.csv"
    export.write_bytes(items_csv(*numbered(3)))
    run("a", "import", str(export), "--as-of", "2023-09-04", "--acknowledge", "all")
    monkeypatch.setenv("JASC_STORE", str(tmp_path / "a" / "jasc.duckdb"))
    monkeypatch.setattr(session, "_opened", {})
    log.away = True
    shown = said(AppTest.from_file(PROJECT / "app.py", default_timeout=60).run())
    session.close_stores()
    assert "cannot be reached: what other servers committed since may be missing here" in shown
    assert "3 open recommendations" in shown
    assert SECRET not in shown
