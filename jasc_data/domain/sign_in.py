"""Who somebody is who has signed in: the roles and names that claims give, and for how long they hold.

The rules stand in the section ``access`` of the secrets, beside those of the identity provider.
"""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from jasc_data.domain.actor import Actor, Role, Way
from jasc_data.domain.failures import SettingsWrong, UserFailure

_CLOCKS_MAY_DIFFER = timedelta(minutes=5)


class NotSignedIn(UserFailure):
    """Nobody is signed in, or no longer."""


class SessionOver(NotSignedIn):
    """The session is older than a session may be, or was signed out of."""


class WithoutRole(UserFailure):
    """Signed in, and given no role. who: the address or name of the person."""

    def __init__(self, who: str, ask: str):
        super().__init__(f"You are signed in as {who}, and no role is given to you. Ask {ask} for one.")
        self.who = who


def _role(word: object) -> Role:
    found = next((role for role in Role if role.casefold() == str(word).strip().casefold()), Role.LOCAL)
    if found is Role.LOCAL:
        raise ValueError(f"'{word}' is no role: write viewer, contributor, FLO or administrator.")
    return found


_OfRole = Mapping[Annotated[Role, BeforeValidator(_role)], tuple[str, ...]]


class AccessRules(BaseModel):
    """Who has which role.

    ask: whom to ask for a role, as a sentence names them. group_claim: the claim that lists a person's groups. groups,
    addresses: by role, the groups (as the claim writes them) and the addresses that have it. name_claims: the claims by
    which exports and steps may call a person. names: by address, further names, such as the post that exports name.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    ask: str = "the force liaison officer"
    group_claim: str = "groups"
    groups: _OfRole = {}
    addresses: _OfRole = {}
    name_claims: tuple[str, ...] = ("name",)
    names: Mapping[str, tuple[str, ...]] = {}


def read_rules(section: Mapping[str, Any]) -> AccessRules:
    """The rules. Raises SettingsWrong with a sentence for the person who wrote them."""
    try:
        return AccessRules.model_validate(section)
    except ValidationError as failure:
        said = [
            f"[access] {' '.join(str(part) for part in error['loc'] if part != '[key]')}: "
            + error["msg"].removeprefix("Value error, ")
            for error in failure.errors()
        ]
        raise SettingsWrong(f"The secrets cannot be used. {'; '.join(said)}") from None


def address_of(claims: Mapping[str, Any]) -> str:
    """By which address a person is known; blank where no claim says so, or the provider doubts it."""
    if claims.get("email") and claims.get("email_verified") is not False:
        return str(claims["email"]).strip()
    return str(claims.get("preferred_username") or "").strip()


def session_of(claims: Mapping[str, Any]) -> str:
    """By which a signed-in session is known in the audit log, without telling whose it is."""
    told = [str(claims.get(name, "")) for name in ("iss", "sub", "iat", "nonce")]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:24]


def prove_in_time(claims: Mapping[str, Any], hours: int, now: datetime) -> None:
    """Raises SessionOver for a token that was issued too long ago, or at a time that cannot be."""
    issued = claims.get("iat")
    if isinstance(issued, bool) or not isinstance(issued, int | float):
        raise SessionOver("The identity provider does not say when you signed in. Sign in again.")
    age = now - datetime.fromtimestamp(issued, UTC)
    if age > timedelta(hours=hours):
        raise SessionOver(f"You signed in more than {hours} hours ago. Sign in again.")
    if age < -_CLOCKS_MAY_DIFFER:
        raise SessionOver("By this server's clock you have not signed in yet: one clock is wrong. Sign in again.")


def signed_in(claims: Mapping[str, Any], rules: AccessRules) -> Actor:
    """The person with these claims. Raises WithoutRole."""
    address = address_of(claims)
    groups, own = _listed(claims.get(rules.group_claim)), address.casefold()
    roles = [
        role
        for role in Role
        if groups & {name.strip() for name in rules.groups.get(role, ())}
        or (own and own in {name.strip().casefold() for name in rules.addresses.get(role, ())})
    ]
    who = address or str(claims.get("name") or claims.get("sub") or "somebody without a name")
    if not roles:
        raise WithoutRole(who, rules.ask)
    further = {key.strip().casefold(): names for key, names in rules.names.items()}.get(own, ()) if own else ()
    names = {str(claims[claim]) for claim in rules.name_claims if isinstance(claims.get(claim), str)}
    return Actor(who, roles[0], Way.DASHBOARD, others=frozenset(roles[1:]), names=frozenset({*names, *further}))


def _listed(claim: object) -> set[str]:
    """A claim that lists, also where a provider writes a single one as itself."""
    if isinstance(claim, str):
        return {claim.strip()}
    return {str(one).strip() for one in claim} if isinstance(claim, list | tuple) else set()
