"""Reading in a process of its own, which a file may fill or keep busy without harm to anybody else's page.

Run as ``python -m jasc_data.intake.apart``: it takes what to do from its standard input and answers on its standard
output, each as a length and a pickle, until the input ends. It says whether it may be asked again: what a large file
took is given back by ending.
"""

import contextlib
import os
import pickle
import re
import struct
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from jasc_data.intake import activity_file, tracking_file, workbook
from jasc_data.intake.checking import check_file
from jasc_data.intake.uploads import CheckedFile

try:
    import resource
except ImportError:  # Windows: no limit of memory there, only of time
    resource = None  # type: ignore[assignment]

READS = (
    check_file,
    activity_file.read_activity,
    tracking_file.is_tracking,
    tracking_file.read_tracking,
    workbook.sheet_names,
)  # what is asked for, imported before the first file comes
MEMORY_LIMIT_MB = 1024
MEMORY_IS_LIMITED = resource is not None
_LENGTH = struct.Struct(">Q")
_AT_ONCE = 500  # values in one pickle: taking one apart holds up every page of the server
_MEGABYTE = 1024 * 1024
_ACCOUNT, _PEAK = Path("/proc/self/status"), re.compile(r"VmHWM:\s*(\d+) kB")  # on Linux alone
_STAYS_BELOW = 256 * 1024  # kilobytes that a process may have taken to be asked again


def send(file: BinaryIO, value: object) -> None:
    """Puts a value on its way."""
    told = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    file.write(_LENGTH.pack(len(told)))
    file.write(told)
    file.flush()


def receive(stream: BinaryIO) -> Any:
    """The next value. Raises EOFError where the other side ended."""
    length = stream.read(_LENGTH.size)
    if len(length) < _LENGTH.size:
        raise EOFError
    told = stream.read(_LENGTH.unpack(length)[0])
    return pickle.loads(told)


def pieces(value: object) -> Iterator[object]:
    """A value in parts that are quickly taken in; of a checked file also without its bytes, which are held already."""
    if not isinstance(value, CheckedFile):
        yield value
        return
    emptied = tuple(replace(upload, items=()) for upload in value.uploads)
    yield replace(value, content=b"", problems=(), uploads=emptied)
    yield from (("problems", 0, part) for part in _parts(value.problems))
    for number, upload in enumerate(value.uploads):
        yield from (("items", number, part) for part in _parts(upload.items))


def joined(parts: list[Any], content: bytes) -> Any:
    """What was taken into pieces. content: the bytes that were read."""
    value, *rest = parts
    if not isinstance(value, CheckedFile):
        return value
    problems: list[Any] = []
    items: list[list[Any]] = [[] for _ in value.uploads]
    for kind, number, part in rest:
        (problems if kind == "problems" else items[number]).extend(part)
    uploads = tuple(replace(upload, items=tuple(held)) for upload, held in zip(value.uploads, items, strict=True))
    return replace(value, content=content, problems=tuple(problems), uploads=uploads)


def _parts(values: tuple[object, ...]) -> Iterator[tuple[object, ...]]:
    return (values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE))


def _limit_itself() -> None:
    with contextlib.suppress(OSError, AttributeError):  # Windows has no word for it
        os.nice(10)
    if resource is not None:
        limit = MEMORY_LIMIT_MB * _MEGABYTE
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _answer(out: BinaryIO, what: Callable[..., object], given: tuple[object, ...]) -> bool:
    """Sends what was read, or why nothing was. True when another file may follow."""
    ending: tuple[str, object]
    try:
        for piece in pieces(what(*given)):
            send(out, ("piece", piece))
        ending = ("done", None)
    except MemoryError:
        ending = ("memory", None)
    except Exception as failure:
        ending = ("failure", failure)
    stays = ending[0] != "memory" and _took_little()
    send(out, (*ending, stays))
    return stays


def _took_little() -> bool:
    """By the system's own account; the usual one would count what the server had taken when it started this process."""
    try:
        peak = _PEAK.search(_ACCOUNT.read_text(encoding="ascii"))
    except OSError:
        return False
    return peak is not None and int(peak[1]) < _STAYS_BELOW


def main() -> None:
    """Answers until the input ends, or until a file took more than may stay taken."""
    _limit_itself()
    taken, out = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing that is printed may stand between the answers
    with contextlib.suppress(EOFError, KeyboardInterrupt):
        while _answer(out, *receive(taken)):
            pass


if __name__ == "__main__":
    main()
