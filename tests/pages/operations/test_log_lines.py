"""A line of the log is an object or a text; nothing that an item says, and nobody's name, is in either."""

import io
import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from pages._shared.operations.log_lines import lines_of, passed

SECRET = "Officer Jane Doe must close case 77"


@pytest.fixture(params=["json", "text"])
def written(request: pytest.FixtureRequest) -> Iterator[tuple[str, logging.Logger, io.StringIO]]:
    """The format, a logger that writes in it, and what was written."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(lines_of(request.param))
    logger = logging.getLogger("jasc.tried")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    yield request.param, logger, stream
    logger.removeHandler(handler)


def fail() -> None:
    try:
        int(SECRET)
    except ValueError as failure:
        raise RuntimeError(f"row 3: {SECRET}") from failure


def test_an_entry_is_time_level_logger_message_and_reference(
    written: tuple[str, logging.Logger, io.StringIO],
) -> None:
    format, logger, stream = written
    logger.warning("Refused with %d: %.200r", 403, "/a\nb", extra={"reference": "12ab"})
    line = stream.getvalue()
    assert line.count("\n") == 1
    if format == "text":
        assert line.endswith("Z WARNING jasc.tried: Refused with 403: '/a\\nb' (reference 12ab)\n")
        return
    entry = json.loads(line)
    assert entry.pop("time").startswith("2026-06-01T")
    assert entry == {
        "level": "warning",
        "logger": "jasc.tried",
        "message": "Refused with 403: '/a\\nb'",
        "reference": "12ab",
    }


def test_of_an_exception_its_kind_and_places_are_written_and_not_what_it_says(
    written: tuple[str, logging.Logger, io.StringIO],
) -> None:
    format, logger, stream = written
    try:
        fail()
    except RuntimeError as failure:
        logger.exception("On page %s", "Upload", extra={"reference": "12ab"})
        logger.error("It failed: %s", failure)
        logger.error(failure)
        (place, _) = passed(failure)
    text = stream.getvalue()
    assert "Jane" not in text
    assert "case 77" not in text
    assert place.startswith("tests/pages/operations/test_log_lines.py:")
    assert place.endswith(" fail")
    assert place in text
    assert "RuntimeError from ValueError" in text
    assert "It failed: RuntimeError" in text
    assert str(Path.home()) not in text
    if format == "json":
        first, *_ = [json.loads(line) for line in text.splitlines()]
        assert (first["error"], first["reference"], len(first["places"])) == ("RuntimeError from ValueError", "12ab", 2)


def test_a_text_from_outside_makes_no_second_line_and_sends_the_terminal_nothing(
    written: tuple[str, logging.Logger, io.StringIO],
) -> None:
    _, logger, stream = written
    logger.info("%s", "one\n2026-06-01T09:30:00Z INFO jasc: forged\x1b[2J")
    assert stream.getvalue().count("\n") == 1
    assert "\x1b" not in stream.getvalue()


def test_a_mapping_as_argument_is_written_as_pythons_own_would(
    written: tuple[str, logging.Logger, io.StringIO],
) -> None:
    _, logger, stream = written
    logger.info("%(what)s held", {"what": "7"})
    logger.info("100%")
    assert "7 held" in stream.getvalue()
    assert "100%" in stream.getvalue()
