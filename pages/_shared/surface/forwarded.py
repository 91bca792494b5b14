"""Whether a visit came over TLS where a proxy ends it: the proxy says so, and is believed only when it is trusted."""

from ipaddress import IPv4Network, IPv6Network, ip_address

from pages._shared.surface.asked import Scope
from pages._shared.surface.gate import App, Receive, Send

Network = IPv4Network | IPv6Network
_OVER_TLS = {"http": "https", "ws": "wss"}


class Forwarded:
    """ASGI middleware, before all that asks for the scheme."""

    def __init__(self, app: App, trusted_proxies: tuple[Network, ...] = ()):
        self._app = app
        self._trusted = trusted_proxies

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Says https or wss where a trusted proxy does."""
        if scope.get("scheme") in _OVER_TLS and self._is_trusted(scope.get("client")) and _says_tls(scope):
            scope = scope | {"scheme": _OVER_TLS[scope["scheme"]]}
        await self._app(scope, receive, send)

    def _is_trusted(self, client: tuple[str, int] | None) -> bool:
        if not client or not self._trusted:
            return False
        try:
            address = ip_address(client[0])
        except ValueError:
            return False
        return any(address in network for network in self._trusted)


def _says_tls(scope: Scope) -> bool:
    said = [value for name, value in scope["headers"] if name.lower() == b"x-forwarded-proto"]
    return bool(said) and said[-1].rpartition(b",")[2].strip().lower() == b"https"
