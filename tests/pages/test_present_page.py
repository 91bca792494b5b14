"""The Present page: what is chosen on a desk is in the address, and an address that cannot be honoured says so."""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from jasc_data.documents.presentation.sets import SETS, VIEWS
from jasc_data.editorial.meeting_actions import add_meeting
from jasc_data.editorial.paper_actions import issue_paper
from jasc_data.editorial.papers import PaperToIssue
from jasc_data.store.connection import open_store
from jasc_data.store.log_of_record import Alone
from pages._shared.presentation_address import Presentation
from tests.builders import BY_FORCE, by, positions_csv
from tests.pages.seen import move, said, title, written

APP = Path(__file__).parents[2] / "app.py"
PRESENT = "pages/meeting/present.py"
Open = Callable[..., AppTest]


@pytest.fixture
def opened(place: Path) -> Open:
    def open_page(**choices: str) -> AppTest:
        app = AppTest.from_file(APP, default_timeout=60)
        app.query_params.update(choices)
        app.switch_page(PRESENT).run()
        assert not app.exception, [shown.value for shown in app.exception]
        return app

    return open_page


@pytest.fixture
def held(filled: Callable[..., None]) -> None:
    """Entry 1: 119 recommendations in June; entry 2: 104 in September; entry 3: September again, 103."""
    again = BY_FORCE.read_bytes().replace(b",104,", b",103,")
    filled(
        (positions_csv({"West Mercia": (7, 119, 42)}), date(2023, 6, 5)),
        (BY_FORCE.read_bytes(), date(2023, 9, 4)),
        (again, date(2023, 9, 4)),
    )


def begin(app: AppTest) -> dict[str, list[str]]:
    """What the address of the link that begins carries."""
    (link,) = [body for body in written(app) if "jasc-begin" in body and "Begin</a>" in body]
    address = link.split('href="')[1].split('"')[0].replace("&amp;", "&")
    assert address.startswith("present?")
    return parse_qs(urlsplit(address).query, keep_blank_values=True)


@pytest.mark.usefixtures("held")
def test_the_link_that_begins_pins_date_views_and_what_is_known(opened: Open) -> None:
    asked = begin(opened(**{"from": "reports"}))
    assert asked == {
        "view": ["position"],
        "views": [",".join(VIEWS)],
        "as_of": ["2023-09-04"],
        "since": ["2023-06-05"],
        "known": ["3"],
        "from": ["reports"],
    }


@pytest.mark.usefixtures("held")
def test_a_set_is_chosen_and_leads_are_named_only_when_switched_on(opened: Open) -> None:
    app = opened()
    next(box for box in app.selectbox if box.label == "Views").select("Five minutes").run()
    assert begin(app)["views"] == [",".join(SETS["Five minutes"])]
    assert "leads" not in begin(app)
    app.toggle[0].set_value(True).run()
    assert begin(app)["leads"] == ["named"]


@pytest.mark.usefixtures("held")
def test_views_are_taken_out_and_moved_one_after_another(opened: Open) -> None:
    app = opened()
    for taken_out in (("position",), ("position", "causes")):
        app.multiselect[0].set_value([view for view in VIEWS if view not in taken_out]).run()
    kept = [view for view in VIEWS if view not in ("position", "causes")]
    assert begin(app)["views"] == [",".join(kept)]
    chosen = next(box for box in app.selectbox if box.label == "Views")
    assert chosen.value == "Own choice"
    move(app, "Move the view", "activity", kept[0])
    assert begin(app)["views"] == [",".join(["activity", *kept[:-1]])]
    next(box for box in app.selectbox if box.label == "Views").select("Full meeting").run()
    assert begin(app)["views"] == [",".join(VIEWS)]


@pytest.mark.usefixtures("held")
def test_changes_are_counted_from_what_is_chosen(place: Path, opened: Open) -> None:
    with closing(open_store(place, create=False)) as store:
        issue_paper(store, PaperToIssue(b"PK", date(2023, 6, 5), 1, "{}", "[]", anonymised=False), by("flo"))
        add_meeting(store, date(2023, 8, 1), by("flo"))
    app = opened()
    assert begin(app)["since"] == ["2023-08-01"], "at first from the last meeting"
    app = opened(since="The last paper")
    assert begin(app)["since"] == ["2023-06-05"]
    assert "Changes are counted from paper 1, which has the figures of 5 June 2023." in said(app)


@pytest.mark.usefixtures("held")
def test_the_views_of_an_address_are_offered_in_its_order_and_unknown_ones_said(opened: Open) -> None:
    app = opened(views="overdue,position,nonsense")
    assert begin(app)["views"] == ["overdue,position"]
    assert "No view is called “nonsense”; it is left out." in said(app)


@pytest.mark.usefixtures("held")
@pytest.mark.parametrize(("entry", "figure"), [("2", "104"), ("3", "103")])
def test_a_presentation_shows_what_was_known_when_it_began(opened: Open, entry: str, figure: str) -> None:
    app = opened(view="position", views="position,recommendations", as_of="2023-09-04", known=entry)
    room = next(body for body in written(app) if "jasc-present" in body and "<section" in body)
    assert f"<strong>{figure}</strong>" in room
    assert "Demonstration" not in said(app)
    newer = any("Newer figures are held" in body for body in written(app))
    assert newer == (entry == "2")


@pytest.mark.usefixtures("held")
def test_a_presentation_says_when_nobody_can_know_of_newer_figures(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Alone, "notice", "The shared log cannot be reached")
    app = opened(view="position", views="position", as_of="2023-09-04", known="3")
    assert any("elsewhere is not known now" in body for body in written(app))


@pytest.mark.usefixtures("held")
@pytest.mark.parametrize(
    "choices",
    [
        {"known": "demonstration-3"},  # of invented figures, which are not shown any more
        {"as_of": "2023-01-01"},  # a date that is not held
        {"known": "1"},  # nothing of September was known then
    ],
)
def test_what_is_not_held_is_not_presented(opened: Open, choices: dict[str, str]) -> None:
    asked = {"view": "position", "views": "position", "as_of": "2023-09-04", "known": "3"} | choices
    assert title(opened(**asked)) == "This presentation cannot be shown any more"


@pytest.mark.usefixtures("held")
@pytest.mark.parametrize(
    "choices", [{"known": "x"}, {"known": "٣"}, {"as_of": "soon"}, {"views": "nonsense"}, {"known": "9" * 12}]
)
def test_an_address_that_names_no_presentation_leads_to_the_choices(opened: Open, choices: dict[str, str]) -> None:
    asked = {"view": "position", "views": "position", "as_of": "2023-09-04", "known": "3"} | choices
    app = AppTest.from_file(APP, default_timeout=60)
    app.query_params.update(asked)
    app.switch_page(PRESENT).run()
    assert title(app) == "Present to a meeting"


def test_the_speakers_page_is_the_same_presentation() -> None:
    begun = Presentation(("position", "overdue"), "position", date(2023, 9, 4), None, 7, back="reports")
    assert begun.speakers_page.address == f"{begun.address}&notes=yes"
    assert begun.way_back(date(2024, 1, 1)) == "reports?as_of=4+September+2023"
    assert begun.way_back(date(2023, 9, 4)) == "reports", "a date that nobody chose is not kept"


@pytest.mark.usefixtures("held")
def test_a_first_date_that_is_not_earlier_is_left_out(opened: Open) -> None:
    asked = {"view": "changes", "views": "changes,position", "as_of": "2023-09-04", "known": "3", "since": "2030-01-01"}
    room = next(body for body in written(opened(**asked)) if "jasc-present" in body and "<section" in body)
    assert "view-position" in room
    assert "view-changes" not in room


@pytest.mark.usefixtures("held")
def test_a_page_elsewhere_is_no_way_back(opened: Open) -> None:
    asked = {"view": "position", "views": "position", "as_of": "2023-09-04", "known": "3"}
    app = opened(**asked, **{"from": "//evil.example"})
    room = next(body for body in written(app) if "jasc-present" in body and "<section" in body)
    assert "evil" not in room
