"""``paper``, ``slides`` and ``figures``: the files are written whole, and JSON says what is in them and what is not."""

import io
import json
from contextlib import closing
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from docx import Document as open_document
from openpyxl import load_workbook
from pptx import Presentation
from pptx.util import Pt

from jasc_data.command_line.run import main
from jasc_data.documents.paper import PARTS
from jasc_data.documents.presentation.sets import VIEWS
from jasc_data.editorial.meeting_actions import add_meeting
from jasc_data.editorial.paper_actions import issue_paper
from jasc_data.editorial.papers import PaperToIssue
from jasc_data.store.connection import open_store
from tests.builders import BY_FORCE, by, imported, items_csv, new_store, numbered, positions_csv
from tests.documents.office import installed, not_installed
from tests.packages import assert_sound, parts


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The paper's positions, and own positions three months before."""
    path = tmp_path_factory.mktemp("documents") / "jasc.duckdb"
    store = new_store(path)
    imported(store, positions_csv({"West Mercia": (7, 119, 42)}), date(2023, 6, 5))
    imported(store, BY_FORCE.read_bytes())
    store.close()
    return path


def asked(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict:
    assert main([*map(str, arguments), "--json"]) == 0
    answer: dict = json.loads(capsys.readouterr().out)
    return answer


def text_of(path: Path) -> str:
    return "\n".join(line.text for line in open_document(io.BytesIO(path.read_bytes())).paragraphs)


def test_the_paper_is_written_and_told(place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "paper.docx"
    told = asked(capsys, "paper", file, "--store", place)
    content = file.read_bytes()
    assert_sound(content)
    assert (told["file"], told["as_of"], told["since"], told["force"]) == (
        "paper.docx",
        "2023-09-04",
        "2023-06-05",
        "West Mercia",
    )
    assert told["sha256"] == sha256(content).hexdigest()
    assert {one["name"] for one in (*told["parts"], *told["left_out"])} == set(PARTS)
    assert all(one["why"].endswith(".") for one in told["left_out"])
    assert "19% below the national average (129.0)" in text_of(file)
    assert [path.name for path in tmp_path.iterdir()] == ["paper.docx"], "nothing half-written is left"


def test_slides_and_figures_are_written(place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    deck, pack = tmp_path / "deck.pptx", tmp_path / "pack.xlsx"
    told = asked(capsys, "slides", deck, "--ratio", "4:3", "--anonymised", "--store", place)
    assert [one["name"] for one in told["parts"]] == ["position", "causes", "recommendations", "afis"]
    assert {one["name"] for one in (*told["parts"], *told["left_out"])} == set(VIEWS)
    assert Presentation(io.BytesIO(deck.read_bytes())).slide_width == Pt(720)
    assert not [name for name, part in parts(deck.read_bytes()) if b"Norfolk" in part]
    told = asked(capsys, "figures", pack, "--parts", "position", "comparison", "position", "--store", place)
    assert [one["name"] for one in told["parts"]] == ["position", "comparison"], "each once"
    sheets = load_workbook(io.BytesIO(pack.read_bytes())).sheetnames
    assert sheets[:2] == ["Contents", "1 Current position"]


def test_a_marking_is_of_one_file_and_stands_wherever_the_settings_would(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JASC_MARKING", "RESTRICTED")
    held = ("--parts", "position", "comparison", "--store", place, "--anonymised", "--marking", "official-sensitive")
    file, pack = tmp_path / "paper.docx", tmp_path / "pack.xlsx"
    assert asked(capsys, "paper", file, *held)["marking"] == "OFFICIAL-SENSITIVE"
    (pages,) = open_document(io.BytesIO(file.read_bytes())).sections
    assert [where.paragraphs[0].text for where in (pages.header, pages.footer)] == ["OFFICIAL-SENSITIVE"] * 2
    asked(capsys, "figures", pack, *held)
    deck = ("slides", tmp_path / "deck.pptx", "--parts", "afis", "--store", place, "--marking")
    asked(capsys, *deck, "official-sensitive")
    for content in (file.read_bytes(), pack.read_bytes(), (tmp_path / "deck.pptx").read_bytes()):
        assert [name for name, part in parts(content) if b"OFFICIAL-SENSITIVE" in part]
        assert not [name for name, part in parts(content) if b"RESTRICTED" in part]
    assert asked(capsys, *deck, "none")["marking"] == ""
    assert not [name for name, part in parts((tmp_path / "deck.pptx").read_bytes()) if b"RESTRICTED" in part]
    assert main([*map(str, deck), "FOR MY EYES"]) == 1
    assert "write RESTRICTED or none or OFFICIAL or OFFICIAL-SENSITIVE" in capsys.readouterr().err


def test_changes_are_counted_from_the_last_paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place, file = tmp_path / "jasc.duckdb", tmp_path / "paper.docx"
    with closing(new_store(place)) as store:
        for day, number in ((date(2023, 3, 6), 3), (date(2023, 6, 5), 5), (date(2023, 9, 4), 4)):
            imported(store, items_csv(*numbered(number)), day)
        paper = PaperToIssue(b"PK", date(2023, 3, 6), 3, "{}", "[]", anonymised=False)
        add_meeting(store, date(2023, 7, 1), by("flo"))
    asking = ("paper", file, "--parts", "position", "changes", "--store", place)
    assert asked(capsys, *asking)["since"] == "2023-07-01", "no paper was issued"
    assert main([*map(str, asking), "--since", "last-paper"]) == 1
    assert "No paper with figures before 4 September 2023 was issued" in capsys.readouterr().err
    with closing(open_store(place, create=False)) as store:
        issue_paper(store, paper, by("flo"))
    told = asked(capsys, *asking)
    assert (told["since"], told["notices"]) == (
        "2023-03-06",
        ["Changes are counted from paper 1, which has the figures of 6 March 2023."],
    )
    assert "1 more than on 6 March 2023 (3)" in text_of(file), "the movement is of the same period"
    assert told["notices"][0] in text_of(file)
    assert asked(capsys, *asking, "--since", "export-before")["since"] == "2023-06-05"
    deck = ("slides", tmp_path / "deck.pptx", "--parts", "changes", "--store", place)
    assert asked(capsys, *deck)["since"] == "2023-07-01", "of the meeting's views the meeting's"
    asked(capsys, *deck, "--since", "last-paper")
    slide = Presentation(str(tmp_path / "deck.pptx")).slides[0]
    assert told["notices"][0] in slide.notes_slide.notes_text_frame.text
    changes = ("show", "changes", "--to", "2023-09-04", "--store", place, "--from")
    assert asked(capsys, *changes, "last-paper")["from"] == "2023-03-06"
    assert asked(capsys, *changes, "last-meeting")["from"] == "2023-07-01"
    assert main([*map(str, changes), "nonsense"]) == 2
    assert "write it as 2023-09-04, or last-paper or last-meeting or export-before" in capsys.readouterr().err


def test_an_earlier_date_and_the_words(place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "june.docx"
    assert main(["paper", str(file), "--as-of", "2023-06-05", "--parts", "position", "--store", str(place)]) == 0
    shown = capsys.readouterr().out
    assert "june.docx: West Mercia, as of 5 June 2023, 1 part." in shown
    assert "SHA-256" in shown
    assert "119 open recommendations" in text_of(file)


def test_a_meeting_on_the_list_is_told_and_the_period_is_since_the_one_before(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "jasc.duckdb"
    store, june = new_store(place), date(2023, 6, 5)
    imported(store, positions_csv({"West Mercia": (7, 119, 42)}), june)
    imported(store, BY_FORCE.read_bytes())
    store.close()
    assert refused(capsys, place, "2023-09-12").endswith("list of meetings (page Changes); it is empty.")
    with closing(open_store(place, create=False)) as store:
        for day in (date(2023, 6, 12), date(2023, 9, 12), date(2023, 12, 12), date(2023, 5, 1)):
            add_meeting(store, day, by("flo"))
    file = tmp_path / "paper.docx"
    told = asked(capsys, "paper", file, "--meeting", "2023-09-12", "--parts", "position", "--store", place)
    assert [told[name] for name in ("meeting", "as_of", "since")] == ["2023-09-12", "2023-09-04", "2023-06-12"]
    assert told["notices"] == []
    assert "Meeting of 12 September 2023, figures as of 4 September 2023" in text_of(file)
    told = asked(capsys, "slides", tmp_path / "deck.pptx", "--meeting", "2023-06-12", "--store", place)
    assert (told["as_of"], told["since"]) == ("2023-06-05", "2023-05-01"), "the figures that the meeting could have"
    deck = Presentation(str(tmp_path / "deck.pptx"))
    assert "Meeting of 12 June 2023, figures as of 5 June 2023" in deck.slides[0].notes_slide.notes_text_frame.text
    told = asked(capsys, "figures", tmp_path / "pack.xlsx", "--meeting", "2023-12-12", "--store", place)
    assert told["since"] == "2023-06-12"
    assert told["notices"][0].startswith(
        "The figures of 4 September 2023 are no newer than the meeting of 12 September"
    )
    held = "on it: 1 May 2023, 12 June 2023, 12 September 2023 and 12 December 2023."
    assert refused(capsys, place, "2023-09-13").endswith(held)
    assert "4 September 2023 are later than" in refused(capsys, place, "2023-06-12", "--as-of", "2023-09-04")
    assert "No figures are held by the meeting of 1 May 2023" in refused(capsys, place, "2023-05-01")


def refused(capsys: pytest.CaptureFixture[str], place: Path, meeting: str, *more: str) -> str:
    """What is said of a meeting for which no paper can be made."""
    file = place.with_name("none.docx")
    assert main(["paper", str(file), "--meeting", meeting, "--store", str(place), *more]) == 1
    assert not file.exists()
    return capsys.readouterr().err.strip()


def test_what_was_known_at_a_moment(place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "known.docx"
    assert main(["paper", str(file), "--known-at", "2020-01-01T10:00", "--store", str(place)]) == 1
    assert "No figures are held" in capsys.readouterr().err
    assert not file.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["paper", "{}/paper.doc"], "must end in .docx or .pdf"),
        (["paper", "{}/paper.txt", "--reissue", "1"], "must end in .docx or .pdf"),
        (["slides", "{}/slides.pdf"], "must end in .pptx"),
        (["paper", "{}/paper.pdf"], "PDF needs LibreOffice"),
        (["slides", "{}/slides.docx"], "must end in .pptx"),
        (["figures", "{}/absent/pack.xlsx"], "cannot be written"),
        (["paper", "{}/paper.docx", "--since", "2023-09-04"], "must be before the date of the figures"),
    ],
)
def test_what_cannot_be_done_is_said(
    place: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    said: str,
) -> None:
    not_installed(tmp_path, monkeypatch)
    assert main([*(word.format(tmp_path) for word in arguments), "--store", str(place)]) == 1
    failure = capsys.readouterr().err
    assert said in failure
    assert str(tmp_path) not in failure, "no path of the machine"
    assert list(tmp_path.iterdir()) == []


def test_the_paper_as_pdf(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(tmp_path, monkeypatch)
    file = tmp_path / "paper.pdf"
    told = asked(capsys, "paper", file, "--parts", "position", "--store", place)
    assert file.read_bytes().startswith(b"%PDF-1.7 of ")
    assert told["sha256"] == sha256(file.read_bytes()).hexdigest()


def test_a_template_that_cannot_be_used_is_told(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    template = tmp_path / "template.docx"
    template.write_text("no Word document")
    monkeypatch.setenv("JASC_PAPER_TEMPLATE", str(template))
    monkeypatch.setenv("JASC_SLIDES_TEMPLATE", str(template))
    told = asked(capsys, "paper", tmp_path / "paper.docx", "--parts", "about", "--store", place)
    assert told["notices"] == ["The template is no Word document (.docx), so the built-in one is used."]
    told = asked(capsys, "slides", tmp_path / "deck.pptx", "--parts", "position", "--store", place)
    assert told["notices"] == ["The slides' template is no PowerPoint file (.pptx), so the built-in one is used."]
    monkeypatch.setenv("JASC_SLIDES_TEMPLATE", str(tmp_path / "absent.pptx"))
    told = asked(capsys, "slides", tmp_path / "deck.pptx", "--parts", "position", "--store", place)
    assert told["notices"] == [
        "The template that JASC_SLIDES_TEMPLATE names cannot be read, so the built-in one is used."
    ]
