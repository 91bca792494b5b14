"""A web server of a command's, on a port of its own, for as long as it is measured."""

import os
import re
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

SECONDS_TO_START = 120
PORT = "{port}"  # stands for it in a command


@dataclass
class Served:
    """A server: where it answers, and its process."""

    url: str
    process: subprocess.Popen[bytes]

    @property
    def megabytes_at_most(self) -> float:
        """The most memory that the process ever held, in MB; 0 where the system does not tell."""
        told = Path(f"/proc/{self.process.pid}/status")
        found = re.search(r"VmHWM:\s*(\d+) kB", told.read_text(encoding="utf-8")) if told.exists() else None
        return int(found[1]) * 1024 / 1e6 if found else 0.0


@contextmanager
def served(command: list[str], folder: Path, **environment: str) -> Iterator[Served]:
    """Starts the command in that folder and waits until it answers. Raises RuntimeError with its words if not."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            [port if word == PORT else word for word in command],
            cwd=folder,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        try:
            if not _answers(f"http://localhost:{port}/", process):
                said.seek(0)
                raise RuntimeError(f"{' '.join(command)} did not start: {said.read()[-1500:].decode(errors='replace')}")
            yield Served(f"http://localhost:{port}", process)
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _answers(url: str, process: subprocess.Popen[bytes]) -> bool:
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end and process.poll() is None:
        try:
            with urlopen(url, timeout=30):
                return True
        except (URLError, OSError):
            time.sleep(0.02)
    return False
