"""What can be set from outside, read from the environment once and checked by pydantic."""

import csv
import os
import re
from collections.abc import Mapping
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, SecretStr, ValidationError, field_validator

from jasc_data.domain.failures import SettingsWrong
from jasc_data.domain.forces import REFERENCE, national_directory
from jasc_data.domain.peer_groups import PACKAGED_GROUPS, PeerGroups, read_peer_groups
from jasc_data.domain.vocabulary import Grade

HIGHEST_TARGET = 9_999
LONGEST_SESSION = 24 * 7  # hours
SHORTEST_TOKEN = 16
MOST_ROWS = range(1_000, 1_000_001)
PROJECT = Path(__file__).parents[2]
_NAME_OF_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\]")


class Settings(BaseModel):
    """The settings of one installation. Each is an environment variable named JASC_ and the field's name.

    What stands below a field is its line in docs/operations.md.
    """

    model_config = ConfigDict(frozen=True)

    store: Path = PROJECT / "data" / "jasc.duckdb"
    """the DuckDB file"""
    backup_dir: Path | None = None
    """a second folder for backups, best on another disk; without it the page *System* says that there is a risk"""
    migrate: bool = True
    """*no*: a store of an earlier release is refused, and not brought to this release's schema"""
    home_force: str = "West Mercia"
    """the force that the dashboard speaks for, any of the 43, by any of its spellings"""
    marking: str = ""
    """the protective marking on every page, picture and file, such as OFFICIAL-SENSITIVE"""
    further_markings: tuple[str, ...] = ()
    """markings, apart by semicolons, that may be chosen for one paper besides none, OFFICIAL, OFFICIAL-SENSITIVE and
    the one that stands on every page"""
    target: int | None = None
    """below how many open recommendations the force wants to come (*Path to target*, *Present*)"""
    peer_groups: Path = PACKAGED_GROUPS
    """a CSV of most similar groups: `force,member,valid_from` (date or blank); an edited file counts at once"""
    paper_template: Path | None = None
    """a Word document (.docx) whose styles and pages the paper takes; where it cannot be used, a sentence says so"""
    slides_template: Path | None = None
    """a PowerPoint file (.pptx) whose master and layout *Title Only* the slides take, in either shape, on a light
    ground; where it cannot be used, a sentence says so"""
    hosts: tuple[str, ...] = ()
    """the names, apart by commas, by which browsers reach the dashboard besides this machine's own; any other name is
    refused"""
    trusted_proxies: tuple[IPv4Network | IPv6Network, ...] = ()
    """the addresses or networks, apart by commas, of proxies that are believed when they say that a visit came over
    TLS"""
    most_rows: int = 120_000
    """how many rows a file may have that is taken in; a week's export of all 43 forces has about 7,000. With 100,000 a
    commit takes half a minute, in which nobody else commits"""
    session_hours: int = 12
    """for how many hours somebody who signed in stays signed in"""
    health_token: SecretStr | None = None
    """a secret of at least 16 characters; who sends it as a bearer token may ask `/health` from elsewhere than this
    machine"""
    log_format: Literal["text", "json"] = "text"
    """*json*: each line of the log is a JSON object"""

    log: SecretStr | None = None
    """the address of a PostgreSQL database, `postgresql://...`, that keeps the record for several servers; each then
    keeps its own `JASC_STORE` as a copy that follows (docs/scale.md)"""

    @field_validator("home_force")
    @classmethod
    def _one_force(cls, word: str) -> str:
        found = national_directory().find(word)
        if len(found) == 1:
            return found[0].name
        names = " or ".join(force.name for force in found)
        raise ValueError(
            f"JASC_HOME_FORCE is '{word}', which "
            + (
                f"could be {names}: write the full name."
                if found
                else "is not one of the 43 forces: write its full name."
            )
        )

    @field_validator("target", mode="before")
    @classmethod
    def _whole_number(cls, word: object) -> object:
        if isinstance(word, str) and not (word.isascii() and word.isdecimal() and 1 <= int(word) <= HIGHEST_TARGET):
            raise ValueError(f"JASC_TARGET is '{word}': write a whole number from 1 to {HIGHEST_TARGET:,}.")
        return word

    @field_validator("further_markings", mode="before")
    @classmethod
    def _lines(cls, words: object) -> object:
        """Apart by semicolons: what must be done with a paper stands beside its marking, after commas."""
        if isinstance(words, str):
            return tuple(line for word in words.split(";") if (line := " ".join(word.split())))
        return words

    @field_validator("hosts", mode="before")
    @classmethod
    def _names(cls, words: object) -> object:
        names = tuple(word.lower().rstrip(".") for word in _apart(words))
        for name in names:
            if not _NAME_OF_HOST.fullmatch(name):
                raise ValueError(
                    f"JASC_HOSTS has '{name}': write names as they stand in the browser's address, without https:// "
                    "and without a port."
                )
        return names

    @field_validator("trusted_proxies", mode="before")
    @classmethod
    def _networks(cls, words: object) -> object:
        try:
            return tuple(ip_network(word) for word in _apart(words))
        except ValueError as failure:
            raise ValueError(f"JASC_TRUSTED_PROXIES: {failure}. Write addresses such as 127.0.0.1.") from None

    @field_validator("most_rows", mode="before")
    @classmethod
    def _bearable(cls, word: object) -> object:
        if isinstance(word, str) and not (
            word.isascii() and word.isdecimal() and len(word) < 8 and int(word) in MOST_ROWS
        ):
            raise ValueError(
                f"JASC_MOST_ROWS is '{word}': write a whole number from {MOST_ROWS[0]:,} to {MOST_ROWS[-1]:,}."
            )
        return word

    @field_validator("session_hours", mode="before")
    @classmethod
    def _hours(cls, word: object) -> object:
        if isinstance(word, str) and not (word.isascii() and word.isdecimal() and 1 <= int(word) <= LONGEST_SESSION):
            raise ValueError(
                f"JASC_SESSION_HOURS is '{word}': write a whole number of hours from 1 to {LONGEST_SESSION}."
            )
        return word

    @field_validator("migrate", mode="before")
    @classmethod
    def _yes_or_no(cls, word: object) -> object:
        if isinstance(word, str):
            if word.casefold() not in ("yes", "no"):
                raise ValueError(f"JASC_MIGRATE is '{word}': write yes or no.")
            return word.casefold() == "yes"
        return word

    @field_validator("log_format", mode="before")
    @classmethod
    def _known_format(cls, word: object) -> object:
        if word not in ("text", "json"):
            raise ValueError(f"JASC_LOG_FORMAT is '{word}': write text or json.")
        return word

    @field_validator("log")
    @classmethod
    def _of_postgresql(cls, address: SecretStr | None) -> SecretStr | None:
        if address is not None and not address.get_secret_value().startswith(("postgresql://", "postgres://")):
            raise ValueError(
                "JASC_LOG is to be the address of a PostgreSQL database, as in postgresql://name@host/base."
            )
        return address

    @field_validator("health_token")
    @classmethod
    def _not_guessed(cls, token: SecretStr | None) -> SecretStr | None:
        if token is not None and not (len(word := token.get_secret_value()) >= SHORTEST_TOKEN and word.isascii()):
            raise ValueError(f"JASC_HEALTH_TOKEN is to be {SHORTEST_TOKEN} characters or more, of plain ASCII.")
        return token

    @field_validator("marking")
    @classmethod
    def _one_line(cls, text: str) -> str:
        return " ".join(text.split())

    def groups(self) -> PeerGroups:
        """The most similar groups that the setting names. Raises SettingsWrong when the file cannot be used."""
        return read_peer_groups(self.peer_groups, national_directory())


def _apart(words: object) -> tuple[str, ...]:
    if isinstance(words, str):
        return tuple(word.strip() for word in words.split(",") if word.strip())
    return tuple(str(word) for word in words) if isinstance(words, tuple) else ()


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings that the environment gives. Raises SettingsWrong with a sentence for the person who set them."""
    given = {name: environment.get(f"JASC_{name.upper()}", "").strip() for name in Settings.model_fields}
    try:
        return Settings.model_validate({name: value for name, value in given.items() if value})
    except ValidationError as failure:
        raise SettingsWrong(
            " ".join(error["msg"].removeprefix("Value error, ") for error in failure.errors())
        ) from None


def who_closes() -> dict[Grade, str]:
    """Who may close an item of each grade (reference/sign_off.csv); the paper states levels 2 and 3 only.

    Read anew whenever it is asked for, so that an edited file counts at once.
    """
    with (REFERENCE / "sign_off.csv").open(encoding="utf-8", newline="") as file:
        return {Grade(row["grade"]): row["who_closes"] for row in csv.DictReader(file)}
