"""Every page in every state of what is held: nothing invented as real, nothing shown without its date and source."""

import subprocess
import sys
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from jasc_data.command_line.run import main
from tests.pages.conftest import AS_IN_PAPER, BY_FORCE, App

PAGES = ["", "comparison", "upload", "uploads", "about"]
Shown = Callable[[AppTest], str]


@pytest.mark.parametrize("page", PAGES)
def test_with_an_empty_store_every_page_says_that_it_shows_the_demonstration(app: App, shown: Shown, page: str) -> None:
    text = shown(app.open(page))
    assert "Demonstration data, invented." in text
    assert "As of <strong>4 September 2023</strong>" in text


def test_the_demonstration_holds_the_papers_figures(app: App, shown: Shown) -> None:
    text = shown(app.open())
    for figure in ("6<span>open", "104<span>open", "34<span>open", "(106.6)", "(129.0)", "(27.8)"):
        assert figure in text
    assert "3 recommendations are past the HMICFRS deadline (with a reason given)." in text
    assert "Largest report: Vetting, misconduct and misogyny" in text


def test_the_first_import_replaces_the_demonstration(app: App, shown: Shown) -> None:
    text = shown(app.holding(BY_FORCE).open())
    assert "Demonstration" not in text
    for words in ("104<span>open", "Joint 4th fewest of 8", "3rd fewest of 8", "19% below", "22% above"):
        assert words in text
    assert "positions-2023-09-04-by-force.csv" in text
    assert "Of causes of concern, recommendations and AFIs only counts are held: upload an items export" in text
    assert "days before today" in text


def test_the_comparison_shows_the_papers_table(app: App) -> None:
    table = app.holding(BY_FORCE).open("comparison").get("table")[0].value
    assert table.loc["Recommendations", "Devon & Cornwall"] == "71"
    assert table.loc["Recommendations", "**West Mercia**"] == "**104**"
    assert list(table["MSG average"]) == ["6.0", "106.6", "33.1"]
    assert list(table["National average"]) == ["4.0", "129.0", "27.8"]


@pytest.mark.parametrize(("label", "average"), [("Without us", "107.0"), ("Median", "107.0"), ("With us", "106.6")])
def test_the_average_is_switched_by_the_url(app: App, label: str, average: str) -> None:
    table = app.holding(BY_FORCE).open("comparison", average=label).get("table")[0].value
    column = next(name for name in table.columns if str(name).startswith("MSG"))
    assert table.loc["Recommendations", column] == average


def test_without_national_figures_the_page_says_so(app: App, shown: Shown) -> None:
    text = shown(app.holding(AS_IN_PAPER).open())
    assert "<strong>Not held:</strong> national average" in text
    assert "National averages: not held." in text


@pytest.mark.parametrize("page", ["", "comparison", "about"])
def test_with_every_upload_withdrawn_nothing_is_shown_and_not_the_demonstration(
    app: App, shown: Shown, page: str
) -> None:
    app.holding(BY_FORCE)
    assert main(["withdraw", "1", "--store", str(app.store)]) == 0
    text = shown(app.open(page))
    assert "No figures held" in text
    assert "Demonstration" not in text
    assert "104" not in text


def test_another_home_force_shows_its_figures_and_says_that_no_group_is_held(
    app: App, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JASC_HOME_FORCE", "Suffolk")
    text = shown(app.holding(BY_FORCE).open())
    assert "115<span>open" in text
    assert "No most similar group is held for Suffolk" in text
    assert "11% below" in text
    assert shown(app.open("comparison"))


@pytest.mark.parametrize("page", PAGES)
def test_the_protective_marking_stands_on_every_page(
    app: App, shown: Shown, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    monkeypatch.setenv("JASC_MARKING", "OFFICIAL-SENSITIVE <b>")
    assert "OFFICIAL-SENSITIVE &lt;b&gt;" in shown(app.open(page))


@pytest.mark.parametrize(
    ("key", "sentence"),
    [("as_of", "No figures are held for the date in this link"), ("average", "is not known"), ("kind", "is not known")],
)
def test_a_link_that_cannot_be_honoured_gets_a_sentence(app: App, shown: Shown, key: str, sentence: str) -> None:
    text = shown(app.open("comparison", **{key: "31 February 2023"}))
    assert sentence in text
    assert "31 February 2023" in text


def test_an_earlier_date_is_said_loudly_on_every_page(app: App, shown: Shown) -> None:
    for page in PAGES:
        assert "Not the latest: as of 5 June 2023." in shown(app.open(page, as_of="5 June 2023"))


def test_one_kind_shows_what_lies_behind_it(app: App) -> None:
    tables = app.open("comparison", kind="Recommendations").get("table")
    behind = tables[0].value
    assert behind.loc["All reports", "All open"] == "104"
    assert behind.loc["Vetting, misconduct and misogyny", "All open"] == "34"
    assert behind.loc["All reports", "Past the HMICFRS deadline"] == "3"


def test_a_file_that_is_no_store_is_told_in_one_sentence(app: App, shown: Shown) -> None:
    app.store.write_text("notes")
    text = shown(app.open())
    assert "not a DuckDB store" in text
    assert str(app.store.parent) not in text
    assert app.store.read_text() == "notes"


def test_a_store_in_use_is_told_in_one_sentence(app: App, shown: Shown) -> None:
    app.holding(BY_FORCE)
    holder = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", holder, str(app.store)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        other.stdout.readline()
        assert "in use by another process" in shown(app.open())
        other.stdin.close()


def test_our_own_fault_gives_a_reference_and_nothing_else(
    app: App, shown: Shown, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError("secret detail")

    monkeypatch.setattr("jasc_data.analysis.comparison.headlines_at", fails)
    text = shown(app.open())
    assert "Something went wrong" in text
    assert "secret detail" not in text
    assert "secret detail" in caplog.text


def test_a_setting_that_cannot_be_used_is_told(app: App, shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JASC_HOME_FORCE", "WMP")
    assert "JASC_HOME_FORCE is 'WMP', which could be West Mercia or West Midlands" in shown(app.open())


def test_the_uploads_page_lists_what_was_committed(app: App, shown: Shown) -> None:
    text = shown(app.holding(BY_FORCE).open("uploads"))
    assert "positions-2023-09-04-by-force.csv" in text
    assert "committed upload 1" in text
