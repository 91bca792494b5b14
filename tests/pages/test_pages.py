"""Every page in every state, run by Streamlit's own AppTest on app.py: what it says, and that it never breaks."""

import re
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from jasc_data.intake.learned import Decision, Domain
from jasc_data.store.snapshot import Snapshot
from jasc_data.uploads import history_tables
from jasc_data.uploads.commit import keep_decisions
from pages._shared import answers, cache_warming
from tests.builders import BY_FORCE, PAPER_DAY, PAPER_LAYOUT, by, items_csv, new_store, numbered, positions_csv
from tests.pages.seen import unfolded

PROJECT = Path(__file__).parents[2]
POSITION = "pages/figures/position.py"
COMPARISON = "pages/figures/comparison.py"
UPLOAD = "pages/exports/upload.py"
TREND = "pages/time/trend.py"
UPLOADS = "pages/exports/uploads.py"
ABOUT = "pages/about/about.py"
PAGES = (POSITION, COMPARISON, UPLOAD, UPLOADS, ABOUT)
PRESENT = "pages/meeting/present.py"
FIGURES = (POSITION, COMPARISON)
BANNER = "Demonstration data, invented."
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~$:&])")
TAG = re.compile(r"<style>.*?</style>|<script>.*?</script>|<[^>]+>", re.DOTALL)
HOLDER = """
import sys
from pathlib import Path
from jasc_data.store.connection import open_store
store = open_store(Path(sys.argv[1]), create=True)
print("held", flush=True)
sys.stdin.read()
"""
Open = Callable[..., AppTest]


@pytest.fixture
def opened(place: Path) -> Open:
    """``opened(page)``: the app after a visit to that page, proved to show no exception."""

    def open_page(page: str = POSITION, **choices: str) -> AppTest:
        app = AppTest.from_file(PROJECT / "app.py", default_timeout=60)
        app.query_params.update(choices)
        return sound(app.run() if page == POSITION else app.switch_page(page).run())

    return open_page


@pytest.fixture
def paper(filled: Callable[..., None]) -> None:
    filled((BY_FORCE.read_bytes(), date(2023, 9, 4)))


def sound(app: AppTest) -> AppTest:
    assert not app.exception, [shown.value for shown in app.exception]
    return app


def said(app: AppTest) -> str:
    """Every word on the page, as a reader sees it."""
    groups = (app.html, app.title, app.header, app.markdown, app.caption, app.error, app.warning, app.success)
    texts = [str(shown.value) for group in groups for shown in group]
    texts += [table.value.to_string() for table in app.table] + [code.value for code in app.code]
    texts += [expander.label for expander in app.expander]
    return ESCAPED.sub(r"\1", TAG.sub(" ", " ".join(texts)).replace("**", ""))


def papers_table(app: AppTest) -> pd.DataFrame:
    """The committee paper's table."""
    return next(table.value for table in app.table if "National average" in table.value.columns)


def charts(app: AppTest) -> list[str]:
    """The pictures on the page, each by its accessible name."""
    return [chart.proto.alt for chart in app.get("plotly_chart")]


def pictures(app: AppTest) -> list[str]:
    """What the pictures are made of."""
    return [chart.proto.spec for chart in app.get("plotly_chart")]


def one_plain_sentence(app: AppTest, place: Path) -> str:
    """The one error on the page, which gives away no path and no code."""
    (shown,) = app.error
    for secret in (str(place), str(place.parent), str(PROJECT), "Traceback", 'File "', ".py", "duckdb.", "Exception"):
        assert secret not in shown.value
        assert secret not in said(app)
    return str(shown.value)


# The demonstration


@pytest.mark.parametrize("page", PAGES)
def test_the_demonstration_is_named_on_every_page(opened: Open, page: str) -> None:
    app = opened(page)
    assert BANNER in said(app)
    assert ("4 Sep 2023" in said(app)) == (page in FIGURES), "the pages about the data have no as-of date"
    assert "Real are only the eight forces" in " ".join(shown.value for shown in app.html)


def test_the_demonstration_shows_the_papers_figures(opened: Open) -> None:
    app = opened()
    text = said(app)
    for figure in (">6<span>", ">104<span>", ">34<span>"):
        assert figure in " ".join(shown.value for shown in app.html)
    for words in ("Joint 4th fewest of 8", "3rd fewest of 8", "106.6", "129.0", "33.1", "27.8", "50% above"):
        assert words in text
    assert app.title[0].value.startswith("Recommendations 19% below the national average")


def test_every_picture_of_the_demonstration_says_that_it_is_invented(opened: Open) -> None:
    drawn = pictures(opened(COMPARISON))[:3]
    assert len(drawn) == 3
    assert all("Invented demonstration data" in picture for picture in drawn)


@pytest.mark.parametrize("page", FIGURES)
def test_every_chart_has_words(opened: Open, page: str) -> None:
    alts = charts(opened(page))
    assert len(alts) >= 3
    for alt in alts:
        assert "West Mercia" in alt
        assert 40 < len(alt) <= 220
    assert len(set(alts)) == len(alts)


# Real figures


@pytest.mark.usefixtures("paper")
@pytest.mark.parametrize("page", PAGES)
def test_the_first_import_ends_the_demonstration(opened: Open, page: str) -> None:
    text = said(opened(page))
    assert "invented" not in text.lower()
    assert page == UPLOAD or re.search(r"4 Sep(tember)? 2023", text)


@pytest.mark.usefixtures("paper")
def test_the_papers_figures(opened: Open) -> None:
    app = opened()
    text = said(app)
    for words in ("Joint 4th fewest of 8", "3rd fewest of 8", "4th fewest of 8", "106.6", "33.1", "129.0", "27.8"):
        assert words in text
    assert "19% below the national average (129.0)" in text
    assert "22% above the national average (27.8)" in text
    assert "the same as the MSG average (6.0)" in text
    assert "106.625" not in text
    assert "Source: positions export of 4 September 2023 (" in text


@pytest.mark.usefixtures("paper")
def test_with_counts_alone_the_page_says_what_to_upload(opened: Open) -> None:
    assert "upload an items export of West Mercia" in said(opened())
    assert "Only counts are held. Upload an items export" in said(opened(COMPARISON, kind="AFIs"))


@pytest.mark.usefixtures("paper")
def test_the_papers_table_stands_on_the_comparison(opened: Open) -> None:
    app = opened(COMPARISON)
    table = papers_table(app)
    assert list(table.loc["Recommendations"]) == "71 110 93 106 115 108 **104** 146 106.6 129.0".split()
    assert len(charts(app)) == 3
    assert not any("Invented" in picture for picture in pictures(app))


@pytest.mark.usefixtures("paper")
@pytest.mark.parametrize(("average", "figure"), [("With us", "106.6"), ("Without us", "107.0"), ("Median", "107.0")])
def test_the_average_can_be_chosen_in_the_url(opened: Open, average: str, figure: str) -> None:
    app = opened(COMPARISON, average=average)
    assert figure in papers_table(app).loc["Recommendations"].tolist()
    assert f"average={average.replace(' ', '+')}" in app.code[-1].value
    assert not app.warning


@pytest.mark.usefixtures("paper")
def test_one_kind_can_be_chosen_in_the_url(opened: Open) -> None:
    app = opened(COMPARISON, kind="Recommendations")
    assert len(charts(app)) == 1
    assert "Behind the figure: recommendations of West Mercia" in said(app)
    assert "kind=Recommendations" in app.code[-1].value


@pytest.mark.usefixtures("paper")
def test_choosing_with_the_controls_is_the_same_as_with_the_url(opened: Open) -> None:
    app = opened(COMPARISON)
    app.selectbox(key="kind").set_value("AFIs").run()
    app.get_by_key("average").set_value("Median").run()
    assert len(charts(sound(app))) == 1
    assert "MSG median" in said(app)
    assert app.table[-1].value.loc["MSG median", "Open"] == "35.0"


def test_items_show_what_lies_behind_a_figure(opened: Open, filled: Callable[..., None]) -> None:
    rows = [*numbered(3, "V", report="Vetting"), *numbered(2, "P", report="PEEL 2021/22", status="in progress")]
    filled((items_csv(*rows), date(2023, 9, 4)))
    app = opened(COMPARISON, kind="Recommendations")
    table = next(table.value for table in app.table if "All reports" in table.value.index)
    assert list(table["All open"]) == ["3", "2", "5"]
    assert table.loc["PEEL 2021/22", "In progress"] == "2"


def test_text_from_a_file_is_never_rendered(opened: Open, filled: Callable[..., None]) -> None:
    rows = numbered(2, "V", report="**<img src=x onerror=alert(1)>** [a](http://b)")
    filled((items_csv(*rows), date(2023, 9, 4)))
    for page in PAGES:
        app = opened(page)
        shown = " ".join(str(part.value) for group in (app.html, app.markdown) for part in group)
        assert "<img" not in shown
        assert "](http" not in " ".join(str(part.value) for part in app.markdown)
        for table in app.table:
            assert "<img" not in table.value.to_csv()


def test_the_papers_own_layout_has_no_national_average(opened: Open, filled: Callable[..., None]) -> None:
    filled((PAPER_LAYOUT.read_bytes(), date(2023, 9, 4)))
    app = opened()
    text = said(app)
    assert "No national average is held." in text
    assert "National averages: not held." in text
    assert app.title[0].value != ""
    assert list(papers_table(opened(COMPARISON))["National average"]) == ["not held"] * 3


def test_the_home_force_alone_is_compared_with_nobody(opened: Open, filled: Callable[..., None]) -> None:
    filled((positions_csv({"West Mercia": (6, 104, 34)}), date(2023, 9, 4)))
    assert "Other forces of the MSG are not held." in said(opened())
    told = said(opened(COMPARISON))
    assert "there is no MSG average and no rank: no other force of the group has a figure" in told
    assert "MSG average (" not in told
    assert "1 of 8 forces:" not in told


def test_one_force_that_is_not_held_is_said_and_never_0(opened: Open, filled: Callable[..., None]) -> None:
    filled((positions_csv({"West Mercia": (6, 104, 34), "Suffolk": (6, 115, None)}), date(2023, 9, 4)))
    text = " ".join(said(opened()).split())
    assert "2 of 8 forces held" in text
    table = papers_table(opened(COMPARISON))
    assert table.iloc[2]["Suffolk"] == "not held"
    assert table.iloc[0]["Norfolk"] == "not held"


# An earlier date


@pytest.fixture
def two_dates(filled: Callable[..., None]) -> None:
    earlier = positions_csv({"West Mercia": (7, 119, 42)})
    filled((earlier, date(2023, 6, 5)), (BY_FORCE.read_bytes(), date(2023, 9, 4)))


@pytest.mark.usefixtures("two_dates")
@pytest.mark.parametrize("page", FIGURES)
def test_an_earlier_date_is_named_as_such_on_every_page(opened: Open, page: str) -> None:
    app = opened(page)
    app.selectbox(key="as_of").set_value("5 June 2023").run()
    text = said(sound(app))
    assert "Not the latest, which is 4 September 2023" in text


@pytest.mark.usefixtures("two_dates")
def test_a_date_that_is_chosen_outlasts_a_page_without_the_choice(opened: Open) -> None:
    app = opened()
    app.selectbox(key="as_of").set_value("5 June 2023").run()
    app.switch_page(ABOUT).run()
    assert "Not the latest" not in said(sound(app))
    app.switch_page(COMPARISON).run()
    assert "Not the latest, which is 4 September 2023" in said(sound(app))


@pytest.mark.usefixtures("two_dates")
def test_an_earlier_date_shows_that_dates_figures(opened: Open) -> None:
    assert "15 fewer than 5 Jun 2023" in said(opened())
    app = opened(as_of="5 June 2023")
    assert ">119<span>" in " ".join(shown.value for shown in app.html)
    assert "no earlier export" in said(app)
    assert "as_of=5+June+2023" in app.code[-1].value


@pytest.mark.usefixtures("two_dates")
def test_the_latest_by_name_is_the_latest(opened: Open) -> None:
    text = said(opened(as_of="4 September 2023"))
    assert "Not the latest" not in text


# The link


@pytest.mark.usefixtures("paper")
def test_a_copied_link_holds_every_choice(opened: Open) -> None:
    link = opened(COMPARISON).code[-1].value
    assert "as_of=4+September+2023" in link
    assert "average=With+us" in link
    assert "kind=All+three" in link


@pytest.mark.parametrize("page", FIGURES)
@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("as_of", "No figures are held for the date in this link"),
        ("average", "The average in this link"),
        ("kind", "The kind in this link"),
    ],
)
@pytest.mark.parametrize("value", ["nonsense", "<script>alert(1)</script>"])
def test_a_link_that_cannot_be_honoured_is_said(opened: Open, page: str, key: str, sentence: str, value: str) -> None:
    app = opened(page, **{key: value})
    (shown,) = app.warning
    assert shown.value.startswith(sentence)
    assert not app.error
    assert "4 Sep 2023" in said(app)


def test_a_link_cannot_put_markdown_on_the_page(opened: Open) -> None:
    (shown,) = opened(kind="[click me](http://evil.example) **now**").warning
    assert "](http" not in shown.value
    assert "**now" not in shown.value


def test_a_very_long_value_in_a_link_is_cut(opened: Open) -> None:
    (shown,) = opened(as_of="9" * 5_000).warning
    assert len(shown.value) < 200


# Nothing held


@pytest.mark.parametrize("page", PAGES)
def test_every_upload_withdrawn_is_no_figures_and_not_the_demonstration(
    opened: Open, filled: Callable[..., None], page: str
) -> None:
    filled((BY_FORCE.read_bytes(), date(2023, 9, 4)), withdrawn=(1,))
    app = opened(page)
    text = said(app)
    assert "No figures held" in text
    assert BANNER not in text
    assert "104" not in text
    assert not charts(app)
    assert not app.error


# Settings


@pytest.mark.parametrize("page", PAGES)
def test_another_home_force_works_without_a_group(
    opened: Open, filled: Callable[..., None], monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    monkeypatch.setenv("JASC_HOME_FORCE", "Suffolk")
    filled((BY_FORCE.read_bytes(), date(2023, 9, 4)), home="Suffolk")
    text = said(opened(page))
    assert "Suffolk" in text or page == UPLOADS
    assert "West Mercia against" not in text
    if page == POSITION:
        assert "No group is held to compare with." in text
        assert "11% below the national average (129.0)" in text
        assert "of 8" not in text
    if page == COMPARISON:
        assert "No most similar group is held for Suffolk" in text


def test_a_home_force_without_a_group_still_has_its_table(
    opened: Open, filled: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JASC_HOME_FORCE", "Suffolk")
    filled((BY_FORCE.read_bytes(), date(2023, 9, 4)), home="Suffolk")
    app = opened(COMPARISON)
    assert not charts(app)
    assert app.table[0].value.loc["Recommendations"].tolist() == ["**115**", "129.0"]
    assert not opened(COMPARISON, kind="Recommendations").error


@pytest.mark.parametrize("page", PAGES)
def test_the_marking_stands_on_every_page(opened: Open, monkeypatch: pytest.MonkeyPatch, page: str) -> None:
    monkeypatch.setenv("JASC_MARKING", "OFFICIAL-SENSITIVE <b>x</b>")
    app = opened(page)
    frame = " ".join(shown.value for shown in app.html)
    assert "OFFICIAL-SENSITIVE &lt;b&gt;x&lt;/b&gt;" in frame
    assert "<b>x</b>" not in frame
    if page == COMPARISON:
        assert all("OFFICIAL-SENSITIVE" in picture for picture in pictures(app)[:3])


@pytest.mark.parametrize("page", PAGES)
def test_no_marking_is_none(opened: Open, page: str) -> None:
    assert 'class="jasc-marking"' not in " ".join(shown.value for shown in opened(page).html)


@pytest.mark.parametrize("name", ["WMP", "Narnia"])
def test_a_wrong_setting_is_one_sentence(opened: Open, monkeypatch: pytest.MonkeyPatch, place: Path, name: str) -> None:
    monkeypatch.setenv("JASC_HOME_FORCE", name)
    sentence = one_plain_sentence(opened(), place)
    assert "JASC_HOME_FORCE" in sentence
    assert name in sentence


# What goes wrong


def test_a_store_in_use_is_one_sentence(opened: Open, place: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(place)]
    with subprocess.Popen(command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        app = opened()
        holder.communicate()
    assert "in use by another process" in one_plain_sentence(app, place)
    assert BANNER not in said(app)
    assert BANNER in said(opened())  # the same visit again, once the store is free


def test_a_file_that_is_no_store_is_one_sentence_and_left_alone(opened: Open, place: Path) -> None:
    place.parent.mkdir()
    place.write_bytes(b"a letter, not a store" * 50)
    assert "not a DuckDB store" in one_plain_sentence(opened(), place)
    assert place.read_bytes() == b"a letter, not a store" * 50


def test_a_folder_at_the_stores_place_is_one_sentence(opened: Open, place: Path) -> None:
    place.mkdir(parents=True)
    assert "not a file" in one_plain_sentence(opened(), place)


@pytest.mark.parametrize(
    ("page", "answer"), [(POSITION, "position_of"), (COMPARISON, "comparison_of"), (ABOUT, "comparison_of")]
)
def test_a_bug_gives_a_reference_and_nothing_else(
    opened: Open,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    place: Path,
    page: str,
    answer: str,
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("the secret at /etc/passwd")

    monkeypatch.setattr(answers, answer, broken)
    app = opened(page)
    sentence = one_plain_sentence(app, place)
    assert "Something went wrong, and no figure was changed" in sentence
    (reference,) = re.findall(r"\b[0-9a-f]{8}\b", sentence)
    assert "secret" not in said(app)
    assert "ZeroDivision" not in said(app)
    logged = [record for record in caplog.records if record.name == "jasc"]
    assert reference in logged[-1].getMessage()
    assert logged[-1].exc_info is not None


# Upload, and the uploads


def step(app: AppTest) -> str:
    """The upload's step that is shown in bold."""
    return next(re.sub(r"\\", "", found) for found in re.findall(r"\*\*([^*]+)\*\*", app.markdown[0].value))


def choose(app: AppTest, content: bytes, name: str = "positions-2023-09-04-by-force.csv") -> AppTest:
    app.file_uploader[0].upload(name, content, "text/csv").run()
    return press(app, "Next: what was read")


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click().run()
    return sound(app)


def give_reason(app: AppTest, words: str) -> None:
    (reason,) = [field for field in app.text_input if field.label.startswith("Reason")]
    reason.set_value(words)
    sound(app.run())


def test_the_upload_journey(opened: Open) -> None:
    app = opened(UPLOAD)
    assert step(app) == "1. Choose the file"
    choose(app, BY_FORCE.read_bytes())
    assert step(app) == "2. What was read"
    assert app.date_input[0].value == date(2023, 9, 4)
    assert "found in the file's name" in said(app)
    press(app, "Next: what would change")
    assert "No problems were found." in said(app)
    assert "Recommendations of West Mercia: 104, not held before; 3rd fewest of 8 now, no MSG rank before." in said(app)
    assert "Invented" not in said(app)  # the file's own figures are real, also while the demonstration is shown
    press(app, "Next: commit")
    assert "The demonstration goes" in said(app)
    press(app, "Commit this upload")
    assert "Committed as upload 1" in said(app)
    assert BANNER not in said(app)
    assert step(app) == "1. Choose the file"
    assert ">104<span>" in " ".join(shown.value for shown in opened().html)


def test_whoever_commits_waits_for_the_answers_and_nobody_who_looks(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    run = Snapshot._run
    monkeypatch.setattr(Snapshot, "_run", lambda self, name, given: (asked.append(name), run(self, name, given))[1])
    app = opened(UPLOAD)
    choose(app, BY_FORCE.read_bytes())
    for label in ("Next: what would change", "Next: commit"):
        press(app, label)
    asked.clear()
    press(app, "Commit this upload")
    assert "trend/standing" in asked
    asked.clear()
    opened(TREND)
    assert asked == ["store/state"]


def test_an_answer_that_fails_leaves_the_uploads_page_whole(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError

    app = opened(UPLOAD)
    choose(app, BY_FORCE.read_bytes())
    for label in ("Next: what would change", "Next: commit"):
        press(app, label)
    monkeypatch.setattr(cache_warming, "trend_of", fails)
    press(app, "Commit this upload")
    assert not app.error
    assert "Committed as upload 1" in said(app)


def test_who_looks_at_the_uploads_waits_for_no_answer_of_other_pages(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    run = Snapshot._run
    monkeypatch.setattr(Snapshot, "_run", lambda self, name, given: (asked.append(name), run(self, name, given))[1])
    for page in (UPLOADS, UPLOAD):
        opened(page)
    assert not [name for name in asked if name.startswith("trend/")]


def test_a_faulty_file_cannot_get_to_the_commit(opened: Open) -> None:
    app = opened(UPLOAD)
    bad = b"Force,Type,Ref,Report,Level\nWMP,Rec,R1,Vetting,2\nWest Mercia,Rec,R2,Vetting,5\n"
    choose(app, bad, "items-2023-09-04.csv")
    press(app, "Next: what would change")
    text = said(app)
    assert "'WMP' could be West Mercia or West Midlands." in text
    assert "'5' is not a grade." in text
    assert "--" not in text  # nothing of the command line's options
    (onward,) = [button for button in app.button if button.label == "Next: commit"]
    assert onward.disabled
    assert BANNER in said(opened())


def test_going_back_from_the_commit_keeps_the_answers(opened: Open) -> None:
    app = opened(UPLOAD)
    choose(app, BY_FORCE.read_bytes(), "paper.csv")
    app.date_input[0].set_value(date(2023, 9, 4)).run()
    press(app, "Next: what would change")
    press(app, "Back")
    assert app.date_input[0].value == date(2023, 9, 4)


def test_a_file_without_a_date_asks_for_it(opened: Open) -> None:
    app = opened(UPLOAD)
    choose(app, BY_FORCE.read_bytes(), "paper.csv")
    assert app.date_input[0].value is None
    press(app, "Next: what would change")
    assert "does not say what date" in said(app)
    assert "--as-of" not in said(app)


def test_markdown_in_a_file_name_is_never_rendered(opened: Open) -> None:
    app = opened(UPLOAD)
    choose(app, BY_FORCE.read_bytes(), "[a](http://evil.example) **b** <img src=x>.csv")
    shown = " ".join(str(part.value) for group in (app.markdown, app.header, app.html) for part in group)
    assert "](http" not in shown
    assert not re.search(r"(?<!\\)<img", shown)


def test_of_very_many_uploads_the_latest_are_listed_and_all_when_asked_for(
    opened: Open, filled: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_tables, "LATEST", 1)
    filled(*((BY_FORCE.read_bytes(), day) for day in (PAPER_DAY - timedelta(days=7), PAPER_DAY)))
    app = opened(UPLOADS)
    assert list(app.table[0].value["Number"]) == ["2"]
    assert len(app.selectbox[0].options) == 2
    assert list(sound(app.toggle[0].set_value(True).run()).table[0].value["Number"]) == ["2", "1"]


@pytest.mark.usefixtures("paper")
def test_an_upload_is_withdrawn_and_restored(opened: Open) -> None:
    app = opened(UPLOADS)
    row = app.table[0].value.iloc[0]
    assert (row["Number"], row["State"], row["As of"]) == ("1", "live", "4 Sep 2023")
    app.selectbox[0].select_index(0)
    sound(app.run())
    assert "Recommendations of West Mercia: 104 before, no longer held" in said(app)
    give_reason(app, "The wrong file")
    press(app, "Withdraw upload 1")
    assert app.table[0].value.iloc[0]["State"] == "withdrawn"
    assert "No figures held" in said(app)
    give_reason(app, "It was the right one")
    press(app, "Restore upload 1")
    assert app.table[0].value.iloc[0]["State"] == "live"
    assert "No figures held" not in said(app)
    log = " ".join(unfolded(app, "log").table[-1].value["What"])
    assert "committed upload 1" in log
    assert "withdrawn upload 1" in log
    assert "restored upload 1" in log


@pytest.mark.usefixtures("paper")
def test_withdrawing_asks_for_a_reason_and_ends_on_what_happened(opened: Open) -> None:
    app = opened(UPLOADS)
    app.selectbox[0].select_index(0)
    sound(app.run())
    (button,) = [button for button in app.button if button.label == "Withdraw upload 1"]
    assert button.disabled
    give_reason(app, "The wrong file")
    press(app, "Withdraw upload 1")
    (told,) = app.success
    words = told.value.replace("\\", "")
    assert "Upload 1 of 4 September 2023 is withdrawn: for West Mercia, causes of concern are not held" in words
    assert "No headline figure of another date changes." in words
    assert "press Restore upload 1 below" in words
    assert "The wrong file" in list(unfolded(app, "log").table[-1].value["Detail"])
    assert app.run().success  # it stays until another upload is looked at
    app.selectbox[0].set_value(None)
    assert not sound(app.run()).success


def test_an_older_upload_shows_every_date_that_it_changes(opened: Open, filled: Callable[..., None]) -> None:
    both = items_csv(*numbered(4), *numbered(1, "A", kind="AFI"))
    filled((both, date(2023, 7, 3)), (items_csv(*numbered(1, "A", kind="AFI")), date(2023, 9, 4)))
    app = opened(UPLOADS)
    app.selectbox[0].select_index(1)
    sound(app.run())
    assert "It changes figures of 1 other date as well: 4 September 2023." in said(app)
    table = next(shown.value for shown in app.table if "Force" in shown.value)
    assert list(table["As of"]) == ["3 Jul 2023", "4 Sep 2023"]
    assert list(table["Recommendations"]) == ["4 → not held", "4 → not held"]
    assert list(table["AFIs"]) == ["1 → not held", "no change"]


def test_a_replaced_upload_is_shown_as_replaced(opened: Open, filled: Callable[..., None]) -> None:
    filled(*((items_csv(*numbered(count)), date(2023, 9, 4)) for count in (5, 4)))
    app = opened(UPLOADS)
    assert list(app.table[0].value["State"]) == ["live", "replaced by 2"]
    app.selectbox[0].select_index(1)
    sound(app.run())
    assert "It changes no figure, because upload 2 replaces it." in said(app)


def answer(app: AppTest, label: str, meaning: str) -> None:
    """Chooses a meaning in the box whose label begins or ends so; nothing is sent before the form is."""
    (box,) = [box for box in app.selectbox if label in box.label]
    box.set_value(meaning)


def test_what_was_decided_is_shown_with_the_upload(opened: Open) -> None:
    app = opened(UPLOAD)
    choose(app, b"Force,Type,Ref,Report,Grade,Deadline,RAG\nWMP,Rec,R1,Vetting,2,,Red\n", "items-2023-09-04.csv")
    answer(app, "Meaning of column G", "")
    press(app, "Read the columns so")
    answer(app, "WMP", "West Mercia")
    answer(app, "No column holds the status", "in progress")
    press(app, "Read the file so")
    for label in ("Next: what would change", "Next: commit", "Commit this upload"):
        press(app, label)
    app = opened(UPLOADS)
    app.selectbox[0].select_index(0)
    sound(app.run())
    words = next(shown.value for shown in app.table if "Taken as" in shown.value)
    assert words.to_numpy().tolist() == [
        ["Heading", "RAG", "set aside, not read"],
        ["Force", "WMP", "West Mercia"],
        ["Assumption", "no column for status", "in progress"],
    ]
    columns = next(shown.value for shown in app.table if "Read as" in shown.value)
    assert columns.to_numpy().tolist()[2] == ["C", "Ref", "reference"]


def test_the_preview_says_what_it_replaces_and_adds_the_rows_up(opened: Open, filled: Callable[..., None]) -> None:
    filled((items_csv(*numbered(5)), date(2023, 9, 4)))
    app = opened(UPLOAD)
    for_others = numbered(2, "H", addressee="Home Office")
    choose(app, items_csv(*numbered(4), *for_others), "items-2023-09-04.csv")
    press(app, "Next: what would change")
    text = said(app)
    assert "6 rows: 4 ours, 2 for other bodies." in text
    assert "Ours: 4 open (4 unchanged)." in text
    assert "1 item held as open is not in the file and is closed by it." in text
    assert "This replaces upload 1 (export.csv, committed" in text
    rows = next(shown.value for shown in app.table if "Rows read" in shown.value.index)
    assert [int(number) for number in rows["Rows"]] == [0, 4, 0, 0, 0, 0, 2, 6]


def test_a_commit_on_an_outdated_preview_is_refused(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened(UPLOAD)
    choose(app, BY_FORCE.read_bytes())
    press(app, "Next: what would change")
    press(app, "Next: commit")
    other = opened(UPLOAD)
    choose(other, positions_csv({"West Mercia": (1, 2, 3)}), "positions-2023-08-01.csv")
    for label in ("Next: what would change", "Next: commit", "Commit this upload"):
        press(other, label)
    press(app, "Commit this upload")
    assert "figures held have changed since this preview" in said(app)
    assert step(app) == "3. What would change"
    assert len(opened(UPLOADS).table[0].value) == 1


def test_about_says_who_closes_what_and_where_figures_come_from(opened: Open) -> None:
    app = opened(ABOUT)
    text = said(app)
    assert "Level 3" in text
    assert "HMICFRS" in text
    closes = next(table.value for table in app.table if "Who closes it" in table.value)
    assert dict(zip(closes["Grade"], closes["Who closes it"], strict=True)).get("Level 4") == "Not stated"
    assert "Fewer open is better; fewer open is not the same as safer." in text


def test_two_exports_of_one_date_that_contradict_each_other_are_said_above_the_figures(
    opened: Open, filled: Callable[..., None]
) -> None:
    filled((BY_FORCE.read_bytes(), date(2023, 9, 4)), (items_csv(*numbered(4)), date(2023, 9, 4)))
    for page in (POSITION, TREND):
        app = opened(page)
        (warning,) = app.warning
        assert "the items count 4 open and the positions 104; the items are shown" in warning.value.replace("\\", "")
        assert "items count 4 open" not in " ".join(shown.value for shown in app.markdown)


def test_words_decided_for_an_earlier_file_are_shown_and_can_be_said_otherwise(opened: Open, place: Path) -> None:
    """Blue was closed under Progress; under Status of another tracker it is shown, asked about, and can be changed."""

    def tracker(heading: str) -> bytes:
        head = f"Reference,Force,Kind,Report,Grade,Deadline,{heading}\n"
        return f"{head}R1,West Mercia,Rec,Vetting,2,,Blue\nR2,West Mercia,Rec,Vetting,2,,Open\n".encode()

    with closing(new_store(place)) as store:
        blue = Decision(Domain.STATUS, "Blue", "closed", "progress")
        keep_decisions(store, [blue], by())
    app = opened(UPLOAD)
    choose(app, tracker("Status"))
    (word,) = [box for box in app.selectbox if box.label.startswith("Blue")]
    assert word.label == "Blue (Status, 1 row; decided for another column)"
    assert word.value == "closed"
    word.select("in progress")
    press(app, "Read these words so")
    assert not [box for box in app.selectbox if box.label.startswith("Blue")]
