"""A request or a websocket's handshake as the gate judges it: by which name, over what, from which page."""

from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import Any

Scope = Any  # as ASGI gives it
_USUAL_PORT = {"http": ":80", "https": ":443"}


@dataclass(frozen=True)
class Asked:
    """host: what the browser calls the server, with the port; blank unless it is said exactly once."""

    path: str
    host: str
    origin: str | None
    over_tls: bool
    is_websocket: bool
    headers: dict[str, str]

    @property
    def name(self) -> str:
        """The host without its port, in small letters."""
        host = self.host.lower()
        name = host[: host.find("]") + 1] if host.startswith("[") else host.partition(":")[0]
        return name.rstrip(".")

    @property
    def own_origin(self) -> str:
        """The only origin from which this server may be asked by this name."""
        scheme = "https" if self.over_tls else "http"
        return f"{scheme}://{self.host.lower().removesuffix(_USUAL_PORT[scheme])}"

    @property
    def is_from_own_page(self) -> bool:
        """False for what another page asks for; a browser that is led here by an address or a link is no page's."""
        if self.origin is not None or self.is_websocket:
            return self.origin == self.own_origin
        return self.headers.get("sec-fetch-site", "none") in ("none", "same-origin") or (
            self.headers.get("sec-fetch-mode") == "navigate" and self.headers.get("sec-fetch-dest") == "document"
        )

    def cookie(self, name: str) -> str | None:
        """The value of a cookie, None when the browser sent none of that name."""
        try:
            found = SimpleCookie(self.headers.get("cookie", "")).get(name)
        except CookieError:
            return None
        return found.value if found else None


def below(base: str) -> str:
    """The path before every address, where the dashboard is served below one; blank where it is not."""
    return f"/{base.strip('/')}" if base.strip("/") else ""


def asked(scope: Scope) -> Asked:
    """What is asked for, from an HTTP request or a websocket's handshake."""
    pairs = [(name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in scope["headers"]]
    hosts = [value for name, value in pairs if name == "host"]
    origins = [value for name, value in pairs if name == "origin"]
    return Asked(
        path=scope["path"],
        host=hosts[0].strip() if len(hosts) == 1 else "",
        origin=None if not origins else ", ".join(origins),
        over_tls=scope["scheme"] in ("https", "wss"),
        is_websocket=scope["type"] == "websocket",
        headers=dict(pairs),
    )
