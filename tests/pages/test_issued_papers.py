"""The page Paper issues the paper that it shows, keeps it, and tells what was done to the exports since."""

from pathlib import Path

import pytest

from jasc_data.documents.paper.standing import own_text
from jasc_data.editorial.paper_actions import write_standing_text
from jasc_data.editorial.paper_issuing import issued_paper
from jasc_data.uploads.acting import withdraw
from pages._shared.session import opened_store as the_dashboards
from tests.builders import PAPER_DAY, by, imported, items_csv, new_store, numbered
from tests.pages.seen import said, unfolded, visited

PAPER = "pages/meeting/paper.py"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "jasc.duckdb"
    monkeypatch.setenv("JASC_STORE", str(path))
    return path


def test_a_paper_is_issued_kept_and_what_was_corrected_since_is_told(place: Path) -> None:
    store = new_store(place)
    imported(store, items_csv(*numbered(3)), PAPER_DAY)
    store.close()
    app = unfolded(visited(PAPER), "issued")
    next(button for button in app.button if button.label == "Issue this paper").click()
    app.run()
    assert not app.exception
    assert "Nothing was done to the exports since paper 1 was made." in said(app)
    assert list(app.table[-1].value["Peers"]) == ["named"]

    store = the_dashboards(place)
    with store.snapshot() as snapshot:
        assert issued_paper(snapshot, 1).document.startswith(b"PK")
    withdraw(store, 1, by("flo"))
    imported(store, items_csv(*numbered(2)), PAPER_DAY)
    app = unfolded(visited(PAPER), "issued")
    later = said(app)
    assert "Done to the exports since paper 1 was made:" in later
    assert "Corrected since: of 4 September 2023 other headline figures are known now" in later
    corrected = app.table[-2].value  # its heads of rows are what it is about
    assert corrected.loc["Recommendations, West Mercia"].tolist() == ["3", "2"]
    assert len(corrected) == 1
    assert "withdrawn upload 1" in later


def test_of_invented_figures_none_is_issued(place: Path) -> None:
    app = unfolded(visited(PAPER), "issued")
    assert "While the demonstration is shown nothing can be written" in said(app)
    assert "Issue this paper" not in [button.label for button in app.button]


def test_a_text_of_every_paper_is_written_and_the_products_own_come_back_to(place: Path) -> None:
    store = new_store(place)
    imported(store, items_csv(*numbered(3)), PAPER_DAY)
    store.close()
    app = unfolded(visited(PAPER, parts="about"), "standing")
    assert "nobody has written another" in said(app)
    app.text_area[0].set_value("Ours, **not bold** <b>and</b> =1+1")
    next(button for button in app.button if button.label == "Keep this text").click()
    app.run()
    assert not app.exception
    assert said(app).count("Ours, **not bold** <b>and</b> =1+1") >= 2, "in the paper and in the list"
    assert "The product’s own text:" in said(app)
    write_standing_text(the_dashboards(place), "about", "Of somebody else", by("deputy"))
    app.text_area[0].set_value("Mine")
    next(button for button in app.button if button.label == "Keep this text").click()
    app.run()
    assert "changed meanwhile by deputy" in app.error[0].value
    assert app.text_area[0].value == "Mine", "what was typed is there still"
    next(button for button in app.button if button.label == "Begin again with the text in force").click()
    app.run()
    assert app.text_area[0].value == "Of somebody else"
    next(button for button in app.button if button.label == "Go back to the product’s own text").click()
    app.run()
    assert app.text_area[0].value == own_text("about")
