"""Addresses that were tampered with or are stale, for every choice of every page: said, left out, never an exception."""

from collections.abc import Callable
from functools import cache

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.seen import ESCAPED, MADE_A_LINK, READ_AS_MORE, bound, rendered, said
from tests.pages.states import PAGES as EVERY_PAGE
from tests.pages.states import Visits

VETTING, AFIS = "Vetting, misconduct and misogyny", "Areas for improvement"
KNOWN: dict[str, dict[str, str]] = {  # the choices in a page's address, each with a value that the demonstration knows
    "grades": {"grades_of": "AFIs"},
    "causes": {},
    "reports": {"report": VETTING},
    "register": {
        "report": VETTING,
        "kind": "Recommendations",
        "grade": "Level 3",
        "status": "Closed",
        "lead": "Head of Vetting",
        "overdue": "true",
        "repeats": "true",
        "page": "2",
    },
    "item": {"item": "WM-VET-R01"},
    "commentary": {},
    "deadlines": {"due": "Overdue", "lead": "Head of Vetting"},
    "trend": {"average": "Median", "kind": "AFIs", "over": "The last 12 months", "every": "Year"},
    "changes": {"since": "7 March 2022", "until": "5 June 2023", "list": "Closed"},
    "paper": {"since": "7 March 2022", "meeting": "None on the list", "marking": "OFFICIAL", "anonymised": "true"},
    "target": {
        "sign_off_reports": VETTING,
        "sign_off_grades": "Level 3",
        "sign_off_statuses": "Open",
        "target_for": AFIS,
        "below_recommendation": "70",
    },
}
DATE_ALONE = {"ready", "activity"}  # pages with no choice of their own, as causes has none
PAGES = [page for page in EVERY_PAGE if page not in DATE_ALONE]
SEARCHED = {"register": {"q"}, "commentary": {"said"}}
TARGETS = {"below_recommendation": "Recommendations", "below_afi": AFIS, "below_cause_of_concern": "Causes of concern"}
CHOICES = [(page, key) for page, choices in KNOWN.items() for key in choices]
BY_ID = {"report", "item"}  # an address carries their ids; a name, as in links of earlier releases, still leads there
NAMES_EACH = ("sign_off_reports", "sign_off_grades", "sign_off_statuses", "target_for")  # every value is looked at
TAMPERED = {
    "nonsense": "{} nonsense \x00\u202e",
    "5,000 characters": "{} " + "x" * 5000,
    "a picture": "{}![a](//b.example)",
    "HTML and Markdown": "{}<b>x**bold**",
    "an address": "{} www.b.example",
}
JUNE, SEPTEMBER = "5 June 2023", "4 September 2023"
Usual = Callable[..., str]


def told(app: AppTest) -> list[str]:
    """What the page says of its address."""
    return [ESCAPED.sub(r"\1", str(shown.value)) for shown in app.warning]


def besides(app: AppTest) -> str:
    """All else that the page says."""
    return said(app, "warning")


def choices_of(page: str) -> list[str]:
    """Every choice that an address of the page can hold, but for the words searched, of which any will do."""
    return ["as_of", *dict.fromkeys([*KNOWN[page], *(TARGETS if page == "target" else ())])]


@pytest.fixture(scope="module")
def usual(visits: Visits) -> Usual:
    """``usual(page)``: what the demonstration's page says with these choices."""
    return cache(lambda page, /, **choices: besides(visits.fresh("demonstration", page, **choices)))


@pytest.mark.parametrize("page", PAGES)
def test_every_choice_of_every_page_is_in_the_list(visits: Visits, page: str) -> None:
    found = bound(visits.fresh("demonstration", page).main)
    for kind in TARGETS.values() if page == "target" else ():
        found |= bound(visits.fresh("demonstration", page, target_for=kind).main)
    assert found == {*choices_of(page)} - BY_ID | SEARCHED.get(page, set())


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("how", TAMPERED)
def test_a_value_that_is_not_known_is_said_and_left_out(visits: Visits, usual: Usual, page: str, how: str) -> None:
    keys = choices_of(page)
    app = visits.fresh("demonstration", page, unheard_of="x", **{key: TAMPERED[how].format(key) for key in keys})
    sentences = told(app)
    assert besides(app) == usual(page)
    assert [key for key in keys if not any(f"({key}" in sentence for sentence in sentences)] == []
    assert [sentence for sentence in sentences if len(sentence) > 200] == []
    assert [text for text in rendered(app) if READ_AS_MORE.search(text)] == []
    assert [sentence for sentence in sentences if MADE_A_LINK.search(sentence)] == []


@pytest.mark.parametrize("page", PAGES)
def test_an_empty_value_asks_for_nothing(visits: Visits, usual: Usual, page: str) -> None:
    app = visits.fresh("demonstration", page, **dict.fromkeys([*choices_of(page), "q"], ""))
    assert besides(app) == usual(page)


@pytest.mark.parametrize("known_first", [True, False])
@pytest.mark.parametrize(("page", "key"), CHOICES)
def test_a_choice_given_twice_is_honoured_or_said(
    visits: Visits, usual: Usual, page: str, key: str, known_first: bool
) -> None:
    known = KNOWN[page][key]
    app = visits.fresh("demonstration", page, **{key: [known, "nonsense"] if known_first else ["nonsense", known]})
    if besides(app) == usual(page, **{key: known}):
        assert (
            key in NAMES_EACH or not told(app) or besides(app) == usual(page)
        )  # what is usual is left, and the other said
    else:
        assert besides(app) == usual(page)
        assert told(app)


@pytest.mark.parametrize("value", ["9" * 5000, "inf", "0", "-1", "10000", "1.5", "1e3", "²"])
@pytest.mark.parametrize("key", TARGETS)
def test_a_target_that_is_no_whole_number_is_said(visits: Visits, usual: Usual, key: str, value: str) -> None:
    app = visits.fresh("demonstration", "target", target_for=TARGETS[key], **{key: value})
    assert any(f"({value[:40]}" in sentence for sentence in told(app))
    assert besides(app) == usual("target", target_for=TARGETS[key])


@pytest.mark.parametrize("value", ["9" * 5000, "inf", "0", "-1", "99", "1.5"])
def test_a_page_of_the_register_that_is_not_there_is_said(visits: Visits, usual: Usual, value: str) -> None:
    app = visits.fresh("demonstration", "register", page=value)
    assert besides(app) == usual("register")
    assert any(f"({value[:40]}" in sentence for sentence in told(app))


@pytest.mark.parametrize("value", ["TRUE", "1", "yes"])
def test_overdue_in_other_words_is_honoured_or_said(visits: Visits, value: str) -> None:
    app = visits.fresh("demonstration", "register", overdue=value)
    assert ("2%, 3 of 144 open items" in said(app)) != any(f"({value})" in sentence for sentence in told(app))


@pytest.mark.parametrize("value", ["x" * 5000, "<img src=x> **bold** [a](//b.example)", "\x00", "zz % _ ' OR 1=1 --"])
def test_any_words_can_be_searched(visits: Visits, value: str) -> None:
    app = visits.fresh("demonstration", "register", q=value)
    assert "None of the 254 items held, open or not, says “" in said(app)
    assert [text for text in rendered(app) if READ_AS_MORE.search(text)] == []


@pytest.mark.parametrize(
    ("page", "choices", "words"),
    [
        ("register", {"as_of": "7 March 2022"}, "No figures are held for the date in this link (7 March 2022)"),
        ("item", {"item": "R5", "as_of": JUNE}, "The item in this link (R5)"),
        ("item", {"item": "r5"}, "The item in this link (r5)"),
        ("reports", {"report": "Race disparity", "as_of": JUNE}, "The report in this link (Race disparity)"),
        ("register", {"report": "Race disparity", "as_of": JUNE}, "The report in this link (Race disparity)"),
        ("register", {"lead": "Head of Equality", "as_of": JUNE}, "The lead in this link (Head of Equality)"),
        ("deadlines", {"lead": "Head of Equality", "as_of": JUNE}, "the lead in this link (Head of Equality)"),
        ("deadlines", {"lead": "All leads"}, "the lead in this link (All leads)"),
        ("target", {"sign_off_reports": "Race disparity", "as_of": JUNE}, "(Race disparity) fits nothing open"),
        ("changes", {"since": SEPTEMBER}, f"The first date in this link ({SEPTEMBER})"),
        ("changes", {"since": "The last meeting"}, "The first date in this link (The last meeting)"),
        ("changes", {"since": "Meeting of 12 June 2023"}, "The first date in this link (Meeting of 12 June 2023)"),
        ("paper", {"meeting": "12 June 2023"}, "The meeting in this link (12 June 2023) is not on the list"),
        ("changes", {"until": "7 March 2022"}, "The second date in this link (7 March 2022)"),
        ("changes", {"until": JUNE, "since": SEPTEMBER}, "No two dates of West Mercia"),
    ],
)
def test_a_stale_link_is_said(visits: Visits, page: str, choices: dict[str, str], words: str) -> None:
    assert words in said(visits.fresh("items, two dates", page, **choices))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("state", ["withdrawn", "positions, one date", "one report", "nothing open"])
def test_a_tampered_link_where_less_is_held_is_no_exception(visits: Visits, state: str, page: str) -> None:
    app = visits.fresh(state, page, **dict.fromkeys([*choices_of(page), "q"], "nonsense"))
    assert app.title[0].value
