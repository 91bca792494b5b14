"""Whether whoever visits sits at this machine: only then may the dashboard be used without sign-in."""

from collections.abc import Mapping, Sequence
from ipaddress import ip_address
from urllib.parse import urlsplit

from jasc_data.domain.failures import UserFailure

_NAMED_BY = ("host", "origin")
FORWARDED = (  # headers by which a reverse proxy says that it hands a visitor on
    "forwarded",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-proto",
    "x-forwarded-server",
    "x-real-ip",
    "via",
)


class ReachedFromElsewhere(UserFailure):
    """Visitors may come from another machine, and nobody is asked who they are."""


def from_elsewhere(bound_to: str | None, headers: Mapping[str, Sequence[str]]) -> str:
    """What says that visitors may come from another machine, as a sentence; blank when nothing does.

    bound_to: the address at which the server listens, None for all. headers: of the visitor's connection, by name in
    small letters; none at all in a run without a browser.
    """
    if not bound_to or not is_loopback(bound_to):
        return f"The server listens on {bound_to or 'every address of this machine'}, not on 127.0.0.1 alone."
    if headers and not headers.get("host"):
        return "The browser does not say by which name it calls the dashboard."
    for name in _NAMED_BY:
        for said in headers.get(name, ()):
            if not is_loopback(_host(said)):
                return "The browser calls the dashboard by a name that is not this machine's own (localhost)."
    if any(said.strip() for name in FORWARDED for said in headers.get(name, ())):
        return "A reverse proxy hands visitors on to it."
    return ""


def is_loopback(name: str) -> bool:
    """True for localhost and the addresses that lead back to the machine itself."""
    bare = name.strip().strip("[]").rstrip(".").lower()
    if bare == "localhost":
        return True
    try:
        return ip_address(bare).is_loopback
    except ValueError:
        return False


def _host(said: str) -> str:
    """The name in a Host or Origin header, without its port."""
    try:
        return urlsplit(said if "//" in said else f"//{said}").hostname or ""
    except ValueError:
        return ""
