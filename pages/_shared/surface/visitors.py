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
MOST_UPLOADED = 300 * 1024 * 1024  # bytes in the upload widgets of one visitor, before no more is taken
MOST_OF_ALL = 1024 * 1024 * 1024  # the same of all visitors: who has no name yet can be a new visitor each time
_TOO_MUCH = b"Too much lies in your upload already. Take files out of it, or commit them, and try again."
_TOO_MUCH_OF_ALL = b"Too much lies in the uploads of all visitors together. Nothing was taken in: try again later."
_NOT_YOURS = b"This file is not to be had any more. Open the page again and ask for it there."


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
        uploaded: Callable[[str | None], int],
        base: str = "",
    ):
        self._app = app
        self._base = below(base)
        self._pages_of = pages_of
        self._has_file = has_file
        self._uploaded = uploaded

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lets through what is the visitor's own, and no more of it than there is room for."""
        refusal = self._refusal(scope) if scope["type"] == "http" else None
        if refusal is None:
            await self._app(scope, receive, send)
            return
        status, said = refusal
        headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(said)).encode())]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": said})

    def _refusal(self, scope: Scope) -> tuple[int, bytes] | None:
        """The status and the sentence of what is not let through."""
        path = scope["path"].removeprefix(self._base)
        upload, file = _UPLOAD.fullmatch(path), path.removeprefix("/media/")
        if not upload and file == path:
            return None
        visitor = asked(scope).cookie(COOKIE)
        pages = self._pages_of(visitor) if visitor is not None and is_visitor(visitor) else frozenset()
        own = upload["page"] in pages if upload else self._has_file(pages, file.rpartition(".")[0] or file)
        if not own:
            return 404, _NOT_YOURS
        if scope["method"] in ("PUT", "POST"):
            if self._uploaded(visitor) >= MOST_UPLOADED:
                return 413, _TOO_MUCH
            if self._uploaded(None) >= MOST_OF_ALL:
                return 413, _TOO_MUCH_OF_ALL
        return None
