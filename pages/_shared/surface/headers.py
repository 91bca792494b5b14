"""What every answer tells the browser: what it may load and run, that nobody frames it, that nothing is guessed."""

import base64
import hashlib
from collections.abc import Iterable

from pages._shared.surface.asked import Scope
from pages._shared.surface.gate import App, Receive, Send

_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), "
        "microphone=(), midi=(), payment=(), publickey-credentials-get=(), serial=(), usb=(), "
        "clipboard-read=(), clipboard-write=(self), fullscreen=(self)"
    ),
}
_HSTS = b"max-age=31536000; includeSubDomains"  # a year
_NOT_KEPT = [(b"cache-control", b"no-store")]


def content_security_policy(scripts: Iterable[str]) -> str:
    """What a page may load. scripts: the only ones that may stand in a page itself, known by their digests.

    Styles may stand in a page: Streamlit writes them there while it runs, each another one.
    """
    digests = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self'", *(f"'sha256-{digest}'" for digest in digests))),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )


class SecurityHeaders:
    """ASGI middleware. scripts: see ``content_security_policy``."""

    def __init__(self, app: App, scripts: Iterable[str] = ()):
        self._app = app
        headers = {**_ALWAYS, "Content-Security-Policy": content_security_policy(scripts)}
        self._headers = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
        self._over_tls = [*self._headers, (b"strict-transport-security", _HSTS)]
        self._names = frozenset(name for name, _ in self._over_tls)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Adds the headers to whatever answers; what holds figures is kept by no cache."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Scope) -> None:
            if message["type"] == "http.response.start":
                ours = self._over_tls if scope["scheme"] == "https" else self._headers
                theirs = [pair for pair in message.get("headers", ()) if pair[0].lower() not in self._names]
                if scope["scheme"] == "https":
                    theirs = [_over_tls_alone(pair) for pair in theirs]
                kept = [] if any(name.lower() == b"cache-control" for name, _ in theirs) else _NOT_KEPT
                message = {**message, "headers": [*theirs, *ours, *kept]}
            await send(message)

        await self._app(scope, receive, with_headers)


def _over_tls_alone(header: tuple[bytes, bytes]) -> tuple[bytes, bytes]:
    """A cookie with Secure: behind a proxy Streamlit takes itself to be plain HTTP, and sets its own without."""
    name, value = header
    has_it = any(part.strip().lower() == b"secure" for part in value.split(b";")[1:])
    return (name, value + b"; Secure") if name.lower() == b"set-cookie" and not has_it else header
