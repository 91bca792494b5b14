"""The lines of the log, on standard error: as text or as JSON, free of what items say and of people's names.

Of an exception its kind and the places that it passed are written, never its message: that can repeat a cell of a file.
"""

import logging
import os
import sys
import threading
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from jasc_data.domain.settings import PROJECT
from jasc_data.wording.outside_text import json_text, without_controls
from pages._shared.streamlit_insides import log_through_the_root

_Failed = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def start_log() -> None:
    """From now on the whole process writes its log in the format that JASC_LOG_FORMAT says."""
    log_format = os.environ.get("JASC_LOG_FORMAT", "").strip()  # alone: another setting that is wrong is for the pages
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(lines_of(log_format))
    logging.getLogger().handlers[:] = [handler]
    logging.getLogger("jasc").setLevel(logging.INFO)
    logging.captureWarnings(capture=True)
    log_through_the_root()
    threading.excepthook = lambda failed: _log_uncaught(failed.exc_type, failed.exc_value, failed.exc_traceback)


def lines_of(log_format: str) -> logging.Formatter:
    """What makes a line of an entry."""
    return _JsonLines() if log_format == "json" else _TextLines()


def passed(failure: BaseException) -> list[str]:
    """The places that an exception passed, the last one first, without the folders in which somebody's name can be."""
    frames = traceback.extract_tb(failure.__traceback__)
    return [f"{_without_home(frame.filename)}:{frame.lineno} {frame.name}" for frame in reversed(frames)]


class _Lines(logging.Formatter):
    """What both formats have in common."""

    def message(self, record: logging.LogRecord) -> str:
        """The message, with an exception named by its kind alone where it stands in one."""
        given = record.args
        if isinstance(given, tuple):
            given = tuple(type(word).__name__ if isinstance(word, BaseException) else word for word in given)
        message = type(record.msg).__name__ if isinstance(record.msg, BaseException) else str(record.msg)
        return message % given if given else message


class _JsonLines(_Lines):
    def format(self, record: logging.LogRecord) -> str:
        """One object: time (UTC), level, logger, message, reference, and of an exception its kind and places."""
        entry: dict[str, Any] = {
            "time": _time(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": self.message(record),
            "reference": getattr(record, "reference", None),
        }
        if failure := _failure(record):
            entry |= {"error": _kinds(failure), "places": passed(failure)}
        return json_text(entry)


class _TextLines(_Lines):
    def format(self, record: logging.LogRecord) -> str:
        """One line, and one more for each place that an exception passed."""
        reference = getattr(record, "reference", None)
        said = self.message(record)
        if reference and reference not in said:
            said = f"{said} (reference {reference})"
        lines = [f"{_time(record)} {record.levelname} {record.name}: {' '.join(said.split())}"]
        if failure := _failure(record):
            lines += [f"    {_kinds(failure)}", *(f"    {place}" for place in passed(failure))]
        return "\n".join(without_controls(line) for line in lines)


def _failure(record: logging.LogRecord) -> BaseException | None:
    failed: _Failed | None = record.exc_info if isinstance(record.exc_info, tuple) else None
    return failed[1] if failed else None


def _kinds(failure: BaseException) -> str:
    """The exception's kind, and those of what it came from."""
    kinds: list[str] = []
    at: BaseException | None = failure
    while at is not None and len(kinds) < 5:
        kinds.append(type(at).__name__)
        at = at.__cause__ or at.__context__
    return " from ".join(kinds)


def _time(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _without_home(file: str) -> str:
    path = Path(file)
    return "/".join(path.relative_to(PROJECT).parts if path.is_relative_to(PROJECT) else path.parts[-3:])


def _log_uncaught(kind: type[BaseException], failure: BaseException | None, _: TracebackType | None) -> None:
    if failure is not None and not issubclass(kind, SystemExit):
        logging.getLogger("jasc").error("Something ended a thread", exc_info=failure)
