"""Whose a file is: a browser is known by a cookie that no script can read, and has what its own open pages offer.

Streamlit gives a file to whoever knows its address, which follows from what is in it, and takes a file for any page.
"""

import re
from collections.abc import Callable

from pages._shared.surface.asked import Scope, asked, below
from pages._shared.surface.gate import App, Receive, Send

COOKIE = "jasc_visitor"
_VALUE = re.compile(r"[A-Za-z0-9_-]{43}")
_UPLOAD = re.compile(r"/_stcore/upload_file/(?P<page>[^/]+)/[^/]+")
_SENTENCE = b"This file is not to be had any more. Open the page again and ask for it there."


def is_visitor(value: str | None) -> bool:
    """True for a value such as the first page gives."""
    return value is not None and bool(_VALUE.fullmatch(value))


class Visitors:
    """ASGI middleware.

    pages_of: the open pages (Streamlit's sessions) of a visitor. has_file: whether one of these pages offers a file.
    base: the path below which the dashboard is served, as Streamlit's setting says it.
    """

    def __init__(
        self,
        app: App,
        pages_of: Callable[[str], frozenset[str]],
        has_file: Callable[[frozenset[str], str], bool],
        base: str = "",
    ):
        self._app = app
        self._base = below(base)
        self._pages_of = pages_of
        self._has_file = has_file

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lets through what is the visitor's own."""
        if scope["type"] != "http" or self._is_own(scope):
            await self._app(scope, receive, send)
            return
        headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(_SENTENCE)).encode())]
        await send({"type": "http.response.start", "status": 404, "headers": headers})
        await send({"type": "http.response.body", "body": _SENTENCE})

    def _is_own(self, scope: Scope) -> bool:
        path = scope["path"].removeprefix(self._base)
        upload, file = _UPLOAD.fullmatch(path), path.removeprefix("/media/")
        if not upload and file == path:
            return True
        visitor = asked(scope).cookie(COOKIE)
        if visitor is None or not is_visitor(visitor):
            return False
        pages = self._pages_of(visitor)
        return upload["page"] in pages if upload else self._has_file(pages, file.rpartition(".")[0] or file)
