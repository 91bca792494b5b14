"""What begins with the server, before any visit, and what it leaves to the visits."""

import asyncio
import socket
from pathlib import Path

import pytest
import uvicorn
from streamlit.components.v2.component_manager import BidiComponentManager

from pages._shared import session
from pages._shared.operations.ahead import open_ahead
from pages._shared.streamlit_insides import begin_with_the_server, look_for_no_components, send_at_once


def test_what_begins_with_the_server_begins_before_the_server_is_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    order = []

    async def ready(*_: object) -> None:
        order.append("ready")

    monkeypatch.setattr(uvicorn.Server, "startup", ready)
    begin_with_the_server(lambda: order.append("begun"))
    asyncio.run(uvicorn.Server(uvicorn.Config("app:app")).startup())
    assert order == ["begun", "ready"]


def test_no_message_to_a_browser_waits_until_the_one_before_is_confirmed(monkeypatch: pytest.MonkeyPatch) -> None:
    async def ready(*_: object) -> None:
        return

    monkeypatch.setattr(uvicorn.Server, "startup", ready)
    send_at_once()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        asyncio.run(uvicorn.Server(uvicorn.Config("app:app")).startup([listening]))
        with socket.create_connection(listening.getsockname()), listening.accept()[0] as connection:
            assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_no_installed_package_is_searched_for_components(monkeypatch: pytest.MonkeyPatch) -> None:
    def search(*_: object, **_named: object) -> None:
        pytest.fail("Streamlit searches")

    monkeypatch.setattr(BidiComponentManager, "discover_and_register_components", search)
    look_for_no_components()
    BidiComponentManager().discover_and_register_components()


def test_the_store_is_opened_ahead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "jasc.duckdb"
    monkeypatch.setenv("JASC_STORE", str(path))
    monkeypatch.setattr(session, "_opened", {})
    try:
        open_ahead().join()
        assert list(session._opened) == [path]
    finally:
        session.close_stores()


@pytest.mark.parametrize("wrong", ["JASC_HOME_FORCE", "JASC_STORE"])
def test_what_cannot_be_opened_ahead_is_the_visits_to_tell(
    wrong: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(wrong, ":memory:")
    open_ahead().join()
    assert capfd.readouterr() == ("", "")
