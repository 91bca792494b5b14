"""The pages of grades, causes of concern and deadlines in every state, run by AppTest on app.py."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.builders import BY_FORCE, PAPER_DAY, item, items_csv, numbered, positions_csv
from tests.pages.seen import about_to_open

PROJECT = Path(__file__).parents[2]
GRADES = "pages/breakdowns/grades.py"
CAUSES = "pages/breakdowns/causes.py"
DEADLINES = "pages/breakdowns/deadlines.py"
PAGES = (GRADES, CAUSES, DEADLINES)
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~$:&])")
Fill = Callable[..., None]


def opened(page: str, **choices: str) -> AppTest:
    app = about_to_open()
    app.query_params.update(choices)
    return sound(app.switch_page(page).run())


def sound(app: AppTest) -> AppTest:
    assert not app.exception, [shown.value for shown in app.exception]
    assert not app.error, [shown.value for shown in app.error]
    return app


def said(app: AppTest) -> str:
    groups = (app.title, app.header, app.markdown, app.caption, app.warning, app.html)
    texts = [str(shown.value) for group in groups for shown in group]
    texts += [table.value.to_string() for table in app.table] + [expander.label for expander in app.expander]
    return ESCAPED.sub(r"\1", " ".join(texts).replace("**", ""))


def title(app: AppTest) -> str:
    return ESCAPED.sub(r"\1", str(app.title[0].value))


def alts(app: AppTest) -> list[str]:
    return [chart.proto.alt for chart in app.get("plotly_chart")]


# The demonstration


def test_the_demonstrations_grades(place: Path) -> None:
    app = opened(GRADES)
    assert title(app) == "Level 3: 49% of West Mercia's items, 62% across its MSG"
    assert alts(app)[0].startswith("Bars by level: West Mercia has 48% level 2, 49% level 3")
    text = said(app)
    assert "no open item of West Mercia was graded level 4" in text
    assert "The Chief Constable, with appropriate oversight" in text
    assert "England and Wales, 43 forces" in app.get("plotly_chart")[0].proto.spec
    assert "Grades of" not in text
    app.selectbox(key="grades_of").select("AFIs").run()
    assert "West Mercia had 34 open AFIs" in said(sound(app))


def test_the_demonstrations_causes(place: Path) -> None:
    app = opened(CAUSES)
    assert title(app).startswith("West Mercia: 6 causes of concern open, the oldest")
    text = said(app)
    for reference in ("WM-PEEL21-C01", "WM-CUST-C05", "WM-CUST-R08"):
        assert reference in text
    assert "first seen in our exports 6 Jun 2022" in text


def test_the_demonstrations_deadlines_and_whose_they_are(place: Path) -> None:
    app = opened(DEADLINES)
    strip = next(shown.value for shown in app.html if "jasc-facts" in shown.value)
    assert re.findall(r"<strong>(\d+)</strong>", strip) == ["3", "2", "23", "23"]
    assert "each with a reason given" in strip
    assert len(alts(app)) == 3
    assert "Due in 90 days, of every lead: 23 of 144 open items." in said(app)
    app.selectbox(key="lead").select("Head of Vetting").run()
    app.selectbox(key="due").select("All open items").run()
    assert "9 of 144 open items." in said(sound(app))


def test_a_lead_that_an_earlier_date_does_not_know_is_no_exception(place: Path) -> None:
    app = opened(DEADLINES)
    app.selectbox(key="lead").select("Head of Performance").run()
    app.selectbox(key="as_of").select("7 March 2022").run()
    sound(app)


# Parts of the data


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (
            GRADES,
            "The grades of all open recommendations and AFIs of West Mercia are not held. Upload its items export, or positions with a column",
        ),
        (CAUSES, "Only counts are held for West Mercia on 4 September 2023, and no items. Upload an items export"),
        (DEADLINES, "Only counts are held for West Mercia on 4 September 2023, and no items. Upload an items export"),
    ],
)
def test_with_only_positions_each_page_says_what_to_upload(filled: Fill, page: str, words: str) -> None:
    filled((BY_FORCE.read_bytes(), PAPER_DAY))
    app = opened(page)
    assert words in said(app)
    assert alts(app) == []
    assert not app.metric


@pytest.mark.parametrize("page", PAGES)
def test_with_every_upload_withdrawn_nothing_is_shown(filled: Fill, page: str) -> None:
    filled((BY_FORCE.read_bytes(), PAPER_DAY), withdrawn=(1,))
    app = opened(page)
    assert app.title[0].value == "No figures are held"
    assert alts(app) == []


@pytest.mark.parametrize("page", PAGES)
def test_with_only_own_items_of_one_date_the_pages_stand(filled: Fill, page: str) -> None:
    filled((items_csv(*numbered(3, grade="2"), *numbered(2, "A", kind="AFI"), item("C1", "CoC")), PAPER_DAY))
    assert "West Mercia" in said(opened(page))


@pytest.mark.parametrize("page", PAGES)
def test_nothing_open_is_no_exception(filled: Fill, page: str) -> None:
    gone = [item(f"X{kind}", kind, status="Closed") for kind in ("CoC", "Recommendation", "AFI")]
    filled((items_csv(*gone), PAPER_DAY))
    assert "West Mercia" in said(opened(page))


@pytest.mark.parametrize("page", PAGES)
def test_a_home_force_without_a_group_has_its_pages(filled: Fill, page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JASC_HOME_FORCE", "Kent")
    cells = [item(f"R{kind}", kind, force="Kent") for kind in ("CoC", "Recommendation", "AFI")]
    filled((items_csv(*cells), PAPER_DAY), home="Kent")
    assert "Kent" in said(opened(page))


def test_the_headline_of_another_export_is_said(filled: Fill) -> None:
    items = items_csv(*numbered(3, grade="2"), *numbered(2, "A", kind="AFI"), item("C1", "CoC"))
    filled((items, date(2023, 9, 1)), (positions_csv({"West Mercia": (1, 4, 2)}), PAPER_DAY))
    for page in PAGES:
        assert "Recommendations: sums to 3 (items, 1 Sep 2023); headline 4 (positions, 4 Sep 2023)." in said(
            opened(page)
        )


def test_text_from_a_file_is_shown_as_it_is_written(filled: Fill) -> None:
    hostile = "<b>bold</b> [link](http://x) $a$ | :red[x]"
    filled(
        (
            items_csv(item("C1", "CoC", text=hostile), item("R1", text=hostile, lead=hostile, cause_of_concern="C1")),
            PAPER_DAY,
        )
    )
    for page in (CAUSES, DEADLINES):
        app = opened(page)
        shown = [str(entry.value) for entry in (*app.markdown, *app.caption)]
        shown += [str(cell) for table in app.table for column in table.value for cell in table.value[column]]
        assert not [text for text in shown if "<b>" in text or "](http" in text or re.search(r"(?<!\\):red", text)]


# Links


@pytest.mark.parametrize(
    ("page", "key", "words"),
    [
        (GRADES, "grades_of", "The kinds in this link (nonsense) are not known; both are shown."),
        (DEADLINES, "due", "The items in this link (nonsense) are not known; those due soon are shown."),
        (DEADLINES, "lead", "No open item has the lead in this link (nonsense); every lead is shown."),
    ],
)
def test_a_tampered_link_falls_back_with_a_sentence(place: Path, page: str, key: str, words: str) -> None:
    app = opened(page, **{key: "nonsense"})
    assert words in said(app)
    assert alts(app)


def test_a_shared_link_opens_with_its_choices(place: Path) -> None:
    app = opened(DEADLINES, lead="Head of Vetting", due="All open items")
    assert "9 of 144 open items." in said(app)
    assert not app.warning
