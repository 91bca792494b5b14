"""Links that carry the id of an item or a report: the same one whatever is withdrawn, and a sentence when it cannot be."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.builders import HOME, PAPER_DAY, item, items_csv
from tests.pages.seen import said

PROJECT = Path(__file__).parents[2]
REPORTS, REGISTER, ITEM = (f"pages/breakdowns/{name}.py" for name in ("reports", "register", "item"))
JUNE = date(2023, 6, 5)
Fill = Callable[..., None]


def opened(page: str, /, **choices: str) -> AppTest:
    app = AppTest.from_file(PROJECT / "app.py", default_timeout=60)
    app.query_params.update(choices)
    app = app.run().switch_page(page).run()
    assert not app.exception
    return app


def nameless(number: str, report: str, text: str) -> dict[str, str]:
    return item(number=number, report=report, text=text)


@pytest.fixture
def two(filled: Fill) -> Fill:
    """Two exports: an item of the first is left out by the second, which brings one of the same number and kind."""
    first = items_csv(nameless("2", "Vetting", "Check"), nameless("2", "Custody", "Look"))
    second = items_csv(nameless("2", "Custody", "Look"), nameless("7", "Stalking", "Ask"))

    def fill(withdrawn: tuple[int, ...] = ()) -> None:
        filled((first, JUNE), (second, PAPER_DAY), withdrawn=withdrawn)

    return fill


@pytest.mark.parametrize("withdrawn", [(), (1,)])
def test_an_id_means_the_same_item_whatever_is_withdrawn(two: Fill, withdrawn: tuple[int, ...]) -> None:
    two(withdrawn)
    app = opened(ITEM, item_id="2")
    assert "Look" in said(app)
    assert app.query_params["item_id"] == "2"


def test_a_link_of_an_earlier_release_leads_to_the_item_and_becomes_one_with_its_id(two: Fill) -> None:
    two()
    app = opened(ITEM, item="recommendation 7")
    assert "Ask" in said(app)
    assert app.query_params == {"item_id": "3"}


@pytest.mark.parametrize(
    ("page", "choices", "told"),
    [
        (ITEM, {"item_id": "99"}, "No item has the id 99 that this link gives; choose one below."),
        (ITEM, {"item_id": "9" * 40}, "No item has the id 9"),
        (ITEM, {"item_id": "two"}, "The id of the item in this link (two) is no number"),
        (
            ITEM,
            {"item_id": "3", "as_of": "5 June 2023"},
            "The item in this link (id 3) is first held on 4 September 2023, after the date that is shown",
        ),
        (REPORTS, {"report_id": "99"}, "No report has the id 99 that this link gives; all reports are shown."),
        (REGISTER, {"report_id": "99"}, "No report has the id 99 that this link gives; it is left out."),
        (
            REPORTS,
            {"report_id": "3", "as_of": "5 June 2023"},
            "The report in this link (id 3) is first held on 4 September 2023",
        ),
    ],
)
def test_a_link_that_leads_nowhere_says_why(two: Fill, page: str, choices: dict[str, str], told: str) -> None:
    two()
    app = opened(page, **choices)
    assert any(told in shown.value.replace("\\", "") for shown in app.warning)
    assert {"item_id", "report_id"}.isdisjoint(app.query_params)


def test_an_item_of_withdrawn_uploads_alone_is_said_to_be(two: Fill) -> None:
    two(withdrawn=(2,))
    (warning,) = opened(ITEM, item_id="3").warning
    assert "is in withdrawn uploads alone" in warning.value


def test_an_item_of_another_force_is_said_to_be(filled: Fill) -> None:
    filled((items_csv(item("R1"), item("R2", force="Warwickshire")), PAPER_DAY), forces=(HOME, "Warwickshire"))
    (warning,) = opened(ITEM, item_id="2").warning
    assert "The item in this link \\(id 2\\) is one of Warwickshire, not of West Mercia" in warning.value


def test_a_report_by_its_id(two: Fill) -> None:
    two()
    app = opened(REPORTS, report_id="3")
    assert "Stalking" in app.title[0].value
    assert app.query_params["report_id"] == "3"
    app.selectbox(key="report").select_index(0)
    app.run()
    assert "report_id" not in app.query_params
    assert "Stalking" not in app.header


def test_a_date_at_which_the_item_is_not_held_is_said_when_it_is_chosen(two: Fill) -> None:
    two()
    app = opened(ITEM, item_id="3")
    app.selectbox(key="as_of").select("5 June 2023")
    app.run()
    assert any("is first held on 4 September 2023" in shown.value for shown in app.warning)
    assert app.title[0].value == "Choose an item"
