"""The Paper page: parts and order in the address, what the document will say, and the files it gives."""

import io
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from docx import Document as open_document
from streamlit.testing.v1 import AppTest

from jasc_data.command_line.run import main
from jasc_data.documents.paper import PARTS
from jasc_data.documents.pdf import NOT_INSTALLED
from jasc_data.editorial.meeting_actions import add_meeting
from jasc_data.editorial.paper_issuing import again, issued_paper
from jasc_data.store.connection import open_store
from pages._shared import papers
from pages._shared.session import opened_store as the_dashboards
from tests.builders import BY_FORCE, by, positions_csv
from tests.documents.made import of_own_store
from tests.documents.office import installed, not_installed
from tests.editorial.test_paper_issuing import read
from tests.packages import assert_sound, rows_of
from tests.pages.seen import ESCAPED, move, said, title, unfolded

APP = Path(__file__).parents[2] / "app.py"
PAPER = "pages/meeting/paper.py"
Open = Callable[..., AppTest]


@pytest.fixture
def opened(place: Path, filled: Callable[..., None]) -> Open:
    filled((positions_csv({"West Mercia": (7, 119, 42)}), date(2023, 6, 5)), (BY_FORCE.read_bytes(), date(2023, 9, 4)))

    def open_page(**choices: str) -> AppTest:
        app = AppTest.from_file(APP, default_timeout=60)
        app.query_params.update(choices)
        app.switch_page(PAPER).run()
        assert not app.exception, [shown.value for shown in app.exception]
        return app

    return open_page


def headings(app: AppTest) -> list[str]:
    return [shown.value for shown in app.header]


def test_parts_and_order_are_in_the_address_and_what_names_none_is_said(opened: Open) -> None:
    app = opened(parts="sources,position,nonsense")
    assert headings(app) == ["Sources and definitions", "Current position"]
    assert "No part is called “nonsense”" in app.warning[0].value
    app.multiselect[0].set_value(["position"]).run()
    assert headings(app) == ["Current position"]
    assert app.query_params["parts"] == "position"
    app.multiselect[0].set_value(list(PARTS)).run()
    assert "parts" not in app.query_params
    app.multiselect[0].set_value([]).run()
    assert title(app) == "Choose at least one part"


def test_a_part_is_moved_to_the_place_of_another(opened: Open) -> None:
    app = opened(parts="about,position,sources")
    move(app, "Move the part", "sources", "about")
    assert app.query_params["parts"] == "sources,about,position"
    assert headings(app) == ["Sources and definitions", "About HMICFRS", "Current position"]
    place = app.selectbox(key="paper-parts-place")
    assert place.options == ["1. Sources and definitions", "2. About HMICFRS", "3. Current position"]
    assert (place.index, app.selectbox(key="paper-parts-moving").value) == (0, "sources"), "what was moved is in hand"
    move(app, "Move the part", "sources", "position")
    assert app.query_params["parts"] == "about,position,sources"
    app.multiselect[0].set_value(["about"]).run()
    assert "Move the part" not in [box.label for box in app.selectbox], "one part alone has no other place"


def test_the_anonymised_copy_names_no_peer(opened: Open) -> None:
    app = opened(parts="position,comparison")
    assert "Norfolk" in said(app)
    app.toggle(key="anonymised").set_value(True).run()
    words = said(app)
    assert "Norfolk" not in words
    assert "Force A" in words
    assert "104 open recommendations" in words


def test_a_paper_for_a_meeting_is_the_one_of_the_command(opened: Open, place: Path, tmp_path: Path) -> None:
    with closing(open_store(place, create=False)) as store:
        for day in (date(2023, 6, 12), date(2023, 9, 12)):
            add_meeting(store, day, by("flo"))
    app = opened(parts="position", meeting="12 June 2023")
    assert "was before these figures" in app.warning[0].value
    app = opened(parts="about,position", meeting="12 September 2023")
    assert "Meeting of 12 September 2023, figures as of 4 September 2023" in said(app)
    next(button for button in unfolded(app, "issued").button if button.label == "Issue this paper").click()
    app.run()
    assert not app.exception
    with the_dashboards(place).snapshot() as snapshot:
        kept = issued_paper(snapshot, 1)
    assert (kept.meeting_on, kept.since) == (date(2023, 9, 12), date(2023, 6, 12))
    the_dashboards(place).close()
    file = tmp_path / "paper.docx"
    assert main(["paper", str(file), "--meeting", "2023-09-12", "--parts", "about", "position"]) == 0
    assert read(file.read_bytes()) == read(kept.document)


def test_a_marking_is_chosen_for_one_paper_and_kept_with_it(
    opened: Open, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JASC_MARKING", "OFFICIAL")
    assert "At the head and foot of every page: OFFICIAL" in said(opened(parts="about"))
    app = opened(parts="about", marking="FOR MY EYES")
    assert "The marking in this link (FOR MY EYES) is none that can be chosen" in said(app)
    app.selectbox(key="marking").set_value("No marking").run()
    assert "No page carries a marking." in said(app)
    app = opened(parts="about", marking="OFFICIAL-SENSITIVE")
    assert "At the head and foot of every page: OFFICIAL-SENSITIVE" in said(app)
    next(button for button in unfolded(app, "issued").button if button.label == "Issue this paper").click()
    app.run()
    assert [ESCAPED.sub(r"\1", cell) for cell in app.table[-1].value["Marking"]] == ["OFFICIAL-SENSITIVE"]
    with the_dashboards(place).snapshot() as snapshot:
        kept = issued_paper(snapshot, 1)
    assert again(kept).asked.marking == "OFFICIAL-SENSITIVE"
    assert read(kept.document)[0] == "OFFICIAL-SENSITIVE"


def test_a_template_that_cannot_be_used_is_said(opened: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("JASC_PAPER_TEMPLATE", str(tmp_path / "absent.docx"))
    app = opened(parts="about")
    (warning,) = app.warning
    assert "cannot be read" in warning.value


def test_a_pdf_is_made_where_libreoffice_is_installed(
    opened: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    not_installed(tmp_path, monkeypatch)
    app = opened(parts="about")
    assert NOT_INSTALLED in said(app)
    assert "Make a PDF" not in [button.label for button in app.button]
    installed(tmp_path, monkeypatch)
    app.run()
    next(button for button in app.button if button.label == "Make a PDF").click().run()
    assert not app.exception
    assert "PDF" in [button.label for button in app.get("download_button")]
    installed(tmp_path / "failing", monkeypatch, "exit 1")
    next(button for button in app.button if button.label == "Make a PDF").click().run()
    assert "did not succeed" in app.error[0].value


def test_the_files_are_those_of_what_is_shown() -> None:
    answers = of_own_store()
    shown = papers.ShownPaper(answers, papers.make_paper(answers, ["position"]))
    word = papers.word_of(shown)
    assert "On 4 September 2023 West Mercia had 34 open AFIs" in " ".join(
        line.text for line in open_document(io.BytesIO(word)).paragraphs
    )
    for made in (word, papers.deck_of(shown), papers.pack_of(shown)):
        assert_sound(made)
    assert list(rows_of(papers.pack_of(shown))) == ["Contents", "1 Current position"]
