"""An issued paper is kept with what its figures rest on, and comes back the same whatever was corrected since."""

import hashlib
import io
from dataclasses import replace
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
from jasc_data.editorial.papers import PaperToIssue
from jasc_data.editorial.step_actions import save_step
from jasc_data.editorial.steps import StepChange
from jasc_data.store.connection import Store
from jasc_data.uploads.acting import withdraw
from tests.builders import PAPER_DAY, VIEW, by, imported, item, items_csv, new_store, numbered
from tests.editorial.everything import write_everything
from tests.packages import books

EARLIER, TODAY = date(2023, 6, 5), date(2026, 6, 1)
MARKING = "OFFICIAL-SENSITIVE"
ASKED = Asked(PAPER_DAY, EARLIER, below=3, meeting_on=PAPER_DAY, marking=MARKING, counted=("Counted from paper 1.",))


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "jasc.duckdb"
    monkeypatch.setenv("JASC_STORE", str(path))
    return path


def issued(store: Store, *, anonymised: bool = False) -> bytes:
    """The paper of what is held, issued as the page does it."""
    asked = replace(ASKED, anonymised=anonymised)
    with store.snapshot() as snapshot:
        answers = paper_answers(snapshot, VIEW, national_directory(), Settings(), asked, TODAY)
        entry = snapshot.last_entry
    content = paper_file(make_paper(answers), Settings()).content
    paper = to_issue(content, asked, tuple(PARTS), entry=entry, written_on=TODAY, force="West Mercia")
    issue_paper(store, paper, by("flo"))
    return content


def read(content: bytes) -> list[str]:
    """Every text of a document, those of its heads and feet, its tables and its charts included."""
    document = Document(io.BytesIO(content))
    frame = [
        line.text for pages in document.sections for part in (pages.header, pages.footer) for line in part.paragraphs
    ]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return (
        frame + [paragraph.text for paragraph in document.paragraphs] + cells + [str(book) for book in books(content)]
    )


@pytest.mark.parametrize("anonymised", [False, True])
def test_an_issued_paper_comes_back_the_same_after_corrections(
    place: Path, monkeypatch: pytest.MonkeyPatch, *, anonymised: bool
) -> None:
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
    monkeypatch.setenv("JASC_MARKING", "RESTRICTED")  # of the day on which it is made again
    monkeypatch.setenv("JASC_HOME_FORCE", "Suffolk")
    with time_machine.travel(TODAY + timedelta(days=90), tick=False):
        assert main(["paper", str(place.with_suffix(".docx")), "--reissue", "1"]) == 0
        now = ["paper", str(place.with_name("now.docx")), "--since", EARLIER.isoformat(), "--force", "West Mercia"]
        assert main(now) == 0
    assert read(content)[0] == MARKING
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
    assert kept.asked == ASKED
    assert (kept.parts, kept.written_on, kept.entry) == (tuple(PARTS), TODAY, 1)


def test_a_paper_of_an_earlier_release_has_the_settings_marking_and_it_is_said(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    store = new_store(place)
    imported(store, items_csv(*numbered(3)), PAPER_DAY)
    then = '{"leads": false, "below": null, "written_on": "2026-06-01"}'
    issue_paper(store, PaperToIssue(b"PK", PAPER_DAY, 1, then, '["position"]', anonymised=False), by("flo"))
    store.close()
    monkeypatch.setenv("JASC_MARKING", "OFFICIAL")
    file = place.with_suffix(".docx")
    assert main(["paper", str(file), "--reissue", "1"]) == 0
    assert "The marking is the setting's" in capsys.readouterr().out
    assert read(file.read_bytes())[0] == "OFFICIAL"


def test_what_an_issued_paper_has_chosen_is_not_chosen_again(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new_store(place).close()
    again_with = ["paper", str(place.with_suffix(".docx")), "--reissue", "1", "--marking", "none", "--parts", "about"]
    assert main(again_with) == 1
    assert "Paper 1 is made again as it was issued: leave out --marking and --parts." in capsys.readouterr().err
