"""The page that a browser fetches first: Streamlit's own, with our title from the start and nothing it must not have.

Streamlit's has its own name for a title until a script has run, a script in the page, and a word on how programs may
drive the dashboard, which they may not.
"""

import re
import secrets
from collections.abc import Mapping

from markupsafe import escape

from pages._shared.surface.asked import Scope, asked, below
from pages._shared.surface.gate import App, Receive, Send
from pages._shared.surface.visitors import COOKIE, is_visitor

_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
_NOT_OURS = re.compile(r"<!--.*?-->|<script>.*?</script>|<link rel=\"service-desc\"[^>]*>", re.DOTALL)
_WITHOUT_SCRIPTS = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
_SENTENCE = "<noscript><p>The dashboard needs JavaScript to be switched on.</p></noscript>"
_A_PAGE = re.compile(r"/(?P<at>[a-z0-9_-]*)")


class FirstPage:
    """ASGI middleware. html: Streamlit's own first page; titles: those of the pages, by their addresses.

    first: what the first page is called, which has no address of its own: who types that is led to it.
    base: the path below which the dashboard is served, as Streamlit's setting says it.
    """

    def __init__(self, app: App, html: str, titles: Mapping[str, str], first: str, base: str = ""):
        self._app = app
        bare = _WITHOUT_SCRIPTS.sub(_SENTENCE, _NOT_OURS.sub("", html))
        self._pages = {at: _TITLE.sub(f"<title>{escape(title)}</title>", bare).encode() for at, title in titles.items()}
        self._base, self._first = below(base), first

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers for a page, and gives a browser that has none the cookie by which its files are its own."""
        if scope["type"] == "http" and scope["path"].removeprefix(self._base) == f"/{self._first}":
            asked_for = f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else ""
            at = (b"location", f"{self._base}/{asked_for}".encode("latin-1"))
            await send({"type": "http.response.start", "status": 307, "headers": [at, (b"content-length", b"0")]})
            await send({"type": "http.response.body", "body": b""})
            return
        body = self._page(scope)
        if body is None:
            await self._app(scope, receive, send)
            return
        headers = [
            (b"content-type", b"text/html; charset=utf-8"),
            (b"content-length", str(len(body)).encode()),
            (b"cache-control", b"no-store"),
        ]
        if not is_visitor(asked(scope).cookie(COOKIE)):
            secure = "; Secure" if scope["scheme"] == "https" else ""
            cookie = f"{COOKIE}={secrets.token_urlsafe(32)}; Path=/; HttpOnly; SameSite=Lax{secure}"
            headers.append((b"set-cookie", cookie.encode()))
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})

    def _page(self, scope: Scope) -> bytes | None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            return None
        path = scope["path"].removeprefix(self._base) or "/"
        found = _A_PAGE.fullmatch(path)
        return self._pages.get(found["at"]) if found else None
