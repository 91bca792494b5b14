"""What a server that runs answers to whoever knocks, mostly without a browser: with headers that none would send."""

import http.client
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect


def answered(url: str, path: str, **headers: str) -> tuple[int, dict[str, str], str]:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(str(parts.hostname), int(parts.port or 80), timeout=20)
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    with connection.getresponse() as answer:
        body = answer.read().decode("utf-8", "replace")
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


class Visitor:
    """Somebody with a browser: a cookie of their own, and the pages that they open."""

    def __init__(self, url: str):
        self.url = url
        self.cookie = answered(url, "/")[1]["set-cookie"].split(";")[0]

    @contextmanager
    def page(self, at: str = "", session: str = "") -> Iterator["OpenPage"]:
        port = urlsplit(self.url).port
        with connect(
            f"ws://localhost:{port}/_stcore/stream",
            additional_headers={"Cookie": self.cookie, "Origin": self.url},
            subprotocols=["streamlit", "none", session] if session else ["streamlit", "none"],  # type: ignore[list-item]
            max_size=None,
            close_timeout=0.5,
        ) as connection:
            yield OpenPage(connection, at)

    def fetched(self, address: str) -> int:
        return answered(self.url, address, Cookie=self.cookie)[0]


class OpenPage:
    """A page that is connected."""

    def __init__(self, connection: ClientConnection, at: str):
        self._connection = connection
        self._at = at
        self.session = ""

    def tell(self, message: BackMsg) -> None:
        self._connection.send(message.SerializeToString())

    def run(self) -> list[ForwardMsg]:
        """What a run of the page sends."""
        run = BackMsg()
        run.rerun_script.page_name = self._at
        self.tell(run)
        got: list[ForwardMsg] = []
        while not got or got[-1].WhichOneof("type") != "script_finished":
            said = ForwardMsg()
            said.ParseFromString(self._connection.recv(timeout=60))  # type: ignore[arg-type]
            got.append(said)
            if said.WhichOneof("type") == "new_session":
                self.session = said.new_session.initialize.session_id
        return got

    def asks_for_file(self, file_id: str) -> str:
        """The address that the server gives for a file that is made when asked for."""
        ask = BackMsg()
        ask.backend_operation_request.request_id = "1"
        ask.backend_operation_request.session_id = self.session
        ask.backend_operation_request.deferred_file.file_id = file_id
        self.tell(ask)
        while True:
            said = ForwardMsg()
            said.ParseFromString(self._connection.recv(timeout=60))  # type: ignore[arg-type]
            if said.WhichOneof("type") == "backend_operation_response":
                return said.backend_operation_response.deferred_file.url


def words(messages: list[ForwardMsg]) -> str:
    return " ".join(str(message.delta) for message in messages if message.WhichOneof("type") == "delta")


def files_offered(messages: list[ForwardMsg]) -> list[str]:
    return [
        message.delta.new_element.download_button.deferred_file_id
        for message in messages
        if message.delta.new_element.WhichOneof("type") == "download_button"
    ]


def test_only_its_own_name_and_its_own_page_are_answered(demonstration_url: str) -> None:
    port = urlsplit(demonstration_url).port
    foreign = {"Host": f"evil.example:{port}", "Origin": f"http://evil.example:{port}"}
    assert answered(demonstration_url, "/", **foreign)[0] == 403
    assert answered(demonstration_url, "/_stcore/health", Origin="http://localhost:9999")[0] == 403
    assert answered(demonstration_url, "/_stcore/metrics")[0] == 404
    assert answered(demonstration_url, "/_stcore/agent/openapi.json")[0] == 404
    status, headers, body = answered(demonstration_url, "/_stcore/health", X_Forwarded_Proto="https")
    assert (status, body) == (200, "ok")
    assert "server" not in headers
    assert "access-control-allow-origin" not in headers
    assert "strict-transport-security" not in headers  # no proxy is trusted, not even one of this machine
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    for origin in ({"Origin": f"http://evil.example:{port}"}, {"Origin": "http://localhost:9999"}, {}):
        with pytest.raises(InvalidStatus, match="403"):
            connect(f"ws://127.0.0.1:{port}/_stcore/stream", additional_headers=origin, open_timeout=10)


def test_a_file_is_its_pages_own_and_a_page_its_browsers(demonstration_url: str) -> None:
    one, other = Visitor(demonstration_url), Visitor(demonstration_url)
    with one.page("register") as page:
        offered = files_offered(page.run())
        again = files_offered(page.run())  # the buttons of the first run are on the screen still
        addresses = [page.asks_for_file(file_id) for file_id in (offered[0], again[0])]
        assert all(re.fullmatch(r"/media/[0-9a-f]+\.csv", address) for address in addresses)
        assert [one.fetched(address) for address in addresses] == [200, 200]
        assert [other.fetched(address) for address in addresses] == [404, 404]
        assert answered(demonstration_url, addresses[0])[0] == 404
        with other.page("register", page.session) as taken_over:
            taken_over.run()
            assert taken_over.session != page.session
        page.run()
        session = page.session
    with one.page("register", session) as page:  # the same browser takes its own up again
        page.run()
        assert page.session == session
    assert one.fetched(addresses[0]) == 404


def test_a_command_to_forget_everything_breaks_nothing(demonstration_url: str) -> None:
    visitor = Visitor(demonstration_url)
    with visitor.page() as page:
        page.run()
        page.tell(BackMsg(clear_cache=True))
        seen = words(page.run())
        assert "cannot be shown" not in seen
        assert "West Mercia" in seen


def test_a_file_that_takes_long_is_read_beside_the_pages_and_can_be_stopped(
    demonstration_url: str, page: Page, settled: Callable[[Page], None], tmp_path: Path
) -> None:
    """One line of headings without end."""
    file = tmp_path / "line.csv"
    file.write_text(",".join(f"Heading {number}" for number in range(400_000)), encoding="utf-8")
    page.goto(f"{demonstration_url}/upload")
    settled(page)
    page.get_by_test_id("stFileUploader").locator("input").set_input_files(file)
    page.get_by_role("button", name="Next: what was read").click()
    expect(page.get_by_text("Other pages are not held up")).to_be_visible(timeout=20_000)
    assert Visitor(demonstration_url).fetched("/_stcore/health") == 200
    page.get_by_role("button", name="Stop reading").click()
    expect(page.get_by_text("Reading the file was stopped; nothing was changed.")).to_be_visible(timeout=20_000)
    expect(page.get_by_test_id("stFileUploader")).to_be_visible()
