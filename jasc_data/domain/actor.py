"""Who acts on what is held: kept with every entry of every log."""

import getpass
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What somebody may be. Without sign-in there is one: the person at the machine."""

    LOCAL = "local"


class Way(StrEnum):
    """By what means somebody acts."""

    DASHBOARD = "dashboard"
    COMMAND_LINE = "command line"
    NOT_KNOWN = ""  # of an entry that an early release wrote


@dataclass(frozen=True)
class Actor:
    """One person (or account), in a role, by some means."""

    name: str
    role: Role
    way: Way

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
