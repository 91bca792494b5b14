"""A dashboard that is told to end, in the middle of a commit: nothing is lost, and nothing is said that frightens."""

import json
import os
import signal
import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from urllib.request import urlopen

import pytest

from jasc_data.domain.failures import StoreUnusable
from jasc_data.store.backup_files import BACKUPS, backups_in
from jasc_data.store.connection import open_store

PROJECT = Path(__file__).parents[3]
# The server as a person starts it; and a visitor in it whose commit takes until the test says so.
SERVER = """
import sys, threading, time, urllib.request
from pathlib import Path
from streamlit.web.cli import main
port, store = sys.argv[1], Path(sys.argv[2])

def visit():
    while True:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health").close()
            break
        except OSError:
            time.sleep(0.05)
    from pages._shared.session import opened_store
    with opened_store(store).writing(keep=True) as snapshot:
        snapshot.raise_version()
        print("in the middle of a commit", flush=True)
        sys.stdin.readline()

threading.Thread(target=visit, daemon=True).start()
main(["run", "app.py", "--server.port", port], prog_name="streamlit")
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process otherwise")
def test_a_commit_under_way_is_finished_and_backed_up(tmp_path: Path) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    store = tmp_path / "jasc.duckdb"
    environment = {**os.environ, "JASC_STORE": str(store), "JASC_LOG_FORMAT": "json", "PYTHONPATH": str(PROJECT)}
    with subprocess.Popen(
        [sys.executable, "-c", SERVER, str(port), str(store)],
        cwd=PROJECT, env=environment, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as server:  # fmt: skip
        assert server.stdout
        while (line := server.stdout.readline()) != "in the middle of a commit\n":
            assert line, server.communicate()[1]
        with urlopen(f"http://127.0.0.1:{port}/health") as answer:
            assert json.load(answer)["status"] == "ok"
        server.send_signal(signal.SIGTERM)  # an interrupt goes the same way
        with pytest.raises(subprocess.TimeoutExpired):
            server.wait(0.7)  # it waits for the commit
        _, told = server.communicate("\n", timeout=60)
    entries = [json.loads(line) for line in told.splitlines()]  # nothing else is on standard error
    assert server.returncode == 0
    assert entries[-1]["message"].startswith("Finished server process")
    assert "The store is closed" in [entry["message"] for entry in entries]
    assert not [entry for entry in entries if entry["level"] not in ("info", "debug")]
    assert not store.with_name(f"{store.name}.wal").exists()
    assert [backup.version for backup in backups_in(tmp_path / BACKUPS)] == [1]
    with closing(open_store(store, create=False)) as held, held.snapshot() as snapshot:
        assert snapshot.data_version == 1


def test_a_store_that_was_closed_takes_no_commit_any_more(tmp_path: Path) -> None:
    store = open_store(tmp_path / "jasc.duckdb", create=True)
    store.close()
    with pytest.raises(StoreUnusable, match="is being stopped"), store.writing(keep=True):
        raise AssertionError("it was opened for writing")
