"""What can be set from outside, read from the environment once and checked by pydantic."""

import csv
import os
import re
from collections.abc import Mapping
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from jasc_data.domain.failures import SettingsWrong
from jasc_data.domain.forces import REFERENCE, national_directory
from jasc_data.domain.peer_groups import PACKAGED_GROUPS, PeerGroups, read_peer_groups
from jasc_data.domain.vocabulary import Grade

HIGHEST_TARGET = 9_999
LONGEST_SESSION = 24 * 7  # hours
PROJECT = Path(__file__).parents[2]
_NAME_OF_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\]")


class Settings(BaseModel):
    """The settings of one installation. Each is an environment variable named JASC_ and the field's name.

    store: the DuckDB file (default data/jasc.duckdb beside app.py).
    home_force: the force that the dashboard speaks for, by any of its spellings (default West Mercia).
    marking: the protective marking shown on everything, such as OFFICIAL-SENSITIVE (default none).
    peer_groups: a CSV of most similar groups (default the packaged one, which holds West Mercia's).
    paper_template: a Word document (.docx) whose styles and pages the paper takes (default the built-in ones).
    slides_template: a PowerPoint file (.pptx) whose master and layouts the slides take (default the built-in ones).
    backup_dir: a further folder for backups, best on another disk (default none, which the page System calls a risk).
    target: below how many open recommendations the force wants to come (default none is set).
    hosts: the names, apart by commas, by which browsers reach the dashboard besides this machine's own (default none).
    trusted_proxies: the addresses or networks, apart by commas, of proxies that are believed when they say that a visit
    came over TLS (default none).
    session_hours: for how many hours somebody who signed in stays signed in (default 12).
    """

    model_config = ConfigDict(frozen=True)

    store: Path = PROJECT / "data" / "jasc.duckdb"
    home_force: str = "West Mercia"
    marking: str = ""
    peer_groups: Path = PACKAGED_GROUPS
    target: int | None = None
    paper_template: Path | None = None
    slides_template: Path | None = None
    backup_dir: Path | None = None
    hosts: tuple[str, ...] = ()
    trusted_proxies: tuple[IPv4Network | IPv6Network, ...] = ()
    session_hours: int = 12

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

    @field_validator("session_hours", mode="before")
    @classmethod
    def _hours(cls, word: object) -> object:
        if isinstance(word, str) and not (word.isascii() and word.isdecimal() and 1 <= int(word) <= LONGEST_SESSION):
            raise ValueError(
                f"JASC_SESSION_HOURS is '{word}': write a whole number of hours from 1 to {LONGEST_SESSION}."
            )
        return word

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
