"""Who sees what: the three ways to run, each role's pages, and the sentence on a page that is not one's own."""

import re
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from jasc_data.audit.log import Event, log_of
from jasc_data.domain.actor import Role
from pages._shared import visitor
from tests.builders import item, items_csv
from tests.pages.seen import said, title, unfolded
from tests.pages.states import PROJECT

UPLOAD, UPLOADS, AUDIT = "pages/exports/upload.py", "pages/exports/uploads.py", "pages/about/audit.py"
ITEM, POSITION = "pages/breakdowns/item.py", "pages/figures/position.py"
ACCESS = {
    "ask": "the liaison officer",
    "groups": {"FLO": ["g-flo"], "administrator": ["g-it"], "viewer": ["g-view"], "contributor": ["g-lead"]},
}
SECRETS = {"auth": {"client_id": "jasc"}, "access": ACCESS}
SYSTEM_LINK = "System: the store, its backups, the settings in force"
AUDIT_LINK = "Audit log: who came, who was refused, who wrote what"
Open = Callable[..., AppTest]


@pytest.fixture
def opened(place: Path, filled: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> Open:
    """``opened(page, group=..., secrets=..., claims=...)``: the page as somebody in that group opens it."""
    filled((items_csv(item("A1", "AFI", lead="A. Lead"), item("A2", "AFI", lead="B. Lead")), date(2023, 9, 4)))

    def open_page(
        page: str = POSITION,
        *,
        group: str = "",
        claims: Mapping[str, Any] | None = None,
        secrets: Mapping[str, Any] = SECRETS,
        **choices: str,
    ) -> AppTest:
        app = AppTest.from_file(PROJECT / "app.py", default_timeout=60)
        for name, section in secrets.items():
            app.secrets[name] = section
        told = {"is_logged_in": True, "sub": "1", "email": "a@force.example", "name": "A. Lead", "iat": time.time()}
        app.user = {**told, "groups": [group], **(claims or {})}
        app.run()
        app.query_params.update(choices)
        if page != POSITION:
            app.switch_page(page).run()
        assert not app.exception
        return app

    return open_page


def links(app: AppTest) -> set[str]:
    return {link.proto.label for link in app.get("page_link")}


def events(place: Path) -> list[tuple[Event, str]]:
    return [(one.event, one.detail) for one in log_of(place).entries()]


def test_at_this_machine_everything_is_there(opened: Open, place: Path) -> None:
    app = opened(secrets={})
    assert {"Upload", "Uploads", "Position"} <= links(app)
    assert "Sign out" not in [button.label for button in app.button]
    assert events(place) == []


@pytest.mark.parametrize(
    ("group", "hidden"),
    [
        ("g-view", {"Upload", "Uploads", SYSTEM_LINK, AUDIT_LINK}),
        ("g-lead", {"Uploads", SYSTEM_LINK, AUDIT_LINK}),
        ("g-it", {"Upload", "Uploads"}),
        ("g-flo", {SYSTEM_LINK}),
    ],
)
def test_each_role_has_its_pages(opened: Open, group: str, hidden: set[str]) -> None:
    app = opened("pages/about/about.py", group=group)
    assert {"Upload", "Uploads", SYSTEM_LINK, AUDIT_LINK} - links(app) == hidden
    assert {"Position", "Register", "Paper"} <= links(app)
    assert "Sign out" in [button.label for button in app.button]


def test_a_page_opened_by_its_address_all_the_same_says_so_and_is_logged_once(opened: Open, place: Path) -> None:
    app = opened(UPLOAD, group="g-view")
    assert title(app) == "This page is not yours to open"
    assert "As viewer you may not take in tracking workbooks." in said(app)
    assert not app.get("file_uploader")
    app.run()
    assert events(place) == [(Event.SIGNED_IN, ""), (Event.REFUSED, "open the page Upload")]


@pytest.mark.parametrize(
    ("page", "claims", "heading", "sentence"),
    [
        (POSITION, {"is_logged_in": False}, "Sign in", "Sign in to see the figures"),
        (UPLOAD, {"is_logged_in": "yes"}, "Sign in", "Sign in to see the figures"),
        (ITEM, {"iat": 0}, "Sign in", "more than 12 hours ago"),
        (POSITION, {"iat": None}, "Sign in", "does not say when you signed in"),
        (
            ITEM,
            {"groups": ["g-none"]},
            "You have no role yet",
            "as a@force.example, and no role is given to you. Ask the li",
        ),
    ],
)
def test_who_is_not_let_in_sees_no_figure(
    opened: Open, page: str, claims: Mapping[str, Any], heading: str, sentence: str
) -> None:
    app = opened(page, group="g-flo", claims=claims, item="A1")
    assert title(app) == heading
    assert sentence in said(app)
    for told in ("AFI", "West Mercia", "A1", "2023"):
        assert told not in said(app)
    assert (links(app), len(app.table), len(app.get("plotly_chart"))) == (set(), 0, 0)


def test_signing_out_ends_the_session_in_every_window(opened: Open, place: Path) -> None:
    now = {"iat": time.time()}
    first, second = opened(group="g-flo", claims=now), opened(group="g-flo", claims=now)
    next(button for button in first.button if button.label == "Sign out").click().run()
    second.run()
    assert title(second) == "Sign in"
    assert "You signed out" in said(second)
    assert events(place) == [(Event.SIGNED_IN, ""), (Event.SIGNED_OUT, "")]
    assert title(opened(group="g-flo", claims={"iat": now["iat"] + 1})) != "Sign in"


def test_the_session_limit_is_a_setting(opened: Open, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JASC_SESSION_HOURS", "1")
    assert "more than 1 hours ago" in said(opened(group="g-flo", claims={"iat": time.time() - 3700}))
    assert [event for event, _ in events(place)] == [Event.OVER]
    monkeypatch.setenv("JASC_SESSION_HOURS", "0")
    assert "JASC_SESSION_HOURS is '0': write a whole number of hours from 1 to 168." in said(opened(group="g-flo"))


def test_from_elsewhere_without_sign_in_no_figure_is_shown(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visitor, "_headers", lambda: {"host": ["jasc.force.example"]})
    app = opened(secrets={})
    assert title(app) == "This dashboard is not set up for visitors"
    assert "docs/sign-in.md" in said(app)
    assert "West Mercia" not in said(app)
    assert "West Mercia" in said(opened(group="g-view"))  # with sign-in it may be reached from anywhere


def test_a_server_that_listens_elsewhere_shows_no_figure(opened: Open) -> None:
    was = st.get_option("server.address")
    try:
        st.config.set_option("server.address", "0.0.0.0")
        assert "The server listens on 0.0.0.0" in said(opened(secrets={}))
    finally:
        st.config.set_option("server.address", was)


@pytest.mark.parametrize(
    ("secrets", "sentence"),
    [
        ({"access": ACCESS}, "name no identity provider in [auth]"),
        ({"auth": {"client_id": "jasc"}, "access": {"groups": {"boss": ["g-flo"]}}}, "'boss' is no role"),
    ],
)
def test_secrets_that_are_wrong_let_nobody_in(opened: Open, secrets: Mapping[str, Any], sentence: str) -> None:
    app = opened(group="g-flo", secrets=secrets)
    assert sentence in said(app)
    assert (title(app), links(app)) == ("The figures cannot be shown", set())


def test_secrets_that_cannot_be_read_let_nobody_in(opened: Open, tmp_path: Path) -> None:
    broken = tmp_path / "secrets.toml"
    broken.write_text("[auth\n")
    was = st.get_option("secrets.files")
    try:
        st.config.set_option("secrets.files", [str(broken)])
        assert "The file of secrets is not TOML" in said(opened(secrets={}))
    finally:
        st.config.set_option("secrets.files", was)


@pytest.mark.parametrize(
    ("group", "reference", "writes"),
    [("g-lead", "A1", True), ("g-lead", "A2", False), ("g-view", "A1", False), ("g-flo", "A2", True)],
)
def test_forms_stand_where_one_may_write(opened: Open, group: str, reference: str, writes: bool) -> None:
    app = opened(ITEM, group=group, item=reference)
    number = reference.removeprefix("A")
    unfolded(app, f"steps-{number}")
    unfolded(app, f"commentary-item-{number}")
    shown = [field.label for field in app.text_area]
    assert shown == (["The step", "Current position"] if writes else [])
    refused = "of your own items only" if group == "g-lead" else "As viewer you may not write steps to green."
    assert (refused in said(app)) != writes


def test_the_audit_page_tells_and_gives_a_file(opened: Open, place: Path) -> None:
    opened(UPLOAD, group="g-view")
    app = opened(AUDIT, group="g-it", claims={"email": "it@force.example"})
    words = said(app)
    assert "Audit log: " in title(app)
    assert "1 of them refused" in title(app)
    for told in (
        "refused: open the page Upload",
        "signed in",
        "upload 1 committed",
        "it@force.example",
        "administrator",
    ):
        assert told in words
    assert "A1" not in words
    assert {button.proto.label for button in app.get("download_button")} == {"This list (CSV)", "This list (Excel)"}
    log = place.with_name("jasc.audit.jsonl")
    log.write_text(log.read_text().replace(Role.VIEWER, Role.FLO, 1))
    log_of(place).__init__(log)  # as the next process reads it
    assert "not as it was written, from line 1 on" in said(opened(AUDIT, group="g-it"))


@pytest.mark.parametrize(
    ("since", "heading"),
    [
        ({"groups": ["g-view"]}, "This page is not yours to open"),
        ({"iat": 0}, "Sign in"),
        ({"is_logged_in": False}, "Sign in"),
    ],
)
def test_a_button_that_still_stands_does_nothing_when_the_role_or_the_session_is_gone(
    opened: Open, since: Mapping[str, Any], heading: str
) -> None:
    """As when its press is sent again over the websocket."""
    app = opened(UPLOADS, group="g-flo")
    app.selectbox[0].set_value(1).run()
    app.text_input[0].set_value("a mistake").run()
    (button,) = [button for button in app.button if button.label == "Withdraw upload 1"]
    app.user = {**app.user, **since}
    button.click().run()
    assert title(app) == heading
    again = opened(UPLOADS, group="g-flo")
    again.selectbox[0].set_value(1).run()
    assert "Withdraw upload 1" in [button.label for button in again.button]


WRITES = re.compile(r"^(Keep|Record|Take|Add|Remove|Issue|Withdraw|Restore|Commit|Repeats|Does|Back up|Begin again)\b")


@pytest.mark.parametrize(
    ("page", "choices"),
    [
        ("pages/time/changes.py", {}),
        ("pages/breakdowns/reports.py", {"report_id": "1"}),
        ("pages/breakdowns/item.py", {"item": "A1"}),
        ("pages/written/ready.py", {}),
        ("pages/written/activity.py", {}),
        ("pages/meeting/paper.py", {}),
    ],
)
def test_no_page_offers_a_viewer_to_write(opened: Open, page: str, choices: Mapping[str, str]) -> None:
    """With every folded part open; what the person at the machine is offered there proves that there is something."""
    offered = {}
    for group, secrets in (("g-view", SECRETS), ("", {})):
        app = opened(page, group=group, secrets=secrets, **choices)
        keys = [part.proto.id.rpartition("-folded-")[2] for part in app.expander if "-folded-" in part.proto.id]
        for key in keys:
            app.session_state[f"folded-{key}"] = True
        app.run()
        assert not app.exception
        offered[group] = {button.label for button in app.button if WRITES.match(button.label)}
        given = len(app.get("file_uploader"))
        assert group or given == (page == "pages/written/activity.py")
        assert not group or given == 0
    assert offered["g-view"] == set()
    assert offered[""] or page == "pages/written/ready.py"
