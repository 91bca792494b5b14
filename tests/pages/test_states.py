"""Every page of breakdowns in every state of what is held: figures that are right, sources, and nothing invented."""

import json
import re

import pytest
from streamlit.testing.v1 import AppTest

from jasc_data.answers.period_changes.tables import LISTS
from tests.pages.expected import DEMONSTRATION, EARLIER, EXPECTED, ITEMS, TODAY, UNTRUE
from tests.pages.seen import (
    ESCAPED,
    MADE_A_LINK,
    READ_AS_MORE,
    pictures,
    rendered,
    said,
    title,
    undated,
    with_copied,
    written,
)
from tests.pages.states import ADDRESSES, HOSTILE, PAGES, STORES, Visits

SOURCED = re.compile(r"Source: .*?\d{4}|[Uu]pload (an|one|its) ")
BAD = f"{HOSTILE} {ADDRESSES}"
SHOWING: dict[str, list[dict[str, str]]] = {  # what to choose to see the most of the items
    "reports": [{}, {"report": BAD}],
    "register": [{"status": "Any status"}],
    "deadlines": [{"due": "All open items", "lead": BAD}],
    "changes": [{"list": name} for name in LISTS],
    "target": [{}, {"sign_off_reports": BAD}],
}


def opened(visits: Visits, state: str, page: str, **choices: str) -> AppTest:
    """The page in that state, an item's page with an item."""
    if state == EARLIER:
        choices["as_of"] = "5 June 2023"
    if page == "item":
        choices["item"] = ITEMS.get(state, "R1")
    return visits.visit(state, page, **choices)


def test_the_matrix_is_complete() -> None:
    assert set(EXPECTED) == {*STORES, DEMONSTRATION} - {TODAY}
    assert all(set(pages) == set(PAGES) for pages in EXPECTED.values())


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("state", EXPECTED)
def test_each_page_says_what_is_held(visits: Visits, state: str, page: str) -> None:
    app = opened(visits, state, page)
    words, invented = said(app), state == DEMONSTRATION
    assert ("Demonstration" in words, "invented" in words) == (invented, invented)
    for alt, made in pictures(app):
        assert ("nvented" in made) == invented
        assert 20 < len(alt) <= 220
    assert title(app)
    assert not app.warning
    assert ("Not the latest, which is 4 September 2023" in words) == (state == EARLIER)
    assert [expected for expected in EXPECTED[state][page] if expected not in words] == []
    assert SOURCED.search(words), words
    words = said(with_copied(app))
    assert [untrue for untrue in UNTRUE.get(state, ()) if untrue in words] == []
    assert undated(app) == []


@pytest.mark.parametrize("page", PAGES)
def test_with_nothing_open_by_an_export_of_today_items_are_held(visits: Visits, page: str) -> None:
    words = said(opened(visits, TODAY, page))
    assert "Only counts are held" not in words
    assert SOURCED.search(words), words


@pytest.mark.parametrize("page", PAGES)
def test_text_of_a_file_is_shown_as_it_is_written(visits: Visits, page: str) -> None:
    for choices in SHOWING.get(page, [{}]):
        app = opened(visits, "hostile", page, **choices)
        assert not app.warning
        assert page in ("grades", "trend") or HOSTILE in said(app)
        assert [text for text in rendered(app) if READ_AS_MORE.search(text)] == []
        assert [body for body in written(app) if "<img" in body or "<b>z" in body] == []
        assert [alt for alt, made in pictures(app) if "<img" in drawn(made)] == []


@pytest.mark.parametrize("page", PAGES)
def test_an_address_in_a_file_does_not_become_a_link(visits: Visits, page: str) -> None:
    for choices in SHOWING.get(page, [{}]):
        shown = rendered(opened(visits, "hostile", page, **choices))
        assert [text for text in shown if MADE_A_LINK.search(ESCAPED.sub(r"\1", text))] == []


def drawn(made: str) -> str:
    """A picture's words: all that it is made of but the data behind it that no hover text shows."""
    figure = json.loads(made)
    for trace in figure["data"]:
        if not re.search(r"%{customdata(\[0\])?}", trace.get("hovertemplate", "")):
            trace.pop("customdata", None)
    return str(figure)
