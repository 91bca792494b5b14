"""PDF by LibreOffice: in a profile and a folder of its own that are gone after; else a sentence that says what to do."""

import time
from pathlib import Path

import pytest

from jasc_data.documents.pdf import NOT_INSTALLED, pdf_of
from jasc_data.domain.failures import FileRefused
from tests.documents.office import MAKES, installed, not_installed


def test_the_document_is_turned_into_a_pdf_and_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = installed(tmp_path, monkeypatch)
    assert pdf_of(b"a document").split() == [b"%PDF-1.7", b"of", b"10"]
    profile, *options, folder, document = told.read_text().splitlines()
    assert profile.startswith("-env:UserInstallation=file:///")
    assert {"--headless", "--norestore", "--convert-to", "pdf"} <= set(options)
    assert Path(document).parent == Path(folder)
    assert not Path(folder).exists()
    assert profile.startswith(f"-env:UserInstallation={Path(folder).as_uri()}")


@pytest.mark.parametrize(
    ("then", "said"),
    [
        ("exit 1", "did not succeed"),
        ("exit 0", "made no PDF of the paper"),
        ('printf "not one" > "${last%.docx}.pdf"', "made no PDF of the paper"),
        ("sleep 30 & wait", "no PDF within 0.3 seconds"),
    ],
)
def test_where_it_does_not_succeed_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, then: str, said: str
) -> None:
    installed(tmp_path, monkeypatch, then)
    began = time.monotonic()
    with pytest.raises(FileRefused, match=said) as refused:
        pdf_of(b"a document", 0.3 if "seconds" in said else 20)
    assert "save it as PDF from Word" in str(refused.value)
    assert str(tmp_path) not in str(refused.value)
    assert time.monotonic() - began < 10


def test_what_it_started_is_ended_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later = tmp_path / "later"
    installed(tmp_path, monkeypatch, f'(sleep 0.5; echo "$last" > "{later}") & wait')
    with pytest.raises(FileRefused, match="no PDF within"):
        pdf_of(b"a document", 0.2)
    time.sleep(0.7)
    assert not later.exists()


def test_one_that_cannot_be_started_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed(tmp_path, monkeypatch, MAKES)
    (tmp_path / "programs" / "soffice").write_bytes(b"\x7fELF no program")
    with pytest.raises(FileRefused, match="cannot be started"):
        pdf_of(b"a document")


def test_where_it_is_not_installed_the_word_document_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    not_installed(tmp_path, monkeypatch)
    with pytest.raises(FileRefused) as refused:
        pdf_of(b"a document")
    assert str(refused.value) == NOT_INSTALLED
