"""The pages of reports, the register and one item in every state, run by AppTest on app.py."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.builders import BY_FORCE, PAPER_DAY, item, items_csv, numbered
from tests.pages.seen import about_to_open

PROJECT = Path(__file__).parents[2]
REPORTS, REGISTER, ITEM = (f"pages/breakdowns/{name}.py" for name in ("reports", "register", "item"))
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~$:&])")
Fill = Callable[..., None]


def opened(page: str, /, **choices: str) -> AppTest:
    app = about_to_open()
    app.query_params.update(choices)
    return sound(app.switch_page(page).run())


def sound(app: AppTest) -> AppTest:
    assert not app.exception, [shown.value for shown in app.exception]
    assert not app.error, [shown.value for shown in app.error]
    return app


def said(app: AppTest) -> str:
    """Every word on the page, without the escapes."""
    kinds = ("title", "header", "markdown", "caption", "warning", "code", "html")
    shown = [str(getattr(e, "value", None) or getattr(e.proto, "body", "")) for kind in kinds for e in app.get(kind)]
    shown += [table.value.to_string() for table in app.get("table")]
    return ESCAPED.sub(r"\1", "\n".join(shown))


def test_the_demonstrations_reports(place: Path) -> None:
    app = opened(REPORTS)
    assert "Vetting, misconduct and misogyny is the largest of 20 reports: 26%, 38 of 144 open items" in said(app)
    reports = app.selectbox(key="report")
    reports.select_index(reports.options.index("PEEL 2021/22: West Mercia"))
    shown = said(sound(app.run()))
    assert "due by 8 June 2022, 56 days after publication" in shown
    assert "WM-PEEL21-A03" in shown
    assert "17 open items of this report" in shown


def test_a_report_by_its_address(place: Path) -> None:
    shown = said(opened(REPORTS, report="Vetting, misconduct and misogyny"))
    assert "An issue for 7 of the 7 other MSG forces held" in shown
    assert re.search(r'href="item\?item_id=\d+">WM-VET-R01<', shown)
    assert "Vetting, misconduct and misogyny: 26%, 38 of 144 open items" in shown
    assert "is the largest of" not in shown  # the page is about the report that is chosen


def test_a_search_without_a_hit_says_for_which_words_and_among_how_many(place: Path) -> None:
    shown = said(opened(REGISTER, q="zebra crossing"))
    assert "None of the 254 items held, open or not, says “zebra crossing” and fits the other choices." in shown
    assert "0 of 144" not in shown


def test_the_demonstrations_register(place: Path) -> None:
    app = opened(REGISTER)
    shown = said(app)
    assert "6 causes of concern, 104 recommendations and 34 AFIs open" in shown
    assert "Items 1 to 50 of 144" in shown
    assert "Addressed to other bodies: 8, in none of the counts" in shown
    app.checkbox(key="overdue").check()
    assert "2%, 3 of 144 open items" in said(sound(app.run()))


@pytest.mark.parametrize(("choice", "option"), [("kind", "AFIs"), ("status", "Any status")])
def test_another_choice_on_a_later_page_of_the_register_leads_to_the_first(
    place: Path, choice: str, option: str
) -> None:
    """Few items have no third page: Streamlit lets nobody take out of the address what a widget stands for."""
    app = opened(REGISTER, page="3")
    assert "Items 101 to 144 of 144" in said(app)
    app.selectbox(key=choice).select(option)
    assert "Items 1 to" in said(sound(app.run()))
    assert not app.warning
    assert "Items 1 to" in said(sound(app.run()))


def test_register_choices_come_from_the_address(place: Path) -> None:
    shown = said(opened(REGISTER, q="monitoring software", overdue="true", kind="Recommendations"))
    assert "Items 1 to 1 of 1" in shown
    assert "WM-VET-R04" in shown


def test_the_page_of_one_item_counts_the_items_held_as_the_register_does(place: Path) -> None:
    """It offers other bodies' items as well, and says that they are in none of the counts."""
    register = said(opened(REGISTER, q="zebra crossing"))
    held = re.search(r"None of the (\d+) items held, open or not", register)
    others = re.search(r"Addressed to other bodies: (\d+), in none of the counts", said(opened(REGISTER)))
    assert held
    assert others
    app = opened(ITEM)
    assert f"{held[1]} items of West Mercia are held, open or not; {others[1]} more are addressed to" in said(app)
    assert len(app.selectbox(key="item").options) == int(held[1]) + int(others[1])


def test_one_item_with_its_history(place: Path) -> None:
    shown = said(opened(ITEM, item="WM-VET-R01"))
    assert "WM-VET-R01: recommendation, level 2, in progress, 127 days past the deadline" in shown
    assert "First in an export: in progress, level 2" in shown
    assert "demonstration-items-2023-06-05.csv" in shown


def test_a_recommendation_and_its_cause_of_concern_lead_to_each_other(place: Path) -> None:
    cause = said(opened(ITEM, item="WM-CUST-C01"))
    assert "2 items name this cause of concern" in cause
    assert re.search(r'href="item\?item_id=\d+">WM-CUST-R01<', cause)
    assert "Belongs to cause of concern" not in cause
    assert "First in an export: open" in cause
    assert "not graded" not in cause
    recommendation = said(opened(ITEM, item="WM-CUST-R01"))
    assert re.search(r'href="item\?item_id=\d+">Its cause of concern WM-CUST-C01<', recommendation)


@pytest.mark.parametrize(
    ("page", "choices", "told"),
    [
        (REPORTS, {"report": "Nonsense"}, "The report in this link (Nonsense) is not among those held"),
        (REGISTER, {"status": "Nonsense", "lead": "x" * 90}, "The status in this link (Nonsense)"),
        (REGISTER, {"overdue": "perhaps", "page": "-3"}, "The choice of overdue in this link (perhaps)"),
        (ITEM, {"item": "WM-GONE"}, "The item in this link (WM-GONE) is not among those held"),
    ],
)
def test_a_stale_or_tampered_link_is_told(place: Path, page: str, choices: dict[str, str], told: str) -> None:
    assert told in said(opened(page, **choices))


@pytest.mark.parametrize("page", [REPORTS, REGISTER, ITEM])
def test_only_positions_held_says_what_to_upload(filled: Fill, page: str) -> None:
    filled((BY_FORCE.read_bytes(), PAPER_DAY))
    shown = said(opened(page, report="x", item="y"))
    assert "Only counts are held for West Mercia" in shown
    assert "Upload an items export" in shown
    assert "104" not in shown


@pytest.mark.parametrize("page", [REPORTS, REGISTER, ITEM])
def test_everything_withdrawn_is_nothing_held(filled: Fill, page: str) -> None:
    filled((items_csv(item("R1")), PAPER_DAY), withdrawn=(1,))
    shown = said(opened(page))
    assert "No figures are held" in shown
    assert "R1" not in shown


@pytest.mark.parametrize("page", [REPORTS, REGISTER, ITEM])
def test_what_stands_in_a_file_is_never_rendered(filled: Fill, page: str) -> None:
    bad = "<img src=x onerror=alert(1)> **bold**"
    filled((items_csv(item(bad, report=bad, text=bad, lead=bad)), PAPER_DAY))
    app = opened(page, **({"report": bad} if page == REPORTS else {"item": bad} if page == ITEM else {}))
    for html in app.get("html"):
        assert "<img" not in html.proto.body
    for shown in (*app.title, *app.header, *app.markdown):
        assert not re.search(r"(?<!\\)<img|(?<!\\)\*\*bold", shown.value)


def test_the_date_chosen_goes_with_every_link(filled: Fill) -> None:
    filled((items_csv(*numbered(3)), date(2023, 6, 5)), (items_csv(*numbered(2)), PAPER_DAY))
    app = opened(REGISTER)
    assert "Items 1 to 2 of 2" in said(app)
    app.selectbox(key="as_of").select("5 June 2023")
    shown = said(sound(app.run()))
    assert "Items 1 to 3 of 3" in shown
    assert 'href="item?as_of=5+June+2023&amp;item_id=3"' in shown
