"""The picture in the browser's tab: ours where Streamlit has its own, so that no page's script has to tell of it.

Streamlit would load numpy and a library for pictures for that, before the first page says anything.
"""

from pages._shared.surface.asked import Scope, below
from pages._shared.surface.gate import App, Receive, Send


class Icon:
    """ASGI middleware. picture: a PNG. base: the path below which the dashboard is served."""

    def __init__(self, app: App, picture: bytes, base: str = ""):
        self._app, self._picture, self._at = app, picture, f"{below(base)}/favicon.png"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers for the picture alone."""
        if scope["type"] != "http" or scope["path"] != self._at or scope["method"] not in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        headers = [
            (b"content-type", b"image/png"),
            (b"content-length", str(len(self._picture)).encode()),
            (b"cache-control", b"public, max-age=86400"),
        ]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else self._picture})
