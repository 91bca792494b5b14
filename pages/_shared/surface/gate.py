"""The gate: what is not asked by an allowed name, from our own page, for something that pages need, goes no further.

It stands before Streamlit, which takes any name, any page of this machine and, to judge any other page, asks an address
on the internet what its own is.
"""

import logging
import re
from collections.abc import Awaitable, Callable
from typing import Any

from pages._shared.surface.asked import Asked, Scope, asked

Receive = Callable[[], Awaitable[Any]]
Send = Callable[[Any], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
_OF_STREAMLIT = re.compile(r"/_stcore/(?P<what>.*)", re.DOTALL)
_NEEDED = re.compile(r"health|host-config|stream|upload_file/[^/]+/[^/]+")
_CLOSED = re.compile(r"/(component|app/static)(/|$)")
_POLICY_VIOLATION = 1008
_BY_THIS_NAME = (
    "The dashboard is not to be reached by this name. "
    "Whoever looks after it can allow the name in the setting JASC_HOSTS."
)
_NOT_FROM_HERE = "Another page may not ask this of the dashboard. Open the dashboard's own address."


class Gate:
    """ASGI middleware. hosts: names allowed besides this machine's own."""

    def __init__(self, app: App, hosts: tuple[str, ...] = ()):
        self._app = app
        self._names = frozenset((*LOOPBACK, *hosts))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lets the request through, or answers it with one sentence."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        here = asked(scope)
        if here.name not in self._names:
            await _refuse(scope, receive, send, (403, _BY_THIS_NAME))
        elif not here.is_from_own_page:
            await _refuse(scope, receive, send, (403, _NOT_FROM_HERE))
        elif not is_open(here.path):
            await _refuse(scope, receive, send, (404, "Not found."))
        else:
            await self._app(scope | {"headers": _judged(scope, here)}, receive, send)


def is_open(path: str) -> bool:
    """False for what Streamlit answers and no page of the dashboard asks for."""
    inside = _OF_STREAMLIT.search(path)
    if inside:
        return bool(_NEEDED.fullmatch(inside["what"]))
    return not _CLOSED.search(path)


def _judged(scope: Scope, here: Asked) -> list[tuple[bytes, bytes]]:
    """The headers as Streamlit may have them: an origin that differs from the host in form only sends it looking.

    Without one, a request gets no header that lets another page read the answer.
    """
    kept = [pair for pair in scope["headers"] if pair[0].lower() not in (b"host", b"origin")]
    kept.append((b"host", here.own_origin.partition("://")[2].encode("latin-1")))
    return [*kept, (b"origin", here.own_origin.encode("latin-1"))] if here.is_websocket else kept


async def _refuse(scope: Scope, receive: Receive, send: Send, answer: tuple[int, str]) -> None:
    status, sentence = answer
    logging.getLogger("jasc").warning("Refused with %d: %.200r", status, scope["path"])
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": _POLICY_VIOLATION})
        return
    body = sentence.encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})
