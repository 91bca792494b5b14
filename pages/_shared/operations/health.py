"""``/health``: whether figures can be shown, for whoever watches the dashboard; numbers alone, no path and no text."""

import hmac
import logging
from datetime import date, datetime
from typing import Any

from pydantic import SecretStr
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from jasc_data.answers.system.health import Health, health_of
from jasc_data.domain.failures import SettingsWrong, UserFailure
from jasc_data.domain.reached import FORWARDED, is_loopback
from jasc_data.domain.settings import Settings, read_settings
from jasc_data.uploads.upload_log import now
from pages._shared.session import opened_store
from pages._shared.surface.asked import Scope, asked, below
from pages._shared.surface.gate import LOOPBACK

_NOT_YOU = {
    "status": "refused",
    "why": "Ask from the dashboard's machine, or with JASC_HEALTH_TOKEN as a bearer token.",
}


def health_route(base: str = "") -> Route:
    """The route. base: the path below which the dashboard is served."""
    return Route(f"{below(base)}/health", _health, methods=["GET"])


def may_ask(scope: Scope, token: SecretStr | None) -> bool:
    """True for this machine itself, not by way of a proxy on it, and for whoever has the token."""
    here = asked(scope)
    if token is not None and "authorization" in here.headers:
        given = here.headers["authorization"].removeprefix("Bearer ")
        return hmac.compare_digest(given.encode(), token.get_secret_value().encode())
    client = scope.get("client")
    return (
        client is not None
        and is_loopback(client[0])
        and here.name in LOOPBACK
        and not any(name in here.headers for name in FORWARDED)
    )


def _health(request: Request) -> JSONResponse:
    """Not a coroutine, so that Starlette asks it in a thread of its own: opening a store can take its time."""
    settings, wrong = _settings()
    if not may_ask(request.scope, settings.health_token):
        return _answer(_NOT_YOU, 401, {"WWW-Authenticate": "Bearer"})
    try:
        if wrong:
            raise wrong
        settings.groups()
        store = opened_store(settings.store, settings.backup_dir, migrate=settings.migrate, log=settings.log)
        return _answer(_told(health_of(store, settings.home_force, date.today()), now()), 200)
    except UserFailure as failure:
        return _answer({"status": "failing", "why": type(failure).__name__}, 503)
    except Exception:
        logging.getLogger("jasc").exception("The health could not be told")
        return _answer({"status": "failing", "why": "error"}, 503)


def _settings() -> tuple[Settings, SettingsWrong | None]:
    """Where a setting is wrong, nobody but this machine may ask."""
    try:
        return read_settings(), None
    except SettingsWrong as failure:
        return Settings(), failure


def _told(health: Health, at: datetime) -> dict[str, Any]:
    backup = health.last_backup_at
    return {
        "status": "ok",
        "data_version": health.data_version,
        "schema": health.schema,
        "last_backup_age_seconds": None if backup is None else round((at - backup).total_seconds()),
        "last_backup_failed": health.backup_failed,
        "last_export_age_days": health.last_export_age,
        "shared_log_followed": health.log_followed,
    }


def _answer(told: dict[str, Any], status: int, headers: dict[str, str] | None = None) -> JSONResponse:
    return JSONResponse(told, status, headers={"Cache-Control": "no-store", **(headers or {})})
