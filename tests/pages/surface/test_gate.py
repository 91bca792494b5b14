"""Who gets past the gate: by which name, from which page, for what. No server: the gate is a function."""

import asyncio
from ipaddress import ip_network
from typing import Any

import pytest

from pages._shared.surface.forwarded import Forwarded
from pages._shared.surface.gate import Gate, is_open

HERE = "http://localhost:8501"


def asked_for(
    path: str = "/",
    *,
    kind: str = "http",
    client: str = "127.0.0.1",
    hosts: tuple[str, ...] = (),
    proxies: tuple[str, ...] = (),
    **headers: str,
) -> str:
    """`in` when the request gets through, with its scheme; else the status or the close code it is refused with."""
    reached: list[str] = []
    sent: list[dict[str, Any]] = []

    async def streamlit(scope: Any, _receive: Any, _send: Any) -> None:
        reached.append(scope["scheme"])

    async def receive() -> dict[str, str]:
        return {"type": "websocket.connect"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    given = {"host": "localhost:8501", **{name.replace("_", "-"): value for name, value in headers.items()}}
    pairs = [(name.encode(), value.encode()) for name, value in given.items() if value]
    scheme = "ws" if kind == "websocket" else "http"
    scope = {"type": kind, "scheme": scheme, "path": path, "method": "GET", "headers": pairs, "client": (client, 5)}
    gate = Gate(streamlit, hosts)
    asyncio.run(Forwarded(gate, tuple(ip_network(word) for word in proxies))(scope, receive, send))
    if reached:
        return f"in over {reached[0]}"
    return str(sent[0].get("status") or sent[0]["code"])


@pytest.mark.parametrize("host", ["localhost:8501", "127.0.0.1:8501", "[::1]:8501", "LOCALHOST", "localhost."])
def test_this_machine_reaches_itself_by_its_own_names(host: str) -> None:
    assert asked_for(host=host) == "in over http"
    assert asked_for(kind="websocket", host=host, origin=f"http://{host.lower()}") == "in over ws"


@pytest.mark.parametrize(
    "host", ["evil.example:8501", "localhost.evil.example", "127.0.0.1.evil.example", "", "localhost@evil.example", "0"]
)
def test_a_name_that_is_not_allowed_is_refused_though_host_and_origin_agree(host: str) -> None:
    """What a name that is rebound to this machine sends."""
    assert asked_for(host=host) == "403"
    assert asked_for(host=host, origin=f"http://{host}") == "403"
    assert asked_for("/_stcore/stream", kind="websocket", host=host, origin=f"http://{host}") == "1008"


@pytest.mark.parametrize(
    "origin",
    [
        "http://localhost:9999", "http://127.0.0.1:8501", "https://localhost:8501", "http://localhost", "null",
        "http://evil.example", "http://localhost:8501.evil.example", "file://", "http://user@localhost:8501",
    ],
)  # fmt: skip
def test_only_the_very_origin_of_the_server_may_ask(origin: str) -> None:
    assert asked_for("/_stcore/stream", kind="websocket", origin=origin) == "1008"
    assert asked_for("/_stcore/upload_file/a/b", origin=origin) == "403"


def test_a_websocket_without_an_origin_is_no_browsers() -> None:
    assert asked_for("/_stcore/stream", kind="websocket") == "1008"
    assert asked_for("/_stcore/stream", kind="websocket", origin=HERE) == "in over ws"


@pytest.mark.parametrize(("site", "mode", "dest", "seen"), [
    ("none", "navigate", "document", "in over http"),
    ("cross-site", "navigate", "document", "in over http"),  # a link in a message
    ("cross-site", "navigate", "iframe", "403"),
    ("same-site", "no-cors", "image", "403"),  # a page of another port of this machine
    ("cross-site", "no-cors", "script", "403"),
    ("same-origin", "cors", "empty", "in over http"),
])  # fmt: skip
def test_another_page_embeds_nothing_of_ours(site: str, mode: str, dest: str, seen: str) -> None:
    assert asked_for(sec_fetch_site=site, sec_fetch_mode=mode, sec_fetch_dest=dest) == seen


def test_names_are_allowed_by_the_setting() -> None:
    allowed = ("dashboard.example",)
    assert asked_for(host="dashboard.example", hosts=allowed) == "in over http"
    assert asked_for(host="other.dashboard.example", hosts=allowed) == "403"


def test_only_a_trusted_proxy_says_that_it_was_tls() -> None:
    over = {"host": "dashboard.example", "origin": "https://dashboard.example", "x_forwarded_proto": "https"}
    hosts, trusted = ("dashboard.example",), ("127.0.0.1",)
    assert asked_for(kind="websocket", hosts=hosts, proxies=trusted, **over) == "in over wss"
    assert asked_for(kind="websocket", hosts=hosts, proxies=trusted, client="10.0.0.9", **over) == "1008"
    assert asked_for(kind="websocket", hosts=hosts, **over) == "1008"


def test_streamlit_is_given_host_and_origin_in_one_form_and_no_origin_where_it_would_answer_with_it() -> None:
    """It looks up its own address on the internet where the two differ, were it by a port that goes without saying."""
    seen: list[dict[bytes, bytes]] = []

    async def streamlit(scope: Any, *_: Any) -> None:
        seen.append(dict(scope["headers"]))

    headers = [(b"host", b"LocalHost:80"), (b"origin", b"http://localhost")]
    scope = {"scheme": "ws", "path": "/_stcore/stream", "headers": headers, "client": None}
    asyncio.run(Gate(streamlit)({"type": "websocket", **scope}, streamlit, streamlit))
    asyncio.run(Gate(streamlit)({"type": "http", **scope, "scheme": "http"}, streamlit, streamlit))
    assert seen == [{b"host": b"localhost", b"origin": b"http://localhost"}, {b"host": b"localhost"}]


def test_a_host_that_is_said_twice_is_refused() -> None:
    scope = {"type": "http", "scheme": "http", "path": "/", "method": "GET", "client": None}
    hosts = [(b"host", b"localhost:8501"), (b"host", b"evil.example")]
    sent: list[dict[str, Any]] = []

    async def nothing(*_: Any) -> None:
        raise AssertionError("it got through")

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    asyncio.run(Gate(nothing)({**scope, "headers": hosts}, nothing, send))
    assert sent[0]["status"] == 403


@pytest.mark.parametrize("path", [
    "/_stcore/metrics", "/_stcore/agent/interact", "/_stcore/agent/mcp", "/_stcore/agent/openapi.json",
    "/_stcore/script-health-check", "/_stcore/bidi-components/x/y", "/component/x/index.html", "/app/static/x",
    "/base/_stcore/metrics", "/_stcore/metrics/", "/_stcore/", "/_stcore/health\n", "/_stcore/upload_file/a",
])  # fmt: skip
def test_what_no_page_needs_is_closed(path: str) -> None:
    assert not is_open(path)
    assert asked_for(path) == "404"


@pytest.mark.parametrize("path", [
    "/", "/grades", "/_stcore/health", "/_stcore/host-config", "/_stcore/stream", "/base/_stcore/health",
    "/_stcore/upload_file/a/b", "/media/x.csv", "/static/js/index.js", "/oauth2callback", "/auth/login",
])  # fmt: skip
def test_what_pages_need_is_open(path: str) -> None:
    assert asked_for(path) == "in over http"
