"""Who visits: the person at this machine, or somebody who signed in; found anew each time it is asked."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import streamlit as st

from jasc_data.audit.log import Event, log_of
from jasc_data.domain.actor import Actor, Way, at_the_machine
from jasc_data.domain.failures import SettingsWrong
from jasc_data.domain.reached import ReachedFromElsewhere, from_elsewhere
from jasc_data.domain.settings import Settings
from jasc_data.domain.sign_in import (
    NotSignedIn,
    SessionOver,
    WithoutRole,
    prove_in_time,
    read_rules,
    session_of,
    signed_in,
)


def signs_in() -> bool:
    """Whether visitors sign in: the secrets name an identity provider.

    Raises SettingsWrong for secrets that cannot be read, or that give roles and name no provider: a mistake in them
    must not make everybody the officer.
    """
    if not st.secrets.load_if_toml_exists():
        if any(Path(file).exists() for file in st.get_option("secrets.files")):
            raise SettingsWrong("The file of secrets is not TOML. Nobody is let in until it is mended.")
        return False
    if "auth" not in st.secrets and "access" in st.secrets:
        raise SettingsWrong("The secrets give out roles in [access], and name no identity provider in [auth].")
    return "auth" in st.secrets


def visitor(settings: Settings) -> Actor:
    """Who visits. Raises ReachedFromElsewhere, NotSignedIn, SessionOver, WithoutRole or SettingsWrong."""
    if not signs_in():
        why = from_elsewhere(st.get_option("server.address"), _headers())
        if why:
            raise ReachedFromElsewhere(why)
        return at_the_machine(Way.DASHBOARD)
    return _who_signed_in(settings)


def sign_out(settings: Settings) -> None:
    """Ends the session here, in every window of it, and at the identity provider."""
    who: Actor | str
    try:
        who = visitor(settings)
    except WithoutRole as refusal:
        who = refusal.who
    log_of(settings.store).add(Event.SIGNED_OUT, who, session=session_of(_claims()))
    st.logout()


def _who_signed_in(settings: Settings) -> Actor:
    claims = _claims()
    if claims.get("is_logged_in") is not True:
        raise NotSignedIn("Sign in to see the figures.")
    log, session = log_of(settings.store), session_of(claims)
    known = log.of_session(session)
    if Event.SIGNED_OUT in known:
        raise SessionOver("You signed out. Sign in again to see the figures.")
    try:
        actor = signed_in(claims, read_rules(st.secrets.get("access", {})))
        prove_in_time(claims, settings.session_hours, datetime.now(UTC))
    except WithoutRole as refusal:
        if Event.WITHOUT_ROLE not in known:
            log.add(Event.WITHOUT_ROLE, refusal.who, session=session)
        raise
    except SessionOver:
        if Event.OVER not in known:
            log.add(Event.OVER, actor, session=session)
        raise
    if Event.SIGNED_IN not in known:
        log.add(Event.SIGNED_IN, actor, session=session)
    return actor


def _claims() -> Mapping[str, Any]:
    return st.user.to_dict()


def _headers() -> Mapping[str, list[str]]:
    headers = st.context.headers
    return {name.lower(): headers.get_all(name) for name in headers}
