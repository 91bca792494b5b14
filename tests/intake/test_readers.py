"""Files are read in a process of their own: the same is read as here, and what is too much for it harms nobody."""

import io
import os
import time
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jasc_data.documents.returned_file import file_with_errors
from jasc_data.domain.forces import national_directory
from jasc_data.domain.settings import Settings
from jasc_data.intake.activity_file import read_activity
from jasc_data.intake.apart import MEMORY_IS_LIMITED, joined, pieces
from jasc_data.intake.checking import CheckContext, check_file
from jasc_data.intake.readers import FileTooMuch, Readers
from jasc_data.intake.reading import Unreadable
from jasc_data.intake.uploads import UploadRequest
from jasc_data.intake.workbook import sheet_names

CONTEXT = CheckContext(national_directory(), "West Mercia", Settings().groups(), date(2026, 6, 1))
REQUEST = UploadRequest(as_of=date(2024, 6, 1))
HEADINGS = "Kind,Report,Reference,Force,Text,Grade,Status\n"
PAPER = Path(__file__).parent.parent / "fixtures" / "paper" / "positions-2023-09-04-by-force.csv"


def rows(count: int) -> bytes:
    return (HEADINGS + "".join(f"AFI,PEEL,R-{n},West Mercia,do {n},2,open\n" for n in range(count))).encode()


@pytest.fixture(scope="module")
def readers() -> Iterator[Readers]:
    readers = Readers()
    yield readers
    readers.close()


def test_what_is_read_apart_is_what_is_read_here(readers: Readers) -> None:
    for content, name in (
        (rows(3), "a.csv"),
        (PAPER.read_bytes(), PAPER.name),
        (b"", "empty.csv"),
        (rows(1200), "b.csv"),
    ):
        asked = (content, name, REQUEST, CONTEXT)
        assert readers.read(check_file, *asked).result() == check_file(*asked)
    checked = check_file(b"Kind,Report\nsomething,PEEL\n", "odd.csv", REQUEST, CONTEXT)
    assert readers.read(file_with_errors, checked, None).result() == file_with_errors(checked)
    register = b"ref,what\n"
    assert readers.read(read_activity, register).result() == read_activity(register)


def test_a_checked_file_travels_in_pieces_that_are_quickly_taken_in() -> None:
    checked = check_file(rows(1200), "a.csv", REQUEST, CONTEXT)
    parts = list(pieces(checked))
    assert len(parts) == 5
    assert joined(parts, checked.content) == checked
    assert replace(checked, content=b"", problems=(), uploads=(replace(checked.uploads[0], items=()),)) == parts[0]


def test_what_reading_raises_is_raised(readers: Readers) -> None:
    with pytest.raises(Unreadable) as failure:
        readers.read(sheet_names, b"PK\x03\x04nothing").result()
    assert failure.value.problem.message == str(failure.value)
    with pytest.raises(TypeError):
        readers.read(sheet_names).result()


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="elsewhere each file has a new process")
def test_the_same_process_reads_the_next_small_file_however_much_the_server_holds(readers: Readers) -> None:
    held = b"x" * (300 * 1024 * 1024)
    readers.close()
    first, second = (readers.read(os.getpid).result() for _ in range(2))
    assert first == second
    assert first != os.getpid()
    assert readers.read(len, held).result() == len(held)
    assert readers.read(os.getpid).result() != first  # which gave back what the large one took


@pytest.mark.skipif(
    not MEMORY_IS_LIMITED, reason="no limit of memory on this system; it is said so in docs/security.md"
)
def test_a_file_that_would_take_more_memory_than_a_file_may_is_refused_with_one_sentence(readers: Readers) -> None:
    """Stands for whatever fills memory: the limit is the system's, whoever asks for more."""
    with pytest.raises(FileTooMuch, match=r"^The file was not read: reading it took more than 1 GB of memory\. No"):
        readers.read(bytes, 2 * 1024**3).result()
    assert readers.read(sum, (1, 2)).result() == 3


def test_a_file_that_takes_too_long_is_refused_with_one_sentence() -> None:
    quick = Readers(seconds_limit=0.3)
    with pytest.raises(FileTooMuch, match=r"^The file was not read: reading it took longer than 0\.3 seconds\. No"):
        quick.read(time.sleep, 30).result()
    quick.close()


def test_reading_can_be_stopped_and_its_process_ends(readers: Readers) -> None:
    began = time.monotonic()
    reading = readers.read(time.sleep, 30)
    while not reading.seconds:
        reading.wait(0.01)
    reading.stop()
    with pytest.raises(FileTooMuch, match="stopped"):
        reading.result()
    assert time.monotonic() - began < 10


def test_a_process_that_ends_by_itself_is_told(readers: Readers) -> None:
    with pytest.raises(FileTooMuch, match="reading it broke off"):
        readers.read(os._exit, 1).result()
    assert readers.read(sum, (1, 2)).result() == 3


def test_a_zip_that_unpacks_to_anything_is_refused_as_before(readers: Readers) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<a>" + b" " * 30_000_000)
    checked = readers.read(check_file, packed.getvalue(), "bomb.xlsx", REQUEST, CONTEXT).result()
    assert len(checked.errors) == 1
