"""An issued paper is kept with what its figures rest on, and comes back the same whatever was corrected since."""

import hashlib
import io
from datetime import date, timedelta
from pathlib import Path

import pytest
import time_machine
from docx import Document

from jasc_data.command_line.run import main
from jasc_data.documents.paper import PARTS, make_paper
from jasc_data.documents.paper.asked import paper_answers, paper_file
from jasc_data.documents.presentation.gathered import Asked
from jasc_data.domain.failures import FileRefused
from jasc_data.domain.forces import national_directory
from jasc_data.domain.settings import Settings
from jasc_data.domain.vocabulary import StepState
from jasc_data.editorial.paper_actions import issue_paper
from jasc_data.editorial.paper_issuing import again, issued_paper, to_issue
from jasc_data.editorial.step_actions import save_step
from jasc_data.editorial.steps import StepChange
from jasc_data.store.connection import Store
from jasc_data.uploads.acting import withdraw
from tests.builders import PAPER_DAY, VIEW, by, imported, item, items_csv, new_store, numbered
from tests.editorial.everything import write_everything
from tests.packages import books

EARLIER, TODAY = date(2023, 6, 5), date(2026, 6, 1)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "jasc.duckdb"
    monkeypatch.setenv("JASC_STORE", str(path))
    return path


def issued(store: Store, *, anonymised: bool = False) -> bytes:
    """The paper of what is held, issued as the page does it."""
    asked = Asked(PAPER_DAY, EARLIER, below=3, anonymised=anonymised, meeting_on=PAPER_DAY)
    with store.snapshot() as snapshot:
        answers = paper_answers(snapshot, VIEW, national_directory(), Settings(), asked, TODAY)
        entry = snapshot.last_entry
    content = paper_file(make_paper(answers), Settings()).content
    paper = to_issue(content, asked, tuple(PARTS), entry=entry, written_on=TODAY)
    issue_paper(store, paper, by("flo"))
    return content


def read(content: bytes) -> list[str]:
    """Every text of a document, those of its tables and charts included."""
    document = Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in document.paragraphs] + cells + [str(book) for book in books(content)]


@pytest.mark.parametrize("anonymised", [False, True])
def test_an_issued_paper_comes_back_the_same_after_corrections(place: Path, *, anonymised: bool) -> None:
    store = new_store(place)
    imported(store, items_csv(*numbered(9, status="Open", grade="2")), EARLIER)
    late = item("R1", deadline="30/04/2023", overdue_reason="Waiting", grade="3")
    upload = imported(store, items_csv(late, *numbered(7, "N", grade="2")), PAPER_DAY)
    save_step(store, StepChange(1, "The first step", StepState.TO_DO, EARLIER, "Insp Ash"), by("flo"))
    content = issued(store, anonymised=anonymised)
    write_everything(store)  # before the next entry of the uploads' log: nothing of it was known
    withdraw(store, upload, by("flo"))
    imported(store, items_csv(*numbered(2)), PAPER_DAY)
    with store.snapshot() as snapshot:
        kept = issued_paper(snapshot, 1)
    store.close()
    assert kept.document == content
    assert kept.sha256 == hashlib.sha256(content).hexdigest()
    with time_machine.travel(TODAY + timedelta(days=90), tick=False):
        assert main(["paper", str(place.with_suffix(".docx")), "--reissue", "1"]) == 0
        assert main(["paper", str(place.with_name("now.docx")), "--since", EARLIER.isoformat()]) == 0
    assert read(place.with_suffix(".docx").read_bytes()) == read(content)
    assert read(place.with_name("now.docx").read_bytes()) != read(content)


def test_how_to_make_it_again_is_kept_with_it(place: Path) -> None:
    store = new_store(place)
    imported(store, items_csv(*numbered(3)), PAPER_DAY)
    issued(store)
    with store.snapshot() as snapshot:
        kept = again(issued_paper(snapshot, 1))
        with pytest.raises(FileRefused, match="There is no issued paper 2; the latest is 1"):
            issued_paper(snapshot, 2)
    store.close()
    assert kept.asked == Asked(PAPER_DAY, EARLIER, below=3, meeting_on=PAPER_DAY)
    assert (kept.parts, kept.written_on, kept.entry) == (tuple(PARTS), TODAY, 1)
