"""Who may do what, who somebody is by their claims, and whether a visitor sits at this machine."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from jasc_data.domain.access import Action, NotAllowed, can, require
from jasc_data.domain.actor import Actor, Role, Way, at_the_machine
from jasc_data.domain.failures import SettingsWrong
from jasc_data.domain.reached import from_elsewhere, is_loopback
from jasc_data.domain.sign_in import (
    SessionOver,
    WithoutRole,
    address_of,
    prove_in_time,
    read_rules,
    session_of,
    signed_in,
)

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
RULES = read_rules(
    {
        "ask": "the force liaison officer (flo@force.example)",
        "groups": {"viewer": ["g-view"], "FLO": ["g-flo"], "Administrator": ["g-it"]},
        "addresses": {"contributor": ["Lead@Force.example"], "viewer": ["lead@force.example"]},
        "names": {"LEAD@force.example": ["Head of Custody"]},
    }
)
LOCAL = {"host": ["localhost:8501"], "origin": ["http://localhost:8501"]}


def somebody(*roles: Role) -> Actor:
    return Actor("a", roles[0], Way.DASHBOARD, others=frozenset(roles[1:]))


def test_each_role_may_what_the_table_says() -> None:
    may = {role: {action for action in Action if can(somebody(role), action)} for role in Role}
    assert may[Role.VIEWER] == may[Role.CONTRIBUTOR] == {Action.SEE}
    assert may[Role.ADMINISTRATOR] == {Action.SEE, Action.READ_AUDIT, Action.LOOK_AFTER_SYSTEM}
    assert may[Role.FLO] == set(Action) - {Action.LOOK_AFTER_SYSTEM}
    assert may[Role.LOCAL] == may[Role.FLO] | may[Role.ADMINISTRATOR] == set(Action)
    assert can(at_the_machine(Way.COMMAND_LINE), Action.UPLOAD)


def test_only_a_contributor_has_items_of_their_own() -> None:
    more = {
        role: {one for one in Action if can(somebody(role), one, own=True) != can(somebody(role), one)} for role in Role
    }
    assert {role: actions for role, actions in more.items() if actions} == {
        Role.CONTRIBUTOR: {Action.WRITE_STEPS, Action.WRITE_COMMENTARY, Action.RETURN_TRACKING}
    }


def test_several_roles_add_up() -> None:
    both = somebody(Role.CONTRIBUTOR, Role.ADMINISTRATOR)
    assert can(both, Action.LOOK_AFTER_SYSTEM)
    assert can(both, Action.WRITE_STEPS, own=True)
    assert not can(both, Action.UPLOAD, own=True)
    assert both.roles == (Role.CONTRIBUTOR, Role.ADMINISTRATOR)


def test_a_refusal_is_a_sentence_for_the_person() -> None:
    with pytest.raises(NotAllowed, match=r"^As viewer you may not upload exports\. Ask the force liaison officer"):
        require(somebody(Role.VIEWER), Action.UPLOAD)
    with pytest.raises(
        NotAllowed, match=r"^As contributor you may write commentary of your own items only: those whose"
    ):
        require(somebody(Role.CONTRIBUTOR), Action.WRITE_COMMENTARY)


@pytest.mark.parametrize(
    ("claims", "roles"),
    [
        ({"groups": ["g-flo", "other"]}, (Role.FLO,)),
        ({"groups": "g-view"}, (Role.VIEWER,)),
        ({"groups": ["g-view", "g-it", "g-flo"]}, (Role.FLO, Role.ADMINISTRATOR, Role.VIEWER)),
        ({"email": "lead@FORCE.example"}, (Role.CONTRIBUTOR, Role.VIEWER)),
        ({"preferred_username": "lead@force.example"}, (Role.CONTRIBUTOR, Role.VIEWER)),
    ],
)
def test_roles_come_from_claims(claims: Mapping[str, Any], roles: tuple[Role, ...]) -> None:
    assert signed_in({"sub": "1", **claims}, RULES).roles == roles


@pytest.mark.parametrize(
    "claims",
    [
        {},
        {"groups": []},
        {"groups": ["g-flo2", "G-FLO"]},
        {"groups": {"g-flo": True}},
        {"groups": None},
        {"email": "lead@force.example", "email_verified": False},
        {"email": "lead@force.example.evil.example"},
        {"roles": ["FLO"], "role": "FLO"},
    ],
)
def test_anything_else_gives_no_role(claims: Mapping[str, Any]) -> None:
    with pytest.raises(WithoutRole, match=r"no role is given to you\. Ask the force liaison officer \(flo@force"):
        signed_in({"sub": "1", **claims}, RULES)


def test_a_person_is_called_as_claims_and_rules_say() -> None:
    person = signed_in({"email": "lead@force.example", "name": "A. Lead"}, RULES)
    assert (person.name, person.names) == ("lead@force.example", {"A. Lead", "Head of Custody"})
    assert signed_in({"groups": "g-flo", "name": "F. Officer"}, RULES).names == {"F. Officer"}
    assert address_of({"email": "a@force.example", "email_verified": False, "preferred_username": ""}) == ""


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ({"groups": {"boss": ["g"]}}, "'boss' is no role: write viewer, contributor, FLO or administrator"),
        ({"groups": {"local": ["g"]}}, "'local' is no role"),
        ({"group_claims": "groups"}, "group_claims: Extra inputs are not permitted"),
        ({"addresses": {"FLO": "one@force.example"}}, "addresses FLO"),
    ],
)
def test_rules_that_are_wrong_are_said(section: Mapping[str, Any], said: str) -> None:
    with pytest.raises(SettingsWrong, match=said):
        read_rules(section)


@pytest.mark.parametrize(
    ("issued", "hours"), [(timedelta(0), 12), (timedelta(hours=11, minutes=59), 12), (-timedelta(minutes=4), 1)]
)
def test_a_session_holds_for_its_hours(issued: timedelta, hours: int) -> None:
    prove_in_time({"iat": (NOW - issued).timestamp()}, hours, NOW)


@pytest.mark.parametrize(
    ("issued", "said"),
    [
        ((NOW - timedelta(hours=12, seconds=1)).timestamp(), "more than 12 hours ago"),
        ((NOW + timedelta(minutes=6)).timestamp(), "one clock is wrong"),
        (None, "does not say when"),
        ("1780000000", "does not say when"),
        (True, "does not say when"),
    ],
)
def test_a_session_is_over(issued: object, said: str) -> None:
    with pytest.raises(SessionOver, match=said):
        prove_in_time({"iat": issued}, 12, NOW)


def test_each_sign_in_is_a_session_of_its_own() -> None:
    claims = {"iss": "https://id.example", "sub": "1", "iat": 1, "nonce": "a"}
    assert len({session_of(claims), session_of(claims | {"iat": 2}), session_of(claims | {"nonce": "b"})}) == 3
    assert session_of(claims) == session_of(dict(claims))


@pytest.mark.parametrize("bound_to", ["127.0.0.1", "localhost", "::1", "127.0.0.53"])
def test_a_visitor_at_the_machine(bound_to: str) -> None:
    for headers in ({}, LOCAL, {"host": ["127.0.0.1:8501"]}, {"host": ["[::1]:8501"]}):
        assert from_elsewhere(bound_to, headers) == ""


@pytest.mark.parametrize("bound_to", ["0.0.0.0", "::", "", None, "192.168.1.4", "jasc.force.example"])
def test_a_server_that_listens_elsewhere_too(bound_to: str | None) -> None:
    assert "The server listens on" in from_elsewhere(bound_to, LOCAL)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"host": ["jasc.force.example"]}, "by a name that is not this machine's own"),
        ({"host": ["localhost", "jasc.force.example"]}, "by a name"),
        ({"host": ["localhost.force.example"]}, "by a name"),
        ({"host": ["127.0.0.1.force.example"]}, "by a name"),
        ({"host": ["[::1"]}, "by a name"),
        ({"origin": ["https://jasc.force.example"]}, "by a name"),
        ({"origin": ["null"]}, "by a name"),
        ({"host": []}, "does not say by which name"),
        ({"x-forwarded-for": ["10.0.0.7"]}, "A reverse proxy"),
        ({"x-forwarded-host": ["localhost"]}, "A reverse proxy"),
        ({"forwarded": ["for=10.0.0.7"]}, "A reverse proxy"),
        ({"x-real-ip": ["10.0.0.7"]}, "A reverse proxy"),
        ({"x-forwarded-proto": ["https"]}, "A reverse proxy"),
        ({"via": ["1.1 proxy"]}, "A reverse proxy"),
    ],
)
def test_a_visitor_from_elsewhere(more: Mapping[str, list[str]], said: str) -> None:
    assert said in from_elsewhere("127.0.0.1", LOCAL | more)


def test_loopback_is_no_prefix() -> None:
    assert [is_loopback(name) for name in ("LOCALHOST.", "127.1.2.3", "", "localhost1", "128.0.0.1")] == [
        True,
        True,
        False,
        False,
        False,
    ]
