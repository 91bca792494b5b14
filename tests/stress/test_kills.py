"""The short form of ``make stress``: each way of writing is killed once."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.stress.kills import ACTIONS


@pytest.mark.skipif(sys.platform == "win32", reason="it forks")
def test_what_a_kill_leaves_is_the_old_state_or_the_new() -> None:
    command = [sys.executable, "-m", "tests.stress.kills", "1"]
    root = Path(__file__).parents[2]
    ended = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=280, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert ended.stdout.endswith("Nothing was lost, nothing was mixed.\n")
    assert all(f"{name} " in ended.stdout for name in ACTIONS)
