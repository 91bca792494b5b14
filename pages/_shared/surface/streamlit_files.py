"""The files that a browser draws Streamlit's pages with: some sixty before the first figure, nine megabytes in all.

Streamlit reads each in pieces, every piece in a thread of its own, just while the server opens what the first page
shows, and sends it as it is. Here it is read whole; and once the first page stands, what is sent is compressed, to a
quarter: on a slow line that is what a first visit waits for.
"""

import asyncio
import gzip
from pathlib import Path
from threading import Event

from pages._shared.surface.asked import Scope, asked, below
from pages._shared.surface.gate import App, Receive, Send

_FOLDER = "static"  # below it every name holds a digest of the contents: they never change
_TEXTS = {".js": b"text/javascript; charset=utf-8", ".css": b"text/css; charset=utf-8"}
_TYPES = {**_TEXTS, ".woff2": b"font/woff2"}  # said here: a machine's own list may call a script a plain text
_OF_WHAT_IS_THERE = frozenset({"range", "if-range", "if-none-match", "if-modified-since"})
_compressing = Event()


def compress_from_now_on() -> None:
    """To be called when nobody waits for the first page: until then the processors have more to do."""
    _compressing.set()


class StreamlitFiles:
    """ASGI middleware. folder: where Streamlit keeps what it sends. base: the path below which it is served."""

    def __init__(self, app: App, folder: Path, base: str = ""):
        self._app = app
        files = [path for path in (folder / _FOLDER).rglob("*") if path.suffix in _TYPES]
        self._files = {f"{below(base)}/{path.relative_to(folder).as_posix()}": path for path in files}
        self._compressed: dict[Path, bytes] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers for a whole file; a part of one, or whether one has changed, is Streamlit's to answer."""
        file = self._files.get(scope["path"]) if scope["type"] == "http" and scope["method"] == "GET" else None
        headers = asked(scope).headers if file else {}
        if file is None or not _OF_WHAT_IS_THERE.isdisjoint(headers):
            await self._app(scope, receive, send)
            return
        answer = [
            (b"content-type", _TYPES[file.suffix]),
            (b"cache-control", b"public, immutable, max-age=31536000"),
        ]
        if file.suffix in _TEXTS:
            answer.append((b"vary", b"accept-encoding"))
        if file.suffix in _TEXTS and _compressing.is_set() and "gzip" in headers.get("accept-encoding", ""):
            answer.append((b"content-encoding", b"gzip"))
            body = await self._squeezed(file)
        else:
            body = file.read_bytes()
        answer.append((b"content-length", str(len(body)).encode()))
        await send({"type": "http.response.start", "status": 200, "headers": answer})
        await send({"type": "http.response.body", "body": body})

    async def _squeezed(self, file: Path) -> bytes:
        if file not in self._compressed:
            self._compressed[file] = await asyncio.to_thread(lambda: gzip.compress(file.read_bytes(), mtime=0))
        return self._compressed[file]
