"""The processes that read files: started, given one file at a time, and ended when a file is too much for them."""

import atexit
import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event, Lock, Semaphore, Thread
from typing import IO, Any, BinaryIO

from jasc_data.domain.failures import UserFailure
from jasc_data.intake.apart import MEMORY_LIMIT_MB, joined, receive, send

SECONDS_LIMIT = 60
_PROJECT = Path(__file__).parents[2]
_COMMAND = (sys.executable, "-m", "jasc_data.intake.apart")
_REMEDY = "No export is like that: copy the table alone into a new workbook, or save it as CSV, and upload that."


class FileTooMuch(UserFailure):
    """Reading the file took more than a file may take; nobody else was held up."""


class Reading:
    """A file that is being read. Waiting for it holds up nobody; ``stop`` ends it."""

    def __init__(self, readers: "Readers", what: Callable[..., object], given: tuple[Any, ...]):
        self._readers = readers
        self._asked = what, given
        self._ended = Event()
        self._stopped = False
        self._why_stopped: FileTooMuch | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._began: float | None = None
        self._outcome: Any = None
        Thread(target=self._run, name="reading", daemon=True).start()

    @property
    def seconds(self) -> float:
        """For how long it has been read; 0 while files of others are."""
        return time.monotonic() - self._began if self._began is not None else 0.0

    def wait(self, seconds: float) -> bool:
        """True when it is done; False when it is not after these seconds. Ends what has taken too long."""
        done = self._ended.wait(seconds)
        limit = self._readers.seconds_limit
        if not done and self.seconds > limit:
            self.stop(_too_much(f"reading it took longer than {limit:g} seconds"))
        return done

    def stop(self, why: FileTooMuch | None = None) -> None:
        """Ends the reading, wherever it is; one that is done stays done."""
        if self._ended.is_set():
            return
        self._why_stopped = why or FileTooMuch("Reading the file was stopped.")
        self._stopped = True
        process = self._process
        if process is not None:
            process.kill()

    def result(self) -> Any:
        """What was read. Raises FileTooMuch, or what the reading raised."""
        while not self.wait(0.2):
            continue
        if isinstance(self._outcome, BaseException):
            raise self._outcome
        return self._outcome

    def _run(self) -> None:
        with self._readers.turn:
            try:
                if not self._stopped:
                    self._read()
            except (OSError, EOFError):
                self._outcome = _too_much("reading it broke off")
            except Exception as failure:
                self._outcome = failure
            finally:
                self._outcome = self._why_stopped or self._outcome
                self._ended.set()

    def _read(self) -> None:
        process, stays = self._readers.take(), False
        try:
            self._process, self._began = process, time.monotonic()
            if self._stopped:
                return
            send(_end(process.stdin), self._asked)
            pieces: list[Any] = []
            while (answer := receive(_end(process.stdout)))[0] == "piece":
                pieces.append(answer[1])
            kind, failure, stays = answer
            if kind == "memory":
                raise _too_much(f"reading it took more than {MEMORY_LIMIT_MB // 1024} GB of memory")
            if kind == "failure":
                raise failure
            self._outcome = joined(pieces, next((part for part in self._asked[1] if isinstance(part, bytes)), b""))
        finally:
            self._process = None
            self._readers.give_back(process, stays=stays and not self._stopped)


class Readers:
    """One process waits for the next file, so that it need not be started first; pages go before all that read."""

    def __init__(self, seconds_limit: float = SECONDS_LIMIT, at_once: int = max(2, (os.cpu_count() or 2) - 1)):
        self.seconds_limit = seconds_limit
        self.turn = Semaphore(at_once)
        self._lock = Lock()
        self._waiting: list[subprocess.Popen[bytes]] = []
        atexit.register(self.close)

    def read(self, what: Callable[..., object], *given: Any) -> Reading:
        """Begins to read a file: a function of the intake, and what it is given."""
        return Reading(self, what, given)

    def start_ahead(self) -> None:
        """Starts the process that waits, where none does."""
        with self._lock:
            if not self._waiting:
                self._waiting.append(_started())

    def take(self) -> subprocess.Popen[bytes]:
        """A process that is ready. Raises OSError or EOFError where none can be started."""
        with self._lock:
            process = self._waiting.pop() if self._waiting else _started()
        if process.poll() is not None:
            _ended(process)
            process = _started()
        return process

    def give_back(self, process: subprocess.Popen[bytes], *, stays: bool) -> None:
        """Keeps the process for the next file, or ends it and has another wait in its place."""
        with self._lock:
            if stays and not self._waiting:
                self._waiting.append(process)
                return
        _ended(process)
        self.start_ahead()

    def close(self) -> None:
        """Ends the process that waits."""
        with self._lock:
            while self._waiting:
                _ended(self._waiting.pop())


def _started() -> subprocess.Popen[bytes]:
    """Apart from the server's terminal: Ctrl-C there is the server's to answer, which ends this one."""
    pipe = subprocess.PIPE
    return subprocess.Popen(_COMMAND, cwd=_PROJECT, stdin=pipe, stdout=pipe, start_new_session=True)


def _too_much(what: str) -> FileTooMuch:
    return FileTooMuch(f"The file was not read: {what}. {_REMEDY}")


def _end(pipe: IO[bytes] | None) -> BinaryIO:
    assert pipe is not None
    return pipe  # type: ignore[return-value]


def _ended(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        with suppress(OSError):  # what it was not given any more
            _end(pipe).close()
