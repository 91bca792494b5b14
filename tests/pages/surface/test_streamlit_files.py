"""The files that a browser draws with: which are answered here, as what, and when they are compressed."""

import asyncio
import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pages._shared.streamlit_insides import files_to_draw_with, first_page_html
from pages._shared.surface import streamlit_files
from pages._shared.surface.streamlit_files import StreamlitFiles, compress_from_now_on

SCRIPT = b"const drawn = [" + b"1, " * 2000 + b"];"
COMPRESSES = [(b"accept-encoding", b"gzip, deflate")]


async def streamlit(_scope: Any, _receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"Streamlit's"})


def answered(layer: Any, path: str, *, method: str = "GET", headers: Any = ()) -> tuple[dict[str, str], bytes]:
    sent: list[dict[str, Any]] = []

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    asked = {"type": "http", "scheme": "http", "path": path, "method": method, "headers": headers, "query_string": b""}
    asyncio.run(layer(asked, None, send))
    return {name.decode(): value.decode() for name, value in sent[0]["headers"]}, sent[1]["body"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in {
        "index.html": b"<html>",
        "static/js/drawn.Bx1.js": SCRIPT,
        "static/media/face.Cy2.woff2": b"wOF2" * 500,
        "static/media/anchor.svg": b"<svg/>",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return tmp_path


@pytest.fixture(autouse=True)
def before_the_first_page() -> Iterator[None]:
    streamlit_files._compressing.clear()
    yield
    streamlit_files._compressing.clear()


def test_a_file_is_sent_whole_and_kept_by_the_browser(folder: Path) -> None:
    headers, body = answered(StreamlitFiles(streamlit, folder), "/static/js/drawn.Bx1.js", headers=COMPRESSES)
    assert body == SCRIPT
    assert headers["content-type"].startswith("text/javascript")
    assert int(headers["content-length"]) == len(SCRIPT)
    assert "immutable" in headers["cache-control"]
    assert "content-encoding" not in headers


def test_below_a_path_the_files_are_there_alone(folder: Path) -> None:
    layer = StreamlitFiles(streamlit, folder, "inspections")
    assert answered(layer, "/inspections/static/js/drawn.Bx1.js")[1] == SCRIPT
    assert answered(layer, "/static/js/drawn.Bx1.js")[1] == b"Streamlit's"


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("/", {}),
        ("/index.html", {}),
        ("/static/media/anchor.svg", {}),
        ("/static/js/unknown.js", {}),
        ("/static/js/../js/drawn.Bx1.js", {}),
        ("/static/js/drawn.Bx1.js", {"method": "HEAD"}),
        ("/static/js/drawn.Bx1.js", {"method": "POST"}),
        ("/static/js/drawn.Bx1.js", {"headers": [(b"range", b"bytes=0-9")]}),
        ("/static/js/drawn.Bx1.js", {"headers": [(b"If-None-Match", b'"x"')]}),
    ],
)
def test_what_is_not_a_whole_file_is_streamlits_to_answer(folder: Path, path: str, asked: dict[str, Any]) -> None:
    assert answered(StreamlitFiles(streamlit, folder), path, **asked)[1] == b"Streamlit's"


def test_once_the_first_page_stands_texts_are_compressed_for_browsers_that_say_they_can(folder: Path) -> None:
    layer = StreamlitFiles(streamlit, folder)
    compress_from_now_on()
    for _ in range(2):
        headers, body = answered(layer, "/static/js/drawn.Bx1.js", headers=COMPRESSES)
        assert (headers["content-encoding"], headers["vary"]) == ("gzip", "accept-encoding")
        assert int(headers["content-length"]) == len(body) < len(SCRIPT) / 10
        assert gzip.decompress(body) == SCRIPT
    plain, whole = answered(layer, "/static/js/drawn.Bx1.js")
    assert (whole, plain["vary"]) == (SCRIPT, "accept-encoding")
    assert "content-encoding" not in plain
    assert answered(layer, "/static/media/face.Cy2.woff2", headers=COMPRESSES)[1] == b"wOF2" * 500


def test_streamlit_has_its_files_where_they_are_looked_for() -> None:
    layer = StreamlitFiles(streamlit, files_to_draw_with())
    asked = [part.split('"')[0] for part in first_page_html().split('"./static/js/')[1:]]
    assert asked
    for name in asked:
        assert answered(layer, f"/static/js/{name}")[1] == (files_to_draw_with() / "static/js" / name).read_bytes()
