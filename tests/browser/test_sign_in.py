"""Signing in at a real OpenID Connect provider on this machine: each role's pages, signing out, and the session's end."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
import time_machine
from conftest import PROJECT, Dashboard, _free_port
from playwright.sync_api import Page, expect
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from tests.builders import imported, item, items_csv, new_store

Picture = Callable[[Page, str], None]
SECRET = "a secret of this test, long enough to sign cookies with"
SECRETS = """
[auth]
redirect_uri = "http://localhost:{{port}}/oauth2callback"
cookie_secret = "{secret}"
client_id = "jasc"
client_secret = "not needed here"
server_metadata_url = "http://localhost:{port}/.well-known/openid-configuration"

[access]
ask = "the liaison officer"
groups.viewer = ["g-view"]
groups.FLO = ["g-flo"]
"""


@pytest.fixture
def provider() -> Iterator[int]:
    """The port of an identity provider that runs."""
    port = _free_port()
    process = subprocess.Popen(
        [sys.executable, Path(__file__).with_name("identity_provider.py"), str(port)],
        cwd=PROJECT,
        env={**os.environ, "AUTHLIB_INSECURE_TRANSPORT": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert process.stdout
    assert process.stdout.readline()
    yield port
    process.terminate()
    process.communicate(timeout=10)


@pytest.fixture
def signed(provider: int, tmp_path: Path, dashboard: Callable[..., Dashboard]) -> Dashboard:
    """A dashboard whose visitors sign in there."""
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(SECRETS.format(secret=SECRET, port=provider))
    store = tmp_path / "jasc.duckdb"
    with closing(new_store(store)) as held:
        imported(held, items_csv(item("R1")))
    return dashboard(store=store, STREAMLIT_SECRETS_FILES=str(secrets), JASC_SESSION_HOURS="12")


def sign_in(page: Page, who: str) -> None:
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name=f"{who}@force.example").click()


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="End session").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible(timeout=30_000)


def test_each_signs_in_with_a_role_and_out_again(signed: Dashboard, page: Page, screenshot: Picture) -> None:
    page.goto(signed.url)
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible(timeout=30_000)
    expect(page.get_by_text("West Mercia")).to_have_count(0)
    links = page.get_by_role("navigation", name="Pages").get_by_role("link")

    sign_in(page, "viewer")
    expect(links.filter(has_text="Register")).to_be_visible(timeout=30_000)
    expect(links.filter(has_text="Upload")).to_have_count(0)
    page.goto(f"{signed.url}/upload")
    expect(page.get_by_role("heading", name="This page is not yours to open")).to_be_visible(timeout=30_000)
    expect(page.get_by_text("As viewer you may not take in tracking workbooks")).to_be_visible()
    stolen = page.context.cookies()
    sign_out(page)
    page.context.add_cookies(stolen)  # as another browser would that has a copy of them
    page.goto(signed.url)
    expect(page.get_by_text("You signed out. Sign in again to see the figures.")).to_be_visible(timeout=30_000)

    sign_in(page, "nobody")
    expect(page.get_by_text(re.compile(r"signed in as nobody\W+force\.example, and no role is given"))).to_be_visible(
        timeout=30_000
    )
    expect(page.get_by_text("Ask the liaison officer for one")).to_be_visible()
    expect(page.get_by_text("West Mercia")).to_have_count(0)
    page.context.clear_cookies()
    page.goto(signed.url)

    sign_in(page, "officer")
    expect(links.filter(has_text=re.compile("^Upload$"))).to_be_visible(timeout=30_000)
    page.goto(f"{signed.url}/audit")
    for told in ("refused: open the page Upload", "signed out", "signed in without a role"):
        expect(page.get_by_text(told).first).to_be_visible(timeout=30_000)
    screenshot(page, "audit-1280")

    page.context.add_cookies([{"url": signed.url, "name": USER_COOKIE_NAME, "value": thirteen_hours_old(signed.url)}])
    page.goto(signed.url)
    expect(page.get_by_text("You signed in more than 12 hours ago. Sign in again.")).to_be_visible(timeout=30_000)
    expect(page.get_by_text("West Mercia")).to_have_count(0)


def test_from_elsewhere_without_sign_in_no_figure_is_shown(dashboard: Callable[..., Dashboard], page: Page) -> None:
    page.goto(f"{dashboard(STREAMLIT_SERVER_ADDRESS='0.0.0.0').url}/uploads")
    expect(page.get_by_role("heading", name="This dashboard is not set up for visitors")).to_be_visible(timeout=30_000)
    expect(page.get_by_text("The server listens on 0.0.0.0, not on 127.0.0.1 alone.")).to_be_visible()
    expect(page.get_by_text("West Mercia")).to_have_count(0)
    expect(page.get_by_role("link").filter(has_text="Position")).to_have_count(0)


def thirteen_hours_old(origin: str) -> str:
    """The cookie of somebody who signed in thirteen hours ago by the server's clock; the browser keeps it thirty days."""
    now = time_machine.escape_hatch.time.time()
    claims = f'"sub": "1", "email": "officer@force.example", "groups": ["g-flo"], "iat": {now - 13 * 3600}'
    told = f'{{"origin": "{origin}", "is_logged_in": true, "provider": "default", {claims}}}'
    with time_machine.travel(now):
        return create_signed_value(SECRET, USER_COOKIE_NAME, told).decode()
