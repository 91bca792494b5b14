"""Who may ask for the health, and what is said: numbers, whether figures can be shown, no path and no text."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.requests import Request

from pages._shared import session
from pages._shared.operations.health import health_route
from tests.builders import BY_FORCE, PAPER_DAY

pytestmark = pytest.mark.backups
TOKEN = "a-token-of-sixteen-or-more"


def asked(client: str | None = "127.0.0.1", **headers: str) -> tuple[int, dict[str, Any]]:
    """The status, and what was told."""
    given = {"host": "localhost:8501", **{name.replace("_", "-"): value for name, value in headers.items()}}
    scope = {
        "type": "http", "scheme": "http", "path": "/health", "method": "GET",
        "headers": [(name.encode(), value.encode()) for name, value in given.items()],
        "client": (client, 50_000) if client else None,
    }  # fmt: skip
    answer = health_route().endpoint(Request(scope))
    assert answer.headers["cache-control"] == "no-store"
    return answer.status_code, json.loads(bytes(answer.body))


def test_it_tells_how_old_the_data_are_and_no_text_of_them(place: Path, filled: Callable[..., None]) -> None:
    filled((BY_FORCE.read_bytes(), PAPER_DAY))
    assert asked()[1]["last_backup_age_seconds"] in (None, 0)  # the store is opened, which is when it is backed up
    backups = session.opened_store(place).backups
    assert backups
    backups.wait()
    status, told = asked()
    assert status == 200
    assert 0 <= told.pop("last_backup_age_seconds") < 60
    assert told.pop("schema") >= 8
    assert told == {
        "status": "ok",
        "data_version": 1,
        "last_backup_failed": False,
        "last_export_age_days": 1001,  # 4 September 2023 to 1 June 2026
        "shared_log_followed": None,
    }


def test_an_empty_store_is_in_good_health(place: Path) -> None:
    status, told = asked()
    assert (status, told["status"], told["last_export_age_days"]) == (200, "ok", None)


def test_a_store_that_cannot_be_used_is_not(place: Path) -> None:
    place.parent.mkdir()
    place.write_bytes(b"no store at all, " * 1000)
    assert asked() == (503, {"status": "failing", "why": "StoreDamaged"})


def test_a_store_that_was_taken_away_while_it_was_open_is_not(place: Path) -> None:
    assert asked()[0] == 200
    place.rename(place.with_name("elsewhere.duckdb"))
    assert asked() == (503, {"status": "failing", "why": "StoreReplaced"})


def test_a_setting_that_is_wrong_is_told_to_this_machine_alone(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JASC_HOME_FORCE", "Wessex")
    assert asked() == (503, {"status": "failing", "why": "SettingsWrong"})
    assert asked("10.0.0.9")[0] == 401


def test_what_goes_wrong_otherwise_is_in_the_log_alone(
    place: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: Any) -> None:
        raise RuntimeError("the text of an item")

    monkeypatch.setattr("pages._shared.operations.health.health_of", broken)
    assert asked() == (503, {"status": "failing", "why": "error"})
    assert "The health could not be told" in caplog.messages


@pytest.mark.parametrize(
    ("client", "headers"),
    [
        ("10.0.0.9", {}),
        (None, {}),
        ("testclient", {}),
        ("127.0.0.1", {"x_forwarded_for": "10.0.0.9"}),  # by way of a proxy on this machine
        ("127.0.0.1", {"forwarded": "for=10.0.0.9"}),
        ("127.0.0.1", {"host": "dashboard.example"}),
        ("127.0.0.1", {"authorization": "Bearer guessed"}),
        ("10.0.0.9", {"authorization": f"Bearer {TOKEN}x"}),
        ("10.0.0.9", {"authorization": "Bearer "}),
    ],
)
def test_nobody_else_may_ask(
    client: str | None, headers: dict[str, str], place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JASC_HEALTH_TOKEN", TOKEN)
    status, told = asked(client, **headers)
    assert (status, told["status"]) == (401, "refused")
    assert not place.exists()


def test_without_a_token_none_is_right(place: Path) -> None:
    assert asked("10.0.0.9", authorization="Bearer ")[0] == 401
    assert asked("10.0.0.9", authorization="Bearer None")[0] == 401


@pytest.mark.parametrize("client", ["127.0.0.1", "::1"])
def test_this_machine_may(client: str, place: Path) -> None:
    assert asked(client)[0] == 200


def test_who_has_the_token_may(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JASC_HEALTH_TOKEN", TOKEN)
    status, _ = asked("10.0.0.9", host="dashboard.example", authorization=f"Bearer {TOKEN}")
    assert status == 200


@pytest.mark.parametrize(("base", "path"), [("", "/health"), ("jasc", "/jasc/health"), ("/jasc/", "/jasc/health")])
def test_it_stands_below_the_path_of_the_dashboard(base: str, path: str) -> None:
    assert health_route(base).path == path
