"""Who acts on what is held: kept with every entry of every log."""

import getpass
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What somebody may be; what each may do stands in ``access``. The values are kept in every log."""

    LOCAL = "local"  # without sign-in there is one: the person at the machine
    FLO = "FLO"
    CONTRIBUTOR = "contributor"
    ADMINISTRATOR = "administrator"
    VIEWER = "viewer"


class Way(StrEnum):
    """By what means somebody acts."""

    DASHBOARD = "dashboard"
    COMMAND_LINE = "command line"
    NOT_KNOWN = ""  # of an entry that an early release wrote


@dataclass(frozen=True)
class Actor:
    """One person (or account), in a role, by some means.

    role: the one that logs keep. others: further ones that the person has. names: how exports and steps may call them.
    """

    name: str
    role: Role
    way: Way
    others: frozenset[Role] = field(default=frozenset(), kw_only=True)
    names: frozenset[str] = field(default=frozenset(), kw_only=True)

    @property
    def roles(self) -> tuple[Role, ...]:
        """All of the person's roles, that of the logs first."""
        return (self.role, *(role for role in Role if role in self.others - {self.role}))

    @property
    def words(self) -> str:
        """``flo (command line)``."""
        return f"{self.name} ({self.way})" if self.way else self.name


@dataclass(frozen=True, kw_only=True)
class Done:
    """That somebody did something: what every entry of a log begins with. happened_at: in UTC."""

    happened_at: datetime
    who: str
    role: Role
    way: Way

    @property
    def actor(self) -> Actor:
        """Who did it."""
        return Actor(self.who, self.role, self.way)


def at_the_machine(way: Way) -> Actor:
    """Who is at work without sign-in: the operating system's name for the account."""
    try:
        name = getpass.getuser()
    except (OSError, KeyError):
        name = "unknown account"
    return Actor(name, Role.LOCAL, way)
