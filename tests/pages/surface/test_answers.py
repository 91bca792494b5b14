"""What every answer says to the browser, the page that it fetches first, and which commands it may give."""

import asyncio
import base64
import hashlib
from pathlib import Path
from typing import Any

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue

from pages._shared.streamlit_insides import first_page_html, lose_no_answer
from pages._shared.surface.asked import below
from pages._shared.surface.commands import Commands
from pages._shared.surface.first_page import FirstPage
from pages._shared.surface.headers import SecurityHeaders
from pages._shared.surface.icon import Icon
from pages._shared.surface.layers import layers
from pages._shared.surface.visitors import COOKIE

SHARED = Path(__file__).parents[3] / "pages" / "_shared"


def answered(layer: Any, **scope: Any) -> tuple[int, dict[str, str], str]:
    """The status, the headers and the body of an answer through that layer."""
    sent: list[dict[str, Any]] = []

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    asked = {
        "type": "http",
        "scheme": "http",
        "path": "/",
        "method": "GET",
        "headers": [],
        "query_string": b"",
        **scope,
    }
    asyncio.run(layer(asked, None, send))
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], headers, b"".join(part["body"] for part in sent[1:]).decode()


async def streamlit(_scope: Any, _receive: Any, send: Any) -> None:
    """Answers with headers that ours take the place of, and says nothing of caches."""
    headers = [(b"content-type", b"text/csv"), (b"X-Frame-Options", b"ALLOWALL")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b"figures"})


@pytest.mark.parametrize("fragments", [None, ["a part of the page"]])
def test_a_page_that_runs_again_does_not_take_back_that_a_file_was_made(
    fragments: list[str] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ForwardMsgQueue, "clear", ForwardMsgQueue.clear)
    lose_no_answer()
    waiting = ForwardMsgQueue()
    drawn, made, place = ForwardMsg(), ForwardMsg(), ForwardMsg()
    drawn.delta.fragment_id = "a part of the page"
    made.backend_operation_response.deferred_file.url = "/media/made.csv"
    place.file_urls_response.response_id = "where a file may be put"
    for message in (drawn, made, place):
        waiting.enqueue(message)
    waiting.clear(retain_lifecycle_msgs=True, fragment_ids_this_run=fragments)
    sent = waiting.flush()
    assert made in sent
    assert place in sent
    assert sent.count(made) == 1
    assert waiting.is_empty()


def test_every_answer_forbids_what_no_page_needs() -> None:
    _, headers, _ = answered(SecurityHeaders(streamlit))
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"
    assert "camera=()" in headers["permissions-policy"]
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["frame-ancestors"] == "'none'"
    assert policy["connect-src"] == "'self'"
    assert "strict-transport-security" not in headers
    assert "X-Frame-Options" not in headers


def test_over_tls_the_browser_is_told_to_stay_there() -> None:
    _, headers, _ = answered(SecurityHeaders(streamlit), scheme="https")
    assert headers["strict-transport-security"] == "max-age=31536000; includeSubDomains"


@pytest.mark.parametrize(
    ("scheme", "given", "kept"),
    [
        ("https", "_streamlit_user=token; Path=/; HttpOnly", "_streamlit_user=token; Path=/; HttpOnly; Secure"),
        ("https", "jasc_visitor=x; secure; Path=/", "jasc_visitor=x; secure; Path=/"),
        ("https", "name=secure", "name=secure; Secure"),
        ("http", "_streamlit_user=token; Path=/", "_streamlit_user=token; Path=/"),
    ],
)
def test_over_tls_no_cookie_of_streamlits_goes_without_it(scheme: str, given: str, kept: str) -> None:
    """Streamlit takes itself to be plain HTTP behind a proxy: the cookie of who signed in would go in the clear."""

    async def signs_in(_scope: Any, _receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 302, "headers": [(b"set-cookie", given.encode())]})
        await send({"type": "http.response.body", "body": b""})

    assert answered(SecurityHeaders(signs_in), scheme=scheme)[1]["set-cookie"] == kept


def test_no_script_runs_that_is_not_a_file_of_ours_or_known_by_its_digest() -> None:
    (policy,) = [layer.kwargs for layer in layers() if layer.cls is SecurityHeaders]
    _, headers, _ = answered(SecurityHeaders(streamlit, **policy))
    scripts = next(part for part in headers["content-security-policy"].split("; ") if part.startswith("script-src"))
    digests = [hashlib.sha256((SHARED / name).read_bytes()).digest() for name in ("frame.js", "meeting_view.js")]
    known = [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]
    assert scripts.split() == ["script-src", "'self'", *known]


@pytest.fixture
def first_page() -> FirstPage:
    titles = {"": "Position, dashboard", "grades": "Grades <&>, dashboard"}
    return FirstPage(streamlit, first_page_html(), titles, "position")  # type: ignore[arg-type]


def test_the_first_page_has_its_title_before_any_script_runs_and_no_script_of_its_own(first_page: FirstPage) -> None:
    status, headers, body = answered(first_page, path="/grades")
    assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "<title>Grades &lt;&amp;&gt;, dashboard</title>" in body
    assert "<title>Position, dashboard</title>" in answered(first_page, path="/")[2]
    assert 'src="./static/js/index.' in body
    assert '<div id="root">' in body
    assert "agent" not in body
    assert "<script>" not in body
    assert int(headers["content-length"]) == len(body.encode())
    assert answered(first_page, path="/", method="HEAD")[2] == ""


def test_a_browser_is_known_by_a_cookie_of_its_own_that_no_script_reads(first_page: FirstPage) -> None:
    one, other = (answered(first_page)[1]["set-cookie"] for _ in range(2))
    assert one.startswith(f"{COOKIE}=")
    assert one != other
    assert one.endswith("; Path=/; HttpOnly; SameSite=Lax")
    assert answered(first_page, scheme="https")[1]["set-cookie"].endswith("; Secure")
    held = one.split(";")[0].encode()
    assert "set-cookie" not in answered(first_page, headers=[(b"cookie", held)])[1]
    assert "set-cookie" in answered(first_page, headers=[(b"cookie", f"{COOKIE}=guessed".encode())])[1]


def test_the_name_of_the_first_page_leads_to_it_with_all_that_was_chosen(first_page: FirstPage) -> None:
    status, headers, _ = answered(first_page, path="/position", query_string=b"as_of=4+September+2023")
    assert (status, headers["location"]) == (307, "/?as_of=4+September+2023")
    assert answered(first_page, path="/position")[1]["location"] == "/"


@pytest.mark.parametrize("path", ["/_stcore/health", "/static/js/x.js", "/media/x.csv", "/unknown", "/favicon.png"])
def test_what_is_no_page_is_streamlits_to_answer(first_page: FirstPage, path: str) -> None:
    assert answered(first_page, path=path)[2] == "figures"


def test_the_picture_of_the_tab_is_ours_from_the_first_moment() -> None:
    picture = (SHARED / "icon.png").read_bytes()
    for base in ("", "inspections"):
        icon = Icon(streamlit, picture, base)
        sent: list[Any] = []

        async def send(message: Any, sent: list[Any] = sent) -> None:
            sent.append(message)

        asked = {"type": "http", "path": f"{below(base)}/favicon.png", "method": "GET"}
        asyncio.run(icon(asked, None, send))  # type: ignore[arg-type]
        assert sent[1]["body"] == picture
        assert (b"content-type", b"image/png") in sent[0]["headers"]
        assert answered(icon, path=f"{below(base)}/favicon.png", method="HEAD")[2] == ""
        for path, method in (("/", "GET"), ("/static/favicon.png", "GET"), (f"{below(base)}/favicon.png", "POST")):
            assert answered(icon, path=path, method=method)[2] == "figures"


def test_streamlits_page_asks_for_that_picture_where_it_is() -> None:
    assert 'href="./favicon.png"' in first_page_html()


def heard(*messages: bytes) -> list[bytes]:
    """What of these messages Streamlit hears."""
    waiting, got = [*messages, b""], []

    async def receive() -> dict[str, Any]:
        return {"type": "websocket.receive", "bytes": waiting.pop(0)}

    async def hears(_scope: Any, receives: Any, _send: Any) -> None:
        while said := (await receives())["bytes"]:
            got.append(said)

    asyncio.run(Commands(hears)({"type": "websocket"}, receive, receive))  # type: ignore[arg-type]
    return got


def test_developers_commands_are_passed_over() -> None:
    run = BackMsg()
    run.rerun_script.query_string = "force=Suffolk"
    file = BackMsg()
    file.backend_operation_request.deferred_file.file_id = "f"
    install = BackMsg()
    install.backend_operation_request.install_skills.SetInParent()
    hidden = run.SerializeToString() + BackMsg(clear_cache=True).SerializeToString()  # of several, the last counts
    refused = [BackMsg(clear_cache=True), BackMsg(set_run_on_save=True), BackMsg(debug_shutdown_runtime=True), install]
    refused += [BackMsg(load_git_info=True)]
    needed = [message.SerializeToString() for message in (run, file, BackMsg(app_heartbeat=True))]
    assert heard(*[message.SerializeToString() for message in refused], hidden, *needed) == needed


def test_what_is_no_message_is_streamlits_to_refuse() -> None:
    assert heard(b"\xff\xff\xff") == [b"\xff\xff\xff"]
